use super::{
    font::{Fonts, Weight},
    layout::{wrap, Mark},
    *,
};

fn document(rows: usize) -> Document {
    let row = |number: usize| vec![format!("R1-1-{number}"), "数据经营权 operating right".to_owned()];
    Document {
        title: "权属报告".into(),
        subtitle: "公开摘要".into(),
        language: "zh-CN",
        parts: vec![
            Part::Heading("一、提示".into()),
            Part::Remark {
                tone: Tone::Grave,
                text: "备注 0：查封，自 2026-11-09 起".into(),
                reference: "NG 23".into(),
            },
            Part::Rows(vec![("登记机构".into(), "A44".into())]),
            Part::Table {
                widths: vec![1, 3],
                rows: (0..rows).map(row).collect(),
            },
        ],
        foot: Foot {
            effect: vec!["登记只证明记载内容。".into()],
            line: "区块 20".into(),
            digest: "sha2-256:ab".into(),
            page: ["第 ".into(), " 页，共 ".into(), " 页".into()],
        },
    }
}

fn texts(page: &[Mark]) -> Vec<String> {
    let text = |mark: &Mark| match mark {
        Mark::Text { text, .. } => Some(text.clone()),
        Mark::Box { .. } => None,
    };
    page.iter().filter_map(text).collect()
}

#[test]
fn every_page_has_effect_text_block_digest_and_number() {
    let fonts = Fonts::new().unwrap();
    let pages = layout::pages(&document(200), &fonts);
    assert!(pages.len() > 3, "{}", pages.len());
    for (place, page) in (1..).zip(&pages) {
        let texts = texts(page);
        let number = format!("第 {place} 页，共 {} 页", pages.len());
        for expected in ["登记只证明记载内容。", "区块 20", "sha2-256:ab", number.as_str()] {
            assert!(texts.iter().any(|text| text == expected), "{place}: {expected}");
        }
    }
}

#[test]
fn nothing_runs_out_of_the_page() {
    let fonts = Fonts::new().unwrap();
    for page in layout::pages(&document(120), &fonts) {
        for mark in page {
            let (x, y, width) = match &mark {
                Mark::Text {
                    x,
                    y,
                    weight,
                    size,
                    text,
                    ..
                } => (*x, *y, fonts.of(*weight).width(text, *size)),
                Mark::Box {
                    area: [x, y, width, _],
                    ..
                } => (*x, *y, *width),
            };
            assert!(x >= 50.0 && x + width <= layout::WIDTH - 50.0, "{mark:?}");
            assert!((20.0..=layout::HEIGHT - 40.0).contains(&y), "{mark:?}");
        }
    }
}

#[test]
fn lines_break_as_chinese_and_english_do() {
    let fonts = Fonts::new().unwrap();
    let font = fonts.of(Weight::Regular);
    let lines = wrap(font, 10.0, "数据（资源）持有权，数据经营权。", 62.0);
    assert!(lines.len() > 1);
    for line in &lines {
        assert!(font.width(line, 10.0) <= 72.0, "{line}");
        assert!(!line.starts_with(['，', '。', '）']), "{line}");
        assert!(!line.ends_with('（'), "{line}");
    }
    assert_eq!(lines.concat(), "数据（资源）持有权，数据经营权。");
    let english = wrap(font, 10.0, "an operating right in force", 80.0);
    assert_eq!(english.join(" "), "an operating right in force");
    let digest = wrap(font, 10.0, &"ab".repeat(40), 100.0);
    assert_eq!(digest.concat(), "ab".repeat(40));
    assert_eq!(wrap(font, 10.0, "", 100.0), [""]);
}

#[test]
fn a_character_outside_the_font_is_named() {
    let fonts = Fonts::new().unwrap();
    let font = fonts.of(Weight::Regular);
    assert_eq!(font.printable("权\u{20bb7}\u{7}a"), "权[U+20BB7]a");
}

#[test]
fn the_file_has_its_fonts_inside_and_is_the_same_each_time() {
    let file = pdf(&document(3)).unwrap();
    assert!(file.starts_with(b"%PDF-1.7"));
    let holds = |text: &[u8]| file.windows(text.len()).any(|part| part == text);
    for text in [&b"FontFile3"[..], b"CIDFontType0C", b"ToUnicode", b"zh-CN"] {
        assert!(holds(text), "{}", String::from_utf8_lossy(text));
    }
    assert!(file.len() < 400_000, "{}", file.len());
    assert_eq!(pdf(&document(3)).unwrap(), file);
}
