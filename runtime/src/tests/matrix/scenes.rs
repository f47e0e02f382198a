//! Brings each matter to where only the call that is tried is left, and sets what stands against the right. Everything is done
//! by the calls of those who do it.

use super::{
    collateral::{admit_bank, of_collateral},
    dealings::{
        cancellation, change, correction, entry_of, filing_of, licence_by_case, object, of_own_motion,
        renewal, transfer, transfer_with_licence_back,
    },
    licences::{of_licence, BELOW, LICENCE},
    table::{Scene, Standing},
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST},
        encumbrances::{now, paper, seizure, stamp},
        licences::OPERATING,
    },
    AccountId, Disputes, Encumbrances, Parties, Registry, Runtime, RuntimeCall,
};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::{Acts, Capacity, PowerScope, PowerTerms},
    clock::{Moment, DAY_MILLIS},
    day_book::{EndingGround, Measure, PledgesUnderRuling},
    marks::{OrderTerm, OrganKind, RightSet},
    objection::{Disposition, ObjectionGround},
    person::{PartyRole, Person},
    succession::{Assignment, SuccessionEvent, SuccessionTerms},
    terms::LicenceKind,
    written_notice::Channel,
    ObjectId, ObjectionId, PartyId, PowerId,
};

pub const AGENT: &str = "//Ferdie";
pub const HOLDER: &str = "//Enterprise";
pub const CO_HOLDER: &str = "//Eve";
pub const LICENSEE: &str = "//Financier";
pub const STRANGER: &str = "//ServiceInstitution";
pub const RECEIVER: &str = "//Charlie";
const OBJECTOR: &str = "//Dave";
pub const EXAMINER: &str = "//Lingnan//Examiner";
pub const REVIEWER: &str = "//Lingnan//Reviewer";
pub const REGISTRAR: &str = "//Lingnan//Registrar";
pub const OWN: Capacity = Capacity::Own;

/// A matter of which one call is left.
pub struct Prepared {
    pub object: ObjectId,
    /// The right whose marks it meets, and who is its registrant in an objection.
    pub rights: RightSet,
    pub registrant: &'static str,
    /// Another right.
    pub elsewhere: RightSet,
    /// A sub-licence.
    pub below: RightSet,
    /// The call that is left, as somebody makes it in a capacity.
    pub call: Box<dyn Fn(Capacity) -> RuntimeCall>,
}

/// Everyone who is needed, and the powers of the agent: one of each party.
pub fn persons() -> Vec<(PartyId, PowerId)> {
    for path in [CO_HOLDER, AGENT, RECEIVER, OBJECTOR] {
        let account = AccountId::new(crate::development_keys::public(path).unwrap());
        let person = Person::NaturalPerson(sp_crypto_hashing::blake2_256(path.as_bytes()));
        let roles = vec![PartyRole::Registrant].try_into().unwrap();
        assert_ok!(Parties::admit(by(REGISTRAR), person, roles, Some(account)));
    }
    admit_bank();
    [HOLDER, CO_HOLDER, LICENSEE, STRANGER]
        .map(|principal| {
            let terms = PowerTerms {
                agent: party(AGENT),
                acts: Acts::ALL,
                scope: PowerScope::All,
                valid_from: now(),
                valid_until: Moment(now().0 + 365 * DAY_MILLIS),
                both_sides: false,
                document: DIGEST,
            };
            assert_ok!(Parties::grant_power(by(principal), terms));
            let mut powers = pallet_parties::Powers::<Runtime>::iter();
            let of = party(principal);
            let power = powers.find(|(_, power)| power.principal == of).unwrap().0;
            (of, power)
        })
        .to_vec()
}

/// The right that is seized where one is, and dealt with where no other is.
const SEIZED: u32 = 0;

/// Objects for a party and tells the registrant: the objection.
pub fn objected(object: ObjectId, rights: RightSet, registrant: &str, objector: &str) -> ObjectionId {
    assert_ok!(Disputes::object(
        by(objector),
        OWN,
        object,
        rights,
        party(registrant),
        ObjectionGround::Title,
        DIGEST,
        Default::default(),
    ));
    let open = Registry::title(object).unwrap().record.open_objections;
    let objection = *open.last().unwrap();
    assert_ok!(Disputes::notify_registrant(
        by(EXAMINER),
        objection,
        Channel::Ledger,
        DIGEST
    ));
    objection
}

/// An objection on which both sides agree what is done.
fn agreed(object: ObjectId, what: Disposition) -> ObjectionId {
    let objection = objected(object, RightSet(0b001), HOLDER, OBJECTOR);
    for holder in [HOLDER, CO_HOLDER] {
        let what = Some(what);
        assert_ok!(Disputes::answer_objection(
            by(holder),
            OWN,
            objection,
            what,
            DIGEST
        ));
    }
    objection
}

pub fn control(rights: RightSet) -> Measure {
    Measure::Control {
        rights,
        term: OrderTerm::Days(60),
    }
}

fn of_day_book(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let right = RightSet(0b001);
    let stamping = move |measure, organ| -> Box<dyn Fn(Capacity) -> RuntimeCall> {
        Box::new(move |_| {
            let paper = paper(organ);
            pallet_encumbrances::Call::stamp {
                object,
                measure,
                paper,
            }
            .into()
        })
    };
    match scene {
        Scene::StampSeizure => stamping(seizure(right), OrganKind::Court),
        Scene::StampControl => stamping(control(right), OrganKind::Administration),
        Scene::EndByInstrument => {
            let (rights, ground) = (right, EndingGround::Judgment);
            let stamp = stamp(
                object,
                Measure::Ending { rights, ground },
                paper(OrganKind::Court),
            );
            Box::new(move |_| pallet_encumbrances::Call::end_by_instrument { stamp }.into())
        }
        Scene::TransferByRuling => {
            let of = stamp(object, seizure(right), paper(OrganKind::Court));
            assert_ok!(Encumbrances::confirm(by(REVIEWER), of));
            let measure = Measure::Transfer {
                of,
                rights: right,
                to: party(RECEIVER),
                pledges: PledgesUnderRuling::End,
            };
            let stamp = stamp(object, measure, paper(OrganKind::Court));
            Box::new(move |_| pallet_encumbrances::Call::transfer_by_ruling { stamp }.into())
        }
        Scene::ConfirmRelease => {
            let of = stamp(object, seizure(right), paper(OrganKind::Court));
            assert_ok!(Encumbrances::confirm(by(REVIEWER), of));
            let stamp = stamp(object, Measure::Release { of }, paper(OrganKind::Court));
            Box::new(move |_| pallet_encumbrances::Call::confirm { stamp }.into())
        }
        _ => {
            let stamp = stamp(object, seizure(right), paper(OrganKind::Court));
            let confirms = scene == Scene::ConfirmSeizure;
            Box::new(move |_| match confirms {
                true => pallet_encumbrances::Call::confirm { stamp }.into(),
                false => pallet_encumbrances::Call::reject {
                    stamp,
                    reason: DIGEST,
                }
                .into(),
            })
        }
    }
}

/// The co-holder has died: two take its place, and as much is done as the scene has behind it.
fn of_succession(scene: Scene) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let predecessor = party(CO_HOLDER);
    let terms = SuccessionTerms {
        event: SuccessionEvent::Death,
        instrument: DIGEST,
        effective: now().day(),
        successors: vec![party(RECEIVER), party(STRANGER)].try_into().unwrap(),
    };
    assert_ok!(Parties::file_succession(by(REGISTRAR), predecessor, terms));
    if scene == Scene::ConfirmSuccession {
        return Box::new(move |_| pallet_parties::Call::confirm_succession { predecessor }.into());
    }
    assert_ok!(Parties::confirm_succession(by(REVIEWER), predecessor));
    let (holding, successor) = (0, 0);
    let batch: pallet_parties::Batch = vec![Assignment { holding, successor }].try_into().unwrap();
    if scene == Scene::AssignHoldings {
        return Box::new(move |_| {
            let batch = batch.clone();
            pallet_parties::Call::assign_holdings { predecessor, batch }.into()
        });
    }
    assert_ok!(Parties::assign_holdings(by(REVIEWER), predecessor, batch));
    Box::new(move |_| pallet_parties::Call::finish_succession { predecessor }.into())
}

/// Brings a matter to where one call is left, and sets what stands against the right.
pub fn prepare(scene: Scene, standing: Standing) -> Prepared {
    let object = object(scene.regime());
    if scene.is_under_seizure() {
        let rights = RightSet::NONE.with(SEIZED);
        super::standing::secure(object, rights, standing);
        let prepared = prepared(scene, object);
        if !standing.is_secured() {
            prepared.set(standing);
        }
        return prepared;
    }
    let prepared = prepared(scene, object);
    prepared.set(standing);
    prepared
}

fn prepared(scene: Scene, object: ObjectId) -> Prepared {
    let both = [CO_HOLDER, RECEIVER];
    let call = match scene {
        Scene::FileTransfer => filing_of(transfer(object)),
        Scene::FileChange => filing_of(change(object)),
        Scene::FileRenewal => filing_of(renewal(object)),
        Scene::EnterTransfer => entry_of(transfer(object), &both),
        Scene::EnterChange => entry_of(change(object), &both[..1]),
        Scene::EnterRenewal => entry_of(renewal(object), &[]),
        Scene::FileTransferWithLicenceBack => filing_of(transfer_with_licence_back(object)),
        Scene::EnterTransferWithLicenceBack => entry_of(transfer_with_licence_back(object), &both),
        Scene::FileSoleLicence => filing_of(licence_by_case(object, LicenceKind::Sole)),
        Scene::FileLicence => filing_of(licence_by_case(object, LicenceKind::NonExclusive)),
        Scene::EnterSoleLicence => {
            entry_of(licence_by_case(object, LicenceKind::Sole), &[CO_HOLDER, LICENSEE])
        }
        Scene::EnterLicence => entry_of(
            licence_by_case(object, LicenceKind::NonExclusive),
            &[CO_HOLDER, LICENSEE],
        ),
        Scene::FileCancellation => filing_of(cancellation(object)),
        Scene::EnterCancellation => entry_of(cancellation(object), &both[..1]),
        Scene::ProposeExtinction
        | Scene::ProposeCancellation
        | Scene::ProposeRevocation
        | Scene::ProposeCorrection
        | Scene::ExecuteExtinction
        | Scene::ExecuteCancellation
        | Scene::ExecuteRevocation
        | Scene::ExecuteCorrection => of_own_motion(scene, object),
        Scene::ExecuteChange => {
            let objection = agreed(object, Disposition::Change);
            Box::new(move |_| {
                let (facts, text) = (Box::new(correction()), None);
                pallet_disputes::Call::execute_change {
                    objection,
                    facts,
                    text,
                }
                .into()
            })
        }
        Scene::ExecuteAgreed => {
            let objection = agreed(object, Disposition::Cancel);
            Box::new(move |_| pallet_disputes::Call::execute { objection }.into())
        }
        Scene::StampSeizure
        | Scene::StampControl
        | Scene::ConfirmSeizure
        | Scene::ConfirmRelease
        | Scene::RejectSeizure
        | Scene::EndByInstrument
        | Scene::TransferByRuling => of_day_book(scene, object),
        Scene::OfferSole
        | Scene::OfferNonExclusive
        | Scene::AcceptSole
        | Scene::AcceptNonExclusive
        | Scene::ProposeEnd
        | Scene::SignEnd
        | Scene::OrderEnd
        | Scene::ConfirmEnd => of_licence(scene, object),
        Scene::ConfirmSuccession | Scene::AssignHoldings | Scene::FinishSuccession => of_succession(scene),
        _ => of_collateral(scene, object),
    };
    let (right, registrant) = match scene {
        Scene::OfferSole
        | Scene::OfferNonExclusive
        | Scene::AcceptSole
        | Scene::AcceptNonExclusive
        | Scene::FileTransferWithLicenceBack
        | Scene::EnterTransferWithLicenceBack
        | Scene::FileSoleLicence
        | Scene::FileLicence
        | Scene::EnterSoleLicence
        | Scene::EnterLicence => (OPERATING, HOLDER),
        Scene::ProposeEnd | Scene::SignEnd | Scene::OrderEnd | Scene::ConfirmEnd => (LICENCE, LICENSEE),
        scene if scene.is_of_collateral() => (OPERATING, HOLDER),
        _ => (SEIZED, HOLDER),
    };
    Prepared {
        object,
        rights: RightSet::NONE.with(right),
        registrant,
        elsewhere: RightSet::NONE.with(1),
        below: RightSet::NONE.with(BELOW),
        call,
    }
}
