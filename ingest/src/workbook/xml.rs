//! XML events of a part held in memory, with the depth watched and no entity ever expanded but the five of XML.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::document::Refusal;
use crate::format::{corrupt, too_large};

/// A pull reader over one part. Empty elements come as a start and an end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    limit: usize,
}

impl<'a> Xml<'a> {
    /// Starts at the beginning of `text`; elements may be nested `limit` deep.
    pub(super) fn new(text: &'a str, limit: usize) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            depth: 0,
            limit,
        }
    }

    /// The next event.
    ///
    /// # Errors
    /// `format-error`/`corrupt` for what is not XML, `file-too-large`/`nesting` for elements nested too deep.
    pub(super) fn next(&mut self) -> Result<Event<'a>, Refusal> {
        let event = self.reader.read_event().map_err(corrupt)?;
        match event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > self.limit {
                    return Err(too_large("nesting", self.limit));
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(corrupt("part ends inside an element")),
            _ => {}
        }
        Ok(event)
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Skips the rest of the element just started.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn skip(&mut self) -> Result<(), Refusal> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// Appends the text inside the element just started to `into` and goes past its end.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn text(&mut self, into: &mut String) -> Result<(), Refusal> {
        let outside = self.depth - 1;
        while self.depth > outside {
            let event = self.next()?;
            push_text(&event, into);
        }
        Ok(())
    }
}

/// Appends what a text event holds; other events hold none.
pub(super) fn push_text(event: &Event<'_>, into: &mut String) {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => push_reference(reference, into),
        _ => {}
    }
}

/// Appends the character of a reference; an entity that XML does not predefine stays as it is written.
fn push_reference(reference: &BytesRef<'_>, into: &mut String) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        into.push(character);
        return;
    }
    match quick_xml::escape::resolve_xml_entity(reference) {
        Some(text) => into.push_str(text),
        None => {
            into.push('&');
            into.push_str(reference);
            into.push(';');
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescaped(found.value))
}

/// An attribute value with its references resolved.
pub(super) fn unescaped(value: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr(b'&', value.as_bytes()).is_none() {
        return value;
    }
    match quick_xml::escape::unescape(&value) {
        Ok(text) => Cow::Owned(text.into_owned()),
        Err(_) => value,
    }
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &str) -> bool {
    value == "1" || value.eq_ignore_ascii_case("true")
}
