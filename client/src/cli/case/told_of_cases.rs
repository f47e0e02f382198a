//! Why a party was told of a case in which it takes no part.

use std::collections::BTreeSet;

use quanji_client::language::Language;
use quanji_primitives::{
    case::{Case, Inquired},
    clock::Moment,
    filing::{Dealing, Matter},
    marks::RightSet,
    v1::RightRecord,
    DeedId, ObjectId, PartyId,
};
use serde_json::{json, Value};

use super::{super::words, told_to::Own};

/// Why a party was told of a case, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It holds in an object with the same fingerprint; told at the filing, and again by the notice.
    Matches(ObjectId, Moment),
    /// It holds in an object of the lineage; told by the notice.
    MadeFrom(ObjectId, Moment),
    /// It holds in the object that is dealt with; told by the notice.
    DealtWith(ObjectId, Moment),
    /// It was asked as a third party.
    Asked(Moment),
    /// It deals with that on which a pledge or reservation stands for it: in state since the filing, and open to its consent.
    Secured(ObjectId, DeedId, Moment),
}

/// Who takes part in a case knows of it anyway.
fn takes_part(case: &Case, names: &BTreeSet<PartyId>) -> bool {
    names.contains(&case.applicant) || case.parties().iter().any(|party| names.contains(party))
}

/// Why a party with these names, which holds in `held`, was told of a case.
pub fn why(case: &Case, names: &BTreeSet<PartyId>, held: &BTreeSet<ObjectId>) -> Vec<Why> {
    if takes_part(case, names) {
        return Vec::new();
    }
    let matches = case.matches.filter(|object| held.contains(object));
    let mut all: Vec<_> = matches
        .map(|object| Why::Matches(object, case.received_at))
        .into_iter()
        .collect();
    if let Some(notice) = &case.notice {
        let told = case.objects_told();
        let others = told
            .iter()
            .filter(|object| held.contains(object) && case.matches != Some(**object));
        all.extend(others.map(|object| match case.dealing() {
            Some(_) => Why::DealtWith(*object, notice.published_at),
            None => Why::MadeFrom(*object, notice.published_at),
        }));
    }
    let asked = case
        .inquiries
        .iter()
        .filter(|one| matches!(one.inquired, Inquired::Party(party) if names.contains(&party)));
    all.extend(asked.map(|one| Why::Asked(one.by.at)));
    all
}

/// A pledge or reservation that stands for a party, with the rights of its object.
pub type Stands<'a> = (&'a Own<'a>, &'a [RightRecord]);

/// Why a party with these names is told of a case that deals with what it has as security.
pub fn why_secured(case: &Case, names: &BTreeSet<PartyId>, secured: &[Stands<'_>]) -> Vec<Why> {
    let Some(dealing) = case.dealing().filter(|_| !takes_part(case, names)) else {
        return Vec::new();
    };
    let touched = secured.iter().filter(|(own, rights)| {
        own.object == dealing.object && touches(dealing, own.security.rights, rights)
    });
    let why = |(own, _): &Stands<'_>| Why::Secured(own.object, own.security.deed, case.received_at);
    touched.map(why).collect()
}

/// Whether a dealing touches one of these rights, or one above it.
fn touches(dealing: &Dealing, secured: RightSet, rights: &[RightRecord]) -> bool {
    let is_dealt_with = |right: &RightRecord| {
        let on_certificate = right.certificate == dealing.certificate;
        match &dealing.matter {
            // It changes the object, whoever holds in it.
            Matter::Change(_) => true,
            // The kinds are those that a licence gives; with particulars there are none.
            Matter::Licence(_) | Matter::Particulars(_) => on_certificate,
            _ => on_certificate && dealing.kinds.contains(right.kind),
        }
    };
    let mut asked: Vec<u32> = secured.numbers().collect();
    while let Some(index) = asked.pop() {
        let number = usize::try_from(index).unwrap_or(usize::MAX);
        let Some(right) = rights.get(number) else { continue };
        if is_dealt_with(right) {
            return true;
        }
        asked.extend(right.parent.map(|above| above.index));
    }
    false
}

impl Why {
    /// In words.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Matches(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("与 {object} 指纹相同，{at} 申请"),
                    format!("same fingerprint as {object}, filed {at}"),
                )
            }
            Self::MadeFrom(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("由 {object} 制成，{at} 公示"),
                    format!("made from {object}, published {at}"),
                )
            }
            Self::DealtWith(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("涉及 {object}，{at} 公示"),
                    format!("deals with {object}, published {at}"),
                )
            }
            Self::Asked(at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("作为第三方被查询，{at}"),
                    format!("asked as a third party at {at}"),
                )
            }
            Self::Secured(object, deed, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("涉及 {object} 上 {deed} 的担保权利，{at} 申请"),
                    format!("deals with what {deed} stands on in {object}, filed {at}"),
                )
            }
        }
    }

    /// For programs.
    pub fn json(&self) -> Value {
        match self {
            Self::Matches(object, at) => {
                json!({ "why": "matches", "object": object.to_string(), "since": at.to_string() })
            }
            Self::MadeFrom(object, at) => {
                json!({ "why": "made_from", "object": object.to_string(), "since": at.to_string() })
            }
            Self::DealtWith(object, at) => {
                json!({ "why": "deals_with", "object": object.to_string(), "since": at.to_string() })
            }
            Self::Asked(at) => json!({ "why": "asked", "since": at.to_string() }),
            Self::Secured(object, deed, at) => json!({
                "why": "deals_with_secured", "object": object.to_string(), "deed": deed.to_string(),
                "since": at.to_string(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sample::*, *};
    use quanji_client::title::{securities::Standing, Security};
    use quanji_primitives::{
        case::{Inquiry, Stage},
        collateral::{PledgeStatus, Secured},
        object::Source,
        rights::{Holders, RightKind},
        v1::RightStatus,
        RightId,
    };

    const HOLDER: PartyId = PartyId(7);

    /// Of a party with one name.
    fn why(case: &Case, party: PartyId, held: &BTreeSet<ObjectId>) -> Vec<Why> {
        super::why(case, &BTreeSet::from([party]), held)
    }

    #[test]
    fn who_took_the_place_of_another_is_told_what_that_one_was() {
        let mut case = in_notice();
        let inquiry = Inquiry {
            inquired: Inquired::Party(HOLDER),
            letter: DIGEST,
            by: signed("2026-11-02"),
            answer: None,
        };
        case.inquiries = vec![inquiry].try_into().unwrap();
        let names = BTreeSet::from([HOLDER, PartyId(9)]);
        let told = super::why(&case, &names, &BTreeSet::new());
        assert_eq!(told, [Why::Asked(at("2026-11-02"))]);
        let applied = BTreeSet::from([case.applicant, PartyId(9)]);
        assert_eq!(super::why(&case, &applied, &BTreeSet::new()), []);
    }

    fn object(serial: u64) -> ObjectId {
        ObjectId(CASE.0 + serial)
    }

    fn with_lineage() -> Case {
        let mut case = in_notice();
        let right = RightId {
            object: object(2),
            index: 0,
        };
        let lineage = vec![Source::Object(object(1)), Source::Right(right)];
        case.filing.first_mut().unwrap().facts.lineage = lineage.try_into().unwrap();
        case.matches = Some(object(3));
        case
    }

    #[test]
    fn holders_of_the_match_and_of_the_lineage_are_told_and_nobody_else() {
        let case = with_lineage();
        let published = case.notice.unwrap().published_at;
        let told = |number| why(&case, HOLDER, &BTreeSet::from([object(number)]));
        assert_eq!(told(1), [Why::MadeFrom(object(1), published)]);
        assert_eq!(told(2), [Why::MadeFrom(object(2), published)]);
        assert_eq!(told(3), [Why::Matches(object(3), case.received_at)]);
        assert_eq!(told(4), []);
        assert_eq!(why(&case, HOLDER, &BTreeSet::new()), []);
    }

    #[test]
    fn of_the_lineage_nobody_is_told_before_the_notice() {
        let case = Case {
            notice: None,
            stage: Stage::Approved,
            ..with_lineage()
        };
        assert_eq!(why(&case, HOLDER, &BTreeSet::from([object(1)])), []);
        assert_eq!(why(&case, HOLDER, &BTreeSet::from([object(3)])).len(), 1);
    }

    #[test]
    fn other_holders_in_an_object_are_told_of_a_dealing_with_it() {
        let case = Case {
            filing: renewal(object(1)).into(),
            ..in_notice()
        };
        let published = case.notice.unwrap().published_at;
        let told = why(&case, HOLDER, &BTreeSet::from([object(1)]));
        assert_eq!(told, [Why::DealtWith(object(1), published)]);
        assert!(told[0].text(Language::English).starts_with("deals with"));
        assert_eq!(told[0].json()["why"], "deals_with");
    }

    #[test]
    fn who_applies_is_not_told_of_its_own_case() {
        let held = BTreeSet::from([object(1), object(3)]);
        assert_eq!(why(&with_lineage(), PartyId(1), &held), []);
    }

    #[test]
    fn a_party_that_was_asked_is_told() {
        let mut case = in_notice();
        let inquiry = |inquired| Inquiry {
            inquired,
            letter: DIGEST,
            by: signed("2026-11-02"),
            answer: None,
        };
        let all = vec![inquiry(Inquired::PublicBody), inquiry(Inquired::Party(HOLDER))];
        case.inquiries = all.try_into().unwrap();
        assert_eq!(
            why(&case, HOLDER, &BTreeSet::new()),
            [Why::Asked(at("2026-11-02"))]
        );
    }

    fn right(kind: RightKind, certificate: u32, above: Option<u32>) -> RightRecord {
        let above = above.map(|index| RightId {
            object: object(1),
            index,
        });
        RightRecord {
            version: 1,
            kind,
            holders: Holders::Sole(PartyId(1)),
            parent: above,
            valid_until: at("2031-11-09"),
            certificate,
            entry: 1,
            status: RightStatus::Live,
            licences: 0,
        }
    }

    const PLEDGE: DeedId = DeedId(9);

    /// Of a pledge on one right of the first object.
    fn why_secured(case: &Case, party: PartyId, right: u32, rights: &[RightRecord]) -> Vec<Why> {
        let security = Security {
            mark: 0,
            kind: Secured::Pledge,
            form: None,
            deed: PLEDGE,
            rights: RightSet::NONE.with(right),
            place: 0,
            holder: None,
            givers: vec![PartyId(1)],
            sum: None,
            since: at("2026-11-01"),
            through: at("2028-11-01").day(),
            statutory: None,
            standing: Standing::Pledge(PledgeStatus::Live),
            over_since: None,
            release_due: None,
            default_noticed: None,
            used_by: None,
        };
        let own = Own {
            object: object(1),
            security: &security,
            all: &[],
        };
        super::why_secured(case, &BTreeSet::from([party]), &[(&own, rights)])
    }

    #[test]
    fn who_has_a_pledge_is_told_of_a_case_that_deals_with_what_it_stands_on_and_of_no_other() {
        let case = Case {
            filing: renewal(object(1)).into(),
            ..in_notice()
        };
        let rights = [
            right(RightKind::Holding, 0, None),
            right(RightKind::Operating, 0, None),
            right(RightKind::Holding, 1, None),
            right(RightKind::Operating, 2, Some(0)),
        ];
        let told = |number| why_secured(&case, HOLDER, number, &rights);
        let dealt_with = Why::Secured(object(1), PLEDGE, case.received_at);
        assert_eq!(told(0), [dealt_with]);
        assert_eq!(told(1), [], "another kind");
        assert_eq!(told(2), [], "another certificate");
        assert_eq!(told(3), [dealt_with], "a licence from what is dealt with");
        assert_eq!(told(4), [], "no right");
        assert_eq!(why_secured(&case, PartyId(1), 0, &rights), [], "who applies");
        let elsewhere = Case {
            filing: renewal(object(2)).into(),
            ..in_notice()
        };
        assert_eq!(why_secured(&elsewhere, HOLDER, 0, &rights), []);
        assert_eq!(why_secured(&with_lineage(), HOLDER, 0, &rights), []);
        for language in [Language::Chinese, Language::English] {
            let text = dealt_with.text(language);
            assert!(text.contains(&PLEDGE.to_string()), "{text}");
        }
        assert_eq!(dealt_with.json()["why"], "deals_with_secured");
        assert_eq!(dealt_with.json()["deed"], PLEDGE.to_string());
    }
}
