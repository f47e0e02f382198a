//! What came of the rows so far.

use quanji_client::{
    chain::{Refusal, SubmitError},
    importing::ErrorFile,
    language::Language,
};
use quanji_primitives::imported::EarlierRegistration;

use super::{
    super::{context::Context, counter::Counter},
    lookup::{Place, Prepared},
};

/// The rule by which the register refuses a number that it has.
const ALREADY_IMPORTED: &str = "Registry::AlreadyImported";

/// What came of the rows so far.
pub struct Tally<'a> {
    /// Rows of the file.
    pub total: u64,
    /// Rows imported, or found fit when nothing is sent.
    pub done: u64,
    /// Rows that were imported already.
    pub already: u64,
    /// Rows that were not imported.
    pub failed: u64,
    /// What is wrong with these.
    pub errors: ErrorFile,
    language: Language,
    counter: Counter,
    context: &'a Context,
}

impl<'a> Tally<'a> {
    /// For a file of so many rows.
    pub fn new(context: &'a Context, total: u64) -> Self {
        let language = context.language;
        let counter = context.output.counter(importing(language), total);
        Self {
            total,
            done: 0,
            already: 0,
            failed: 0,
            errors: ErrorFile::default(),
            language,
            counter,
            context,
        }
    }

    /// Counts a row that is not sent, and passes on one that is.
    pub fn sort(&mut self, prepared: Prepared) -> Option<(Place, EarlierRegistration)> {
        match prepared {
            Prepared::Fit(place, earlier) => return Some((place, *earlier)),
            Prepared::Already => self.already += 1,
            Prepared::Wrong(place, problems) => {
                self.failed += 1;
                for problem in problems {
                    self.errors
                        .problem(place.line, &place.number, &problem, self.language);
                }
            }
        }
        self.counter.advance();
        None
    }

    /// Counts a row that would be sent.
    pub fn fits(&mut self) {
        self.done += 1;
        self.counter.advance();
    }

    /// Counts a row that was sent.
    pub fn settled(&mut self, place: Place, result: Result<(), SubmitError>) {
        match result {
            Ok(()) => self.done += 1,
            Err(SubmitError::Refused(refusal)) if refusal.rule() == ALREADY_IMPORTED => self.already += 1,
            Err(SubmitError::Refused(refusal)) => {
                self.failed += 1;
                self.errors
                    .refusal(place.line, &place.number, &refusal, self.language);
            }
            Err(SubmitError::Chain(error)) => {
                self.failed += 1;
                self.errors
                    .other(place.line, &place.number, &error, self.language);
            }
            Err(SubmitError::Key(error)) => {
                self.failed += 1;
                self.errors
                    .other(place.line, &place.number, &error, self.language);
            }
        }
        self.counter.say(importing(self.language));
        self.counter.advance();
    }

    /// The register takes no further row for now.
    pub fn resting(&mut self, refusal: &Refusal) {
        self.counter.say(self.context.language.pick(
            "等待配额恢复",
            if refusal.error == "QuotaUsed" {
                "waiting for the quota to recover"
            } else {
                "waiting for the pool"
            },
        ));
    }
}

fn importing(language: Language) -> &'static str {
    language.pick("正在导入", "importing")
}
