//! The codes of the members.

use super::{choice, Choice};

/// The values of `@type`.
pub static TYPES: &[Choice] = &[
    choice("dcat:Dataset", "数据集", "data set"),
    choice("dcat:DataService", "数据服务", "data service"),
];

/// Where data comes from.
pub static SOURCES: &[Choice] = &[
    choice("collected", "采集生成", "collected or generated"),
    choice("agreement", "协议取得", "obtained by agreement"),
    choice(
        "open_data",
        "自动化程序收集的公开数据",
        "open data gathered by automated programs",
    ),
    choice("derived", "衍生创造", "derived"),
];

/// Who the data is about or comes from.
pub static SOURCE_PARTIES: &[Choice] = &[
    choice("own_operations", "自身生产经营", "own operations"),
    choice("natural_persons", "自然人", "natural persons"),
    choice("enterprises", "企业", "enterprises"),
    choice("public_bodies", "公共机构", "public bodies"),
    choice("open_sources", "公开来源", "open sources"),
    choice("other", "其他", "other"),
];

/// Extents of the whole country and beyond need no region codes.
pub const EXTENTS_WITHOUT_CODES: [&str; 2] = ["international", "national"];

/// How far the data reaches.
pub static EXTENTS: &[Choice] = &[
    choice("international", "国际", "international"),
    choice("national", "全国", "national"),
    choice("provincial", "省级", "provincial"),
    choice("city", "市级", "city"),
    choice("county", "县级", "county"),
    choice("below_county", "县级以下", "below county"),
];

/// How often the data grows.
pub static FREQUENCIES: &[Choice] = &[
    choice("real_time", "实时", "real time"),
    choice("daily", "每日", "daily"),
    choice("weekly", "每周", "weekly"),
    choice("monthly", "每月", "monthly"),
    choice("yearly", "每年", "yearly"),
    choice("on_demand", "按需", "on demand"),
    choice("other", "其他", "other"),
];

/// What carries the data.
pub static MEDIA: &[Choice] = &[
    choice("picture", "图片", "picture"),
    choice("text", "文本", "text"),
    choice("video", "视频", "video"),
    choice("audio", "音频", "audio"),
    choice("table", "表格", "table"),
    choice("other", "其他", "other"),
];

/// How far the data is structured.
pub static STRUCTURES: &[Choice] = &[
    choice("structured", "结构化", "structured"),
    choice("semi_structured", "半结构化", "semi-structured"),
    choice("unstructured", "非结构化", "unstructured"),
];

/// What an item holds.
pub static ITEM_TYPES: &[Choice] = &[
    choice("text", "文本", "text"),
    choice("integer", "整数", "integer"),
    choice("decimal", "小数", "decimal"),
    choice("boolean", "是否", "boolean"),
    choice("date", "日期", "date"),
    choice("time", "时间", "time"),
    choice("binary", "二进制", "binary"),
    choice("other", "其他", "other"),
];

/// First and last division of each section of GB/T 4754-2017.
pub const SECTIONS: [(&str, u8, u8); 20] = [
    ("A", 1, 5),
    ("B", 6, 12),
    ("C", 13, 43),
    ("D", 44, 46),
    ("E", 47, 50),
    ("F", 51, 52),
    ("G", 53, 60),
    ("H", 61, 62),
    ("I", 63, 65),
    ("J", 66, 69),
    ("K", 70, 70),
    ("L", 71, 72),
    ("M", 73, 75),
    ("N", 76, 79),
    ("O", 80, 82),
    ("P", 83, 83),
    ("Q", 84, 85),
    ("R", 86, 90),
    ("S", 91, 96),
    ("T", 97, 97),
];

/// The first two digits of region codes.
pub const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];
