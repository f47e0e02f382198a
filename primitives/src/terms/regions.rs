//! Where a licence may be used: provinces by the two digits of GB/T 2260, the whole country, and abroad.

domain! {
    /// A region: the first two digits of GB/T 2260, or one of [`Region::COUNTRY`] and [`Region::ABROAD`].
    #[derive(Copy, PartialOrd, Ord)]
    pub struct Region(pub u8);
}

/// Regions inside the border of data export law 境内: two digits of GB/T 2260, Chinese, English.
pub const PROVINCES: [(u8, &str, &str); 31] = [
    (11, "北京", "Beijing"),
    (12, "天津", "Tianjin"),
    (13, "河北", "Hebei"),
    (14, "山西", "Shanxi"),
    (15, "内蒙古", "Inner Mongolia"),
    (21, "辽宁", "Liaoning"),
    (22, "吉林", "Jilin"),
    (23, "黑龙江", "Heilongjiang"),
    (31, "上海", "Shanghai"),
    (32, "江苏", "Jiangsu"),
    (33, "浙江", "Zhejiang"),
    (34, "安徽", "Anhui"),
    (35, "福建", "Fujian"),
    (36, "江西", "Jiangxi"),
    (37, "山东", "Shandong"),
    (41, "河南", "Henan"),
    (42, "湖北", "Hubei"),
    (43, "湖南", "Hunan"),
    (44, "广东", "Guangdong"),
    (45, "广西", "Guangxi"),
    (46, "海南", "Hainan"),
    (50, "重庆", "Chongqing"),
    (51, "四川", "Sichuan"),
    (52, "贵州", "Guizhou"),
    (53, "云南", "Yunnan"),
    (54, "西藏", "Tibet"),
    (61, "陕西", "Shaanxi"),
    (62, "甘肃", "Gansu"),
    (63, "青海", "Qinghai"),
    (64, "宁夏", "Ningxia"),
    (65, "新疆", "Xinjiang"),
];

/// Regions to which data is exported under that law though they are of the country 境外: digits, Chinese, English.
pub const BEYOND_THE_BORDER: [(u8, &str, &str); 3] = [
    (71, "台湾", "Taiwan"),
    (81, "香港", "Hong Kong"),
    (82, "澳门", "Macao"),
];

impl Region {
    /// The 31 provinces, regions and cities of [`PROVINCES`] together 全国（境内）.
    pub const COUNTRY: Self = Self(1);
    /// Everywhere data is exported to 境外, the regions of [`BEYOND_THE_BORDER`] included.
    pub const ABROAD: Self = Self(99);

    /// Whether there is such a region.
    pub fn is_known(self) -> bool {
        self == Self::COUNTRY || self == Self::ABROAD || self.name().is_some()
    }

    /// Whether use there is an export of data.
    pub fn is_abroad(self) -> bool {
        self.bits() & Self::ABROAD.bits() != 0
    }

    /// Chinese and English name of a province or of a region beyond the border.
    fn name(self) -> Option<(&'static str, &'static str)> {
        let mut all = PROVINCES.into_iter().chain(BEYOND_THE_BORDER);
        all.find(|(code, ..)| *code == self.0).map(|(_, zh, en)| (zh, en))
    }

    /// Chinese and English name; nothing for an unknown region.
    pub fn names(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::COUNTRY => Some(("全国（境内）", "the whole country")),
            Self::ABROAD => Some(("境外", "abroad")),
            _ => self.name(),
        }
    }

    /// The smallest regions that this one is made of, one bit each.
    pub(super) fn bits(self) -> u128 {
        let of = |codes: &[(u8, &str, &str)]| {
            codes
                .iter()
                .map(|(code, ..)| bit(*code))
                .fold(0, |all, one| all | one)
        };
        match self {
            Self::COUNTRY => of(&PROVINCES),
            Self::ABROAD => of(&BEYOND_THE_BORDER) | bit(Self::ABROAD.0),
            Self(code) => bit(code),
        }
    }
}

/// The smallest regions of a territory, one bit each.
pub(super) fn bits(territory: &[Region]) -> u128 {
    territory.iter().fold(0, |all, region| all | region.bits())
}

fn bit(code: u8) -> u128 {
    1u128.checked_shl(code.into()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_holds_its_31_provinces_and_abroad_the_rest() {
        assert_eq!(Region::COUNTRY.bits().count_ones(), 31);
        assert!(PROVINCES
            .iter()
            .all(|(code, ..)| Region(*code).bits() & !Region::COUNTRY.bits() == 0));
        assert_eq!(Region::COUNTRY.bits() & Region::ABROAD.bits(), 0);
        let abroad = [71, 81, 82, 99].map(Region);
        assert_eq!(bits(&abroad), Region::ABROAD.bits());
        assert!(abroad.into_iter().all(Region::is_abroad));
        assert!(!Region(44).is_abroad() && !Region::COUNTRY.is_abroad());
    }

    #[test]
    fn only_codes_of_the_standard_are_regions() {
        assert!([1, 11, 44, 65, 71, 82, 99]
            .map(Region)
            .into_iter()
            .all(Region::is_known));
        assert!(![0, 2, 10, 47, 66, 98, 100, 255]
            .map(Region)
            .into_iter()
            .any(Region::is_known));
        assert_eq!(Region(44).names(), Some(("广东", "Guangdong")));
        assert_eq!(Region(2).names(), None);
    }
}
