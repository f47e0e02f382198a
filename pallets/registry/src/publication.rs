//! Publication of the examined description, from which the public notice runs.

use crate::{who::Acting, Cases, Config, Error, Event, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    case::{Case, Notice, Stage},
    clock::add_working_days,
    text_rules, CaseId, Digest,
};

/// The longest description that can be published, in bytes.
pub const TEXT_BYTES_MAX: u32 = 16 * 1024;

impl<T: Config> Pallet<T> {
    fn ensure_can_publish(account: &T::AccountId, case: &Case, text: &[u8]) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_stage(case, &[Stage::Approved])?;
        // The runtime hashes the text: there is no digest to trust.
        if Digest::sha2_256(text) != case.filing.facts.description {
            return Err(Error::<T>::TextNotAsFiled);
        }
        // Design section 4, rule 5: no personal information on chain.
        text_rules::check(text).map_err(|_| Error::<T>::TextNotPublishable)?;
        Ok(acting)
    }

    /// Publishes the description. The clock of review pauses while the notice runs (NG 28).
    pub(crate) fn do_publish(account: &T::AccountId, id: CaseId, text: &[u8]) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_publish(account, &case, text)?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(&case)?);
        let due = add_working_days(&rules, now.day(), regime.limits.notice_working_days.number);
        if let Some(clock) = case.clock.as_mut() {
            clock.pause(&rules, now.day());
            clock.resume(due.day);
        }
        case.notice = Some(Notice {
            published_at: now,
            due,
        });
        case.stage = Stage::InNotice;
        let text = case.filing.facts.description;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::NoticePublished {
            case: id,
            authority,
            officer,
            text,
            due,
        });
        Ok(())
    }
}
