//! The instrument, its term and its rights, as the command line gives them.

use clap::Args;
use quanji_client::chain::View;
use quanji_primitives::{
    clock::{Day, Moment},
    day_book::Paper,
    marks::{OrderTerm, Organ, OrganKind, RightSet},
    person::CreditCode,
    ObjectId, PartyId, RightId,
};

use super::super::{
    clock::moment,
    context::Context,
    exit::Failure,
    node::{arguments, coded, digest},
};

/// An instrument as it came in.
#[derive(Debug, Args)]
pub struct Instrument {
    /// What kind of organ issued it: court, procuratorate, police, other-organ, administration or arbitral-body
    #[arg(long, value_name = "KIND", value_parser = coded::<OrganKind>)]
    organ_kind: OrganKind,
    /// The organ's unified social credit code
    #[arg(long, value_name = "CODE")]
    organ: CreditCode,
    /// The instrument: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    instrument: String,
    /// When it was received: 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    received_at: Option<Moment>,
}

impl Instrument {
    /// The paper as the register takes it; `applicant`: for whom it is ordered.
    pub async fn paper(
        &self,
        context: &Context,
        view: &View,
        applicant: Option<PartyId>,
    ) -> Result<Paper, Failure> {
        let received_at = match self.received_at {
            Some(at) => at,
            None => view.register_time().await?,
        };
        Ok(Paper {
            organ: Organ {
                kind: self.organ_kind,
                code: self.organ,
            },
            instrument: digest(context, &self.instrument)?,
            received_at,
            applicant,
        })
    }
}

/// For how long: one of the three.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Term {
    /// For so many months
    #[arg(long, value_name = "NUMBER")]
    months: Option<u16>,
    /// For so many days
    #[arg(long, value_name = "NUMBER")]
    days: Option<u16>,
    /// Through this day, 24:00: 2026-12-31
    #[arg(long, value_name = "DATE")]
    through: Option<Day>,
}

impl Term {
    /// The term as the register takes it.
    pub fn order(&self) -> Result<OrderTerm, Failure> {
        match (self.months, self.days, self.through) {
            (Some(months), None, None) => Ok(OrderTerm::Months(months)),
            (None, Some(days), None) => Ok(OrderTerm::Days(days)),
            (None, None, Some(day)) => Ok(OrderTerm::Through(day)),
            _ => Err(arguments("--months, --days, --through")),
        }
    }
}

/// What an instrument is about.
#[derive(Debug, Args)]
pub struct Rights {
    /// The rights, of one object: R1-1-0-1
    #[arg(required_unless_present = "object")]
    rights: Vec<RightId>,
    /// The object, where its registration has no rights: O1-1-5
    #[arg(long, value_name = "OBJECT", conflicts_with = "rights")]
    object: Option<ObjectId>,
}

impl Rights {
    /// The object, and the rights in it.
    pub fn named(&self) -> Result<(ObjectId, RightSet), Failure> {
        match (self.object, self.rights.first()) {
            (Some(object), _) => Ok((object, RightSet::NONE)),
            (None, Some(first)) => of_one_object(first.object, &self.rights),
            (None, None) => Err(arguments("RIGHT")),
        }
    }
}

fn of_one_object(object: ObjectId, rights: &[RightId]) -> Result<(ObjectId, RightSet), Failure> {
    if rights.iter().any(|right| right.object != object) {
        return Err(arguments(format!("{object}")));
    }
    Ok((object, rights.iter().map(|right| right.index).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(object: u64, index: u32) -> RightId {
        let object = ObjectId::new(quanji_primitives::AuthorityId(1), object).unwrap();
        RightId { object, index }
    }

    #[test]
    fn rights_of_one_object_go_together() {
        let given = Rights {
            rights: vec![right(1, 0), right(1, 2)],
            object: None,
        };
        let (object, rights) = given.named().unwrap();
        assert_eq!((object, rights), (right(1, 0).object, RightSet(0b101)));
        let mixed = Rights {
            rights: vec![right(1, 0), right(2, 0)],
            object: None,
        };
        assert!(mixed.named().is_err());
    }

    #[test]
    fn one_term_is_given() {
        let term = |months, days| Term {
            months,
            days,
            through: None,
        };
        assert_eq!(term(Some(12), None).order().unwrap(), OrderTerm::Months(12));
        assert!(term(Some(12), Some(3)).order().is_err());
        assert!(term(None, None).order().is_err());
    }
}
