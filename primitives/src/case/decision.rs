//! What officers decide in a case: findings, decisions for each right, grounds, reports.

use crate::{clock::Moment, rights::RightKind, Bounded, Digest, OfficerId, PartyId};

/// The most rights one application claims: three kinds for the applicant and seven further participants.
pub const DECISIONS_MAX: u32 = 24;

domain! {
    /// An examiner's finding on one of the three conditions (S040).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Finding {
        /// Met.
        #[codec(index = 0)]
        Met,
        /// Not met.
        #[codec(index = 1)]
        NotMet,
    }

    /// The findings on lawful source 来源合法, compliant content 内容合规, clear authorisation 授权明晰.
    #[derive(Copy)]
    pub struct Findings {
        /// Lawful source.
        pub lawful_source: Finding,
        /// Compliant content.
        pub compliant_content: Finding,
        /// Clear authorisation.
        pub clear_authorisation: Finding,
    }

    /// Why registration is refused (NG 22, NG 39).
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum RefusalGround {
        /// May endanger national security, public interest or lawful rights, NG 22(1).
        #[codec(index = 0)]
        PublicInterest,
        /// The source breaches law, NG 22(2).
        #[codec(index = 1)]
        UnlawfulSource,
        /// An unresolved title dispute, NG 22(3).
        #[codec(index = 2)]
        TitleDispute,
        /// Facts hidden or false proof given, NG 22(4).
        #[codec(index = 3)]
        FalseMaterial,
        /// Another case in law, NG 22(5).
        #[codec(index = 4)]
        OtherLaw,
        /// Repeated registration by the same applicant, NG 39(2).
        #[codec(index = 5)]
        Repetition,
        /// Authorisation for this kind of right is not clear, NG 20 and 21.
        #[codec(index = 6)]
        UnclearAuthorisation,
    }

    /// The examiner's decision on one claimed right.
    #[derive(Copy)]
    pub struct Decision {
        /// The right.
        pub kind: RightKind,
        /// Granted, or refused on a ground.
        pub refused: Option<RefusalGround>,
    }

    /// What the examiner found about a fingerprint that another object already has (NG 21, 22(3), 39(2)).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MatchFinding {
        /// A further lawful holder of the same object.
        #[codec(index = 0)]
        CoexistingHolder,
        /// The same applicant registers again: refused.
        #[codec(index = 1)]
        RepeatBySameApplicant,
        /// Title is disputed: refused.
        #[codec(index = 2)]
        TitleDispute,
    }

    /// The examiner's result.
    pub struct Examination {
        /// The three conditions.
        pub findings: Findings,
        /// One decision for each claimed right, in the order of the application: applicant first, then each participant.
        pub decisions: Bounded<Decision, DECISIONS_MAX>,
        /// The finding on a matching fingerprint; required when the case has a match.
        pub match_finding: Option<MatchFinding>,
        /// Digest of the examination record kept by the authority.
        pub record: Digest,
    }

    /// Conclusion of a service institution's report.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Conclusion {
        /// True and compliant.
        #[codec(index = 0)]
        Favourable,
        /// Not true or not compliant.
        #[codec(index = 1)]
        Unfavourable,
    }

    /// A service institution's report on truth and compliance (S038).
    #[derive(Copy)]
    pub struct Report {
        /// The institution that signed it.
        pub institution: PartyId,
        /// Its conclusion.
        pub conclusion: Conclusion,
        /// Digest of the report.
        pub digest: Digest,
        /// When it was recorded.
        pub at: Moment,
    }

    /// An officer's act and its moment.
    #[derive(Copy)]
    pub struct Signed {
        /// The officer.
        pub officer: OfficerId,
        /// When.
        pub at: Moment,
    }
}

impl Findings {
    /// Whether all three conditions are met.
    pub fn all_met(&self) -> bool {
        [
            self.lawful_source,
            self.compliant_content,
            self.clear_authorisation,
        ]
        .iter()
        .all(|finding| *finding == Finding::Met)
    }
}

impl Examination {
    /// The kinds granted.
    pub fn granted(&self) -> impl Iterator<Item = RightKind> + '_ {
        self.decisions
            .iter()
            .filter(|decision| decision.refused.is_none())
            .map(|decision| decision.kind)
    }

    /// The grounds on which claimed kinds were refused, in the order of the application.
    pub fn grounds(&self) -> impl Iterator<Item = RefusalGround> + '_ {
        self.decisions.iter().filter_map(|decision| decision.refused)
    }
}
