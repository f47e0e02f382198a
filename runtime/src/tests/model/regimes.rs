//! What the regimes under which the objects of the walks are registered differ in (`docs/regimes`).

/// The rules under which an object is registered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Regime {
    /// A licence is a filing with a voucher; to dispose needs the operating right.
    #[default]
    National,
    /// A licence is registered by a case; every approval rests on a report; silence accepts nothing.
    Shenzhen,
}

impl Regime {
    /// After how many working days silence accepts.
    pub fn acceptance_days(self) -> Option<u32> {
        (self == Self::National).then_some(3)
    }

    pub fn notice_days(self) -> u32 {
        match self {
            Self::National => 5,
            Self::Shenzhen => 10,
        }
    }

    pub fn years_max(self) -> u32 {
        match self {
            Self::National => 5,
            Self::Shenzhen => 3,
        }
    }

    /// Whether only the operating right carries the power to transfer and to license.
    pub fn needs_operating_right(self) -> bool {
        self == Self::National
    }

    pub fn registers_licences(self) -> bool {
        self == Self::Shenzhen
    }

    pub fn needs_report(self) -> bool {
        self == Self::Shenzhen
    }
}
