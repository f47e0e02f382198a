//! The file: PDF 1.7, each font a composite one with CFF outlines and a map to Unicode.

use pdf_writer::{
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
    Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr,
};

use super::{
    document::Document,
    font::{Embedded, Fonts, Weight},
    layout::{Mark, Page, HEIGHT, WIDTH},
    PdfError,
};

const IDENTITY: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Numbers of the objects of a file.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 = self.0.saturating_add(1);
        Ref::new(self.0)
    }
}

/// The objects of one font.
struct FontRefs {
    font: Ref,
    cid: Ref,
    descriptor: Ref,
    outlines: Ref,
    map: Ref,
}

fn name_of(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"F1"),
        Weight::Bold => Name(b"F2"),
    }
}

/// Makes the file.
pub fn file(document: &Document, pages: &[Page], fonts: Fonts) -> Result<Vec<u8>, PdfError> {
    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let refs: Vec<(Ref, Ref)> = pages.iter().map(|_| (numbers.next(), numbers.next())).collect();
    let mut font_refs = || FontRefs {
        font: numbers.next(),
        cid: numbers.next(),
        descriptor: numbers.next(),
        outlines: numbers.next(),
        map: numbers.next(),
    };
    let font_refs = [font_refs(), font_refs()];

    let mut pdf = Pdf::new();
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(document.language));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(info)
        .title(TextStr(&document.title))
        .subject(TextStr(&document.subtitle))
        .keywords(TextStr(&document.foot.digest))
        .creator(TextStr("quanji"));
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(tree)
        .kids(refs.iter().map(|(page, _)| *page))
        .count(count);
    for ((page, content), marks) in refs.iter().zip(pages) {
        let mut written = pdf.page(*page);
        written.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT));
        written.parent(tree).contents(*content);
        let mut resources = written.resources();
        let mut named = resources.fonts();
        named.pair(name_of(Weight::Regular), font_refs[0].font);
        named.pair(name_of(Weight::Bold), font_refs[1].font);
        named.finish();
        resources.finish();
        written.finish();
        pdf.stream(*content, &drawn(marks, &fonts));
    }
    for ((weight, font), refs) in fonts.into_both().into_iter().zip(&font_refs) {
        write_font(&mut pdf, weight, &font.embed()?, refs);
    }
    Ok(pdf.finish())
}

fn drawn(marks: &Page, fonts: &Fonts) -> Vec<u8> {
    let mut content = Content::new();
    for mark in marks {
        match mark {
            Mark::Box {
                area: [x, y, width, height],
                colour: [red, green, blue],
            } => {
                content.set_fill_rgb(*red, *green, *blue);
                content.rect(*x, *y, *width, *height).fill_nonzero();
            }
            Mark::Text {
                x,
                y,
                weight,
                size,
                colour: [red, green, blue],
                text,
            } => {
                content.set_fill_rgb(*red, *green, *blue);
                content.begin_text().set_font(name_of(*weight), *size);
                content.next_line(*x, *y);
                content.show(Str(&fonts.of(*weight).glyphs(text)));
                content.end_text();
            }
        }
    }
    content.finish().to_vec()
}

fn write_font(pdf: &mut Pdf, weight: Weight, font: &Embedded, refs: &FontRefs) {
    let (name, bold) = match weight {
        Weight::Regular => (Name(b"QUANJI+NotoSansCJKsc-Regular"), false),
        Weight::Bold => (Name(b"QUANJI+NotoSansCJKsc-Bold"), true),
    };
    pdf.type0_font(refs.font)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(refs.cid)
        .to_unicode(refs.map);
    let mut cid = pdf.cid_font(refs.cid);
    cid.subtype(CidFontType::Type0)
        .base_font(name)
        .system_info(IDENTITY)
        .font_descriptor(refs.descriptor)
        .default_width(1000.0);
    cid.widths().consecutive(0, font.widths.iter().copied());
    cid.finish();
    let [left, bottom, right, top] = font.metrics.bounds;
    pdf.font_descriptor(refs.descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(font.metrics.ascent)
        .descent(font.metrics.descent)
        .cap_height(font.metrics.capitals)
        .stem_v(if bold { 140.0 } else { 80.0 })
        .font_file3(refs.outlines);
    pdf.stream(refs.outlines, &font.cff)
        .pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    let mut map = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
    for (glyph, character) in &font.characters {
        map.pair(*glyph, *character);
    }
    pdf.cmap(refs.map, &map.finish());
}
