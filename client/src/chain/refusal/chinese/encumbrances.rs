//! Rules on the day book.

use super::{
    super::Who::{Authority, Department, Holder, Nobody, OtherOfficer, Registrar, Reviewer, Sender, Time},
    Row,
};

pub const ROWS: &[Row] = &[
    ("NotAnOfficer", Authority, "该账户不是在任的登记机构人员"),
    (
        "WrongAuthority",
        Authority,
        "该人员不属于管理此登记单位的登记机构",
    ),
    ("RoleMissing", Authority, "该人员没有办理这一步骤的角色"),
    (
        "AuthorityNotListed",
        Department,
        "登记机构已被暂停：恢复前不能解除、不能终止权利",
    ),
    (
        "OfficerConcerned",
        OtherOfficer,
        "该人员是权利人或与其有关联（指引第十条第七项）",
    ),
    (
        "SamePerson",
        OtherOfficer,
        "登入登记日记的人员不得确认、否定或执行",
    ),
    ("ObjectUnfit", Sender, "该登记单位未登记"),
    (
        "RightsUnfit",
        Sender,
        "请列明登记单位中有效的权利；仅没有权利的登记可以不列",
    ),
    (
        "OrganUnfit",
        Sender,
        "此类机关不能作出此项决定，或其统一社会信用代码校验不符",
    ),
    (
        "OtherOrgan",
        Nobody,
        "仅原作出机关可以续行；仅原作出机关或人民法院可以解除",
    ),
    ("ReceivedAtUnfit", Sender, "文书的收到时间在将来，或已超过三十日"),
    (
        "TermUnfit",
        Sender,
        "期限须在将来届满且不超过三十六个月；续行须晚于原期限",
    ),
    (
        "RanksDiffer",
        Sender,
        "这些权利上在先的查封不同：请按在先查封相同的权利分别登入",
    ),
    (
        "ObjectFull",
        Nobody,
        "该登记单位的备注已满，或权利所在凭证超过一次记载所能变更的数量",
    ),
    ("NumbersExhausted", Nobody, "登记日记的编号已用完"),
    (
        "StampNotFound",
        Sender,
        "没有这个登记日记编号，或它未在此登记单位设立查封或管制",
    ),
    ("AlreadyDecided", Nobody, "已由另一人员确认或否定"),
    (
        "ConfirmationTooLate",
        Nobody,
        "确认的工作日已过，该登入已失效：请重新登入",
    ),
    ("WrongMeasure", Sender, "此文书须用另一命令执行"),
    ("NotStanding", Nobody, "该查封或管制已不再有效"),
    ("NotConfirmedYet", Reviewer, "该查封或管制本身尚待另一人员确认"),
    ("NotFirstRank", Sender, "只有首先查封的法院可以裁定转移"),
    (
        "ReceiverUnfit",
        Registrar,
        "受让人尚未准入或已被暂停：请登记机构准入",
    ),
    (
        "MarkInTheWay",
        Holder,
        "裁定未及的备注禁止转移：请查看对象的备注及其解除方",
    ),
    ("StillWaiting", Time, "该查封仍在轮候，期限尚未起算，无从续行"),
    (
        "TooMuchAtOnce",
        Sender,
        "一次最多终止48项权利与备注（合计）：请就各部分权利分别登入同一文书",
    ),
    (
        "ApplicantUnknown",
        Registrar,
        "文书所载的申请执行人尚未准入：请登记机构准入，或不写",
    ),
    (
        "ApplicantUnfit",
        Sender,
        "只有查封和管制载明为谁采取：续行、解除、终止和转移不写",
    ),
];
