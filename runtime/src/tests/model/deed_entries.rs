//! What a deed writes that all have signed.

use super::{
    collateral::{Closed, DeedMatter, DeedNumber, Item, Offered, Pledge, Reservation, RESERVED_DAYS},
    marks::{Kind, Mark},
    state::{only, Broken, Register},
    time::{end_of, working_days_after, Day},
};
use std::collections::BTreeSet;

impl Register {
    /// An entry on an object about its collateral.
    pub fn end_secured(&mut self, object: usize, mark: usize, how: Closed) {
        let now = self.now;
        let of = &mut self.objects[object];
        let mark = &mut of.marks[mark];
        mark.closed = Some(how);
        mark.over = mark.over.or(Some(now));
        of.enter("encumbered");
    }

    /// Rights are freed from a mark; what is left of them it stands against further.
    pub fn free(&mut self, object: usize, mark: usize, rights: &BTreeSet<u32>, how: Closed) {
        let of = &mut self.objects[object];
        let left: BTreeSet<u32> = of.marks[mark].rights.difference(rights).copied().collect();
        if left.is_empty() {
            return self.end_secured(object, mark, how);
        }
        of.marks[mark].rights = left;
        of.enter("encumbered");
    }

    fn secure(&mut self, object: usize, rights: &BTreeSet<u32>, kind: Kind, last: Day) -> usize {
        let term = (self.now, Some(end_of(last)));
        let of = &mut self.objects[object];
        of.marks
            .push(Mark::without_order(kind, rights.clone(), term, None));
        of.enter("encumbered");
        of.marks.len() - 1
    }

    /// Writes a pledge as it now is, on every object on which it stands.
    pub fn rewrite(&mut self, number: DeedNumber) {
        let pledge = self.pledges[&number].clone();
        for item in self.items(&pledge) {
            let of = &mut self.objects[item.object];
            of.marks[item.mark].until = Some(end_of(pledge.through));
            of.enter("encumbered");
        }
    }

    /// Carries out a deed that all have signed.
    pub fn carry_out_deed(&mut self, number: DeedNumber, matter: &DeedMatter) -> Broken {
        match matter {
            DeedMatter::Reservation {
                object,
                rights,
                financier,
                maximum,
            } => {
                if !self.has_room(*object, 0) {
                    return only("ObjectFull");
                }
                let last = working_days_after(self.today(), RESERVED_DAYS);
                let mark = self.secure(*object, rights, Kind::Reservation, last);
                let reservation = Reservation {
                    financier: *financier,
                    holders: self.holders_of_all(*object, rights),
                    object: *object,
                    mark,
                    maximum: *maximum,
                    used_by: None,
                };
                self.reservations.insert(number, reservation);
            }
            DeedMatter::Pledge { offered, .. } => {
                let fits = |one: &Offered| self.has_room(one.object, usize::from(one.reservation.is_some()));
                if !offered.iter().all(fits) {
                    return only("ObjectFull");
                }
                self.pledge(number, matter);
            }
            DeedMatter::Amendment {
                pledge,
                secured,
                through,
                ..
            } => {
                let known = self.pledges.get_mut(pledge).unwrap();
                known.secured = secured.unwrap_or(known.secured);
                known.through = through.unwrap_or(known.through);
                self.rewrite(*pledge);
            }
            DeedMatter::Assignment { pledge, to } => {
                self.pledges.get_mut(pledge).unwrap().pledgee = *to;
                self.rewrite(*pledge);
            }
            DeedMatter::Subordination {
                pledge,
                behind,
                object,
            } => self.swap(*pledge, *behind, *object),
            DeedMatter::Enforcement { .. } => self.enforce(matter),
        }
        Broken::new()
    }

    fn pledge(&mut self, number: DeedNumber, matter: &DeedMatter) {
        let DeedMatter::Pledge {
            pledgee,
            offered,
            secured,
            through,
        } = matter
        else {
            panic!("a pledge")
        };
        let places: Vec<Option<usize>> = offered
            .iter()
            .map(|one| Some(self.reservations[&one.reservation?].mark))
            .collect();
        for one in offered {
            if let Some(reservation) = one.reservation {
                let place = self.reservations.get_mut(&reservation).unwrap();
                place.used_by = Some(number);
                let mark = place.mark;
                self.end_secured(one.object, mark, Closed::Used);
            }
        }
        let items = offered.iter().zip(places).map(|(one, place)| {
            let mark = self.secure(one.object, &one.rights, Kind::Pledge, *through);
            Item {
                object: one.object,
                mark,
                place: place.unwrap_or(mark),
            }
        });
        let items = items.collect();
        let pledge = Pledge {
            pledgee: *pledgee,
            items,
            secured: *secured,
            through: *through,
            entered_on: self.today(),
            statutory: None,
            demanded: None,
            default: None,
        };
        self.pledges.insert(number, pledge);
    }

    fn swap(&mut self, pledge: DeedNumber, behind: DeedNumber, object: usize) {
        let place = |register: &Self, number| {
            let pledge: &Pledge = &register.pledges[&number];
            register.item(pledge, object).unwrap().place
        };
        let (earlier, later) = (place(self, pledge), place(self, behind));
        for (number, place) in [(pledge, later), (behind, earlier)] {
            let items = self.pledges.get_mut(&number).unwrap().items.iter_mut();
            for item in items.filter(|item| item.object == object) {
                item.place = place;
            }
            self.objects[object].enter("encumbered");
        }
    }

    /// The rights pass; a reservation of nothing else ends with them, other pledges stay.
    fn enforce(&mut self, matter: &DeedMatter) {
        let DeedMatter::Enforcement {
            pledge,
            object,
            rights,
            to,
            ..
        } = matter
        else {
            panic!("an enforcement")
        };
        let item = self.item(&self.pledges[pledge], *object).unwrap();
        self.pass_together(*object, rights, *to);
        for other in self.secured_on(*object) {
            let within = self.mark(*object, other.mark).rights.is_subset(rights);
            if other.reserves && within {
                self.end_secured(*object, other.mark, Closed::CarriedOut);
            }
        }
        self.free(*object, item.mark, rights, Closed::CarriedOut);
    }
}
