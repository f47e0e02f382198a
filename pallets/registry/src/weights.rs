//! Weights of the registry's calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `file`.
    fn file() -> Weight;
    /// `accept`.
    fn accept() -> Weight;
    /// `return_for_completion`.
    fn return_for_completion() -> Weight;
    /// `resubmit`.
    fn resubmit() -> Weight;
    /// `report`.
    fn report() -> Weight;
    /// `examine`.
    fn examine() -> Weight;
    /// `approve`.
    fn approve() -> Weight;
    /// `publish` of a text of `t` bytes.
    fn publish(t: u32) -> Weight;
    /// `enter` of a first registration.
    fn enter() -> Weight;
    /// `enter` of a first registration made from as many registered sources as can be named.
    fn enter_of_many_sources() -> Weight;
    /// `enter` of a further holder of a registered object.
    fn enter_further_holder() -> Weight;
    /// `enter` of further rights in a registered object.
    fn enter_further_rights() -> Weight;
    /// `refuse`.
    fn refuse() -> Weight;
    /// `withdraw`.
    fn withdraw() -> Weight;
    /// `close`.
    fn close() -> Weight;
    /// `record_delivery`.
    fn record_delivery() -> Weight;
    /// `acknowledge`.
    fn acknowledge() -> Weight;
    /// `request_supplement`.
    fn request_supplement() -> Weight;
    /// `answer_supplement`.
    fn answer_supplement() -> Weight;
    /// `inquire`.
    fn inquire() -> Weight;
    /// `record_inquiry_answer`.
    fn record_inquiry_answer() -> Weight;
    /// `extend`.
    fn extend() -> Weight;
    /// `terminate`.
    fn terminate() -> Weight;
    /// `decide_publication`.
    fn decide_publication() -> Weight;
    /// `object_to_notice`.
    fn object_to_notice() -> Weight;
    /// `decide_notice_objection`.
    fn decide_notice_objection() -> Weight;
    /// `appeal`.
    fn appeal() -> Weight;
    /// `decide_appeal`.
    fn decide_appeal() -> Weight;
    /// `consent_to_operating`.
    fn consent_to_operating() -> Weight;
    /// `revoke_consent`.
    fn revoke_consent() -> Weight;
    /// `import` of a registration of `h` co-holders, made from `s` registered sources, with `f` fingerprints.
    fn import(h: u32, s: u32, f: u32) -> Weight;
    /// `review_import`.
    fn review_import() -> Weight;
    /// `file_dealing`.
    fn file_dealing() -> Weight;
    /// `sign`.
    fn sign() -> Weight;
    /// `resubmit_dealing`.
    fn resubmit_dealing() -> Weight;
    /// A licence that falls with a right above it.
    fn let_fall() -> Weight;
    /// Looking whether something waits to fall or to be told, in every block.
    fn look_for_descendants() -> Weight;
    /// Telling one object of a source from which it was made.
    fn tell_descendant() -> Weight;
    /// `consent_to_case`.
    fn consent_to_case() -> Weight;
    /// `revoke_case_consent`.
    fn revoke_case_consent() -> Weight;
    /// `enter` of a transfer.
    fn enter_transfer() -> Weight;
    /// `enter` of a change.
    fn enter_change() -> Weight;
    /// `enter` of a renewal.
    fn enter_renewal() -> Weight;
    /// `enter` of a cancellation.
    fn enter_cancellation() -> Weight;
    /// `enter` of a split.
    fn enter_split() -> Weight;
    /// `publish_part` of a text of `t` bytes.
    fn publish_part(t: u32) -> Weight;
    /// `propose_motion`.
    fn propose_motion() -> Weight;
    /// `execute_motion` of a correction with a text of `t` bytes.
    fn execute_motion(t: u32) -> Weight;
    /// `execute_motion` that ends rights.
    fn execute_ending_motion() -> Weight;
    /// `drop_motion`.
    fn drop_motion() -> Weight;
}

/// Generous weights for tests.
impl WeightInfo for () {
    fn file() -> Weight {
        generous(100, 6)
    }
    fn accept() -> Weight {
        generous(60, 2)
    }
    fn return_for_completion() -> Weight {
        generous(60, 2)
    }
    fn resubmit() -> Weight {
        generous(100, 4)
    }
    fn report() -> Weight {
        generous(10, 2)
    }
    fn examine() -> Weight {
        generous(60, 2)
    }
    fn approve() -> Weight {
        generous(70, 2)
    }
    fn publish(t: u32) -> Weight {
        generous(80, 2).saturating_add(Weight::from_parts(20_000, 0).saturating_mul(t.into()))
    }
    fn enter() -> Weight {
        generous(100, 150)
    }
    fn enter_of_many_sources() -> Weight {
        generous(100, 150)
    }
    fn enter_further_holder() -> Weight {
        generous(100, 150)
    }
    fn enter_further_rights() -> Weight {
        generous(100, 150)
    }
    fn refuse() -> Weight {
        generous(140, 8)
    }
    fn withdraw() -> Weight {
        generous(40, 8)
    }
    fn close() -> Weight {
        generous(60, 8)
    }
    fn record_delivery() -> Weight {
        generous(60, 2)
    }
    fn acknowledge() -> Weight {
        generous(20, 2)
    }
    fn request_supplement() -> Weight {
        generous(60, 2)
    }
    fn answer_supplement() -> Weight {
        generous(20, 2)
    }
    fn inquire() -> Weight {
        generous(60, 2)
    }
    fn record_inquiry_answer() -> Weight {
        generous(60, 2)
    }
    fn extend() -> Weight {
        generous(60, 2)
    }
    fn terminate() -> Weight {
        generous(60, 8)
    }
    fn decide_publication() -> Weight {
        generous(60, 2)
    }
    fn object_to_notice() -> Weight {
        generous(40, 2)
    }
    fn decide_notice_objection() -> Weight {
        generous(60, 2)
    }
    fn appeal() -> Weight {
        generous(20, 2)
    }
    fn decide_appeal() -> Weight {
        generous(60, 4)
    }
    fn consent_to_operating() -> Weight {
        generous(80, 2)
    }
    fn revoke_consent() -> Weight {
        generous(10, 2)
    }
    fn import(h: u32, s: u32, f: u32) -> Weight {
        let each = |number: u32| u64::from(number).saturating_mul(2);
        let writes = each(h).saturating_add(each(s)).saturating_add(each(f));
        generous(40u64.saturating_add(writes), 10u64.saturating_add(writes))
    }
    fn review_import() -> Weight {
        generous(160, 3)
    }
    fn file_dealing() -> Weight {
        generous(480, 4)
    }
    fn sign() -> Weight {
        generous(80, 2)
    }
    fn resubmit_dealing() -> Weight {
        generous(480, 2)
    }
    fn let_fall() -> Weight {
        ParityDbWeight::get().reads_writes(10, 8)
    }
    fn look_for_descendants() -> Weight {
        ParityDbWeight::get().reads(2)
    }
    fn tell_descendant() -> Weight {
        ParityDbWeight::get().reads_writes(500, 40)
    }
    fn consent_to_case() -> Weight {
        generous(360, 2)
    }
    fn revoke_case_consent() -> Weight {
        generous(20, 2)
    }
    fn enter_transfer() -> Weight {
        generous(500, 60)
    }
    fn enter_change() -> Weight {
        generous(560, 80)
    }
    fn enter_renewal() -> Weight {
        generous(480, 20)
    }
    fn enter_cancellation() -> Weight {
        generous(500, 20)
    }
    fn enter_split() -> Weight {
        generous(600, 90)
    }
    fn publish_part(t: u32) -> Weight {
        Self::publish(t)
    }
    fn propose_motion() -> Weight {
        generous(480, 3)
    }
    fn execute_motion(t: u32) -> Weight {
        generous(560, 80).saturating_add(Weight::from_parts(20_000, 0).saturating_mul(t.into()))
    }
    fn execute_ending_motion() -> Weight {
        generous(560, 60)
    }
    fn drop_motion() -> Weight {
        generous(480, 3)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(100_000_000, 64_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
