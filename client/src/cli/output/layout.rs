//! Lines for people: aligned, coloured, and unable to steer the terminal.

use anstyle::Style;

use super::{Line, CAUTION, GOOD, LABEL};

pub(super) fn painted(style: Style, text: &str, colour: bool) -> String {
    if colour {
        format!("{style}{text}{style:#}")
    } else {
        text.to_owned()
    }
}

/// Text from outside may not steer the terminal.
pub(super) fn harmless(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if steers(c) { '\u{fffd}' } else { c })
        .collect()
}

pub(super) fn render(lines: &[Line], colour: bool) -> String {
    let paint = |style: Style, text: &str| painted(style, &harmless(text), colour);
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Done(what) => text += &format!("{} {}\n", painted(GOOD, "✓", colour), harmless(what)),
            Line::Caution(what) => text += &format!("{} {}\n", painted(CAUTION, "!", colour), harmless(what)),
            Line::Text(what) => text += &format!("{}\n", harmless(what)),
            Line::Row(label, value) => {
                let gap = gap(label, widest_label_around(lines, at));
                text += &format!("  {}{gap}  {}\n", paint(LABEL, label), harmless(value));
            }
            Line::Table(rows) => text += &table(rows, &paint),
        }
    }
    text
}

/// The widest label of the rows that stand together with this one.
fn widest_label_around(lines: &[Line], at: usize) -> usize {
    let label = |line: &Line| {
        if let Line::Row(label, _) = line {
            Some(width(label))
        } else {
            None
        }
    };
    let before = lines[..at].iter().rev().map_while(label).max();
    let after = lines[at..].iter().map_while(label).max();
    before.max(after).unwrap_or(0)
}

fn table(rows: &[Vec<String>], paint: &dyn Fn(Style, &str) -> String) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns)
        .map(|column| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| width(cell))
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let mut line = String::from("  ");
        for (cell, widest) in row.iter().zip(&widths) {
            line += &if at == 0 {
                paint(LABEL, cell)
            } else {
                harmless(cell)
            };
            line += &gap(cell, *widest);
            line += "  ";
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

pub(super) fn gap(text: &str, widest: usize) -> String {
    " ".repeat(widest.saturating_sub(width(text)))
}

/// Columns of a terminal; Chinese characters take two.
pub(super) fn width(text: &str) -> usize {
    let wide = |c: char| {
        matches!(u32::from(c), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f
            | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
    };
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::super::Report;
    use super::*;
    use serde_json::Value;

    #[test]
    fn rows_are_aligned_whatever_the_script() {
        let report = Report::new(Value::Null)
            .row("地址", "a")
            .row("name", "b")
            .text("")
            .row("x", "c");
        assert_eq!(render(&report.lines, false), "  地址  a\n  name  b\n\n  x  c\n");
    }

    #[test]
    fn text_from_outside_cannot_steer_the_terminal() {
        let report = Report::new(Value::Null).row("name", "a\u{1b}[31mb\u{202e}");
        let text = render(&report.lines, true);
        assert!(!text.contains("\u{1b}[31m") && !text.contains('\u{202e}'));
    }

    #[test]
    fn tables_align_their_columns() {
        let rows = vec![vec!["名称".into(), "b".into()], vec!["x".into(), "y".into()]];
        let report = Report::new(Value::Null).table(rows);
        assert_eq!(render(&report.lines, false), "  名称  b\n  x     y\n");
    }
}
