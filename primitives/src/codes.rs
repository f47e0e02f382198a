//! Code tables known at genesis. The chain holds them and the competent department extends them (S003, S007).

domain! {
    /// A code table of the register.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum CodeTable {
        /// Divisions 大类 of the national economy, GB/T 4754-2017.
        #[codec(index = 0)]
        Industry,
        /// Forms of a data product (S007).
        #[codec(index = 1)]
        ProductForm,
        /// Purposes of use that a licence may name (S024).
        #[codec(index = 2)]
        Purpose,
    }
}

/// Forms of a data product: code, Chinese, English.
pub const PRODUCT_FORMS: [(u8, &str, &str); 6] = [
    (1, "数据集", "data set"),
    (2, "数据接口", "interface"),
    (3, "数据模型", "model"),
    (4, "核验服务", "verification service"),
    (5, "评价指数", "evaluation index"),
    (6, "数据报告", "report"),
];

/// Purposes of use: code, Chinese, English.
pub const PURPOSES: [(u8, &str, &str); 12] = [
    (1, "物流规划", "logistics planning"),
    (2, "信用评分", "credit scoring"),
    (3, "风险控制", "risk control"),
    (4, "营销推广", "marketing"),
    (5, "科学研究", "scientific research"),
    (6, "模型训练", "model training"),
    (7, "产品开发", "product development"),
    (8, "公共服务", "public service"),
    (9, "统计分析", "statistical analysis"),
    (10, "身份与信息核验", "verification"),
    (11, "内部管理", "internal management"),
    (12, "保险定价", "insurance pricing"),
];

/// Sections 门类 of GB/T 4754-2017: letter, first and last division, Chinese, English.
pub const INDUSTRY_SECTIONS: [(char, u8, u8, &str, &str); 20] = [
    (
        'A',
        1,
        5,
        "农、林、牧、渔业",
        "agriculture, forestry, animal husbandry, fishery",
    ),
    ('B', 6, 12, "采矿业", "mining"),
    ('C', 13, 43, "制造业", "manufacturing"),
    (
        'D',
        44,
        46,
        "电力、热力、燃气及水生产和供应业",
        "electricity, heat, gas and water supply",
    ),
    ('E', 47, 50, "建筑业", "construction"),
    ('F', 51, 52, "批发和零售业", "wholesale and retail trade"),
    (
        'G',
        53,
        60,
        "交通运输、仓储和邮政业",
        "transport, storage and post",
    ),
    ('H', 61, 62, "住宿和餐饮业", "accommodation and catering"),
    (
        'I',
        63,
        65,
        "信息传输、软件和信息技术服务业",
        "information transmission, software and IT services",
    ),
    ('J', 66, 69, "金融业", "finance"),
    ('K', 70, 70, "房地产业", "real estate"),
    ('L', 71, 72, "租赁和商务服务业", "leasing and business services"),
    (
        'M',
        73,
        75,
        "科学研究和技术服务业",
        "scientific research and technical services",
    ),
    (
        'N',
        76,
        79,
        "水利、环境和公共设施管理业",
        "water, environment and public facilities",
    ),
    (
        'O',
        80,
        82,
        "居民服务、修理和其他服务业",
        "resident services, repair and other services",
    ),
    ('P', 83, 83, "教育", "education"),
    ('Q', 84, 85, "卫生和社会工作", "health and social work"),
    (
        'R',
        86,
        90,
        "文化、体育和娱乐业",
        "culture, sports and entertainment",
    ),
    (
        'S',
        91,
        96,
        "公共管理、社会保障和社会组织",
        "public administration, social security, social organisations",
    ),
    ('T', 97, 97, "国际组织", "international organisations"),
];

/// The divisions of GB/T 4754-2017, as two-digit codes.
pub fn industry_divisions() -> impl Iterator<Item = u8> {
    INDUSTRY_SECTIONS
        .into_iter()
        .flat_map(|(_, first, last, _, _)| first..=last)
}

/// The section of a division.
pub fn industry_section(division: u8) -> Option<char> {
    INDUSTRY_SECTIONS
        .into_iter()
        .find(|(_, first, last, _, _)| (*first..=*last).contains(&division))
        .map(|(letter, ..)| letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_divisions_are_the_97_of_the_standard() {
        assert!(industry_divisions().eq(1..=97));
        assert_eq!(industry_section(53), Some('G'));
        assert_eq!(industry_section(74), Some('M'));
        assert_eq!((industry_section(0), industry_section(98)), (None, None));
    }
}
