//! The overview of a party's report: how much of each kind there is.

use quanji_client::title::{
    model::{Relation, RightShown, State},
    pdf::Part,
};

use super::{document::Writer, words as own};

impl Writer<'_> {
    /// How many rights of each relation a party has.
    pub(super) fn overview(&self) -> Option<Part> {
        self.report.party.as_ref()?;
        let rights: Vec<&RightShown> = self
            .report
            .objects
            .iter()
            .flat_map(|object| &object.rights)
            .collect();
        let in_force = |right: &&&RightShown| {
            let live = matches!(right.state, State::InForce | State::KeptInForce { .. });
            live && right.relation != Relation::PassedOn
        };
        let head = [
            self.pick("关系", "relation"),
            self.pick("有效", "in force"),
            self.pick("近 24 个月届满或终止", "lapsed or ended in 24 months"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for relation in [
            Relation::Held,
            Relation::Registered,
            Relation::LicensedIn,
            Relation::LicensedOut,
            Relation::PassedOn,
        ] {
            let of: Vec<_> = rights.iter().filter(|right| right.relation == relation).collect();
            if of.is_empty() {
                continue;
            }
            let live = of.iter().filter(|right| in_force(right)).count();
            rows.push(vec![
                own::relation(self.language, relation).to_owned(),
                live.to_string(),
                (of.len() - live).to_string(),
            ]);
        }
        rows.push(self.given());
        rows.extend(self.received());
        let cases = self.pick("在办案件", "cases on their way").to_owned();
        rows.push(vec![cases, self.report.cases.len().to_string(), String::new()]);
        Some(Part::Table {
            widths: vec![3, 2, 3],
            rows,
        })
    }

    /// Pledges and reservations on what the party holds.
    fn given(&self) -> Vec<String> {
        let objects = self.report.objects.iter();
        let all: Vec<_> = objects.flat_map(|object| &object.securities).collect();
        let standing = all.iter().filter(|one| one.stands()).count();
        vec![
            self.pick("质押与预留（所设立）", "pledges and reservations given")
                .to_owned(),
            standing.to_string(),
            (all.len() - standing).to_string(),
        ]
    }

    /// Pledges, reservations and waiting deeds for the party.
    fn received(&self) -> Vec<Vec<String>> {
        let Some(received) = &self.report.received else {
            return Vec::new();
        };
        vec![
            vec![
                self.pick("质押与预留（所取得）", "pledges and reservations received")
                    .to_owned(),
                received.standing.to_string(),
                received.over.to_string(),
            ],
            vec![
                self.pick("待签署契据（拟取得或变更）", "deeds in its favour that wait")
                    .to_owned(),
                received.waiting.to_string(),
                String::new(),
            ],
        ]
    }
}
