//! The day book 登记日记 of an authority: every instrument of an organ, stamped on receipt, confirmed by a second person
//! within one working day, or fallen by itself.

use crate::{
    case::Signed,
    clock::Moment,
    marks::{EntryRange, OrderTerm, Organ, OrganKind, RightSet},
    DeedId, Digest, ObjectId, PartyId, StampId,
};

/// An instrument is stamped within this many days of its receipt.
pub const RECEIPT_DAYS_MAX: u32 = 30;

/// A second person confirms a stamp within this many working days.
pub const CONFIRMATION_WORKING_DAYS: u16 = 1;

/// No seizure, control or renewal is ordered for longer at once.
pub const TERM_MONTHS_MAX: u32 = 36;

domain! {
    /// Why an instrument ends rights.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum EndingGround {
        /// The object or the right no longer exists (NG 37(2)).
        #[codec(index = 0)]
        Extinction,
        /// The registration is revoked: false proof, hidden facts, unlawful source (NG 37(4), 39).
        #[codec(index = 1)]
        Revocation,
        /// A binding judgment or award (S052).
        #[codec(index = 2)]
        Judgment,
    }

    /// What a ruling that transfers rights says of the pledges on them.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum PledgesUnderRuling {
        /// All travel.
        #[codec(index = 0)]
        Travel,
        /// All end on what passes.
        #[codec(index = 1)]
        End,
        /// It enforces one: that ends on what passes, earlier ones travel, and later ones end or travel as the regime says.
        #[codec(index = 2)]
        Enforced {
            /// The pledge: it stands on all rights that pass.
            pledge: DeedId,
            /// Digest of the statement of the surplus.
            surplus: Digest,
        },
    }

    /// What an instrument orders.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Measure {
        /// A seizure 查封, or another preservation measure: it waits behind those that stand (NG 23(2)).
        #[codec(index = 0)]
        Seizure {
            /// Against these rights of the object.
            rights: RightSet,
            /// For how long; of a waiting seizure, from the moment at which it rises.
            term: OrderTerm,
        },
        /// Temporary control by an administrative department 行政管制 (NG 23(3)).
        #[codec(index = 1)]
        Control {
            /// Of these rights of the object.
            rights: RightSet,
            /// For how long.
            term: OrderTerm,
        },
        /// A seizure or control goes on when its time is over, with the same rank.
        #[codec(index = 2)]
        Renewal {
            /// The stamp of the seizure or control.
            of: StampId,
            /// For how long from its present end.
            term: OrderTerm,
        },
        /// A seizure or control is released.
        #[codec(index = 3)]
        Release {
            /// The stamp of the seizure or control.
            of: StampId,
        },
        /// Rights end. No mark bars it; marks travel or end, and their holders are told.
        #[codec(index = 4)]
        Ending {
            /// These rights of the object.
            rights: RightSet,
            /// Why.
            ground: EndingGround,
        },
        /// The court whose seizure has the first rank transfers rights by a ruling.
        #[codec(index = 5)]
        Transfer {
            /// The stamp of that seizure.
            of: StampId,
            /// These rights of the object, of those seized.
            rights: RightSet,
            /// Who receives them.
            to: PartyId,
            /// What becomes of the pledges on them.
            pledges: PledgesUnderRuling,
        },
    }

    /// An instrument as it came in.
    #[derive(Copy)]
    pub struct Paper {
        /// Who issued it.
        pub organ: Organ,
        /// Digest of the instrument.
        pub instrument: Digest,
        /// When the authority received it: not in the future, at most 30 days ago.
        pub received_at: Moment,
        /// The party for whom a seizure or control is ordered 申请执行人, where the instrument names one that is on the
        /// register: the mark stands for it.
        pub applicant: Option<PartyId>,
    }

    /// What the second person found.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Finding {
        /// The instrument is genuine and correctly stamped.
        #[codec(index = 0)]
        Confirmed,
        /// It is not, with the digest of the reason.
        #[codec(index = 1)]
        Rejected(Digest),
    }

    /// A stamped instrument in the day book.
    #[derive(Copy)]
    pub struct Stamp {
        /// Layout version, 1.
        pub version: u8,
        /// The object.
        pub object: ObjectId,
        /// What it orders.
        pub measure: Measure,
        /// The instrument.
        pub paper: Paper,
        /// Who stamped it.
        pub stamped: Signed,
        /// The first moment at which it is too late to confirm it.
        pub confirm_by: Moment,
        /// What the second person found.
        pub found: Option<(Finding, Signed)>,
        /// The number of the mark that it set, renews or releases, on the object.
        pub mark: Option<u32>,
        /// Of a renewal: the end of the mark before it.
        pub renews_from: Option<Moment>,
        /// What was entered on the object between receipt and stamp.
        pub entered_between: Option<EntryRange>,
    }

    /// How a stamp stands at a moment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum StampStatus {
        /// It waits for the second person; a seizure or control stands meanwhile.
        #[codec(index = 0)]
        Provisional,
        /// Confirmed: what it orders is done.
        #[codec(index = 1)]
        Confirmed,
        /// Rejected by the second person.
        #[codec(index = 2)]
        Rejected,
        /// Nobody confirmed it in time: it fell by itself.
        #[codec(index = 3)]
        Fallen,
    }
}

impl Stamp {
    /// How it stands at `now`.
    pub fn status(&self, now: Moment) -> StampStatus {
        match self.found {
            Some((Finding::Confirmed, _)) => StampStatus::Confirmed,
            Some((Finding::Rejected(_), _)) => StampStatus::Rejected,
            None if now < self.confirm_by => StampStatus::Provisional,
            None => StampStatus::Fallen,
        }
    }
}

impl Measure {
    /// The rights that it names.
    pub fn rights(&self) -> Option<RightSet> {
        match self {
            Self::Seizure { rights, .. }
            | Self::Control { rights, .. }
            | Self::Ending { rights, .. }
            | Self::Transfer { rights, .. } => Some(*rights),
            Self::Renewal { .. } | Self::Release { .. } => None,
        }
    }

    /// Whether its stamp sets a seizure or control.
    pub fn sets_a_mark(&self) -> bool {
        matches!(self, Self::Seizure { .. } | Self::Control { .. })
    }

    /// The stamp of the seizure or control that it renews or releases, or on which it rests.
    pub fn of(&self) -> Option<StampId> {
        match self {
            Self::Renewal { of, .. } | Self::Release { of } | Self::Transfer { of, .. } => Some(*of),
            Self::Seizure { .. } | Self::Control { .. } | Self::Ending { .. } => None,
        }
    }

    /// Whether organs of this kind may order it. What renews or releases is compared with what it names.
    pub fn may_be_ordered_by(&self, kind: OrganKind) -> bool {
        use OrganKind::{Administration, ArbitralBody, Court, OtherOrgan, Police, Procuratorate};
        match self {
            // NG 23(2): courts, procuratorates, police and other competent organs.
            Self::Seizure { .. } => matches!(kind, Court | Procuratorate | Police | OtherOrgan),
            // NG 23(3): an administrative department.
            Self::Control { .. } => kind == Administration,
            Self::Transfer { .. } => kind == Court,
            Self::Renewal { .. } | Self::Release { .. } => kind != ArbitralBody,
            Self::Ending { ground, .. } => match ground {
                EndingGround::Judgment => matches!(kind, Court | ArbitralBody),
                EndingGround::Revocation => matches!(kind, Court | Administration),
                EndingGround::Extinction => true,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{person::CreditCode, OfficerId};
    use codec::{Decode, Encode};

    fn stamp() -> Stamp {
        Stamp {
            version: 1,
            object: ObjectId(1),
            measure: Measure::Release { of: StampId(1) },
            paper: Paper {
                organ: Organ {
                    kind: OrganKind::Court,
                    code: CreditCode(*b"12440000MB0000001C"),
                },
                instrument: Digest::Sha2_256([1; 32]),
                received_at: Moment(5),
                applicant: None,
            },
            stamped: Signed {
                officer: OfficerId(1),
                at: Moment(10),
            },
            confirm_by: Moment(20),
            found: None,
            mark: Some(0),
            renews_from: None,
            entered_between: None,
        }
    }

    #[test]
    fn a_stamp_falls_at_its_moment_unless_a_second_person_has_found_something() {
        let found = |finding| Stamp {
            found: Some((finding, stamp().stamped)),
            ..stamp()
        };
        let at = |stamp: Stamp| [19, 20].map(|now| stamp.status(Moment(now)));
        assert_eq!(at(stamp()), [StampStatus::Provisional, StampStatus::Fallen]);
        assert_eq!(at(found(Finding::Confirmed)), [StampStatus::Confirmed; 2]);
        let rejected = Finding::Rejected(Digest::Sha2_256([2; 32]));
        assert_eq!(at(found(rejected)), [StampStatus::Rejected; 2]);
    }

    #[test]
    fn what_once_said_whether_pledges_end_reads_as_before() {
        let transfer = |pledges| Measure::Transfer {
            of: StampId(1),
            rights: RightSet(1),
            to: PartyId(1),
            pledges,
        };
        let known = [
            (false, PledgesUnderRuling::Travel),
            (true, PledgesUnderRuling::End),
        ];
        for (ends_pledges, pledges) in known {
            let before = (5u8, StampId(1), RightSet(1), PartyId(1), ends_pledges).encode();
            assert_eq!(transfer(pledges).encode(), before);
            assert_eq!(Measure::decode(&mut &before[..]), Ok(transfer(pledges)));
        }
        let (pledge, surplus) = (DeedId(7), Digest::Sha2_256([3; 32]));
        let enforced = transfer(PledgesUnderRuling::Enforced { pledge, surplus });
        let encoded = (5u8, StampId(1), RightSet(1), PartyId(1), (2u8, pledge, surplus)).encode();
        assert_eq!(enforced.encode(), encoded);
        assert_eq!(Measure::decode(&mut &encoded[..]), Ok(enforced));
    }

    #[test]
    fn each_kind_of_organ_orders_what_the_law_gives_it() {
        use OrganKind::*;
        let all = [
            Court,
            Procuratorate,
            Police,
            OtherOrgan,
            Administration,
            ArbitralBody,
        ];
        let (rights, term) = (RightSet(1), OrderTerm::Days(1));
        let ending = |ground| Measure::Ending { rights, ground };
        let transfer = Measure::Transfer {
            of: StampId(1),
            rights,
            to: PartyId(1),
            pledges: PledgesUnderRuling::Travel,
        };
        let expected: [(Measure, &[OrganKind]); 6] = [
            (transfer, &[Court]),
            (Measure::Seizure { rights, term }, &all[..4]),
            (Measure::Control { rights, term }, &[Administration]),
            (ending(EndingGround::Judgment), &[Court, ArbitralBody]),
            (ending(EndingGround::Revocation), &[Court, Administration]),
            (ending(EndingGround::Extinction), &all),
        ];
        for (measure, kinds) in expected {
            let allowed: Vec<_> = all
                .into_iter()
                .filter(|kind| measure.may_be_ordered_by(*kind))
                .collect();
            assert_eq!(allowed, kinds, "{measure:?}");
        }
    }
}
