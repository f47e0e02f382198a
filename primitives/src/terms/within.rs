//! Whether the terms of a licence lie within those of the right it comes from (S025).

use super::{
    code_bits, regions, Authorisation, AuthorisationMode, LicenceKind, LicenceTerms, Media, Purposes,
    Quantity, Territory, LEVELS_MAX,
};
use crate::{
    clock::Moment,
    rights::{RightKind, RightKinds},
    v1::RightRecord,
    Bounded,
};
use alloc::boxed::Box;

domain! {
    /// A member of the terms, in the order in which they are compared.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Member {
        /// Which right is given.
        #[codec(index = 0)]
        Right,
        /// Exclusive, sole or non-exclusive.
        #[codec(index = 1)]
        Kind,
        /// Purposes.
        #[codec(index = 2)]
        Purposes,
        /// Territory.
        #[codec(index = 3)]
        Territory,
        /// Media of use.
        #[codec(index = 4)]
        Media,
        /// Authorisation of public data.
        #[codec(index = 5)]
        Authorisation,
        /// The end of the term.
        #[codec(index = 6)]
        Until,
        /// The end of the export route.
        #[codec(index = 7)]
        Export,
        /// Levels of sub-licences.
        #[codec(index = 8)]
        Sublicensing,
        /// Quantity.
        #[codec(index = 9)]
        Quantity,
    }

    /// The value of one member.
    #[serde(rename_all = "snake_case")]
    pub enum Amount {
        /// Kinds of right.
        #[codec(index = 0)]
        Rights(RightKinds),
        /// A kind of licence.
        #[codec(index = 1)]
        Kind(LicenceKind),
        /// Purposes.
        #[codec(index = 2)]
        Purposes(Purposes),
        /// Regions.
        #[codec(index = 3)]
        Territory(Territory),
        /// Media; any when empty.
        #[codec(index = 4)]
        Media(Media),
        /// An authorisation; nothing when there is none.
        #[codec(index = 5)]
        Authorisation(Option<Authorisation>),
        /// The first moment at which it is no longer valid.
        #[codec(index = 6)]
        Until(Moment),
        /// Levels of licences that may be granted below.
        #[codec(index = 7)]
        Levels(u8),
        /// A quantity; nothing when it is not limited.
        #[codec(index = 8)]
        Quantity(Option<Quantity>),
    }

    /// The first member of the terms that exceeds, with both values.
    pub struct Exceeds {
        /// The member.
        pub member: Member,
        /// What was asked for; of a set only what is not allowed.
        pub asked: Amount,
        /// What is allowed.
        pub allowed: Amount,
    }
}

/// What a right lets its holder grant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Which rights may be given.
    pub rights: RightKinds,
    /// The widest kind of licence.
    pub kind: LicenceKind,
    /// Purposes; any when nothing.
    pub purposes: Option<Purposes>,
    /// Where; anywhere when nothing.
    pub territory: Option<Territory>,
    /// Media; any when empty.
    pub media: Media,
    /// The authorisation under which public data was got.
    pub authorisation: Option<Authorisation>,
    /// The end of its term.
    pub until: Moment,
    /// How many levels of licences may stand below it.
    pub levels: u8,
    /// What is left of its quantity.
    pub quantity: Option<Quantity>,
}

impl Limits {
    /// Of a right of first registration: everything it carries, until its end.
    pub fn of_root(right: &RightRecord) -> Self {
        let rights = match right.kind {
            RightKind::Operating => RightKinds::USE.with(RightKind::Operating),
            RightKind::Holding | RightKind::ProcessingUse => RightKinds::USE,
        };
        Self {
            rights,
            kind: LicenceKind::Exclusive,
            purposes: None,
            territory: None,
            media: Media::default(),
            authorisation: None,
            until: right.valid_until,
            levels: LEVELS_MAX,
            quantity: None,
        }
    }

    /// Of a licence of which `left` of its quantity is left.
    pub fn of_licence(terms: &LicenceTerms, left: Option<Quantity>) -> Self {
        let rights = match terms.gives {
            RightKind::Operating => RightKinds::USE.with(RightKind::Operating),
            RightKind::Holding | RightKind::ProcessingUse => RightKinds::USE,
        };
        Self {
            rights,
            kind: terms.kind,
            purposes: Some(terms.purposes.clone()),
            territory: Some(terms.territory.clone()),
            media: terms.media.clone(),
            authorisation: terms.authorisation,
            until: terms.valid_until,
            levels: terms.sublicensing,
            quantity: left,
        }
    }
}

impl LicenceTerms {
    /// Whether these terms may be granted within `limits`, or the first member that exceeds.
    pub fn within(&self, limits: &Limits) -> Result<(), Box<Exceeds>> {
        self.scope_within(limits)?;
        self.route_covers_term()?;
        // A licence stands one level below its parent, and its own sub-licences below that.
        let levels = self.sublicensing.saturating_add(1);
        exceeds(levels > limits.levels, || Exceeds {
            member: Member::Sublicensing,
            asked: Amount::Levels(levels),
            allowed: Amount::Levels(limits.levels),
        })?;
        exceeds(quantity_exceeds(self.quantity, limits.quantity), || Exceeds {
            member: Member::Quantity,
            asked: Amount::Quantity(self.quantity),
            allowed: Amount::Quantity(limits.quantity),
        })
    }

    /// All members that are compared as they are: a licence lies within itself, and what lies within the inner lies within
    /// the outer one.
    pub fn scope_within(&self, limits: &Limits) -> Result<(), Box<Exceeds>> {
        exceeds(!limits.rights.contains(self.gives), || Exceeds {
            member: Member::Right,
            asked: Amount::Rights(RightKinds::NONE.with(self.gives)),
            allowed: Amount::Rights(limits.rights),
        })?;
        exceeds(self.kind > limits.kind, || Exceeds {
            member: Member::Kind,
            asked: Amount::Kind(self.kind),
            allowed: Amount::Kind(limits.kind),
        })?;
        self.purposes_within(limits)?;
        self.territory_within(limits)?;
        self.media_within(limits)?;
        exceeds(
            authorisation_exceeds(self.authorisation, limits.authorisation),
            || Exceeds {
                member: Member::Authorisation,
                asked: Amount::Authorisation(self.authorisation),
                allowed: Amount::Authorisation(limits.authorisation),
            },
        )?;
        exceeds(self.valid_until > limits.until, || Exceeds {
            member: Member::Until,
            asked: Amount::Until(self.valid_until),
            allowed: Amount::Until(limits.until),
        })
    }

    fn purposes_within(&self, limits: &Limits) -> Result<(), Box<Exceeds>> {
        let Some(allowed) = &limits.purposes else {
            return Ok(());
        };
        let outside = |purpose: &u8| code_bits(&[*purpose]) & !code_bits(allowed) != 0;
        let more = only(&self.purposes, outside);
        exceeds(!more.is_empty(), || Exceeds {
            member: Member::Purposes,
            asked: Amount::Purposes(more),
            allowed: Amount::Purposes(allowed.clone()),
        })
    }

    fn territory_within(&self, limits: &Limits) -> Result<(), Box<Exceeds>> {
        let Some(allowed) = &limits.territory else {
            return Ok(());
        };
        let covered = regions::bits(allowed);
        let more = only(&self.territory, |region| region.bits() & !covered != 0);
        exceeds(!more.is_empty(), || Exceeds {
            member: Member::Territory,
            asked: Amount::Territory(more),
            allowed: Amount::Territory(allowed.clone()),
        })
    }

    fn media_within(&self, limits: &Limits) -> Result<(), Box<Exceeds>> {
        let more = only(&self.media, |medium| !limits.media.contains(medium));
        let any = self.media.is_empty();
        exceeds(!limits.media.is_empty() && (any || !more.is_empty()), || {
            Exceeds {
                member: Member::Media,
                asked: Amount::Media(more),
                allowed: Amount::Media(limits.media.clone()),
            }
        })
    }

    /// A licence does not outlast its export route (S093).
    fn route_covers_term(&self) -> Result<(), Box<Exceeds>> {
        let Some(route) = self.export else { return Ok(()) };
        exceeds(!route.covers(self.valid_until), || Exceeds {
            member: Member::Export,
            asked: Amount::Until(self.valid_until),
            allowed: Amount::Until(route.until),
        })
    }
}

fn exceeds(does: bool, how: impl FnOnce() -> Exceeds) -> Result<(), Box<Exceeds>> {
    if does {
        Err(Box::new(how()))
    } else {
        Ok(())
    }
}

/// The elements of a set for which `kept` is true.
fn only<T: Clone, const N: u32>(set: &Bounded<T, N>, kept: impl Fn(&T) -> bool) -> Bounded<T, N> {
    let mut rest = set.clone();
    rest.retain(kept);
    rest
}

fn quantity_exceeds(asked: Option<Quantity>, allowed: Option<Quantity>) -> bool {
    match (asked, allowed) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(asked), Some(allowed)) => asked.unit != allowed.unit || asked.number > allowed.number,
    }
}

/// By scene and by field the list must be the same one: digests do not show what a list holds. On what terms an operator
/// leaves and which duties of safety it has is settled with each anew.
fn authorisation_exceeds(asked: Option<Authorisation>, allowed: Option<Authorisation>) -> bool {
    use AuthorisationMode::{Field, Scene, Whole};
    let mode = |authorisation: Option<Authorisation>| authorisation.map(|authorisation| authorisation.mode);
    match (mode(asked), mode(allowed)) {
        (_, None) | (Some(_), Some(Whole { .. })) => false,
        (Some(Field { list, .. } | Scene { list, .. }), Some(Field { list: allowed, .. })) => list != allowed,
        (Some(asked @ Scene { .. }), Some(allowed @ Scene { .. })) => asked != allowed,
        (None, Some(_)) | (Some(Whole { .. }), Some(_)) | (Some(Field { .. }), Some(Scene { .. })) => true,
    }
}
