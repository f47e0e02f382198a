//! The chain, asked for the same acts by real calls of the accounts that would send them.

use super::{
    acts::{Act, Application, Fact, Filing, Matter, Measure, Term},
    state::{EndKind, Holders, OPERATING},
    time::{day_of, end_of, working_days_after},
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST, HOME},
        encumbrances::court,
    },
    Runtime, RuntimeCall, RuntimeEvent, System,
};
use quanji_primitives::{
    capacity::Capacity,
    case::{Decision, Examination, Finding, Findings, RefusalGround},
    clock::{Day, Moment},
    day_book::{self, EndingGround, Paper},
    filing::{
        self, Dealing, Declaration, DescriptionChange, Evidence, EvidenceKind, LevelChange, PassingShare,
        Transfer, TransferLimit, TransferReason,
    },
    marks::{OrderTerm, Organ, OrganKind, RightSet},
    object::DataLevel,
    objection::{Disposition, ObjectionGround},
    regimes::NATIONAL_2026,
    rights::{self, RightKind, RightKinds, Share},
    terms::{self, EndCause, LicenceFiling, LicenceKind, LicenceTerms, Quantity, QuantityUnit, Region},
    v1::{Entry, EntryContent},
    written_notice::Channel,
    CaseId, Digest, ObjectId, ObjectionId, PartyId, StampId,
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeSet;

/// The parties, in the order of their numbers.
pub const PATHS: [&str; 5] = [
    "//Enterprise",
    "//ServiceInstitution",
    "//Financier",
    "//Eve",
    "//Ferdie",
];
pub const EXAMINER: &str = "//Lingnan//Examiner";
pub const REVIEWER: &str = "//Lingnan//Reviewer";
const DAY_BOOK: &str = "//Lingnan//DayBook";
const DEPARTMENT: &str = "//Department";

/// Whether calls are sent by themselves or in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Single,
    Batch,
}

/// What the model numbers, by the identifiers that the chain gave.
#[derive(Clone, Default)]
pub struct Chain {
    pub parties: Vec<PartyId>,
    pub objects: Vec<ObjectId>,
    pub cases: Vec<CaseId>,
    pub stamps: Vec<StampId>,
    pub objections: Vec<ObjectionId>,
    /// Every entry that an event told, in the order of the objects.
    pub entries: Vec<Vec<Entry>>,
}

pub fn call(call: RuntimeCall, sender: &str, form: Form) -> Result<(), &'static str> {
    let call = match form {
        Form::Single => call,
        Form::Batch => pallet_utility::Call::batch_all { calls: vec![call] }.into(),
    };
    match call.dispatch(by(sender)) {
        Ok(_) => Ok(()),
        Err(error) => match error.error {
            DispatchError::Module(error) => Err(error.message.expect("errors have names")),
            other => panic!("{other:?}"),
        },
    }
}

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

fn set(rights: &BTreeSet<u32>) -> RightSet {
    rights.iter().copied().collect()
}

fn term(term: Term) -> OrderTerm {
    match term {
        Term::Days(days) => OrderTerm::Days(days),
        Term::Months(months) => OrderTerm::Months(months),
        Term::Through(day) => OrderTerm::Through(Day(i32::try_from(day).unwrap())),
    }
}

fn cause(kind: EndKind) -> EndCause {
    match kind {
        EndKind::Agreement => EndCause::Agreement { document: DIGEST },
        EndKind::Breach => EndCause::Breach { notice: DIGEST },
        EndKind::Order => EndCause::Order { document: DIGEST },
    }
}

fn organ(number: usize) -> Organ {
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

    fn dealing(&self, filed: &Application) -> Dealing {
        let matter = match &filed.matter {
            Matter::Transfer {
                to,
                share,
                limited,
                survivors,
            } => filing::Matter::Transfer(Transfer {
                to: self.holders(to),
                share: share.map(|(from, parts)| PassingShare {
                    from: self.parties[from],
                    parts,
                }),
                reason: TransferReason::Sale,
                limit: limited.then_some(TransferLimit::Territory),
                survivors: survivors.iter().copied().collect::<Vec<_>>().try_into().unwrap(),
            }),
            Matter::Change(fact) => filing::Matter::Change(change(*fact)),
            Matter::Renewal { years, revives } => filing::Matter::Renewal(filing::Renewal {
                years: u8::try_from(*years).unwrap(),
                revives: *revives,
            }),
        };
        Dealing {
            authority: HOME,
            regime: NATIONAL_2026,
            object: self.objects[filed.object],
            certificate: filed.certificate,
            kinds: kinds(&filed.kinds),
            evidence: evidence().try_into().unwrap(),
            declaration: declaration(),
            matter,
        }
    }

    fn licence(&self, filing: &Filing) -> Box<LicenceFiling> {
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
            department_consent: Some(DIGEST),
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

    fn measure(&self, measure: &Measure) -> day_book::Measure {
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
        }
    }

    /// The call of an act, and who sends it.
    pub fn call(&self, act: &Act, now: u64, claimed: &[usize]) -> (RuntimeCall, &'static str) {
        let capacity = Capacity::Own;
        match act {
            Act::Wait(milliseconds) => {
                let moment = Moment(now + milliseconds);
                (pallet_rules::Call::set_clock { moment }.into(), DEPARTMENT)
            }
            Act::File(filed) => {
                let dealing = Box::new(self.dealing(filed));
                (
                    pallet_registry::Call::file_dealing { capacity, dealing }.into(),
                    PATHS[filed.by],
                )
            }
            Act::Sign { by, case } => {
                let case = self.cases[*case];
                (pallet_registry::Call::sign { capacity, case }.into(), PATHS[*by])
            }
            Act::Withdraw { by, case } => {
                let case = self.cases[*case];
                (
                    pallet_registry::Call::withdraw { capacity, case }.into(),
                    PATHS[*by],
                )
            }
            Act::Accept { case } => (
                pallet_registry::Call::accept {
                    case: self.cases[*case],
                }
                .into(),
                EXAMINER,
            ),
            Act::Examine { case, granted, met } => {
                let case = self.cases[*case];
                let examination = examination(claimed, granted, *met);
                (
                    pallet_registry::Call::examine { case, examination }.into(),
                    EXAMINER,
                )
            }
            Act::Approve { case } => (
                pallet_registry::Call::approve {
                    case: self.cases[*case],
                }
                .into(),
                REVIEWER,
            ),
            Act::Enter { case } => {
                let case = self.cases[*case];
                let call = pallet_registry::Call::enter {
                    case,
                    receipt: None,
                    result_code: None,
                };
                (call.into(), REVIEWER)
            }
            Act::Register { .. } | Act::Publish { .. } => panic!("made of several facts"),
            Act::Stamp {
                object,
                measure,
                organ: number,
            } => {
                let paper = Paper {
                    organ: organ(*number),
                    instrument: DIGEST,
                    received_at: Moment(now),
                };
                let (object, measure) = (self.objects[*object], self.measure(measure));
                (
                    pallet_encumbrances::Call::stamp {
                        object,
                        measure,
                        paper,
                    }
                    .into(),
                    DAY_BOOK,
                )
            }
            Act::Confirm { stamp } => (
                pallet_encumbrances::Call::confirm {
                    stamp: self.stamps[*stamp],
                }
                .into(),
                REVIEWER,
            ),
            Act::Reject { stamp } => {
                let stamp = self.stamps[*stamp];
                (
                    pallet_encumbrances::Call::reject {
                        stamp,
                        reason: DIGEST,
                    }
                    .into(),
                    REVIEWER,
                )
            }
            Act::EndByInstrument { stamp } => {
                let stamp = self.stamps[*stamp];
                (
                    pallet_encumbrances::Call::end_by_instrument { stamp }.into(),
                    REVIEWER,
                )
            }
            act => self
                .call_on_licence(act)
                .unwrap_or_else(|| self.call_on_objection(act)),
        }
    }

    fn call_on_licence(&self, act: &Act) -> Option<(RuntimeCall, &'static str)> {
        let capacity = Capacity::Own;
        let object = |number: &usize| self.objects[*number];
        Some(match act {
            Act::Offer {
                by,
                object: of,
                filing,
            } => {
                let filing = self.licence(filing);
                let call = pallet_licences::Call::offer {
                    capacity,
                    object: object(of),
                    filing,
                };
                (call.into(), PATHS[*by])
            }
            Act::SignOffer {
                by,
                object: of,
                offer,
            } => {
                let (object, offer, policy) = (object(of), *offer, DIGEST);
                let call = pallet_licences::Call::accept {
                    capacity,
                    object,
                    offer,
                    policy,
                };
                (call.into(), PATHS[*by])
            }
            Act::WithdrawOffer {
                by,
                object: of,
                offer,
            } => {
                let (object, offer) = (object(of), *offer);
                (
                    pallet_licences::Call::withdraw_offer {
                        capacity,
                        object,
                        offer,
                    }
                    .into(),
                    PATHS[*by],
                )
            }
            Act::ProposeEnd {
                by,
                object: of,
                licence,
                kind,
            } => {
                let (object, licence, cause) = (object(of), *licence, cause(*kind));
                let call = pallet_licences::Call::propose_end {
                    capacity,
                    object,
                    licence,
                    cause,
                };
                (call.into(), PATHS[*by])
            }
            Act::SignEnd {
                by,
                object: of,
                licence,
                kind,
            } => {
                let (object, licence, cause) = (object(of), *licence, cause(*kind));
                let call = pallet_licences::Call::sign_end {
                    capacity,
                    object,
                    licence,
                    cause,
                };
                (call.into(), PATHS[*by])
            }
            Act::WithdrawEnd {
                by,
                object: of,
                licence,
                kind,
            } => {
                let kind = match kind {
                    EndKind::Agreement => terms::EndKind::Agreement,
                    EndKind::Breach => terms::EndKind::Breach,
                    EndKind::Order => terms::EndKind::Order,
                };
                let (object, licence) = (object(of), *licence);
                let call = pallet_licences::Call::withdraw_end {
                    capacity,
                    object,
                    licence,
                    kind,
                };
                (call.into(), PATHS[*by])
            }
            Act::OrderEnd { object: of, licence } => {
                let (object, licence, cause) = (object(of), *licence, cause(EndKind::Order));
                (
                    pallet_licences::Call::order_end {
                        object,
                        licence,
                        cause,
                    }
                    .into(),
                    EXAMINER,
                )
            }
            Act::ConfirmEnd { object: of, licence } => {
                let (object, licence) = (object(of), *licence);
                (
                    pallet_licences::Call::confirm_end { object, licence }.into(),
                    REVIEWER,
                )
            }
            Act::Report {
                by,
                object: of,
                licence,
                total,
            } => {
                let (object, licence, total, report) = (object(of), *licence, *total, DIGEST);
                let call = pallet_licences::Call::report_use {
                    capacity,
                    object,
                    licence,
                    total,
                    report,
                };
                (call.into(), PATHS[*by])
            }
            _ => return None,
        })
    }

    fn call_on_objection(&self, act: &Act) -> (RuntimeCall, &'static str) {
        let capacity = Capacity::Own;
        let of = |number: &usize| self.objections[*number];
        match act {
            Act::Object {
                by,
                object,
                rights,
                registrant,
                facts,
            } => {
                let call = pallet_disputes::Call::object {
                    capacity,
                    object: self.objects[*object],
                    rights: set(rights),
                    registrant: self.parties[*registrant],
                    ground: ObjectionGround::Ownership,
                    facts: Digest::Sha2_256([*facts; 32]),
                    evidence: Default::default(),
                };
                (call.into(), PATHS[*by])
            }
            Act::Notify { objection } => {
                let (objection, channel, letter) = (of(objection), Channel::Ledger, DIGEST);
                let call = pallet_disputes::Call::notify_registrant {
                    objection,
                    channel,
                    letter,
                };
                (call.into(), EXAMINER)
            }
            Act::Answer {
                by,
                objection,
                agrees,
            } => {
                let (objection, explanation) = (of(objection), DIGEST);
                let agrees = agrees.then_some(Disposition::Cancel);
                let call = pallet_disputes::Call::answer_objection {
                    capacity,
                    objection,
                    agrees,
                    explanation,
                };
                (call.into(), PATHS[*by])
            }
            Act::ProposeHold { objection, until } => {
                let (objection, until, reason) = (of(objection), Moment(*until), DIGEST);
                (
                    pallet_disputes::Call::propose_hold {
                        objection,
                        until,
                        reason,
                    }
                    .into(),
                    EXAMINER,
                )
            }
            Act::ConfirmHold { objection } => (
                pallet_disputes::Call::confirm_hold {
                    objection: of(objection),
                }
                .into(),
                REVIEWER,
            ),
            Act::LiftHold { objection } => {
                let (objection, reason) = (of(objection), DIGEST);
                (
                    pallet_disputes::Call::lift_hold { objection, reason }.into(),
                    REVIEWER,
                )
            }
            Act::WithdrawObjection { by, objection } => {
                let objection = of(objection);
                (
                    pallet_disputes::Call::withdraw_objection { capacity, objection }.into(),
                    PATHS[*by],
                )
            }
            Act::Execute { objection } => (
                pallet_disputes::Call::execute {
                    objection: of(objection),
                }
                .into(),
                REVIEWER,
            ),
            other => panic!("no call for {other:?}"),
        }
    }

    /// The publication of a case: with the new description where one is asked for.
    pub fn publication(&self, case: usize, matter: Option<&Matter>) -> RuntimeCall {
        let text = match matter {
            Some(Matter::Change(Fact::Description(to))) => Some(text(*to).try_into().unwrap()),
            Some(_) => None,
            None => Some(text(0).try_into().unwrap()),
        };
        let case = self.cases[case];
        pallet_registry::Call::publish {
            case,
            text,
            national: None,
        }
        .into()
    }

    /// A whole first registration of a party, all steps; it ends with the first moment after the public notice.
    pub fn register(&mut self, by: usize, years: u8, now: u64) {
        let sent = |call: RuntimeCall, sender| {
            assert_eq!(self::call(call, sender, Form::Single), Ok(()));
        };
        let filing = Box::new(super::prepared::first_registration(self, by, years));
        sent(
            pallet_registry::Call::file {
                capacity: Capacity::Own,
                filing,
            }
            .into(),
            PATHS[by],
        );
        let case = System::events()
            .into_iter()
            .rev()
            .find_map(|record| match record.event {
                RuntimeEvent::Registry(pallet_registry::Event::CaseFiled { case, .. }) => Some(case),
                _ => None,
            });
        let case = case.unwrap();
        let all = [0, 1, OPERATING];
        sent(pallet_registry::Call::accept { case }.into(), EXAMINER);
        let examination = examination(&all, &all, true);
        sent(
            pallet_registry::Call::examine { case, examination }.into(),
            EXAMINER,
        );
        sent(pallet_registry::Call::approve { case }.into(), REVIEWER);
        let text = Some(text(0).try_into().unwrap());
        sent(
            pallet_registry::Call::publish {
                case,
                text,
                national: None,
            }
            .into(),
            EXAMINER,
        );
        let moment = Moment(end_of(working_days_after(day_of(now), 5)));
        sent(pallet_rules::Call::set_clock { moment }.into(), DEPARTMENT);
        sent(
            pallet_registry::Call::enter {
                case,
                receipt: None,
                result_code: None,
            }
            .into(),
            REVIEWER,
        );
    }

    /// Takes up what the events since the last time tell.
    pub fn take_events(&mut self) {
        let records = System::events();
        System::reset_events();
        for record in records {
            match record.event {
                RuntimeEvent::Registry(pallet_registry::Event::DealingFiled { case, .. }) => {
                    self.cases.push(case)
                }
                RuntimeEvent::Encumbrances(pallet_encumbrances::Event::Stamped { stamp, .. }) => {
                    self.stamps.push(stamp);
                }
                RuntimeEvent::Disputes(pallet_disputes::Event::ObjectionFiled { objection, .. }) => {
                    self.objections.push(objection);
                }
                RuntimeEvent::Registry(pallet_registry::Event::Entered { entry, .. }) => {
                    self.take_entry(*entry)
                }
                _ => {}
            }
        }
    }

    fn take_entry(&mut self, entry: Entry) {
        let place = self.objects.iter().position(|object| *object == entry.no.object);
        let place = place.unwrap_or_else(|| {
            self.objects.push(entry.no.object);
            self.entries.push(Vec::new());
            self.objects.len() - 1
        });
        self.entries[place].push(entry);
    }

    pub fn admitted() -> Vec<PartyId> {
        PATHS.map(party).to_vec()
    }
}

fn change(fact: Fact) -> filing::Change {
    let none = filing::Change {
        description: None,
        industry: None,
        form: None,
        level: None,
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

/// The kind of an entry.
pub fn name(entry: &Entry) -> &'static str {
    match entry.content {
        EntryContent::FirstRegistration { .. } | EntryContent::Imported { .. } => "registered",
        EntryContent::Mark { .. } => "mark",
        EntryContent::RightsEnded { .. } => "rights_ended",
        EntryContent::Transferred { .. } => "transferred",
        EntryContent::Changed { .. } => "changed",
        EntryContent::Renewed { .. } => "renewed",
        EntryContent::Licensed { .. } => "licensed",
        EntryContent::LicenceEnded { .. } => "licence_ended",
        EntryContent::UseReported { .. } => "use_reported",
        EntryContent::FurtherHolder { .. }
        | EntryContent::FurtherRights { .. }
        | EntryContent::ImportReviewed(_) => "other",
    }
}

/// Register time.
pub fn now() -> u64 {
    crate::tests::encumbrances::now().0
}

/// The register of the chain, as every pallet itself checks it.
pub fn try_state() {
    for checked in [
        pallet_registry::Pallet::<Runtime>::do_try_state(),
        pallet_disputes::Pallet::<Runtime>::do_try_state(),
        pallet_encumbrances::Pallet::<Runtime>::do_try_state(),
        pallet_licences::Pallet::<Runtime>::do_try_state(),
    ] {
        checked.unwrap();
    }
}
