//! The fonts of the pages: Noto Sans CJK SC, regular and bold, cut down to GB 2312, Latin and a few signs. They are under the SIL
//! Open Font License, which is beside them in `client/fonts`, with how they were cut.

use std::{cell::RefCell, collections::BTreeMap};

use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

use super::PdfError;

static REGULAR: &[u8] = include_bytes!("../../../fonts/NotoSansSC-Regular.otf");
static BOLD: &[u8] = include_bytes!("../../../fonts/NotoSansSC-Bold.otf");

/// A weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// For text.
    Regular,
    /// For heads and labels.
    Bold,
}

/// A font, and the glyphs of it that a file needs.
pub struct Font {
    data: &'static [u8],
    face: Face<'static>,
    used: RefCell<GlyphRemapper>,
    characters: RefCell<BTreeMap<u16, char>>,
}

/// Both.
pub struct Fonts {
    regular: Font,
    bold: Font,
}

/// A font as it goes into a file.
pub struct Embedded {
    /// The outlines, as CFF.
    pub cff: Vec<u8>,
    /// The width of each glyph, in thousandths of its size.
    pub widths: Vec<f32>,
    /// The characters of the glyphs, so that text can be searched and copied.
    pub characters: BTreeMap<u16, char>,
    /// Box, ascent, descent and height of capitals, in thousandths.
    pub metrics: Metrics,
}

/// Measures of a font, in thousandths of its size.
#[derive(Clone, Copy, Debug)]
pub struct Metrics {
    /// Left, bottom, right, top of all glyphs.
    pub bounds: [f32; 4],
    /// Above the line.
    pub ascent: f32,
    /// Below the line, negative.
    pub descent: f32,
    /// Of capitals.
    pub capitals: f32,
}

impl Fonts {
    /// Reads the fonts that come with the program.
    pub fn new() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Font::new(REGULAR)?,
            bold: Font::new(BOLD)?,
        })
    }

    /// The font of a weight.
    pub fn of(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Both, with what a file needs of them.
    pub fn into_both(self) -> [(Weight, Font); 2] {
        [(Weight::Regular, self.regular), (Weight::Bold, self.bold)]
    }
}

impl Font {
    fn new(data: &'static [u8]) -> Result<Self, PdfError> {
        let face = Face::parse(data, 0).map_err(|error| PdfError(error.to_string()))?;
        Ok(Self {
            data,
            face,
            used: RefCell::new(GlyphRemapper::new()),
            characters: RefCell::new(BTreeMap::new()),
        })
    }

    /// The text with only what can be shown: a character that the font lacks is named by its code point, so that nothing is
    /// lost silently; control characters are left out.
    pub fn printable(&self, text: &str) -> String {
        let mut shown = String::new();
        for character in text.chars() {
            if character.is_control() {
                continue;
            }
            if self.face.glyph_index(character).is_some() {
                shown.push(character);
            } else {
                shown.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
        shown
    }

    /// The width of a character at a size.
    pub fn width_of(&self, character: char, size: f32) -> f32 {
        let glyph = self.face.glyph_index(character).unwrap_or_default();
        self.thousandths(self.face.glyph_hor_advance(glyph).unwrap_or_default()) * size / 1000.0
    }

    /// The width of a text at a size.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|character| self.width_of(character, size)).sum()
    }

    /// The glyphs of a text, as the file will number them, two bytes each.
    pub fn glyphs(&self, text: &str) -> Vec<u8> {
        let (mut used, mut characters) = (self.used.borrow_mut(), self.characters.borrow_mut());
        let numbers = text.chars().map(|character| {
            let glyph = self.face.glyph_index(character).unwrap_or_default();
            let number = used.remap(glyph.0);
            characters.entry(number).or_insert(character);
            number
        });
        numbers.flat_map(u16::to_be_bytes).collect()
    }

    /// What goes into the file.
    pub fn embed(self) -> Result<Embedded, PdfError> {
        let used = self.used.borrow();
        let subset = subsetter::subset(self.data, 0, &used).map_err(|error| PdfError(error.to_string()))?;
        let raw = RawFace::parse(&subset, 0).map_err(|error| PdfError(error.to_string()))?;
        let cff = raw.table(Tag::from_bytes(b"CFF "));
        let cff = cff.ok_or_else(|| PdfError("the font has no CFF outlines".into()))?;
        let widths = used.remapped_gids().map(|glyph| {
            let glyph = ttf_parser::GlyphId(glyph);
            self.thousandths(self.face.glyph_hor_advance(glyph).unwrap_or_default())
        });
        let bounds = self.face.global_bounding_box();
        let scale = |value: i16| f32::from(value) * 1000.0 / f32::from(self.face.units_per_em());
        Ok(Embedded {
            cff: cff.to_vec(),
            widths: widths.collect(),
            characters: self.characters.borrow().clone(),
            metrics: Metrics {
                bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(scale),
                ascent: scale(self.face.ascender()),
                descent: scale(self.face.descender()),
                capitals: scale(self.face.capital_height().unwrap_or(733)),
            },
        })
    }

    fn thousandths(&self, units: u16) -> f32 {
        f32::from(units) * 1000.0 / f32::from(self.face.units_per_em())
    }
}

/// Whether a line may break before or after a character: those of Chinese writing stand each for itself.
pub fn is_wide(character: char) -> bool {
    matches!(u32::from(character), 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xffef)
}

/// Characters that never begin a line.
pub fn never_begins(character: char) -> bool {
    "，。；：、！？）」』】》〉”’…—,.;:!?)]}%".contains(character)
}

/// Characters that never end a line.
pub fn never_ends(character: char) -> bool {
    "（「『【《〈“‘([{".contains(character)
}
