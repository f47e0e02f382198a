//! Lines, tables and pages. Measures are points; the origin of a page is its lower left corner.

use super::{
    document::{Document, Part, Tone},
    font::{is_wide, never_begins, never_ends, Font, Fonts, Weight},
};

/// A4.
pub const WIDTH: f32 = 595.28;
/// A4.
pub const HEIGHT: f32 = 841.89;

const LEFT: f32 = 51.0;
const RIGHT: f32 = WIDTH - 51.0;
const TOP: f32 = HEIGHT - 52.0;
const TEXT: f32 = 9.0;
const SMALL: f32 = 7.2;
/// Height of a line, in parts of its size.
const LEADING: f32 = 1.5;
const LABELS: f32 = 108.0;

/// A colour: red, green, blue.
pub type Colour = [f32; 3];

const BLACK: Colour = [0.08, 0.09, 0.12];
const GREY: Colour = [0.38, 0.40, 0.45];
const LINE: Colour = [0.80, 0.82, 0.86];
const SHADE: Colour = [0.94, 0.95, 0.97];
const BLUE: Colour = [0.07, 0.22, 0.42];

/// Something on a page.
#[derive(Clone, PartialEq, Debug)]
pub enum Mark {
    /// A line of text.
    Text {
        /// Left end.
        x: f32,
        /// Its line.
        y: f32,
        /// Its weight.
        weight: Weight,
        /// Its size.
        size: f32,
        /// Its colour.
        colour: Colour,
        /// What it says.
        text: String,
    },
    /// A filled box: left, bottom, width, height.
    Box {
        /// Left, bottom, width, height.
        area: [f32; 4],
        /// Its colour.
        colour: Colour,
    },
}

/// The marks on one page.
pub type Page = Vec<Mark>;

/// Breaks a text into lines of at most `width`.
pub fn wrap(font: &Font, size: f32, text: &str, width: f32) -> Vec<String> {
    let text = font.printable(text);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0.0);
    for unit in units(&text) {
        let taken = font.width(&unit, size);
        if used + font.width(unit.trim_end(), size) <= width {
            line.push_str(&unit);
            used += taken;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        used = 0.0;
        // A unit that is longer than a line is broken anywhere.
        for character in unit.chars() {
            let one = font.width_of(character, size);
            if used + one > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(character);
            used += one;
        }
    }
    let last = line.trim_end();
    if !last.is_empty() || lines.is_empty() {
        lines.push(last.to_owned());
    }
    lines
}

/// What stays together on a line: a word with the space after it, or a Chinese character with what may not be parted from it.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for character in text.chars() {
        let joined = last.is_some_and(|last| {
            let in_word = !is_wide(last) && !is_wide(character) && last != ' ';
            in_word || never_ends(last) || never_begins(character)
        });
        match units.last_mut().filter(|_| joined) {
            Some(unit) => unit.push(character),
            None => units.push(character.to_string()),
        }
        last = Some(character);
    }
    units
}

/// All pages of a document.
pub fn pages(document: &Document, fonts: &Fonts) -> Vec<Page> {
    let mut setter = Setter::new(document, fonts);
    setter.head(document);
    for part in &document.parts {
        setter.part(part);
    }
    setter.finish(document)
}

struct Setter<'a> {
    fonts: &'a Fonts,
    pages: Vec<Page>,
    y: f32,
    bottom: f32,
}

impl<'a> Setter<'a> {
    fn new(document: &Document, fonts: &'a Fonts) -> Self {
        let font = fonts.of(Weight::Regular);
        let effect = document.foot.effect.iter();
        let lines: usize = effect
            .map(|text| wrap(font, SMALL, text, RIGHT - LEFT).len())
            .sum();
        let lines = u16::try_from(lines.saturating_add(2)).unwrap_or(u16::MAX);
        Self {
            fonts,
            pages: vec![Page::new()],
            y: TOP,
            bottom: 40.0 + f32::from(lines) * SMALL * LEADING + 10.0,
        }
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    fn text(&mut self, x: f32, y: f32, style: (Weight, f32, Colour), text: &str) {
        let (weight, size, colour) = style;
        self.put(Mark::Text {
            x,
            y,
            weight,
            size,
            colour,
            text: text.to_owned(),
        });
    }

    fn fill(&mut self, area: [f32; 4], colour: Colour) {
        self.put(Mark::Box { area, colour });
    }

    /// Begins a new page where less than `height` is left.
    fn need(&mut self, height: f32) -> bool {
        let full = self.y - height < self.bottom;
        if full {
            self.pages.push(Page::new());
            self.y = TOP;
        }
        full
    }

    fn lines(&mut self, lines: &[String], x: f32, style: (Weight, f32, Colour)) {
        for line in lines {
            self.need(style.1 * LEADING);
            self.y -= style.1 * LEADING;
            self.text(x, self.y, style, line);
        }
    }

    fn head(&mut self, document: &Document) {
        let title = wrap(self.fonts.of(Weight::Bold), 18.0, &document.title, RIGHT - LEFT);
        self.lines(&title, LEFT, (Weight::Bold, 18.0, BLUE));
        let subtitle = wrap(
            self.fonts.of(Weight::Regular),
            10.0,
            &document.subtitle,
            RIGHT - LEFT,
        );
        self.lines(&subtitle, LEFT, (Weight::Regular, 10.0, GREY));
        self.y -= 8.0;
        self.fill([LEFT, self.y, RIGHT - LEFT, 1.6], BLUE);
        self.y -= 4.0;
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(text) => {
                // A head is never alone at the end of a page.
                if !self.need(64.0) {
                    self.y -= 12.0;
                }
                self.lines(std::slice::from_ref(text), LEFT, (Weight::Bold, 12.0, BLUE));
                self.y -= 5.0;
                self.fill([LEFT, self.y, RIGHT - LEFT, 0.6], LINE);
                self.y -= 2.0;
            }
            Part::Subheading(text) => {
                // Nor is that of a table, with the first of its rows.
                self.need(110.0);
                self.y -= 5.0;
                let lines = wrap(self.fonts.of(Weight::Bold), 9.5, text, RIGHT - LEFT);
                self.lines(&lines, LEFT, (Weight::Bold, 9.5, BLACK));
            }
            Part::Text(text) => {
                let lines = wrap(self.fonts.of(Weight::Regular), TEXT, text, RIGHT - LEFT);
                self.lines(&lines, LEFT, (Weight::Regular, TEXT, BLACK));
                self.y -= 2.0;
            }
            Part::Rows(rows) => rows.iter().for_each(|(label, value)| self.row(label, value)),
            Part::Remark {
                tone,
                text,
                reference,
            } => self.remark(*tone, text, reference),
            Part::Table { widths, rows } => self.table(widths, rows),
        }
    }

    fn row(&mut self, label: &str, value: &str) {
        let labels = wrap(self.fonts.of(Weight::Regular), TEXT, label, LABELS - 10.0);
        let values = wrap(self.fonts.of(Weight::Regular), TEXT, value, RIGHT - LEFT - LABELS);
        let height = lines_high(labels.len().max(values.len()), TEXT);
        self.need(height);
        let top = self.y;
        self.block(&labels, LEFT, top, (Weight::Regular, TEXT, GREY));
        self.block(&values, LEFT + LABELS, top, (Weight::Regular, TEXT, BLACK));
        self.y = top - height - 1.5;
    }

    /// Lines below `top`, without breaking the page.
    fn block(&mut self, lines: &[String], x: f32, top: f32, style: (Weight, f32, Colour)) {
        let mut y = top;
        for line in lines {
            y -= style.1 * LEADING;
            self.text(x, y, style, line);
        }
    }

    fn remark(&mut self, tone: Tone, text: &str, reference: &str) {
        let colour = match tone {
            Tone::Grave => [0.74, 0.11, 0.11],
            Tone::Mind => [0.80, 0.52, 0.05],
            Tone::Good => [0.13, 0.48, 0.27],
        };
        let width = RIGHT - LEFT - 16.0;
        let said = wrap(self.fonts.of(Weight::Regular), TEXT, text, width);
        let rests = wrap(self.fonts.of(Weight::Regular), SMALL, reference, width);
        let height = lines_high(said.len(), TEXT) + lines_high(rests.len(), SMALL) + 7.0;
        self.need(height + 4.0);
        let top = self.y - 3.0;
        self.fill([LEFT, top - height, RIGHT - LEFT, height], SHADE);
        self.fill([LEFT, top - height, 3.0, height], colour);
        self.block(&said, LEFT + 11.0, top, (Weight::Regular, TEXT, BLACK));
        let below = top - lines_high(said.len(), TEXT);
        self.block(&rests, LEFT + 11.0, below, (Weight::Regular, SMALL, GREY));
        self.y = top - height - 1.0;
    }

    fn table(&mut self, widths: &[u16], rows: &[Vec<String>]) {
        let whole: f32 = widths.iter().map(|width| f32::from(*width)).sum();
        let columns: Vec<f32> = widths
            .iter()
            .map(|width| f32::from(*width) / whole.max(1.0) * (RIGHT - LEFT))
            .collect();
        let Some((head, body)) = rows.split_first() else {
            return;
        };
        self.y -= 4.0;
        let first = body
            .first()
            .map_or(0.0, |row| self.row_high(&columns, row, Weight::Regular));
        self.need(self.row_high(&columns, head, Weight::Bold) + first);
        self.table_row(&columns, head, true);
        for row in body {
            // The head stands again on a new page.
            if self.need(self.row_high(&columns, row, Weight::Regular)) {
                self.table_row(&columns, head, true);
            }
            self.table_row(&columns, row, false);
        }
        self.y -= 4.0;
    }

    fn cells(&self, columns: &[f32], row: &[String], weight: Weight) -> Vec<Vec<String>> {
        let cell = |(text, width): (&String, &f32)| wrap(self.fonts.of(weight), 8.0, text, width - 8.0);
        row.iter().zip(columns).map(cell).collect()
    }

    fn row_high(&self, columns: &[f32], row: &[String], weight: Weight) -> f32 {
        let most = self.cells(columns, row, weight).iter().map(Vec::len).max();
        lines_high(most.unwrap_or(1), 8.0) + 5.0
    }

    fn table_row(&mut self, columns: &[f32], row: &[String], is_head: bool) {
        let weight = if is_head { Weight::Bold } else { Weight::Regular };
        let (cells, height) = (
            self.cells(columns, row, weight),
            self.row_high(columns, row, weight),
        );
        let (top, mut x) = (self.y, LEFT);
        if is_head {
            self.fill([LEFT, top - height, RIGHT - LEFT, height], SHADE);
        }
        for (lines, width) in cells.iter().zip(columns) {
            self.block(lines, x + 4.0, top - 1.0, (weight, 8.0, BLACK));
            x += width;
        }
        self.y = top - height;
        self.fill([LEFT, self.y, RIGHT - LEFT, 0.4], LINE);
    }

    /// The foot of every page, now that their number is known.
    fn finish(mut self, document: &Document) -> Vec<Page> {
        let regular = self.fonts.of(Weight::Regular);
        let foot = &document.foot;
        let style = (Weight::Regular, SMALL, GREY);
        let effect: Vec<String> = foot
            .effect
            .iter()
            .flat_map(|text| wrap(regular, SMALL, text, RIGHT - LEFT))
            .collect();
        let mut pages = std::mem::take(&mut self.pages);
        let all = pages.len();
        for (place, page) in pages.iter_mut().enumerate() {
            self.pages = vec![std::mem::take(page)];
            self.fill([LEFT, self.bottom - 5.0, RIGHT - LEFT, 0.6], LINE);
            let top = self.bottom - 6.0;
            self.block(&effect, LEFT, top, (Weight::Regular, SMALL, BLACK));
            let below = top - lines_high(effect.len(), SMALL) - 2.0;
            let [before, between, after] = &foot.page;
            let number = format!("{before}{}{between}{all}{after}", place.saturating_add(1));
            self.block(
                &[regular.printable(&foot.line), regular.printable(&foot.digest)],
                LEFT,
                below,
                style,
            );
            let x = RIGHT - regular.width(&number, SMALL);
            self.block(&[number], x, below, style);
            *page = self.pages.pop().unwrap_or_default();
        }
        pages
    }
}

fn lines_high(count: usize, size: f32) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX)) * size * LEADING
}
