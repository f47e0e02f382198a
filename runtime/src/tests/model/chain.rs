//! The chain, asked for the same acts by real calls of the accounts that would send them.

use super::{
    acts::{Fact, Matter},
    state::{Case, OPERATING},
    time::{day_of, end_of, working_days_after},
    words::{examination, text},
};
use crate::{
    tests::disputes::{by, party, DIGEST},
    Runtime, RuntimeCall, RuntimeEvent, System,
};
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    v1::{Entry, EntryContent},
    written_notice::{Channel, RefusalLetter},
    CaseId, DeedId, ObjectId, ObjectionId, PartyId, StampId,
};
use sp_runtime::{traits::Dispatchable, DispatchError};

/// The parties, in the order of their numbers. The last is a service institution that holds nothing.
pub const PATHS: [&str; 6] = [
    "//Enterprise",
    "//ServiceInstitution",
    "//Financier",
    "//Eve",
    "//Ferdie",
    "//Dave",
];
pub const EXAMINER: &str = "//Lingnan//Examiner";
pub const REVIEWER: &str = "//Lingnan//Reviewer";
pub const SECOND_REVIEWER: &str = "//Charlie";
pub const DAY_BOOK: &str = "//Lingnan//DayBook";
pub const REGISTRAR: &str = "//Lingnan//Registrar";
pub const DEPARTMENT: &str = "//Department";

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
    pub deeds: Vec<DeedId>,
    /// Every entry that an event told, in the order of the objects.
    pub entries: Vec<Vec<Entry>>,
    /// Who was told by each entry since the last act, for which mark.
    pub told: Vec<(ObjectId, Told)>,
}

/// Marks with the parties for whom they stand.
type Told = Vec<(u32, Option<PartyId>)>;

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

impl Chain {
    /// The publication of a case: with the new description where one is asked for.
    pub fn publication(&self, case: usize, matter: &Matter) -> RuntimeCall {
        let text = match matter {
            Matter::Change(Fact::Description(to)) | Matter::Split { to, .. } => {
                Some(text(*to).try_into().unwrap())
            }
            // Further kinds are asked for with the application of the first ones.
            Matter::Further { .. } => Some(text(0).try_into().unwrap()),
            _ => None,
        };
        let case = self.cases[case];
        pallet_registry::Call::publish {
            case,
            text,
            national: None,
        }
        .into()
    }

    /// The publication of the next part that leaves an object; of any text where there is none.
    pub fn part(&self, case: usize, of: &Case) -> RuntimeCall {
        let next = match &of.filed.matter {
            Matter::Split { parts, .. } => parts.get(of.parts_published).copied(),
            _ => None,
        };
        let text = text(next.unwrap_or(0)).try_into().unwrap();
        let case = self.cases[case];
        pallet_registry::Call::publish_part { case, text }.into()
    }

    /// A whole first registration of a party, all steps; it ends with the first moment after the public notice.
    pub fn register(&mut self, by: usize, years: u8, refused: &[usize], now: u64) {
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
        let granted: Vec<usize> = all.into_iter().filter(|kind| !refused.contains(kind)).collect();
        let refusal = (!refused.is_empty()).then_some(RefusalLetter {
            channel: Channel::Ledger,
            letter: DIGEST,
        });
        sent(pallet_registry::Call::accept { case }.into(), EXAMINER);
        let examination = examination(&all, &granted, true);
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
                refusal,
            }
            .into(),
            REVIEWER,
        );
    }

    /// Takes up what the events since the last time tell.
    pub fn take_events(&mut self) {
        let records = System::events();
        System::reset_events();
        self.told.clear();
        for record in records {
            match record.event {
                RuntimeEvent::Registry(
                    pallet_registry::Event::DealingFiled { case, .. }
                    | pallet_registry::Event::CaseFiled { case, .. },
                ) => self.cases.push(case),
                RuntimeEvent::Registry(pallet_registry::Event::AppealDecided { opened, .. }) => {
                    self.cases.extend(opened.iter().map(|(case, _)| *case));
                }
                RuntimeEvent::Encumbrances(pallet_encumbrances::Event::Stamped { stamp, .. }) => {
                    self.stamps.push(stamp);
                }
                RuntimeEvent::Encumbrances(pallet_encumbrances::Event::DeedProposed { deed, .. }) => {
                    self.deeds.push(deed);
                }
                RuntimeEvent::Disputes(pallet_disputes::Event::ObjectionFiled { objection, .. }) => {
                    self.objections.push(objection);
                }
                RuntimeEvent::Registry(pallet_registry::Event::Entered {
                    entry, travelling, ..
                }) => {
                    self.told.push((entry.no.object, travelling.to_vec()));
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

/// The kind of an entry.
pub fn name(entry: &Entry) -> &'static str {
    match entry.content {
        EntryContent::FirstRegistration { .. } | EntryContent::Imported { .. } => "registered",
        EntryContent::Mark { .. } => "mark",
        EntryContent::Encumbered { .. } => "encumbered",
        EntryContent::RightsEnded { .. } => "rights_ended",
        EntryContent::Transferred { .. } => "transferred",
        EntryContent::Changed { .. } => "changed",
        EntryContent::Renewed { .. } => "renewed",
        EntryContent::Licensed { .. } => "licensed",
        EntryContent::LicenceEnded { .. } => "licence_ended",
        EntryContent::LicenceFell { .. } => "licence_fell",
        EntryContent::UseReported { .. } => "use_reported",
        EntryContent::Succeeded { .. } => "succeeded",
        EntryContent::FurtherRights { .. } => "further_rights",
        EntryContent::Split { .. } => "split",
        EntryContent::SplitOff { .. } => "split_off",
        EntryContent::FurtherHolder { .. }
        | EntryContent::ImportReviewed(_)
        | EntryContent::ParticularsChanged { .. } => "other",
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
        pallet_parties::Pallet::<Runtime>::do_try_state(),
    ] {
        checked.unwrap();
    }
}
