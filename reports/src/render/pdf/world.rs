//! What the typesetter sees: the template, the data of one page, the fonts, the logo, and nothing of the machine.

use serde_json::{Value, json};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

use super::unwritten;
use crate::branding::{Branding, PAPER_TEMPLATE};
use crate::error::ReportError;

const TEMPLATE: &str = include_str!("../../../templates/summary.typ");
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
];

/// Library, fonts, template and look, the same for every page.
pub(super) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
    logo: FileId,
    branding: Branding,
}

impl Shared {
    pub(super) fn new(branding: &Branding) -> Self {
        let fonts: Vec<Font> = (FONTS.iter())
            .filter_map(|font| Font::new(Bytes::new(*font), 0))
            .collect();
        let template = branding.paper_template.as_deref().unwrap_or(TEMPLATE);
        // Row headings of tables are still behind this feature.
        let features = [Feature::A11yExtras].into_iter().collect();
        Shared {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file(PAPER_TEMPLATE), template.to_owned()),
            data: file("page.json"),
            logo: file("logo"),
            branding: branding.clone(),
        }
    }

    /// Whether the template is a region's own.
    pub(super) fn is_own(&self) -> bool {
        self.branding.paper_template.is_some()
    }

    /// Whether all fonts have a letter.
    pub(super) fn has(&self, letter: char) -> bool {
        let has = |font: &Font| font.info().coverage.contains(u32::from(letter));
        self.fonts.iter().all(has)
    }

    /// What the template is told of the look.
    pub(super) fn branding(&self) -> Value {
        let logo = self.branding.logo.as_ref().map(|logo| {
            let is_drawing = logo.media_type == "image/svg+xml";
            json!({ "format": if is_drawing { "svg" } else { "png" }, "text": logo.text })
        });
        json!({ "accent": self.branding.accent.map(|color| color.to_string()), "logo": logo })
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of our own files are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What is shared, with the data of a page.
pub(super) struct PageWorld<'a> {
    shared: &'a Shared,
    data: Bytes,
}

impl<'a> PageWorld<'a> {
    pub(super) fn shared(&self) -> &Shared {
        self.shared
    }

    pub(super) fn new(shared: &'a Shared, data: &Value) -> Result<Self, ReportError> {
        let data = serde_json::to_vec(data).map_err(unwritten)?;
        Ok(PageWorld {
            shared,
            data: Bytes::new(data),
        })
    }
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            Ok(self.shared.template.clone())
        } else {
            Err(FileError::NotSource)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let logo = self.shared.branding.logo.as_ref();
        if id == self.shared.data {
            Ok(self.data.clone())
        } else if id == self.main() {
            Ok(Bytes::from_string(self.shared.template.clone()))
        } else if let Some(logo) = logo.filter(|_| id == self.shared.logo) {
            Ok(Bytes::new(logo.bytes.clone()))
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
