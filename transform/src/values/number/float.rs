//! Numbers of workbooks: from binary floating point to the decimal that the person typed (READING.md R28).

use rust_decimal::Decimal;

/// Largest whole number taken; beyond it neighbouring whole numbers are no longer told apart.
const LARGEST: f64 = 1e15;

/// The decimal that a workbook shows for `number`: fifteen significant digits, as spreadsheets do, so that binary
/// noise falls away. None for infinities and numbers beyond 10¹⁵.
pub(super) fn decimal(number: f64) -> Option<Decimal> {
    if !number.is_finite() || number.abs() >= LARGEST {
        return None;
    }
    let scaled = (number * 1e4).round();
    // Dividing two exact numbers gives the double nearest to the decimal: most values end here.
    #[expect(clippy::float_cmp, reason = "equality of bits is what is asked")]
    let exact = scaled.abs() < LARGEST && scaled / 1e4 == number;
    if exact {
        #[expect(clippy::cast_possible_truncation, reason = "bounded by LARGEST")]
        let units = scaled as i64;
        return Some(Decimal::new(units, 4).normalize());
    }
    let text = format!("{number:.14e}");
    Decimal::from_scientific(&text)
        .ok()
        .map(|decimal| decimal.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: f64) -> String {
        decimal(number).map_or_else(|| "none".into(), |decimal| decimal.to_string())
    }

    #[test]
    fn binary_noise_is_rounded_away() {
        assert_eq!(text(0.1 + 0.2), "0.3");
        assert_eq!(text(1234.56), "1234.56");
        assert_eq!(text(-19.99), "-19.99");
        assert_eq!(
            text(f64::from_bits(123_456.79_f64.to_bits() - 1)),
            "123456.79"
        );
        assert_eq!(text(1.0 / 3.0), "0.333333333333333");
        assert_eq!(text(1e-7), "0.0000001");
        assert_eq!(text(43_378.0), "43378");
        assert_eq!(text(1e15), "none");
        assert_eq!(text(f64::NAN), "none");
    }
}
