//! Rules on parties.

use super::{
    super::Who::{
        Applicant, Authority, Department, Nobody, OtherOfficer, Principal, Registrar, Sender, Time,
    },
    Row,
};

pub const ROWS: &[Row] = &[
    ("NotOfficer", Authority, "只有在任的机构人员可以办理"),
    (
        "RoleMissing",
        Registrar,
        "该人员没有所需的角色：请主体管理员办理；确认或完成账户恢复可由复核人办理",
    ),
    (
        "AuthorityNotListed",
        Department,
        "该登记机构已被暂停（NG 38）：其人员不能接纳或变更主体",
    ),
    (
        "WrongAuthority",
        Registrar,
        "该主体由另一登记机构接纳：只有那里的人员可以办理",
    ),
    ("PartyNotFound", Sender, "没有这个编号的主体"),
    ("NotParty", Registrar, "只有绑定到主体的账户可以办理"),
    (
        "PartySuspended",
        Registrar,
        "该主体已被暂停：须先由接纳它的登记机构恢复",
    ),
    ("NotSuspended", Sender, "该主体未被暂停"),
    (
        "WrongPersonNumber",
        Sender,
        "信用代码或标识的校验位不符，或国家代码不是两个大写字母",
    ),
    ("CommitmentMissing", Sender, "缺少自然人身份的承诺值：不能全为零"),
    ("PersonAlreadyAdmitted", Sender, "此人已是主体：请使用原主体"),
    (
        "AccountTaken",
        Sender,
        "该账户已属于主体、机构人员、登记机构、验证节点或主管部门：请使用另一账户",
    ),
    ("AccountNotBound", Sender, "该账户未绑定到此主体"),
    ("TooManyAccounts", Applicant, "该主体的账户已达上限：须先解除一个"),
    ("LastAccount", Applicant, "主体至少保留一个账户：请先绑定另一个"),
    (
        "AccountNotRequested",
        Applicant,
        "该主体未申请此账户：须先由其账户之一申请",
    ),
    ("TooManyParties", Nobody, "该登记机构的主体编号已用完"),
    (
        "RecoveryRunning",
        Time,
        "账户恢复正在进行：结束之前该主体的账户保持不变",
    ),
    ("RecoveryNotFound", Sender, "该主体没有进行中的账户恢复"),
    ("SamePerson", OtherOfficer, "须由另一人确认该人员提出的恢复"),
    ("AlreadyConfirmed", Sender, "该恢复已经确认"),
    ("NotConfirmed", OtherOfficer, "须先由另一位人员确认该恢复"),
    ("TooEarly", Time, "等待期未满：请等到 RecoveryConfirmed 中的时刻"),
    (
        "LostAccountCannotStop",
        Applicant,
        "被报失的账户不能阻止对它的替换：该主体的其他账户可以",
    ),
    ("DelayOutOfRange", Sender, "等待期须为 1 至 90 天"),
    ("AgentIsPrincipal", Sender, "不能委托自己为代理人"),
    (
        "AgentNotInGoodStanding",
        Registrar,
        "代理人须是已接纳且未被暂停的主体",
    ),
    ("ActsUnfit", Sender, "授权须至少列明一种存在的登记事项"),
    (
        "ScopeUnfit",
        Sender,
        "限于特定登记单位的授权须至少列明一个，且不重复",
    ),
    (
        "PowerEndsTooEarly",
        Sender,
        "授权的终止须晚于其开始，也须晚于登记之时",
    ),
    ("PowerTooLong", Sender, "授权期限最长十年"),
    ("TooManyPowers", Nobody, "该登记机构的授权编号已用完"),
    (
        "PartyHasAccount",
        Applicant,
        "该主体有自己的账户：由其自行授权或撤销",
    ),
    (
        "ReceivedAtUnfit",
        Sender,
        "窗口文件的收件时间不得在未来，也不得早于 30 天前",
    ),
    ("PowerNotFound", Sender, "没有这个编号的授权"),
    ("NotThePrincipal", Sender, "只有委托人可以撤销授权"),
    ("PowerEnded", Nobody, "该授权已撤销或已到期"),
    ("NotANaturalPerson", Nobody, "只删除自然人的个人数据"),
    (
        "ErasureAlreadyRequested",
        Nobody,
        "已请求过删除该自然人的个人数据",
    ),
    ("ErasureNotRequested", Applicant, "没有待办理的删除请求"),
    (
        "FiledAtCounterBySamePerson",
        OtherOfficer,
        "在窗口代为提交请求的人员不得办理：须由另一位主体管理员办理",
    ),
    ("PowerNotHeld", Principal, "代理人没有这项授权"),
    (
        "PowerTooNarrow",
        Principal,
        "请求删除须有涵盖全部事项与全部登记单位的授权",
    ),
    (
        "PartyErased",
        Nobody,
        "该自然人已应本人请求删除：不再办理事项，也不再变更",
    ),
];
