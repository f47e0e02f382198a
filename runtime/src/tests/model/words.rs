//! What the model says, in the words of the chain.

use super::{
    acts::{Application, Fact, Filing, Letter, Matter, Measure, Motion, Term, UnderRuling},
    chain::Chain,
    regimes::Regime,
    state::{EndKind, Holders},
};
use crate::tests::{
    disputes::{DIGEST, HOME},
    encumbrances::court,
};
use quanji_primitives::{
    case::{Decision, Examination, Finding, Findings, RefusalGround},
    clock::{Day, Moment},
    day_book::{self, EndingGround, PledgesUnderRuling},
    ending::{CancellationReason, Correction, CorrectionGround, Extinction, MotionMatter, RevocationGround},
    filing::{
        self, Dealing, Declaration, DescriptionChange, Evidence, EvidenceKind, LevelChange, PassingShare,
        Transfer, TransferLimit, TransferReason,
    },
    marks::{OrderTerm, Organ, OrganKind, RightSet},
    object::DataLevel,
    regime::RegimeId,
    regimes::{NATIONAL_2026, SHENZHEN_2023},
    rights::{self, RightKind, RightKinds, Share},
    terms::{
        DepartmentConsent, EndCause, LicenceFiling, LicenceKind, LicenceTerms, Quantity, QuantityUnit, Region,
    },
    written_notice::Channel,
    CaseId, Digest, StampId,
};
use std::collections::BTreeSet;

/// The text of a description.
pub fn text(number: u8) -> Vec<u8> {
    let letter = char::from(b'a' + number);
    format!("figures of the berths, edition {letter}").into_bytes()
}

pub fn evidence() -> Vec<Evidence> {
    use EvidenceKind::{ChangeProof, Contract, Identity, LawfulAcquisition};
    let kinds = [Identity, LawfulAcquisition, Contract, ChangeProof];
    kinds.map(|kind| Evidence { kind, digest: DIGEST }).to_vec()
}

pub fn declaration() -> Declaration {
    Declaration {
        truthful: true,
        touches_public_interest: false,
        document: DIGEST,
    }
}

pub fn kinds(kinds: &[usize]) -> RightKinds {
    kinds
        .iter()
        .fold(RightKinds::NONE, |all, kind| all.with(RightKind::ALL[*kind]))
}

pub fn set(rights: &BTreeSet<u32>) -> RightSet {
    rights.iter().copied().collect()
}

pub fn regime(regime: Regime) -> RegimeId {
    match regime {
        Regime::National => NATIONAL_2026,
        Regime::Shenzhen => SHENZHEN_2023,
    }
}

fn term(term: Term) -> OrderTerm {
    match term {
        Term::Days(days) => OrderTerm::Days(days),
        Term::Months(months) => OrderTerm::Months(months),
        Term::Through(day) => OrderTerm::Through(Day(i32::try_from(day).unwrap())),
    }
}

pub fn cause(kind: EndKind) -> EndCause {
    match kind {
        EndKind::Agreement => EndCause::Agreement { document: DIGEST },
        EndKind::Breach => EndCause::Breach { notice: DIGEST },
        EndKind::Order => EndCause::Order { document: DIGEST },
    }
}

pub fn organ(number: usize) -> Organ {
    let kinds = [
        OrganKind::Court,
        OrganKind::Police,
        OrganKind::Administration,
        OrganKind::Court,
        OrganKind::ArbitralBody,
    ];
    let kind = kinds[number];
    if number == 3 {
        let code = quanji_primitives::person::CreditCode(*b"12110000MB0000002Y");
        return Organ { kind, code };
    }
    Organ { kind, ..court() }
}

fn bits<T>(mask: u8, all: &[T]) -> Vec<T>
where
    T: Copy,
{
    let chosen = all
        .iter()
        .enumerate()
        .filter(|(place, _)| mask & (1 << place) != 0);
    chosen.map(|(_, one)| *one).collect()
}

/// The examination of a case.
pub fn examination(claimed: &[usize], granted: &[usize], met: bool) -> Box<Examination> {
    let finding = if met { Finding::Met } else { Finding::NotMet };
    let decisions: Vec<_> = claimed
        .iter()
        .map(|kind| Decision {
            kind: RightKind::ALL[*kind],
            refused: (!granted.contains(kind)).then_some(RefusalGround::UnclearAuthorisation),
        })
        .collect();
    Box::new(Examination {
        findings: Findings {
            lawful_source: finding,
            compliant_content: Finding::Met,
            clear_authorisation: Finding::Met,
        },
        decisions: decisions.try_into().unwrap(),
        match_finding: None,
        record: DIGEST,
    })
}

/// The department's consent, which important data needs and other data may have.
fn consent() -> DepartmentConsent {
    DepartmentConsent {
        number: "MODEL-1".parse().unwrap(),
        document: DIGEST,
    }
}

impl Chain {
    pub fn holders(&self, holders: &Holders) -> rights::Holders {
        let party = |(party, _): &(usize, u32)| self.parties[*party];
        match holders.as_slice() {
            [one] => rights::Holders::Sole(party(one)),
            [(_, 0), ..] => {
                let parties: Vec<_> = holders.iter().map(party).collect();
                rights::Holders::Joint(parties.try_into().unwrap())
            }
            _ => {
                let share = |one: &(usize, u32)| Share {
                    party: party(one),
                    parts: one.1,
                };
                let shares: Vec<_> = holders.iter().map(share).collect();
                rights::Holders::Shares(shares.try_into().unwrap())
            }
        }
    }

    pub fn dealing(&self, filed: &Application) -> Dealing {
        let matter = match &filed.matter {
            Matter::Transfer {
                to,
                share,
                limited,
                survivors,
                back,
            } => filing::Matter::Transfer(Transfer {
                to: self.holders(to),
                share: share.map(|(from, parts)| PassingShare {
                    from: self.parties[from],
                    parts,
                }),
                reason: TransferReason::Sale,
                limit: limited.then_some(TransferLimit::Territory),
                survivors: survivors.iter().copied().collect::<Vec<_>>().try_into().unwrap(),
                back: back.as_ref().map(|filing| self.licence(filing)),
                export: None,
                department_consent: Some(consent()),
            }),
            Matter::Change(fact) => filing::Matter::Change(change(*fact)),
            Matter::Split { to, parts } => filing::Matter::Change(filing::Change {
                split: Some(Box::new(split(parts))),
                ..change(Fact::Description(*to))
            }),
            Matter::Renewal { years, revives } => filing::Matter::Renewal(filing::Renewal {
                years: u8::try_from(*years).unwrap(),
                revives: *revives,
            }),
            Matter::Cancellation { licences } => filing::Matter::Cancellation(filing::Cancellation {
                reason: CancellationReason::GivenUp,
                licences: licences.iter().copied().collect::<Vec<_>>().try_into().unwrap(),
            }),
            Matter::Licence(filing) => filing::Matter::Licence(self.licence(filing)),
            Matter::Further { .. } => panic!("no dealing"),
        };
        Dealing {
            authority: HOME,
            regime: regime(filed.under),
            object: self.objects[filed.object],
            certificate: filed.certificate,
            kinds: kinds(&filed.kinds),
            evidence: evidence().try_into().unwrap(),
            declaration: declaration(),
            matter,
        }
    }

    pub fn licence(&self, filing: &Filing) -> Box<LicenceFiling> {
        let kinds = [
            LicenceKind::NonExclusive,
            LicenceKind::Sole,
            LicenceKind::Exclusive,
        ];
        let asked = &filing.terms;
        let number = |number| Quantity {
            unit: QuantityUnit::Calls,
            number,
        };
        let terms = LicenceTerms {
            kind: kinds[usize::from(asked.kind)],
            gives: RightKind::ALL[asked.gives],
            purposes: bits(asked.purposes, &[1, 2, 3]).try_into().unwrap(),
            territory: bits(asked.regions, &[Region(11), Region(44), Region(45)])
                .try_into()
                .unwrap(),
            media: Default::default(),
            quantity: asked.quantity.map(number),
            valid_until: Moment(asked.until),
            sublicensing: asked.levels,
            export: None,
            department_consent: Some(consent()),
            authorisation: None,
            in_return_for: None,
        };
        Box::new(LicenceFiling {
            parent: filing.parent,
            licensee: self.parties[filing.licensee],
            terms,
            policy: DIGEST,
            contract: DIGEST,
            root_signs: filing.root_signs,
            subject_to: filing.subject_to.clone().try_into().unwrap(),
            open_until: Moment(filing.open_until),
        })
    }

    pub fn motion(&self, object: usize, motion: &Motion, proven: bool) -> MotionMatter {
        match motion {
            Motion::Extinction { rights } => MotionMatter::Extinction {
                rights: set(rights),
                ground: Extinction::BasisEnded,
            },
            Motion::Cancellation { rights } => MotionMatter::Cancellation { rights: set(rights) },
            Motion::Revocation { rights, party, case } => MotionMatter::Revocation {
                rights: set(rights),
                ground: RevocationGround::FalseMaterial,
                party: self.parties[*party],
                case: case.map_or(CaseId(self.objects[object].0), |case| self.cases[case]),
            },
            Motion::Correction(fact) => MotionMatter::Correction {
                ground: if proven {
                    CorrectionGround::ProvenError
                } else {
                    CorrectionGround::Slip
                },
                facts: correction(*fact),
            },
        }
    }

    pub fn measure(&self, measure: &Measure) -> day_book::Measure {
        let of = |number: &usize| self.stamps.get(*number).copied().unwrap_or(StampId(u64::MAX));
        match measure {
            Measure::Seizure { rights, term: asked } => day_book::Measure::Seizure {
                rights: set(rights),
                term: term(*asked),
            },
            Measure::Control { rights, term: asked } => day_book::Measure::Control {
                rights: set(rights),
                term: term(*asked),
            },
            Measure::Renewal {
                of: stamp,
                term: asked,
            } => day_book::Measure::Renewal {
                of: of(stamp),
                term: term(*asked),
            },
            Measure::Release { of: stamp } => day_book::Measure::Release { of: of(stamp) },
            Measure::Ending { rights } => day_book::Measure::Ending {
                rights: set(rights),
                ground: EndingGround::Judgment,
            },
            Measure::Transfer {
                of: stamp,
                rights,
                to,
                pledges,
            } => day_book::Measure::Transfer {
                of: of(stamp),
                rights: set(rights),
                to: self.parties[*to],
                pledges: match *pledges {
                    UnderRuling::Travel => PledgesUnderRuling::Travel,
                    UnderRuling::End => PledgesUnderRuling::End,
                    UnderRuling::Enforced(pledge) => PledgesUnderRuling::Enforced {
                        pledge: self.deed(pledge),
                        surplus: DIGEST,
                    },
                },
            },
        }
    }
}

/// A letter of refusal.
pub fn channel(letter: Letter) -> Channel {
    match letter {
        Letter::Ledger => Channel::Ledger,
        Letter::Post => Channel::Post,
    }
}

/// What is corrected.
fn correction(fact: Fact) -> Correction {
    let none = Correction {
        description: None,
        industry: None,
        form: None,
        level: None,
    };
    match fact {
        Fact::Industry(to) => Correction {
            industry: Some(to),
            ..none
        },
        Fact::Description(to) => Correction {
            description: Some(Digest::sha2_256(&text(to))),
            ..none
        },
        Fact::Level(to) => Correction {
            level: Some(level(to)),
            ..none
        },
    }
}

fn split(parts: &[u8]) -> filing::Split {
    let part = |number: &u8| filing::Part {
        description: Digest::sha2_256(&text(*number)),
        fingerprints: Default::default(),
    };
    filing::Split {
        fingerprints: Default::default(),
        parts: parts.iter().map(part).collect::<Vec<_>>().try_into().unwrap(),
    }
}

fn change(fact: Fact) -> filing::Change {
    let none = filing::Change {
        description: None,
        industry: None,
        form: None,
        level: None,
        split: None,
    };
    match fact {
        Fact::Industry(to) => filing::Change {
            industry: Some(to),
            ..none
        },
        Fact::Description(to) => filing::Change {
            description: Some(DescriptionChange {
                to: Digest::sha2_256(&text(to)),
                withholding: None,
            }),
            ..none
        },
        Fact::Level(to) => filing::Change {
            level: Some(LevelChange {
                to: level(to),
                assessment: DIGEST,
            }),
            ..none
        },
    }
}

pub fn level(level: u8) -> DataLevel {
    match level {
        0 => DataLevel::General,
        _ => DataLevel::Important,
    }
}
