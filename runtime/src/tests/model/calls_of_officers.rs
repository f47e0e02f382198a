//! The calls of officers: on cases, in the day book, of their own motion.

use super::{
    acts::{Act, Event, Fact, Motion, Officer},
    chain::{Chain, DAY_BOOK, EXAMINER, REGISTRAR, REVIEWER, SECOND_REVIEWER},
    state::Register,
    words::{channel, examination, organ, text},
};
use crate::{tests::disputes::DIGEST, RuntimeCall};
use quanji_primitives::{
    case::{Reassessment, RefusalGround},
    clock::{Day, Moment},
    day_book::Paper,
    filing::{Evidence, EvidenceKind},
    succession::{Assignment, SuccessionEvent, SuccessionTerms},
    written_notice::RefusalLetter,
};

type Sent = (RuntimeCall, &'static str);

impl Officer {
    fn path(self) -> &'static str {
        match self {
            Self::Examiner => EXAMINER,
            Self::Reviewer => REVIEWER,
            Self::SecondReviewer => SECOND_REVIEWER,
        }
    }
}

impl Chain {
    /// The call of an officer, if the act is one.
    pub fn call_of_officer(&self, act: &Act, now: u64, claimed: &[usize]) -> Option<Sent> {
        self.call_on_case(act, claimed)
            .or_else(|| self.call_in_day_book(act, now))
            .or_else(|| self.call_of_motion(act))
            .or_else(|| self.call_of_succession(act))
    }

    fn call_on_case(&self, act: &Act, claimed: &[usize]) -> Option<Sent> {
        use pallet_registry::Call;
        let of = |case: &usize| self.cases[*case];
        Some(match act {
            Act::Accept { case } => (Call::accept { case: of(case) }.into(), EXAMINER),
            Act::Examine { case, granted, met } => {
                let (case, examination) = (of(case), examination(claimed, granted, *met));
                (Call::examine { case, examination }.into(), EXAMINER)
            }
            Act::Approve { case } => (Call::approve { case: of(case) }.into(), REVIEWER),
            Act::Enter { case, letter } => {
                let refusal = letter.map(|letter| RefusalLetter {
                    channel: channel(letter),
                    letter: DIGEST,
                });
                let call = Call::enter {
                    case: of(case),
                    receipt: None,
                    result_code: None,
                    refusal,
                };
                (call.into(), REVIEWER)
            }
            Act::Refuse {
                case,
                officer,
                letter,
            } => {
                let call = Call::refuse {
                    case: of(case),
                    ground: RefusalGround::OtherLaw,
                    channel: channel(*letter),
                    letter: DIGEST,
                };
                (call.into(), officer.path())
            }
            Act::DecideAppeal { case, officer, anew } => {
                let call = Call::decide_appeal {
                    case: of(case),
                    result: match anew {
                        true => Reassessment::ExaminedAnew,
                        false => Reassessment::RefusalStands,
                    },
                    record: DIGEST,
                };
                (call.into(), officer.path())
            }
            Act::Close { case } => (Call::close { case: of(case) }.into(), EXAMINER),
            _ => return None,
        })
    }

    fn call_in_day_book(&self, act: &Act, now: u64) -> Option<Sent> {
        use pallet_encumbrances::Call;
        let of = |stamp: &usize| self.stamps[*stamp];
        Some(match act {
            Act::Stamp {
                object,
                measure,
                organ: number,
            } => {
                let paper = Paper {
                    organ: organ(*number),
                    instrument: DIGEST,
                    received_at: Moment(now),
                    applicant: None,
                };
                let (object, measure) = (self.objects[*object], self.measure(measure));
                let call = Call::stamp {
                    object,
                    measure,
                    paper,
                };
                (call.into(), DAY_BOOK)
            }
            Act::Confirm { stamp } => (Call::confirm { stamp: of(stamp) }.into(), REVIEWER),
            Act::Reject { stamp } => {
                let (stamp, reason) = (of(stamp), DIGEST);
                (Call::reject { stamp, reason }.into(), REVIEWER)
            }
            Act::EndByInstrument { stamp } => {
                let stamp = of(stamp);
                (Call::end_by_instrument { stamp }.into(), REVIEWER)
            }
            Act::TransferByRuling { stamp } => {
                let stamp = of(stamp);
                (Call::transfer_by_ruling { stamp }.into(), REVIEWER)
            }
            _ => return None,
        })
    }

    fn call_of_motion(&self, act: &Act) -> Option<Sent> {
        use pallet_registry::Call;
        Some(match act {
            Act::ProposeMotion {
                object,
                motion,
                officer,
                proven,
            } => {
                let kind = EvidenceKind::Other;
                let proof = Evidence { kind, digest: DIGEST };
                let evidence = if *proven { vec![proof] } else { Vec::new() };
                let call = Call::propose_motion {
                    object: self.objects[*object],
                    matter: self.motion(*object, motion, *proven),
                    evidence: evidence.try_into().unwrap(),
                    record: DIGEST,
                };
                (call.into(), officer.path())
            }
            Act::DropMotion { object } => {
                let (object, reason) = (self.objects[*object], DIGEST);
                (Call::drop_motion { object, reason }.into(), EXAMINER)
            }
            _ => return None,
        })
    }

    fn call_of_succession(&self, act: &Act) -> Option<Sent> {
        use pallet_parties::Call;
        let party = |party: &usize| self.parties[*party];
        Some(match act {
            Act::FileSuccession {
                of,
                event,
                successors,
                effective,
            } => {
                let successors: Vec<_> = successors.iter().map(party).collect();
                let terms = SuccessionTerms {
                    event: match event {
                        Event::Merger => SuccessionEvent::Merger,
                        Event::Division => SuccessionEvent::Division,
                        Event::Dissolution => SuccessionEvent::Dissolution,
                        Event::Death => SuccessionEvent::Death,
                    },
                    instrument: DIGEST,
                    effective: Day(i32::try_from(*effective).unwrap()),
                    successors: successors.try_into().unwrap(),
                };
                let predecessor = party(of);
                (Call::file_succession { predecessor, terms }.into(), REGISTRAR)
            }
            Act::ConfirmSuccession { of, same } => {
                let predecessor = party(of);
                let sender = if *same { REGISTRAR } else { REVIEWER };
                (Call::confirm_succession { predecessor }.into(), sender)
            }
            Act::GiveUpSuccession { of } => {
                let predecessor = party(of);
                (Call::give_up_succession { predecessor }.into(), REGISTRAR)
            }
            Act::AssignHoldings { of, batch } => {
                let assignment = |(holding, successor): &(u32, u8)| Assignment {
                    holding: *holding,
                    successor: *successor,
                };
                let batch: Vec<_> = batch.iter().map(assignment).collect();
                let (predecessor, batch) = (party(of), batch.try_into().unwrap());
                (Call::assign_holdings { predecessor, batch }.into(), REVIEWER)
            }
            Act::AssignCase { of, case, successor } => {
                let call = Call::assign_case {
                    predecessor: party(of),
                    case: self.cases[*case],
                    successor: *successor,
                };
                (call.into(), REGISTRAR)
            }
            Act::FinishSuccession { of } => {
                let predecessor = party(of);
                (Call::finish_succession { predecessor }.into(), REVIEWER)
            }
            _ => return None,
        })
    }

    /// The execution of a motion, with the text that it is about, or with another one where it is about none.
    pub fn execution(&self, register: &Register, object: usize, officer: Officer, sent: bool) -> Sent {
        let to = match register.objects[object].motion {
            Some((Motion::Correction(Fact::Description(to)), _)) => to,
            _ => 0,
        };
        let call = pallet_registry::Call::execute_motion {
            object: self.objects[object],
            text: sent.then(|| text(to).try_into().unwrap()),
        };
        (call.into(), officer.path())
    }
}
