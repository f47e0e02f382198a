//! What is offered as security, looked at before anybody signs: whether it can be, the reservations whose places the deed takes,
//! and those whose places it does not.

use quanji_client::{
    chain::{View, Who},
    language::{Language, Localised},
};
use quanji_primitives::{
    collateral::{DeedMatter, Offered, Rank, Secured},
    marks::RightSet,
    DeedId, ObjectId, PartyId, RightId,
};
use serde_json::json;

use super::{
    super::{
        exit::{Exit, Failure},
        node::not_found,
        output::Report,
    },
    given::by_object,
};

/// The rule of the register that a licence as security breaks.
const NO_COLLATERAL: &str = "Encumbrances::RightsUnfit";

quanji_client::messages! {
    /// Why a deed is not proposed as it was given, and what is to be minded of one that is.
    enum Message {
        /// A reservation of an object of which nothing is offered.
        NotOffered { reservation: DeedId, object: ObjectId } =>
            zh "顺位预留 {reservation} 针对登记单位 {object}，所列权利中没有该登记单位的权利",
                remedy "请一并列明 {object} 的权利，或去掉 --reservation {reservation}";
            en "{reservation} reserves a place on {object}, of which no right is offered",
                remedy "name rights of {object} too, or leave out --reservation {reservation}";
        /// Two reservations of one object.
        TwoPlaces { object: ObjectId, first: DeedId, second: DeedId } =>
            zh "顺位预留 {first} 与 {second} 针对同一登记单位 {object}：质押在每个登记单位上只取得一个顺位",
                remedy "请只保留其中一项 --reservation，另一项另行提出质押";
            en "{first} and {second} both reserve a place on {object}, and a pledge takes one place on each object",
                remedy "leave one --reservation out, and propose another pledge for it";
        /// A licence.
        Licence { right: RightId } =>
            zh "{right} 是许可，许可不能设定担保", remedy "请列明首次登记的权利；登记单位的权利：quanji title";
            en "{right} is a licence, and a licence is no collateral",
                remedy "name rights of first registration; `quanji title` shows those of an object";
        /// A place that the pledgee has reserved and the deed does not take.
        NotTaken { pledgee: PartyId, object: ObjectId, reservation: DeedId } =>
            zh "{pledgee} 已由 {reservation} 在 {object} 预留顺位，本契据未占用：如要占用，请撤回并用 --reservation {reservation} 重新提出";
            en "{reservation} reserves a place on {object} for {pledgee}, not taken by this deed: withdraw it and name --reservation {reservation} to take it";
    }
}

/// A reservation that a pledge could use: of this object, by this deed.
type Place = (ObjectId, DeedId);

/// What of each object is offered, and the place that the pledge takes there.
pub async fn read(view: &View, rights: &[RightId], reservations: &[DeedId]) -> Result<Vec<Offered>, Failure> {
    let mut places = Vec::new();
    for deed in reservations {
        let found = view.reservation(*deed).await?;
        let (record, _) = found.ok_or_else(|| not_found(deed.to_string()))?;
        // A reservation belongs to the object against which it stands.
        places.push((record.object, *deed));
    }
    with_places(by_object(rights), &places).map_err(|message| Failure::new(Exit::Usage, message))
}

/// Every reservation that was named takes its place: none is of an object that is not offered, or beside another one.
fn with_places(objects: Vec<(ObjectId, RightSet)>, places: &[Place]) -> Result<Vec<Offered>, Message> {
    for (object, reservation) in places {
        let (object, reservation) = (*object, *reservation);
        if !objects.iter().any(|(offered, _)| *offered == object) {
            return Err(Message::NotOffered { reservation, object });
        }
        let is_other = |place: &&Place| place.0 == object && place.1 != reservation;
        if let Some((_, second)) = places.iter().find(is_other) {
            let (first, second) = (reservation, *second);
            return Err(Message::TwoPlaces {
                object,
                first,
                second,
            });
        }
    }
    let place_on = |object| places.iter().find(|(reserved, _)| *reserved == object);
    let offered = objects.into_iter().map(|(object, rights)| Offered {
        object,
        rights,
        reservation: place_on(object).map(|(_, reservation)| *reservation),
    });
    Ok(offered.collect())
}

/// The rights on which a deed would put something new.
fn newly_secured(matter: &DeedMatter) -> Vec<(ObjectId, RightSet)> {
    match matter {
        DeedMatter::Reservation(terms) => vec![(terms.object, terms.rights)],
        DeedMatter::Pledge(terms) => {
            let offered = terms.offered.iter();
            offered.map(|one| (one.object, one.rights)).collect()
        }
        DeedMatter::Amendment { .. }
        | DeedMatter::Assignment { .. }
        | DeedMatter::Subordination { .. }
        | DeedMatter::Enforcement { .. } => Vec::new(),
    }
}

/// A licence is no collateral. The register refuses it too, by a rule that does not say so.
pub async fn ensure_no_licence(view: &View, matter: &DeedMatter) -> Result<(), Failure> {
    for (object, rights) in newly_secured(matter) {
        // That an object is not registered is for the register to say.
        let Some(title) = view.title(object).await? else {
            continue;
        };
        let mut numbered = (0..).zip(&title.rights);
        let licence = numbered.find(|(number, right)| rights.contains(*number) && right.parent.is_some());
        if let Some((index, _)) = licence {
            let right = RightId { object, index };
            return Err(Failure::new(Exit::Refused, Message::Licence { right })
                .with_fact("rule", NO_COLLATERAL)
                .with_fact("who", Who::Sender.code()));
        }
    }
    Ok(())
}

/// The places that a pledgee has reserved on what is offered to it, and that its pledge does not take.
pub struct NotTaken {
    pledgee: PartyId,
    places: Vec<Place>,
}

impl NotTaken {
    /// Of a pledge that is to be proposed; nothing where it takes all, or where none is reserved.
    pub async fn of(view: &View, matter: &DeedMatter) -> Result<Option<Self>, Failure> {
        let DeedMatter::Pledge(terms) = matter else {
            return Ok(None);
        };
        let pledgee = view.current(terms.pledgee).await?;
        let mut places = Vec::new();
        for offered in terms.offered.iter().filter(|one| one.reservation.is_none()) {
            let reserved = reserved(view, offered, pledgee).await?;
            places.extend(reserved.into_iter().map(|deed| (offered.object, deed)));
        }
        Ok((!places.is_empty()).then_some(Self { pledgee, places }))
    }

    /// The report of the proposal, with a caution for each of them.
    pub fn added_to(&self, report: Report, language: Language) -> Report {
        let deeds: Vec<_> = self.places.iter().map(|(_, deed)| deed.to_string()).collect();
        let caution = |report: Report, (object, reservation): &Place| {
            let message = Message::NotTaken {
                pledgee: self.pledgee,
                object: *object,
                reservation: *reservation,
            };
            report.caution(message.text(language))
        };
        let report = self.places.iter().fold(report, caution);
        report.fact("reservations_not_taken", json!(deeds))
    }
}

/// The reservations that stand for a party on all that is offered of an object: only such a place can be taken.
async fn reserved(view: &View, offered: &Offered, party: PartyId) -> Result<Vec<DeedId>, Failure> {
    let mut on_all: Option<Vec<DeedId>> = None;
    for index in offered.rights.numbers() {
        let object = offered.object;
        let on = own_reservations(&view.ranks(RightId { object, index }).await?, party);
        on_all = Some(match on_all {
            Some(known) => known.into_iter().filter(|deed| on.contains(deed)).collect(),
            None => on,
        });
    }
    Ok(on_all.unwrap_or_default())
}

/// Of what stands on a right, the reservations of a party.
fn own_reservations(ranks: &[Rank], party: PartyId) -> Vec<DeedId> {
    let own = |rank: &&Rank| rank.secured == Secured::Reservation && rank.holder == party;
    ranks.iter().filter(own).map(|rank| rank.deed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLEDGEE: PartyId = PartyId(7);

    fn objects(numbers: &[u64]) -> Vec<(ObjectId, RightSet)> {
        let rights = RightSet::NONE.with(2);
        numbers.iter().map(|object| (ObjectId(*object), rights)).collect()
    }

    fn place(object: u64, deed: u64) -> Place {
        (ObjectId(object), DeedId(deed))
    }

    #[test]
    fn each_object_is_offered_with_the_reservation_that_stands_on_it() {
        let offered = with_places(objects(&[3, 5, 9]), &[place(9, 1), place(3, 2)]).unwrap();
        let places: Vec<_> = offered.iter().map(|one| (one.object, one.reservation)).collect();
        assert_eq!(
            places,
            [
                (ObjectId(3), Some(DeedId(2))),
                (ObjectId(5), None),
                (ObjectId(9), Some(DeedId(1)))
            ]
        );
        // Named twice it is one.
        assert!(with_places(objects(&[3]), &[place(3, 2), place(3, 2)]).is_ok());
    }

    #[test]
    fn a_reservation_of_an_object_that_is_not_offered_is_refused_by_name() {
        let refused = with_places(objects(&[3]), &[place(3, 1), place(5, 2)]).unwrap_err();
        let (reservation, object) = (DeedId(2), ObjectId(5));
        assert_eq!(refused, Message::NotOffered { reservation, object });
        for language in [Language::Chinese, Language::English] {
            let (text, remedy) = (refused.text(language), refused.remedy(language).unwrap());
            assert!(text.contains(&reservation.to_string()), "{text}");
            assert!(text.contains(&object.to_string()), "{text}");
            assert!(remedy.contains("--reservation"), "{remedy}");
        }
    }

    #[test]
    fn a_second_reservation_of_one_object_is_refused() {
        let refused = with_places(objects(&[3, 5]), &[place(3, 1), place(5, 2), place(3, 4)]);
        let expected = Message::TwoPlaces {
            object: ObjectId(3),
            first: DeedId(1),
            second: DeedId(4),
        };
        assert_eq!(refused, Err(expected));
    }

    #[test]
    fn only_reservations_of_the_pledgee_itself_are_its_places() {
        let rank = |deed, secured, holder| Rank {
            deed: DeedId(deed),
            secured,
            holder,
            ledger: 1,
            statutory: None,
        };
        let ranks = [
            rank(1, Secured::Reservation, PartyId(8)),
            rank(2, Secured::Pledge, PLEDGEE),
            rank(3, Secured::Reservation, PLEDGEE),
        ];
        assert_eq!(own_reservations(&ranks, PLEDGEE), [DeedId(3)]);
    }

    #[test]
    fn a_pledgee_is_told_of_its_place_that_the_deed_does_not_take() {
        let not_taken = NotTaken {
            pledgee: PLEDGEE,
            places: vec![place(3, 1)],
        };
        for language in [Language::Chinese, Language::English] {
            let report = not_taken.added_to(Report::new(json!({})), language);
            let text = report.plain();
            let named = format!("--reservation {}", DeedId(1));
            assert!(
                text.contains(&named) && text.contains(&PLEDGEE.to_string()),
                "{text}"
            );
            assert_eq!(
                report.json()["reservations_not_taken"],
                json!([DeedId(1).to_string()])
            );
        }
    }
}
