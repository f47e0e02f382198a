//! A case on its way: its steps, and what is true of it at a moment without anyone acting.

mod decision;
mod filed;
mod record;
mod standing;
#[cfg(test)]
mod tests;

pub use decision::{
    Conclusion, Decision, Examination, Finding, Findings, MatchFinding, RefusalGround, Report, Signed,
    DECISIONS_MAX,
};
pub use record::{
    Answer, Appeal, Case, Concerned, Inquired, Inquiry, InquiryAnswer, MarkConsent, Notice,
    PublicationDecision, Reassessment, Reference, Refusal, Return, Signing, Stage, Supplement, Termination,
    CONCERNED_MAX,
};
pub use standing::{Acceptance, Recourse, Standing, Status};

use crate::{CaseId, ObjectId};

/// The identifiers of a case and its object share one serial number at filing, so that a closed case is found through
/// its object.
pub fn object_of_first_registration(case: CaseId) -> ObjectId {
    ObjectId(case.0)
}
