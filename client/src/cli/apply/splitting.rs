//! A split, which a change asks for: what leaves an object, and the fingerprints of each range.

use std::path::PathBuf;

use clap::Args;
use quanji_client::language::Language;
use quanji_primitives::{
    filing::{Part, Split},
    object::Fingerprint,
    Digest,
};

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{arguments, bad_value, description},
        output::Report,
    },
    complete,
};

/// What leaves the object.
#[derive(Debug, Args)]
pub struct SplitArguments {
    /// Split the object: the description of a part that leaves and becomes an object of its own, repeated; --description is that of what stays
    #[arg(long, value_name = "FILE", requires = "description")]
    split_off: Vec<PathBuf>,
    /// A fingerprint of a range, written by `quanji fingerprint --out`, repeated: 0 is what stays, 1 the first part: 1:port.json
    #[arg(long, value_name = "PART:FILE", value_parser = of_range, requires = "split_off")]
    range_fingerprint: Vec<(usize, PathBuf)>,
}

fn of_range(text: &str) -> Result<(usize, PathBuf), String> {
    let (number, file) = text.split_once(':').ok_or("write PART:FILE")?;
    let number = number.parse().map_err(|_| "write the number of the part")?;
    Ok((number, file.into()))
}

impl SplitArguments {
    /// The split that is asked for.
    pub fn split(&self, context: &Context) -> Result<Option<Box<Split>>, Failure> {
        if self.split_off.is_empty() {
            return Ok(None);
        }
        if let Some((number, _)) = self
            .range_fingerprint
            .iter()
            .find(|(number, _)| *number > self.split_off.len())
        {
            let number = number.to_string();
            return Err(bad_value("--range-fingerprint", &number, "PART"));
        }
        let parts = self
            .split_off
            .iter()
            .zip(1..)
            .map(|(file, number)| {
                Ok(Part {
                    description: Digest::Sha2_256(description(context, file)?.digest()),
                    fingerprints: self
                        .prints_of(context, number)?
                        .try_into()
                        .map_err(|_| arguments("--range-fingerprint"))?,
                })
            })
            .collect::<Result<Vec<_>, Failure>>()?;
        let split = Split {
            fingerprints: self
                .prints_of(context, 0)?
                .try_into()
                .map_err(|_| arguments("--range-fingerprint"))?,
            parts: parts.try_into().map_err(|_| arguments("--split-off"))?,
        };
        Ok(Some(Box::new(split)))
    }

    fn prints_of(&self, context: &Context, range: usize) -> Result<Vec<Fingerprint>, Failure> {
        let own = self
            .range_fingerprint
            .iter()
            .filter(|(number, _)| *number == range);
        own.map(|(_, file)| Ok((&complete::fingerprint(context, file)?).into()))
            .collect()
    }
}

/// What leaves, as lines.
pub fn split_of(language: Language, split: &Split, mut report: Report) -> Report {
    for (number, part) in (1..).zip(&split.parts) {
        let label = language.pick(
            format!("拆出部分 {number} 的数据说明"),
            format!("description of part {number} that leaves"),
        );
        report = report.row(&label, part.description.to_string());
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_names_its_range() {
        assert_eq!(of_range("1:port.json"), Ok((1, "port.json".into())));
        assert_eq!(of_range("0:a:b.json"), Ok((0, "a:b.json".into())));
        for text in ["port.json", "one:port.json", ":port.json"] {
            assert!(of_range(text).is_err(), "{text}");
        }
    }
}
