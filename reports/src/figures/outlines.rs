//! Outlines of municipalities for the map, from the reference data of transform.

use std::collections::BTreeMap;

use kooste_transform::reference::Boundaries;
use serde::Deserialize;

use crate::error::ReportError;

/// A closed line: corners as metres east and north (ETRS-TM35FIN).
pub type Ring = Vec<(i64, i64)>;

/// Outlines of municipalities over some years.
#[derive(Debug, Clone, Default)]
pub struct Outlines {
    /// First year for which they hold.
    pub first_year: i32,
    /// Last year for which they hold.
    pub last_year: i32,
    /// Whose they are, as the page prints it.
    pub attribution: String,
    /// Rings by the code of the municipality: outer lines and holes alike.
    pub rings: BTreeMap<String, Vec<Ring>>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

#[derive(Deserialize)]
struct Geometry {
    coordinates: Vec<Vec<Ring>>,
}

impl Outlines {
    /// Takes the outlines of all municipalities from the reference data.
    ///
    /// # Errors
    ///
    /// [`ReportError::Boundaries`] if they are not multipolygons with codes in whole metres.
    pub fn of(boundaries: &Boundaries) -> Result<Self, ReportError> {
        let collection: Collection =
            serde_json::from_str(&boundaries.geojson).map_err(ReportError::Boundaries)?;
        let rings = collection.features.into_iter().map(|feature| {
            let rings = feature.geometry.coordinates.into_iter().flatten().collect();
            (feature.properties.code, rings)
        });
        Ok(Outlines {
            first_year: boundaries.first_year,
            last_year: boundaries.last_year,
            attribution: boundaries.attribution.to_string(),
            rings: rings.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use kooste_transform::reference::Boundaries;

    use super::Outlines;

    fn boundaries(geojson: &str) -> Boundaries {
        Boundaries {
            first_year: 2017,
            last_year: 2019,
            attribution: "Maanmittauslaitos".into(),
            geojson: geojson.into(),
        }
    }

    #[test]
    fn islands_and_holes_are_rings_of_their_municipality() {
        let outlines = Outlines::of(&boundaries(
            r#"{"features":[{"properties":{"code":"049"},"geometry":{"coordinates":
            [[[[0,0],[0,9],[9,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]],[[[20,20],[20,21],[21,21],[20,20]]]]}}]}"#,
        ))
        .unwrap();
        assert_eq!(outlines.rings["049"].len(), 3);
        assert_eq!(outlines.rings["049"][0][1], (0, 9));
        assert_eq!(outlines.attribution, "Maanmittauslaitos");
    }

    #[test]
    fn degrees_are_refused_where_metres_are_due() {
        let degrees = r#"{"features":[{"properties":{"code":"049"},"geometry":{"coordinates":[[[[24.6,60.2]]]]}}]}"#;
        assert!(Outlines::of(&boundaries(degrees)).is_err());
    }
}
