//! How a case begins.

use super::{object_of_first_registration, Case, Stage};
use crate::{capacity::Via, clock::Moment, filing::Application, v1, CaseId, PartyId};

impl Case {
    /// A case as it begins: filed with the authority and received at `received_at`.
    pub fn filed(id: CaseId, applicant: PartyId, via: Via, received_at: Moment, filing: Application) -> Self {
        Self {
            version: v1::VERSION,
            act: filing.act(),
            object: filing.object().unwrap_or(object_of_first_registration(id)),
            regime: filing.regime(),
            applicant,
            via,
            counter_officers: Default::default(),
            later_agents: Default::default(),
            received_at,
            filing,
            further_evidence: Default::default(),
            stage: Stage::Filed,
            returned: None,
            clock: None,
            accepted_at: None,
            by_silence: false,
            handler: None,
            extended: 0,
            supplement: None,
            inquiries: Default::default(),
            reports: Default::default(),
            matches: None,
            publication: None,
            examination: None,
            approval: None,
            notice: None,
            objections: Default::default(),
            refusal: None,
            termination: None,
            appeal: None,
            conflict: None,
            yields: false,
            concerned: Default::default(),
            consents: Default::default(),
            part_texts: Default::default(),
        }
    }
}
