//! Advice on a description that is right as it stands.

use super::{
    document::Node,
    problem::{Advice, FieldAdvice},
    schema::{NAME_CHARACTERS_ADVISED, OVERVIEW_CHARACTERS_ADVISED},
};

/// Names of places end in one of these, or are one of [`PLACES`].
const REGION_WORDS: [&str; 14] = [
    "省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "全国", "全球", "国际", "各地", "流域",
];
const PLACES: [&str; 35] = [
    "中国",
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
];
const INDUSTRY_WORDS: [&str; 24] = [
    "业", "农", "林", "渔", "牧", "电力", "燃气", "供水", "建筑", "零售", "交通", "运输", "物流", "港口",
    "餐饮", "金融", "保险", "教育", "医疗", "卫生", "环保", "气象", "旅游", "通信",
];
/// These hold the character for industry without naming one.
const NO_INDUSTRY_WORDS: [&str; 6] = ["作业", "企业", "专业", "就业", "毕业", "业务"];
const DATA_TYPE_WORDS: [&str; 14] = [
    "数据", "表格", "报表", "图片", "图像", "影像", "文本", "视频", "音频", "报告", "记录", "目录", "台账",
    "模型",
];

pub(super) fn on(document: &Node) -> Vec<FieldAdvice> {
    let mut advice = Vec::new();
    let mut tell = |path: &str, what: Advice| {
        advice.push(FieldAdvice {
            path: path.into(),
            advice: what,
        })
    };
    let text = |name: &str| match document.member(name) {
        Some(Node::Text(text)) => text.as_str(),
        _ => "",
    };

    let (name, overview) = (text("name"), text("overview"));
    let (name_size, overview_size) = (name.chars().count(), overview.chars().count());
    if name_size > NAME_CHARACTERS_ADVISED {
        tell(
            "name",
            Advice::LongName {
                size: name_size,
                most: NAME_CHARACTERS_ADVISED,
            },
        );
    }
    if overview_size > OVERVIEW_CHARACTERS_ADVISED {
        tell(
            "overview",
            Advice::LongOverview {
                size: overview_size,
                most: OVERVIEW_CHARACTERS_ADVISED,
            },
        );
    }
    if !names_time(name) {
        tell("name", Advice::NameWithoutTime);
    }
    // The other parts are known by Chinese words; an English name is not judged by them.
    if name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let in_text = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        let has = |words: &[&str]| in_text(name, words);
        let rest = NO_INDUSTRY_WORDS
            .iter()
            .fold(name.to_owned(), |rest, word| rest.replace(word, ""));
        if !has(&REGION_WORDS) && !has(&PLACES) {
            tell("name", Advice::NameWithoutRegion);
        }
        if !in_text(&rest, &INDUSTRY_WORDS) {
            tell("name", Advice::NameWithoutIndustry);
        }
        if !has(&DATA_TYPE_WORDS) {
            tell("name", Advice::NameWithoutDataType);
        }
    }
    advice
}

/// Whether a year between 1900 and 2099 stands in the name.
fn names_time(name: &str) -> bool {
    let folded: Vec<u8> = name
        .chars()
        .map(|c| match c {
            '０'..='９' => (u32::from(c) - u32::from('０')) as u8 + b'0',
            c if c.is_ascii() => c as u8,
            _ => b' ',
        })
        .collect();
    folded.windows(4).any(|year| {
        matches!(year, [b'1', b'9', ..] | [b'2', b'0', ..]) && year.iter().all(u8::is_ascii_digit)
    }) || ["实时", "历年", "逐年", "世纪", "年代"]
        .iter()
        .any(|word| name.contains(word))
}
