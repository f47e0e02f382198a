//! Rules on the rules themselves.

use super::{
    super::Who::{Nobody, Sender},
    Row,
};

pub const ROWS: &[Row] = &[
    (
        "VersionNotNext",
        Sender,
        "不是该登记制度的下一个版本号：请从 1 起依次发布",
    ),
    (
        "EffectiveInPast",
        Sender,
        "登记制度不能在过去生效：请给出将来的时刻",
    ),
    (
        "EffectiveBeforePrevious",
        Sender,
        "不能早于前一版本生效：请给出相同或更晚的时刻",
    ),
    (
        "EndsBeforeStart",
        Sender,
        "终止早于生效：请给出更晚的终止时刻，或不设终止",
    ),
    (
        "TextMissing",
        Sender,
        "名称、标签或效力文字为空：请给出中文与英文",
    ),
    ("TextNotUtf8", Sender, "名称、标签或效力文字不是 UTF-8"),
    (
        "WorkingDaysOutOfRange",
        Sender,
        "工作日数为零或超过 60；只有延期与申诉可以为零",
    ),
    ("ValidityOutOfRange", Sender, "有效期须为 1 至 50 年"),
    ("RenewalWindowOutOfRange", Sender, "续期窗口为零或长于有效期"),
    ("RetentionOutOfRange", Sender, "保存期须为 1 至 100 年"),
    ("ActTwice", Sender, "同一登记行为在行为表中出现两次"),
    ("ClaimTwice", Sender, "同一来源与对象在可申请权利表中出现两次"),
    ("KindUnknown", Sender, "可申请权利表中有不存在的权利"),
    (
        "ConditionMismatch",
        Sender,
        "可申请权利表中有附条件的权利而无条件，或有条件而无附条件的权利",
    ),
    ("EffectTwice", Sender, "同一操作在效果矩阵中出现两次"),
    (
        "EffectMissing",
        Sender,
        "某操作在效果矩阵中没有对应的行：十二行须齐全",
    ),
    (
        "CalendarInvalid",
        Sender,
        "日历与年份不符：休息日须为该年的工作日，调休上班日须为该年的周末",
    ),
    ("YearOver", Nobody, "该年已过：其期限均已届满"),
    ("CalendarInUse", Nobody, "该年已按现有日历开始：不能再更正"),
    (
        "DayOffNeeded",
        Sender,
        "今后 120 天内的某个休息日会变为工作日，使进行中的期限提前届满",
    ),
    ("CodeOutOfRange", Sender, "代码须为 1 至 99"),
    ("CodeAlreadyExists", Sender, "代码表中已有该代码"),
    ("IndustryUnknown", Sender, "行业代码表中没有该行业"),
    ("IndustryAlreadyListed", Sender, "该行业已在负面清单上"),
    ("IndustryNotListed", Sender, "该行业不在负面清单上"),
    (
        "NoDevelopmentClock",
        Nobody,
        "本链按区块时间运行：只有开发链可以设定时钟",
    ),
    ("ClockGoesBack", Sender, "登记时间只能向前：请给出晚于现在的时刻"),
    (
        "DaysOutOfRange",
        Sender,
        "诉讼证明期限或暂停处分期限须为 1 至 366 天",
    ),
    (
        "ClaimsUnfit",
        Sender,
        "创设权利的登记制度须有可申请权利表，不创设权利的则不得有",
    ),
    (
        "NumberFormUnfit",
        Sender,
        "查询码只用于不创设权利的登记制度，且此类制度只用查询码",
    ),
];
