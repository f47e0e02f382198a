//! Stamping an instrument on receipt.

use crate::{
    marking::{basis, NewMark},
    measures::Target,
    who::Acting,
    Config, Error, Event, LastStamp, Pallet, Stamps,
};
use frame_support::ensure;
use quanji_primitives::{
    case::Signed,
    clock::{add_working_days, Moment},
    day_book::{Measure, Paper, Stamp, CONFIRMATION_WORKING_DAYS},
    directory::Register,
    marks::{Mark, MarkKind, OrderTerm, RightSet},
    v1::VERSION,
    AuthorityId, ObjectId, StampId,
};

/// What a stamp does at once.
pub(crate) enum Effect {
    /// It sets a seizure or control.
    Sets(NewMark),
    /// It keeps a seizure or control standing that would end at this moment.
    Renews(Target, Moment),
    /// It announces a release.
    Releases(Target),
    /// It announces the end of rights.
    Ends,
    /// It announces a transfer of what is seized.
    Transfers(Target),
}

impl<T: Config> Pallet<T> {
    /// Whether the instrument may be stamped now, and what the stamp does.
    pub(crate) fn ensure_can_stamp(
        object: ObjectId,
        measure: &Measure,
        paper: &Paper,
        now: Moment,
    ) -> Result<Effect, Error<T>> {
        ensure!(T::Register::object(object).is_some(), Error::<T>::ObjectUnfit);
        Self::ensure_paper_fits(measure, paper, now)?;
        match *measure {
            Measure::Seizure { rights, term } => {
                let end = Self::ensure_order_fits(object, rights, term, now)?;
                let kind = Self::ensure_one_rank(&T::Register::live_marks(object), rights, now)?;
                // The term of a waiting seizure begins when it rises.
                let fixed = kind == MarkKind::SeizureFirst || matches!(term, OrderTerm::Through(_));
                Ok(Effect::Sets(NewMark {
                    kind,
                    rights,
                    term,
                    until: fixed.then_some(end),
                }))
            }
            Measure::Control { rights, term } => {
                let end = Self::ensure_order_fits(object, rights, term, now)?;
                Ok(Effect::Sets(NewMark {
                    kind: MarkKind::Control,
                    rights,
                    term,
                    until: Some(end),
                }))
            }
            Measure::Renewal { of, term } => {
                let target = Self::ensure_standing(object, of, now)?;
                let end = Self::ensure_can_renew(&target, paper, term, now)?;
                Ok(Effect::Renews(target, end))
            }
            Measure::Release { of } => {
                let target = Self::ensure_standing(object, of, now)?;
                Self::ensure_can_release(&target, paper)?;
                Ok(Effect::Releases(target))
            }
            Measure::Ending { rights, .. } => {
                ensure!(rights != RightSet::NONE, Error::<T>::RightsUnfit);
                Self::ensure_rights_fit(object, rights)?;
                Ok(Effect::Ends)
            }
            Measure::Transfer {
                of,
                rights,
                to,
                pledges,
            } => {
                let target = Self::ensure_standing(object, of, now)?;
                Self::ensure_may_transfer(object, &target, paper, rights)?;
                Self::ensure_may_receive(to)?;
                Self::ensure_may_enforce(object, pledges, rights, now)?;
                Ok(Effect::Transfers(target))
            }
        }
    }

    fn ensure_order_fits(
        object: ObjectId,
        rights: RightSet,
        term: OrderTerm,
        now: Moment,
    ) -> Result<Moment, Error<T>> {
        Self::ensure_rights_fit(object, rights)?;
        Self::ensure_term_fits(term, now.day(), now)
    }

    /// The next number in the day book of an authority.
    fn next_stamp(authority: AuthorityId) -> Result<StampId, Error<T>> {
        let serial = LastStamp::<T>::get(authority).saturating_add(1);
        StampId::new(authority, serial).ok_or(Error::<T>::NumbersExhausted)
    }

    /// The end of the working day in which a stamp is confirmed.
    fn confirm_by(now: Moment) -> Moment {
        add_working_days(&T::Rules::default(), now.day(), CONFIRMATION_WORKING_DAYS)
            .day
            .end()
    }

    /// Stamps an instrument and gives its number.
    pub(crate) fn do_stamp(
        account: &T::AccountId,
        object: ObjectId,
        measure: Measure,
        paper: Paper,
    ) -> Result<StampId, Error<T>> {
        let acting = Self::ensure_keeper(account, object.authority())?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        let effect = Self::ensure_can_stamp(object, &measure, &paper, now)?;
        let id = Self::next_stamp(authority)?;
        let mut stamp = Stamp {
            version: VERSION,
            object,
            measure,
            paper,
            stamped: Signed { officer, at: now },
            confirm_by: Self::confirm_by(now),
            found: None,
            mark: None,
            renews_from: None,
            entered_between: T::Register::entered_since(object, paper.received_at),
        };
        let kind = Self::take_effect(id, &mut stamp, effect, &acting)?;
        LastStamp::<T>::insert(authority, id.serial());
        Stamps::<T>::insert(id, stamp);
        Self::deposit_event(Event::Stamped {
            stamp: id,
            authority,
            officer,
            object,
            measure,
            paper,
            mark: stamp.mark,
            kind,
            confirm_by: stamp.confirm_by,
            entered_between: stamp.entered_between,
        });
        Ok(id)
    }

    /// Writes what the stamp does at once, and gives the kind of the mark that it concerns.
    fn take_effect(
        id: StampId,
        stamp: &mut Stamp,
        effect: Effect,
        acting: &Acting,
    ) -> Result<Option<MarkKind>, Error<T>> {
        match effect {
            Effect::Sets(new) => {
                let times = (acting.now, stamp.confirm_by);
                let mark = new.of(id, &stamp.paper, times, stamp.entered_between);
                stamp.mark = Some(Self::set_mark(stamp.object, mark, acting.officer)?);
                Ok(Some(new.kind))
            }
            Effect::Renews(target, end) => {
                stamp.mark = Some(target.number);
                stamp.renews_from = Some(end);
                // What would end before the second person has to confirm stands until then.
                if end < stamp.confirm_by {
                    let mark = Mark {
                        until: Some(stamp.confirm_by),
                        ..target.mark
                    };
                    let basis = basis(id, acting.officer, None);
                    Self::change_mark(stamp.object, target.number, mark, basis, acting.officer)?;
                }
                Ok(Some(target.standing.kind))
            }
            Effect::Releases(target) | Effect::Transfers(target) => {
                stamp.mark = Some(target.number);
                Ok(Some(target.standing.kind))
            }
            Effect::Ends => Ok(None),
        }
    }
}
