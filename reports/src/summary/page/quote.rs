//! What reporters wrote.

/// What reporters wrote about one place.
#[derive(Debug, Clone)]
pub struct QuoteGroup {
    /// Place or organisation.
    pub heading: String,
    /// The words.
    pub quotes: Vec<Quote>,
}

/// A piece of a reporter's text.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Question it answers.
    pub question: String,
    /// The words, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Language it is written in, where known.
    pub language: Option<&'static str>,
    /// What the page does not show at once.
    pub rest: Option<Rest>,
}

impl Quote {
    /// All the words, paragraph by paragraph.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = self.paragraphs.join("\n");
        if let Some(rest) = &self.rest {
            words.truncate(words.strip_suffix(CUT).map_or(words.len(), str::len));
            words.push_str(&rest.joint);
            words.push_str(&rest.paragraphs.join("\n"));
        }
        words
    }
}

/// What stands where a text is cut.
pub(in crate::summary) const CUT: &str = " …";

/// The rest of a long text.
#[derive(Debug, Clone)]
pub struct Rest {
    /// How much it is, in words.
    pub told: String,
    /// What stood where the text was cut: a space or the end of a line.
    pub joint: String,
    /// The words, one paragraph each.
    pub paragraphs: Vec<String>,
}
