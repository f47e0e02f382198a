//! Why rights end and facts are corrected: cancellation 注销, correction 更正, revocation 撤销登记 (NG 37, 39; PD 9, 20). And
//! what an authority does of its own motion 依职权, without an application and without an instrument.

use crate::{
    case::Signed,
    day_book::EndingGround,
    filing::Evidence,
    marks::{Operation, RightSet},
    object::{DataLevel, ObjectFacts},
    Bounded, CaseId, Digest, PartyId,
};

domain! {
    /// Why a holder asks for a cancellation (NG 37(1), annex 5; PD 9(4)).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum CancellationReason {
        /// The holder gives the right up.
        #[codec(index = 0)]
        GivenUp,
        /// The term of what the right rests on has ended.
        #[codec(index = 1)]
        TermEnded,
        /// The data is lost and cannot be restored.
        #[codec(index = 2)]
        DataLost,
        /// The holder is dissolved, closed or bankrupt.
        #[codec(index = 3)]
        SubjectEnds,
        /// Another case in law.
        #[codec(index = 4)]
        OtherLaw,
    }

    /// Why a right is extinguished (NG 37(2), (4); PD 9(4)).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Extinction {
        /// The data is destroyed.
        #[codec(index = 0)]
        DataDestroyed,
        /// The contract or authorisation on which the right rests has ended.
        #[codec(index = 1)]
        BasisEnded,
        /// The holder has ceased to exist and nobody is in its place.
        #[codec(index = 2)]
        PersonCeased,
        /// Another case in law.
        #[codec(index = 3)]
        OtherLaw,
    }

    /// What was proven when a registration is revoked (NG 39; PD 20).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum RevocationGround {
        /// Facts were hidden, or false material was given.
        #[codec(index = 0)]
        FalseMaterial,
        /// The result of a registration was altered or forged.
        #[codec(index = 1)]
        Altered,
        /// The result was used unlawfully or for improper gain; registered twice on purpose.
        #[codec(index = 2)]
        ImproperUse,
        /// Another case in law.
        #[codec(index = 3)]
        OtherLaw,
    }

    /// Why an entry ended rights.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum RightsEndCause {
        /// The holder asked for it (NG 37(1)).
        #[codec(index = 0)]
        Requested(CancellationReason),
        /// The right is extinguished (NG 37(2)).
        #[codec(index = 1)]
        Extinguished(Extinction),
        /// The result of an objection (NG 37(3)).
        #[codec(index = 2)]
        Objection,
        /// The authority found that the certificate should be cancelled (NG 37, last sentence).
        #[codec(index = 3)]
        OwnMotion,
        /// The registration is revoked 撤销登记 (NG 39; PD 20).
        #[codec(index = 4)]
        Revoked(RevocationGround),
        /// An instrument in the day book (NG 37(4)).
        #[codec(index = 5)]
        Instrument(EndingGround),
    }

    /// Why facts are corrected (PD 9(3); NG 29).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum CorrectionGround {
        /// A slip of the authority.
        #[codec(index = 0)]
        Slip,
        /// An error proven by a holder or an interested party.
        #[codec(index = 1)]
        ProvenError,
    }

    /// Facts as they should have been registered: those that a change may touch (NG 35), never a holder and never the source.
    /// What is not named stays.
    #[derive(Copy)]
    pub struct Correction {
        /// SHA-256 of the corrected canonical description.
        pub description: Option<Digest>,
        /// The industry division of GB/T 4754.
        pub industry: Option<u8>,
        /// The form of a product.
        pub form: Option<u8>,
        /// The level: higher or lower.
        pub level: Option<DataLevel>,
    }

    /// What an authority does of its own motion.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MotionMatter {
        /// Rights are extinguished: an operation of law that no mark bars. Licences fall with them.
        #[codec(index = 0)]
        Extinction {
            /// These rights of first registration; none for a registration without rights, which ends as a whole.
            rights: RightSet,
            /// Why.
            ground: Extinction,
        },
        /// Rights are cancelled because the authority found that they should be (NG 37, last sentence): what stands against
        /// them bars it.
        #[codec(index = 1)]
        Cancellation {
            /// These rights of first registration; none for a registration without rights.
            rights: RightSet,
        },
        /// A registration is revoked, and a fact of bad faith is recorded on who obtained it. No mark bars it.
        #[codec(index = 2)]
        Revocation {
            /// These rights of first registration, all still held by the party; none for a registration without rights.
            rights: RightSet,
            /// What was proven.
            ground: RevocationGround,
            /// Who obtained it.
            party: PartyId,
            /// The case in which it was obtained; of an import, the one with the number of the object.
            case: CaseId,
        },
        /// Facts are corrected.
        #[codec(index = 3)]
        Correction {
            /// Why.
            ground: CorrectionGround,
            /// The facts.
            facts: Correction,
        },
    }

    /// An act of an authority of its own motion: proposed by one officer, executed by another.
    pub struct Motion {
        /// Layout version, 1.
        pub version: u8,
        /// What is to be done.
        pub matter: MotionMatter,
        /// What proves it.
        pub evidence: Bounded<Evidence, 16>,
        /// Digest of the reasoned decision, which is the written notice to all concerned (NG 37).
        pub record: Digest,
        /// Who proposed it.
        pub by: Signed,
    }

    /// What besides marks stands on a right: it bars a cancellation.
    pub struct StandsOn {
        /// Numbers of the licences in force below it, rising: each licensee signs.
        pub licences: Bounded<u32, 64>,
        /// Open dealings with it: each is withdrawn or decided first.
        pub cases: Bounded<CaseId, 8>,
    }
}

impl Correction {
    /// The facts after it.
    pub fn applied_to(&self, before: &ObjectFacts) -> ObjectFacts {
        ObjectFacts {
            description: self.description.unwrap_or(before.description),
            industry: self.industry.unwrap_or(before.industry),
            form: self.form.or(before.form),
            level: self.level.unwrap_or(before.level),
            ..before.clone()
        }
    }

    /// Whether it names at least one fact, and each differs from what is registered.
    pub fn changes(&self, before: &ObjectFacts) -> bool {
        let members = [
            self.description.map(|new| new != before.description),
            self.industry.map(|new| new != before.industry),
            self.form.map(|new| Some(new) != before.form),
            self.level.map(|new| new != before.level),
        ];
        let mut named = members.into_iter().flatten().peekable();
        named.peek().is_some() && named.all(|differs| differs)
    }
}

impl MotionMatter {
    /// The operation whose row of the effect matrix it passes.
    pub const fn operation(&self) -> Operation {
        match self {
            Self::Extinction { .. } | Self::Revocation { .. } => Operation::ByInstrument,
            Self::Cancellation { .. } => Operation::VoluntaryCancellation,
            Self::Correction { .. } => Operation::Correction,
        }
    }

    /// The rights that end, and why; nothing for a correction.
    pub const fn ends(&self) -> Option<(RightSet, RightsEndCause)> {
        match self {
            Self::Extinction { rights, ground } => Some((*rights, RightsEndCause::Extinguished(*ground))),
            Self::Cancellation { rights } => Some((*rights, RightsEndCause::OwnMotion)),
            Self::Revocation { rights, ground, .. } => Some((*rights, RightsEndCause::Revoked(*ground))),
            Self::Correction { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{DataCategory, ObjectKind, PublicClass, SourceKind};

    fn facts() -> ObjectFacts {
        ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::Sha2_256([1; 32]),
            lineage: Default::default(),
        }
    }

    const NOTHING: Correction = Correction {
        description: None,
        industry: None,
        form: None,
        level: None,
    };

    #[test]
    fn a_correction_changes_what_it_names_and_nothing_else() {
        let other = Digest::Sha2_256([2; 32]);
        let all = Correction {
            description: Some(other),
            industry: Some(56),
            form: Some(3),
            level: Some(DataLevel::Important),
        };
        let expected = ObjectFacts {
            description: other,
            industry: 56,
            form: Some(3),
            level: DataLevel::Important,
            ..facts()
        };
        assert_eq!(all.applied_to(&facts()), expected);
        assert_eq!(NOTHING.applied_to(&expected), expected);
        assert!(all.changes(&facts()) && !all.changes(&expected));
    }

    #[test]
    fn each_named_fact_differs() {
        let same = facts();
        let industry = |industry| Correction {
            industry: Some(industry),
            ..NOTHING
        };
        assert!(!NOTHING.changes(&same));
        assert!(industry(56).changes(&same) && !industry(55).changes(&same));
        let half = [
            Correction {
                description: Some(same.description),
                ..industry(56)
            },
            Correction {
                level: Some(same.level),
                ..industry(56)
            },
        ];
        assert!(!half.iter().any(|correction| correction.changes(&same)));
    }

    #[test]
    fn each_motion_passes_its_own_row_of_the_matrix() {
        let rights = RightSet(1);
        let extinction = MotionMatter::Extinction {
            rights,
            ground: Extinction::BasisEnded,
        };
        let revocation = MotionMatter::Revocation {
            rights,
            ground: RevocationGround::Altered,
            party: PartyId(1),
            case: CaseId(1),
        };
        let cancellation = MotionMatter::Cancellation { rights };
        let correction = MotionMatter::Correction {
            ground: CorrectionGround::Slip,
            facts: NOTHING,
        };
        let rows = [extinction, revocation, cancellation, correction].map(|matter| matter.operation());
        let expected = [
            Operation::ByInstrument,
            Operation::ByInstrument,
            Operation::VoluntaryCancellation,
            Operation::Correction,
        ];
        assert_eq!(rows, expected);
        let causes = [extinction, revocation, cancellation, correction].map(|matter| matter.ends());
        let expected = [
            Some((rights, RightsEndCause::Extinguished(Extinction::BasisEnded))),
            Some((rights, RightsEndCause::Revoked(RevocationGround::Altered))),
            Some((rights, RightsEndCause::OwnMotion)),
            None,
        ];
        assert_eq!(causes, expected);
    }
}
