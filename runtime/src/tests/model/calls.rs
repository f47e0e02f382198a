//! The call of each act, and who sends it.

use super::{
    acts::Act,
    chain::{Chain, DEPARTMENT, EXAMINER, PATHS, REVIEWER},
    state::EndKind,
    words::{cause, set},
};
use crate::{tests::disputes::DIGEST, RuntimeCall};
use quanji_primitives::{
    capacity::Capacity,
    case::Conclusion,
    clock::Moment,
    objection::{Disposition, ObjectionGround},
    terms,
    written_notice::Channel,
    Digest,
};

impl Chain {
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
            Act::ReportOn { by, case, favourable } => {
                let (case, digest) = (self.cases[*case], DIGEST);
                let conclusion = match favourable {
                    true => Conclusion::Favourable,
                    false => Conclusion::Unfavourable,
                };
                let call = pallet_registry::Call::report {
                    case,
                    conclusion,
                    digest,
                };
                (call.into(), PATHS[*by])
            }
            Act::Acknowledge { by, case } => {
                let case = self.cases[*case];
                (
                    pallet_registry::Call::acknowledge { capacity, case }.into(),
                    PATHS[*by],
                )
            }
            Act::Appeal { by, case } => {
                let (case, statement) = (self.cases[*case], DIGEST);
                let call = pallet_registry::Call::appeal {
                    capacity,
                    case,
                    statement,
                };
                (call.into(), PATHS[*by])
            }
            Act::Secure(act) => self.call_on_collateral(act),
            Act::Register { .. } | Act::PublishPart { .. } | Act::Publish { .. } => {
                panic!("made of several facts")
            }
            act => self
                .call_of_officer(act, now, claimed)
                .or_else(|| self.call_on_licence(act))
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
                    ground: ObjectionGround::Title,
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
}
