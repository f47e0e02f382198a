//! Pages: A4, with the fonts inside, so that they look the same everywhere and in thirty years.
//!
//! - [`document`]: what is on the pages, without their layout; a terminal shows the same;
//! - `font`: the two fonts that come with this program, and which of their glyphs a file needs;
//! - `layout`: lines, tables and pages;
//! - [`write`]: the file.
//!
//! The same document makes the same bytes: a file has no date of its own.

pub mod document;
mod font;
mod layout;
mod write;

pub use document::{Document, Foot, Part, Tone};

/// Why a file could not be made.
#[derive(Debug)]
pub struct PdfError(String);

impl std::fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for PdfError {}

/// Makes the file.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    let fonts = font::Fonts::new()?;
    let pages = layout::pages(document, &fonts);
    write::file(document, &pages, fonts)
}

#[cfg(test)]
mod tests;
