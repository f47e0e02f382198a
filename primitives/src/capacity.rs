//! In which capacity a person acts for a party: itself, an agent under a registered power, or an officer at the counter.

use crate::{clock::Moment, regime::Act, Bounded, Digest, ObjectId, OfficerId, PartyId, PowerId};

domain! {
    /// In which capacity the signer acts. Every call of a party begins with it.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Capacity {
        /// For the party to which the signing account is bound.
        #[codec(index = 0)]
        Own,
        /// As agent, under a registered power (NG 16).
        #[codec(index = 1)]
        Agent(PowerId),
        /// As officer at the counter, for a party that signed on paper.
        #[codec(index = 2)]
        Counter(CounterFiling),
    }

    /// What an officer files at the counter for a person who signed on paper.
    #[derive(Copy)]
    pub struct CounterFiling {
        /// The party for which it is filed.
        pub party: PartyId,
        /// Digest of the signed document.
        pub document: Digest,
        /// When the document was received; the time limits of the party run by it.
        pub received_at: Moment,
    }

    /// Through whom an act was done, as recorded.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Via {
        /// The party itself.
        #[codec(index = 0)]
        Own,
        /// An agent under a power.
        #[codec(index = 1)]
        Agent {
            /// The agent.
            agent: PartyId,
            /// The power.
            power: PowerId,
        },
        /// An officer at the counter, who then decides nothing in the matter.
        #[codec(index = 2)]
        Counter {
            /// The officer.
            officer: OfficerId,
            /// Digest of the signed document.
            document: Digest,
            /// When it was received.
            received_at: Moment,
        },
    }

    /// A set of acts, one bit each: bit n is the act with codec index n.
    #[derive(Copy, Default)]
    pub struct Acts(pub u16);

    /// On which objects a power may be used.
    #[serde(rename_all = "snake_case")]
    pub enum PowerScope {
        /// On all objects and on first registrations.
        #[codec(index = 0)]
        All,
        /// On these objects only.
        #[codec(index = 1)]
        Objects(Bounded<ObjectId, 16>),
    }

    /// What a principal lets an agent do: the terms of a power, as the power of attorney states them.
    pub struct PowerTerms {
        /// The agent.
        pub agent: PartyId,
        /// The acts it covers, with every step of their cases.
        pub acts: Acts,
        /// The objects it covers.
        pub scope: PowerScope,
        /// Valid from this moment.
        pub valid_from: Moment,
        /// The first moment at which it is no longer valid.
        pub valid_until: Moment,
        /// The principal lets the agent act for the other side of the same matter too.
        pub both_sides: bool,
        /// Digest of the power of attorney.
        pub document: Digest,
    }

    /// A registered power of an agent 授权委托 (NG 16).
    pub struct Power {
        /// Layout version, 1.
        pub version: u8,
        /// For whom the agent acts.
        pub principal: PartyId,
        /// The agent.
        pub agent: PartyId,
        /// The acts it covers, with every step of their cases.
        pub acts: Acts,
        /// The objects it covers.
        pub scope: PowerScope,
        /// Valid from this moment.
        pub valid_from: Moment,
        /// The first moment at which it is no longer valid.
        pub valid_until: Moment,
        /// The principal lets the agent act for the other side of the same matter too.
        pub both_sides: bool,
        /// Digest of the power of attorney.
        pub document: Digest,
        /// When it was revoked.
        pub revoked_at: Option<Moment>,
    }
}

/// Why a power does not cover an act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PowerGap {
    /// It is not valid yet, no longer, or was revoked.
    NotInForce,
    /// It does not name the act.
    Act,
    /// It does not name the object.
    Object,
}

impl Acts {
    /// No act.
    pub const NONE: Self = Self(0);

    /// Every act there is.
    pub const ALL: Self = Self::NONE
        .with(Act::First)
        .with(Act::Licence)
        .with(Act::Transfer)
        .with(Act::Change)
        .with(Act::Renewal)
        .with(Act::Cancellation)
        .with(Act::Objection)
        .with(Act::Pledge);

    /// The bit of an act.
    const fn bit(act: Act) -> u16 {
        match act {
            Act::First => 1,
            Act::Licence => 1 << 1,
            Act::Transfer => 1 << 2,
            Act::Change => 1 << 3,
            Act::Renewal => 1 << 4,
            Act::Cancellation => 1 << 5,
            Act::Objection => 1 << 6,
            Act::Pledge => 1 << 7,
        }
    }

    /// The set with `act` added.
    pub const fn with(self, act: Act) -> Self {
        Self(self.0 | Self::bit(act))
    }

    /// Whether `act` is in the set.
    pub const fn contains(self, act: Act) -> bool {
        self.0 & Self::bit(act) != 0
    }

    /// Whether the set names at least one act, and none that there is not.
    pub const fn names_acts(self) -> bool {
        self.0 != 0 && self.0 & !Self::ALL.0 == 0
    }
}

impl PowerTerms {
    /// The power that these terms give for a principal.
    pub fn granted_by(self, principal: PartyId) -> Power {
        let Self {
            agent,
            acts,
            scope,
            valid_from,
            valid_until,
            both_sides,
            document,
        } = self;
        Power {
            version: 1,
            principal,
            agent,
            acts,
            scope,
            valid_from,
            valid_until,
            both_sides,
            document,
            revoked_at: None,
        }
    }
}

impl Power {
    /// Whether the power is in force at `now`.
    pub fn is_in_force(&self, now: Moment) -> bool {
        self.valid_from <= now && now < self.valid_until && self.revoked_at.is_none()
    }

    /// Whether the power covers every act on every object.
    pub fn covers_everything(&self) -> bool {
        self.acts == Acts::ALL && self.scope == PowerScope::All
    }

    /// Whether the power covers `act` on `object` at `now`, or what is missing. A first registration has no object yet.
    pub fn covers(&self, act: Act, object: Option<ObjectId>, now: Moment) -> Result<(), PowerGap> {
        if !self.is_in_force(now) {
            return Err(PowerGap::NotInForce);
        }
        if !self.acts.contains(act) {
            return Err(PowerGap::Act);
        }
        let named = match (&self.scope, object) {
            (PowerScope::All, _) => true,
            (PowerScope::Objects(objects), Some(object)) => objects.contains(&object),
            (PowerScope::Objects(_), None) => false,
        };
        named.then_some(()).ok_or(PowerGap::Object)
    }
}

impl Via {
    /// The officer who filed at the counter.
    pub fn counter_officer(&self) -> Option<OfficerId> {
        match self {
            Self::Counter { officer, .. } => Some(*officer),
            Self::Own | Self::Agent { .. } => None,
        }
    }

    /// The agent who acted.
    pub fn agent(&self) -> Option<PartyId> {
        match self {
            Self::Agent { agent, .. } => Some(*agent),
            Self::Own | Self::Counter { .. } => None,
        }
    }

    /// The agent who acted, with the power.
    pub fn under_power(&self) -> Option<(PartyId, PowerId)> {
        match self {
            Self::Agent { agent, power } => Some((*agent, *power)),
            Self::Own | Self::Counter { .. } => None,
        }
    }

    /// When the act counts as received: at the counter, when the document was received.
    pub fn received_at(&self, now: Moment) -> Moment {
        match self {
            Self::Counter { received_at, .. } => *received_at,
            Self::Own | Self::Agent { .. } => now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(scope: PowerScope) -> Power {
        Power {
            version: 1,
            principal: PartyId(1),
            agent: PartyId(2),
            acts: Acts::NONE.with(Act::First).with(Act::Objection),
            scope,
            valid_from: Moment(100),
            valid_until: Moment(200),
            both_sides: false,
            document: Digest::Sha2_256([0; 32]),
            revoked_at: None,
        }
    }

    #[test]
    fn a_power_covers_its_acts_for_its_term() {
        let power = power(PowerScope::All);
        let object = Some(ObjectId(7));
        assert_eq!(power.covers(Act::First, None, Moment(100)), Ok(()));
        assert_eq!(power.covers(Act::Objection, object, Moment(199)), Ok(()));
        assert_eq!(
            power.covers(Act::Transfer, object, Moment(100)),
            Err(PowerGap::Act)
        );
        assert_eq!(
            power.covers(Act::First, None, Moment(99)),
            Err(PowerGap::NotInForce)
        );
        assert_eq!(
            power.covers(Act::First, None, Moment(200)),
            Err(PowerGap::NotInForce)
        );
    }

    #[test]
    fn a_power_covers_everything_with_every_act_on_every_object_only() {
        let every_act = |scope| Power {
            acts: Acts::ALL,
            ..power(scope)
        };
        assert!(every_act(PowerScope::All).covers_everything());
        assert!(!every_act(PowerScope::Objects(Default::default())).covers_everything());
        assert!(!power(PowerScope::All).covers_everything());
    }

    #[test]
    fn a_revoked_power_covers_nothing() {
        let revoked = Power {
            revoked_at: Some(Moment(150)),
            ..power(PowerScope::All)
        };
        assert_eq!(
            revoked.covers(Act::First, None, Moment(150)),
            Err(PowerGap::NotInForce)
        );
    }

    #[test]
    fn a_power_over_objects_covers_those_and_no_first_registration() {
        let power = power(PowerScope::Objects(vec![ObjectId(7)].try_into().unwrap()));
        assert_eq!(
            power.covers(Act::Objection, Some(ObjectId(7)), Moment(100)),
            Ok(())
        );
        assert_eq!(
            power.covers(Act::Objection, Some(ObjectId(8)), Moment(100)),
            Err(PowerGap::Object)
        );
        assert_eq!(power.covers(Act::First, None, Moment(100)), Err(PowerGap::Object));
    }

    #[test]
    fn each_act_has_its_own_bit() {
        let acts = [
            Act::First,
            Act::Licence,
            Act::Transfer,
            Act::Change,
            Act::Renewal,
            Act::Cancellation,
            Act::Objection,
            Act::Pledge,
        ];
        for act in acts {
            let set = Acts::NONE.with(act);
            assert_eq!(set.0.count_ones(), 1);
            let found: Vec<_> = acts.into_iter().filter(|other| set.contains(*other)).collect();
            assert_eq!(found, [act]);
        }
        assert_eq!(Acts::ALL, acts.into_iter().fold(Acts::NONE, Acts::with));
    }

    #[test]
    fn a_set_of_acts_names_one_at_least_and_no_unknown_one() {
        assert!(Acts::ALL.names_acts() && Acts::NONE.with(Act::Renewal).names_acts());
        assert!(!Acts::NONE.names_acts());
        assert!(!Acts(Acts::ALL.0 | 1 << 8).names_acts());
    }
}
