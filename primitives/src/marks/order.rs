//! What an organ orders by an instrument, and for how long, as the day book took it in.

use crate::{
    clock::{Day, Moment},
    person::CreditCode,
    Digest,
};

domain! {
    /// The kinds of organ whose instruments the day book takes in 有权机关.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum OrganKind {
        /// A court 人民法院.
        #[codec(index = 0)]
        Court,
        /// A procuratorate 检察机关.
        #[codec(index = 1)]
        Procuratorate,
        /// The police 公安机关.
        #[codec(index = 2)]
        Police,
        /// Another organ that may order preservation by law, such as tax or customs (NG 23(2)).
        #[codec(index = 3)]
        OtherOrgan,
        /// An administrative department (NG 23(3)).
        #[codec(index = 4)]
        Administration,
        /// An arbitral body 仲裁机构: its awards bind, but it preserves nothing.
        #[codec(index = 5)]
        ArbitralBody,
    }

    /// An organ that issued an instrument.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct Organ {
        /// What kind of organ it is.
        pub kind: OrganKind,
        /// Its unified social credit code.
        pub code: CreditCode,
    }

    /// For how long an instrument orders something.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum OrderTerm {
        /// Days of the calendar; the day on which it begins is not counted.
        #[codec(index = 0)]
        Days(u16),
        /// Months; it ends on the same numbered day, or the last day of that month.
        #[codec(index = 1)]
        Months(u16),
        /// Until 24:00 of this day, whenever it began.
        #[codec(index = 2)]
        Through(Day),
    }

    /// The entries of one object from a first to a last number, both included.
    #[derive(Copy)]
    pub struct EntryRange {
        /// The first.
        #[codec(compact)]
        pub first: u32,
        /// The last.
        #[codec(compact)]
        pub last: u32,
    }

    /// The instrument behind a mark of the day book.
    #[derive(Copy)]
    pub struct Order {
        /// Who issued it.
        pub organ: Organ,
        /// Digest of the instrument.
        pub instrument: Digest,
        /// When the authority received it.
        pub received_at: Moment,
        /// The first moment at which the mark no longer stands because no second person has confirmed its stamp; nothing
        /// once one has.
        pub confirm_by: Option<Moment>,
        /// For how long; a waiting seizure's term begins when it rises.
        pub term: OrderTerm,
        /// What was entered between receipt and stamp: flagged for ever.
        pub entered_between: Option<EntryRange>,
    }
}

impl OrderTerm {
    /// The first moment at which a term that began on `day` is over.
    pub fn end_from(self, day: Day) -> Moment {
        match self {
            Self::Days(days) => day.plus(days.into()).end(),
            Self::Months(months) => day.plus_months(months.into()).end(),
            Self::Through(last) => last.end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_at_24_hours_of_its_last_day() {
        let ends = |term: OrderTerm, from: &str| term.end_from(day(from)).to_string();
        assert_eq!(
            ends(OrderTerm::Months(36), "2026-12-01"),
            "2029-12-02T00:00:00+08:00"
        );
        assert_eq!(
            ends(OrderTerm::Months(1), "2027-01-31"),
            "2027-03-01T00:00:00+08:00"
        );
        assert_eq!(
            ends(OrderTerm::Days(1), "2026-12-01"),
            "2026-12-03T00:00:00+08:00"
        );
        assert_eq!(
            ends(OrderTerm::Through(day("2026-12-31")), "2026-12-01"),
            "2027-01-01T00:00:00+08:00"
        );
    }
}
