//! Invariants of the disputes, each with its sentence.

#![cfg(any(feature = "try-runtime", test))]

use crate::{Config, Conflicts, HeardFacts, LastConflict, Objections, OpenConflicts, OpenObjections, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    conflict::Conflict,
    directory::Register,
    marks::{MarkKind, MarkSource},
    objection::{Objection, ObjectionStage},
    v1::VERSION,
    ConflictId, ObjectionId,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of this pallet.
    pub fn do_try_state() -> Checked {
        for (id, objection) in Objections::<T>::iter() {
            Self::check_objection(id, &objection)?;
            Self::check_steps(&objection)?;
            Self::check_marks(id, &objection)?;
        }
        ensure!(
            HeardFacts::<T>::iter_values().count() == Objections::<T>::iter_keys().count(),
            "each objection was heard on its own facts"
        );
        Self::check_conflicts()
    }

    fn check_objection(id: ObjectionId, objection: &Objection) -> Checked {
        ensure!(objection.version == VERSION, "every objection has layout 1");
        ensure!(
            id.authority() == objection.authority && objection.object.authority() == objection.authority,
            "an objection is numbered by the authority that keeps its object"
        );
        let heard = HeardFacts::<T>::get(objection.object, (objection.objector, objection.facts));
        ensure!(heard == Some(id), "the same facts are heard once");
        let object = T::Register::object(objection.object);
        let listed = object
            .as_ref()
            .is_some_and(|record| record.open_objections.contains(&id));
        ensure!(object.is_some(), "an objection is against a registered object");
        ensure!(
            listed == objection.stage.is_open(),
            "an object lists its open objections and no others"
        );
        ensure!(
            OpenObjections::<T>::contains_key(objection.authority, id) == listed,
            "an authority lists its open objections and no others"
        );
        ensure!(
            !objection
                .rights
                .numbers()
                .any(|number| { T::Register::right(objection.object, number).is_none() }),
            "every contested right exists"
        );
        Ok(())
    }

    fn check_steps(objection: &Objection) -> Checked {
        use ObjectionStage::{
            Closed, Concluded, Contested, Decided, InCourt, Notified, Returned, Unaccepted,
        };
        let stage = objection.stage;
        ensure!(
            stage != Returned || objection.returned.is_some(),
            "a returned objection has its notice"
        );
        ensure!(
            !matches!(stage, Notified | Contested | Concluded | Unaccepted | InCourt)
                || objection.notified.is_some(),
            "no objection goes on before the registrant was told"
        );
        ensure!(
            !matches!(stage, Concluded | Unaccepted | InCourt) || objection.conclusion.is_some(),
            "answers are to a conclusion"
        );
        ensure!(
            matches!(stage, Decided | Closed) == objection.decided.is_some(),
            "what is decided says on what"
        );
        ensure!(
            stage != InCourt || objection.court_proof.is_some(),
            "a matter before a court has its proof"
        );
        Ok(())
    }

    fn check_marks(id: ObjectionId, objection: &Objection) -> Checked {
        let kinds = [
            (objection.notice_mark, MarkKind::ObjectionNotice),
            (objection.hold_mark, MarkKind::Hold),
        ];
        for (number, kind) in kinds {
            let Some(number) = number else { continue };
            let mark = T::Register::mark(objection.object, number);
            let own = mark.filter(|mark| mark.kind == kind && mark.source == MarkSource::Objection(id));
            let mark = own.ok_or("the marks of an objection name it")?;
            ensure!(
                objection.stage.is_open() || !mark.stands(Self::now()),
                "no mark of an ended objection stands"
            );
            ensure!(
                kind != MarkKind::ObjectionNotice || mark.ended.is_none() || !objection.stage.is_open(),
                "nobody ends the notice of an open objection"
            );
            ensure!(
                kind != MarkKind::Hold || mark.until.is_some(),
                "every hold has an end"
            );
        }
        Ok(())
    }

    fn check_conflicts() -> Checked {
        let (mut count, mut open) = (0u32, 0usize);
        for (id, conflict) in Conflicts::<T>::iter() {
            count = count.saturating_add(1);
            ensure!(
                (1..=LastConflict::<T>::get()).contains(&id.0),
                "conflicts are numbered densely from 1"
            );
            open = open.saturating_add(Self::check_conflict(id, &conflict)?);
        }
        ensure!(
            count == LastConflict::<T>::get(),
            "conflicts are numbered densely from 1"
        );
        ensure!(
            OpenConflicts::<T>::iter_keys().count() == open,
            "a side is in one undecided conflict at most"
        );
        Ok(())
    }

    /// Gives how many open sides the conflict has.
    fn check_conflict(id: ConflictId, conflict: &Conflict) -> Result<usize, TryRuntimeError> {
        let [own, other] = conflict.sides;
        ensure!(
            conflict.version == VERSION && own.authority() != other.authority(),
            "a conflict is between two authorities"
        );
        ensure!(
            conflict.raised_by.authority() == own.authority(),
            "an officer of the first side reported it"
        );
        if conflict.decision.is_some() {
            return Ok(0);
        }
        let listed = |side| OpenConflicts::<T>::get(side) == Some(id);
        ensure!(
            conflict.sides.iter().all(listed),
            "both sides of an undecided conflict lead to it"
        );
        Ok(conflict.sides.len())
    }
}
