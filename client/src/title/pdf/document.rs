//! What is on the pages of a document, in the order of reading.

/// The colour of a remark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// It stands in the way: red.
    Grave,
    /// It is to be minded: amber.
    Mind,
    /// It is good: green.
    Good,
}

/// One part of a document.
#[derive(Clone, PartialEq, Debug)]
pub enum Part {
    /// The head of a section.
    Heading(String),
    /// The head of a part of a section.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// Facts with their labels.
    Rows(Vec<(String, String)>),
    /// A remark with a bar of its colour: what is said, and on what it rests.
    Remark {
        /// Its colour.
        tone: Tone,
        /// What is said.
        text: String,
        /// Article, object, entry.
        reference: String,
    },
    /// A table, its first row the head.
    Table {
        /// The widths of the columns, in parts of the whole.
        widths: Vec<u16>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
}

/// What stands at the foot of every page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Foot {
    /// The effect texts of the regimes.
    pub effect: Vec<String>,
    /// Block, time, extent.
    pub line: String,
    /// The digest of the report.
    pub digest: String,
    /// Before, between and after the number of the page and that of all: 第 / 页，共 / 页.
    pub page: [String; 3],
}

/// A document.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What stands below the title.
    pub subtitle: String,
    /// The language, as a tag: zh-CN or en-GB.
    pub language: &'static str,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The foot of its pages.
    pub foot: Foot,
}
