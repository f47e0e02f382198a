//! Every reason for which a pallet of ours refuses is reached by a test of that pallet, and the test has a name.

use scale_info::TypeDef;
use std::{collections::BTreeSet, fs, path::Path};

/// Where the pallets stand.
const PALLETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../pallets");

/// Files of tests that assert no single error: a random walk expects any, the others read the tests themselves.
const NO_PROOF: [&str; 3] = ["coverage.rs", "walk.rs", "walk_calls.rs"];

/// A function of the tests of a pallet.
struct Function {
    name: String,
    is_test: bool,
    body: String,
}

/// The functions of a source file, without comments. What stands before the first one belongs to none.
fn functions(source: &str, found: &mut Vec<Function>) {
    let mut is_test = false;
    let lines = source.lines().map(str::trim);
    for line in lines.filter(|line| !line.starts_with("//")) {
        let head = line.strip_prefix("pub ").unwrap_or(line);
        if line == "#[test]" {
            is_test = true;
        } else if let Some(rest) = head.strip_prefix("fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or_default().to_owned();
            found.push(Function {
                name,
                is_test,
                body: String::new(),
            });
            is_test = false;
        } else if let Some(function) = found.last_mut() {
            function.body.push_str(line);
            function.body.push('\n');
        }
    }
}

/// The functions of the tests of a pallet.
fn tests_of(folder: &Path) -> Vec<Function> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder.join("src/tests")).expect("a pallet has tests") {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rs") && !NO_PROOF.contains(&&*name) {
            functions(&fs::read_to_string(&path).unwrap(), &mut found);
        }
    }
    found
}

/// Whether `word` stands in `text` with no letter, digit or underscore beside it.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |next: char| next.is_alphanumeric() || next == '_';
    text.match_indices(word).any(|(place, _)| {
        let after = text[place + word.len()..].chars().next();
        let before = text[..place].chars().next_back();
        !after.is_some_and(is_part) && !before.is_some_and(is_part)
    })
}

/// The tests that expect an error: they name it, or call a function that names it.
fn tests_that_reach<'a>(functions: &'a [Function], spellings: &[String]) -> BTreeSet<&'a str> {
    let names_it = |function: &&Function| spellings.iter().any(|word| has_word(&function.body, word));
    let (tests, helpers): (Vec<_>, Vec<_>) = functions
        .iter()
        .filter(names_it)
        .partition(|function| function.is_test);
    let mut reaching: BTreeSet<_> = tests.iter().map(|test| test.name.as_str()).collect();
    for helper in helpers {
        let called = format!("{}(", helper.name);
        let is_caller = |function: &&Function| {
            function.is_test && function.body.contains(&called) && has_word(&function.body, &helper.name)
        };
        let callers = functions.iter().filter(is_caller);
        reaching.extend(callers.map(|test| test.name.as_str()));
    }
    reaching
}

/// The names of a pallet's errors, out of the metadata.
fn errors_of(pallet: &str) -> Vec<String> {
    let metadata = crate::pallets::metadata_ir();
    let mut known = metadata.pallets.iter();
    let known = known.find(|known| known.name.to_lowercase() == pallet);
    let known = known.unwrap_or_else(|| panic!("the runtime has no pallet {pallet}"));
    let errors = known.error.as_ref().map(|errors| errors.ty.type_info().type_def);
    match errors {
        Some(TypeDef::Variant(errors)) => errors
            .variants
            .iter()
            .map(|variant| variant.name.to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_error_of_every_pallet_is_reached_by_a_named_test() {
    let mut counted = 0;
    let mut unreached = Vec::new();
    for folder in fs::read_dir(PALLETS).unwrap() {
        let folder = folder.unwrap().path();
        if !folder.join("Cargo.toml").exists() {
            continue;
        }
        let pallet = folder.file_name().unwrap_or_default().to_string_lossy();
        let functions = tests_of(&folder);
        for error in errors_of(&pallet) {
            let spellings = ["Error::<Test>::", "Error::"].map(|path| format!("{path}{error}"));
            counted += 1;
            if tests_that_reach(&functions, &spellings).is_empty() {
                unreached.push(format!("{pallet}: {error}"));
            }
        }
    }
    assert!(counted >= 265, "the errors of all pallets are found: {counted}");
    assert_eq!(unreached, Vec::<String>::new());
}

#[test]
fn every_refusal_of_admission_is_reached_by_a_named_test() {
    use pallet_admission::Refusal;
    let all = [
        Refusal::NotAdmitted,
        Refusal::Suspended,
        Refusal::QuotaUsed,
        Refusal::TooManyPending,
        Refusal::LargerThanQuota,
    ];
    let functions = tests_of(&Path::new(PALLETS).join("admission"));
    for (place, refusal) in all.into_iter().enumerate() {
        assert_eq!(refusal as usize, place + 1, "numbered from 1 without gap");
        let spelling = format!("Refusal::{refusal:?}");
        assert!(
            !tests_that_reach(&functions, &[spelling]).is_empty(),
            "{refusal:?}"
        );
    }
}

#[test]
fn an_error_that_only_a_comment_or_another_error_names_is_not_reached() {
    let mut found = Vec::new();
    let source = "
        const TABLE: Error = Error::Alone;
        // Error::Missing
        fn helper() -> Error {
            Error::<Test>::Indirect
        }
        #[test]
        fn cannot_do_it() {
            assert_noop!(call(), Error::<Test>::MissingToo);
            assert_noop!(call(), helper());
        }
        fn nobody_calls_this() {
            Error::Lost
        }";
    functions(source, &mut found);
    let reach = |error: &str| {
        let spellings = ["Error::<Test>::", "Error::"].map(|path| format!("{path}{error}"));
        tests_that_reach(&found, &spellings).len()
    };
    assert_eq!(["MissingToo", "Indirect"].map(reach), [1, 1]);
    assert_eq!(["Missing", "Alone", "Lost", "Unknown"].map(reach), [0, 0, 0, 0]);
}
