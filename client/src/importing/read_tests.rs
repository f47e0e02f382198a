//! Tests of reading.

use super::*;

const HEAD: &str =
    "scheme,number,registered_on,valid_through,kind,source,industry,description,holders,rights,file";

fn rows_of(text: &str, format: Format) -> Result<Vec<ReadRow>, FileProblem> {
    let mut rows = Vec::new();
    read(text.as_bytes(), format, &mut |row| {
        rows.push(row);
        true
    })?;
    Ok(rows)
}

#[test]
fn the_line_of_a_row_is_the_one_on_which_it_begins() {
    let text = format!("\u{feff}{HEAD}\r\na,1,,,,,,,\"x;\r\ny\",,\r\n\r\nb,2,,,,,,,z,,\r\n");
    let rows = rows_of(&text, Format::Csv).unwrap();
    let [Ok(first), Ok(second)] = rows.as_slice() else {
        panic!("{rows:?}");
    };
    assert_eq!((first.line, second.line), (2, 5));
    assert_eq!(first.items(Column::Holders).collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(second.cell(Column::Number), Some("2"));
    assert_eq!(second.cell(Column::Form), None);
}

#[test]
fn a_row_that_cannot_be_read_does_not_end_the_reading() {
    let text = format!("{HEAD}\na,1\nb,2,,,,,,,z,,\n");
    let rows = rows_of(&text, Format::Csv).unwrap();
    let cells = RowError::Cells {
        expected: 11,
        found: 2,
    };
    assert_eq!(rows[0], Err((2, RowProblem::of_row(cells))));
    assert!(rows[1].is_ok());
    let mut bytes = format!("{HEAD}\na,").into_bytes();
    bytes.extend([0xb1, 0xe0]);
    bytes.extend(b",,,,,,,,,\n");
    let mut rows = Vec::new();
    read(&bytes[..], Format::Csv, &mut |row| {
        rows.push(row);
        true
    })
    .unwrap();
    assert_eq!(
        rows,
        [Err((2, RowProblem::of(Column::Number, RowError::NotText)))]
    );
}

#[test]
fn the_first_line_names_every_column_that_must_be_there_and_no_other() {
    let lacking = rows_of("scheme,number\n", Format::Csv).unwrap_err();
    assert!(
        matches!(&lacking, FileProblem::ColumnsLacking { columns } if columns.contains("registered_on")),
        "{lacking:?}"
    );
    let unknown = rows_of(&format!("{HEAD},colour\n"), Format::Csv);
    assert_eq!(
        unknown,
        Err(FileProblem::ColumnsUnknown {
            columns: "colour".into()
        })
    );
    let twice = rows_of(&format!("{HEAD},file\n"), Format::Csv);
    assert_eq!(
        twice,
        Err(FileProblem::ColumnTwice {
            column: "file".into()
        })
    );
    assert_eq!(
        rows_of("", Format::Csv).unwrap_err(),
        rows_of("\n", Format::Csv).unwrap_err()
    );
}

#[test]
fn a_json_member_reads_as_the_cell_of_its_column() {
    let text = r#"[{ "number": "A-1", "industry": 74, "holders": ["P1-1-Q=1/3", "P1-2-3=2/3"], "form": null }, 7,
        { "colour": "red" }, { "level": true }]"#;
    let rows = rows_of(text, Format::Json).unwrap();
    let first = rows[0].as_ref().unwrap();
    assert_eq!(first.line, 1);
    assert_eq!(first.cell(Column::Industry), Some("74"));
    assert_eq!(first.items(Column::Holders).count(), 2);
    assert_eq!(first.cell(Column::Form), None);
    assert_eq!(rows[1], Err((2, RowProblem::of_row(RowError::NotAnObject))));
    assert!(matches!(
        &rows[2],
        Err((3, problem)) if matches!(problem.error, RowError::UnknownMember { .. })
    ));
    assert!(matches!(&rows[3], Err((4, problem)) if problem.column == Some(Column::Level)));
}

#[test]
fn a_json_file_is_one_array() {
    for text in ["", "{}", "[{}", "[{}] 1", "[{},]", "nothing"] {
        let read = rows_of(text, Format::Json);
        assert!(
            matches!(read, Err(FileProblem::NotAnArray { .. })),
            "{text}: {read:?}"
        );
    }
    assert_eq!(rows_of("[]", Format::Json), Ok(Vec::new()));
}

#[test]
fn reading_ends_when_no_more_is_wanted() {
    for (text, format) in [
        (format!("{HEAD}\n{}", "a,1,,,,,,,z,,\n".repeat(9)), Format::Csv),
        ("[{},{},{},{},broken".to_owned(), Format::Json),
    ] {
        let mut taken = 0;
        let read = read(text.as_bytes(), format, &mut |_| {
            taken += 1;
            taken < 3
        });
        assert_eq!((read, taken), (Ok(()), 3));
    }
}

#[test]
fn the_name_of_a_file_tells_its_form() {
    assert_eq!(Format::of_name(Path::new("a/b.CSV")), Ok(Format::Csv));
    assert_eq!(Format::of_name(Path::new("b.json")), Ok(Format::Json));
    assert!(Format::of_name(Path::new("csv")).is_err());
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes: Vec<u8>, json: bool) {
        let format = if json { Format::Json } else { Format::Csv };
        let _ = read(&bytes[..], format, &mut |_| true);
        let _ = read([HEAD.as_bytes(), b"\n", &bytes].concat().as_slice(), Format::Csv, &mut |_| true);
    }
}
