//! Rules on objections after entry and on conflicts of authorities.

use super::{
    super::Who::{
        Authority, Department, Holder, MarkHolder, Nobody, Objector, OtherOfficer, Principal, Registrar,
        Sender, Time,
    },
    Row,
};

pub const ROWS: &[Row] = &[
    (
        "NotAParty",
        Registrar,
        "该账户未绑定到主体：由登记机构的主体管理员接纳主体",
    ),
    (
        "PartySuspended",
        Registrar,
        "该主体已被暂停（接纳它的登记机构可以恢复），或为已应本人请求删除的自然人",
    ),
    ("PowerNotHeld", Sender, "没有这个编号的授权，或代理人不是本主体"),
    (
        "PowerNotInForce",
        Principal,
        "授权尚未生效、已到期或已撤销：委托人可以重新授权",
    ),
    ("PowerWithoutAct", Principal, "授权未列明异议登记"),
    ("PowerWithoutObject", Principal, "授权未列明这一登记单位"),
    (
        "AgentOfBothSides",
        Principal,
        "该代理人同时代理对方：须双方委托人的授权都允许",
    ),
    (
        "CounterFilingUnfit",
        Sender,
        "窗口人员只能在本登记机构、为已接纳的主体代为提交",
    ),
    (
        "ReceivedAtUnfit",
        Sender,
        "窗口文件的收件时间不得在未来、不得早于 30 天前，也不得早于其所答复的事项",
    ),
    (
        "TooManyRepresentatives",
        Nobody,
        "参与本异议的代理人与窗口人员已达上限：不能再增加",
    ),
    ("NotAnOfficer", Authority, "该账户不属于在任的机构人员"),
    (
        "WrongAuthority",
        OtherOfficer,
        "该人员不属于管理本事项的登记机构：须由该机构的人员办理",
    ),
    ("RoleMissing", Authority, "该人员没有这一步所需的角色"),
    (
        "AuthorityNotListed",
        Department,
        "登记机构未知或已被暂停：主管部门可以恢复",
    ),
    (
        "OwnCase",
        Nobody,
        "登记机构或其关联方是异议的一方（NG 10(7)）：可以诉讼或仲裁",
    ),
    (
        "OfficerConcerned",
        OtherOfficer,
        "该人员是异议的一方或其关联方（NG 10(7)）：须由另一位人员办理",
    ),
    (
        "FiledAtCounterBySamePerson",
        OtherOfficer,
        "在窗口代为提交的人员不得在本事项作出决定：须由另一位人员办理",
    ),
    (
        "SamePerson",
        OtherOfficer,
        "决定与执行、提出与确认不能由同一人办理：须由另一位人员办理",
    ),
    ("RegimeNotFound", Sender, "没有这个登记制度版本"),
    ("ObjectUnfit", Sender, "该登记单位没有登记或已终止"),
    ("RightsUnfit", Sender, "须列明登记权利人在同一凭证上的有效权利"),
    ("NotHeardAfterEntry", Nobody, "该登记制度只在公示期内受理异议"),
    ("OwnObjection", Nobody, "不能对自己的权利提出异议"),
    (
        "AlreadyHeard",
        Nobody,
        "同一主体曾以同一事实提出异议：同一事实只审理一次",
    ),
    ("SerialsExhausted", Nobody, "流水号已用完"),
    ("ObjectFull", Nobody, "该登记单位的备注或在办异议已达上限"),
    ("ObjectionNotFound", Sender, "没有这个编号的异议"),
    ("WrongStage", Sender, "异议不在此步骤：请查看异议状态"),
    ("AlreadyReturned", Nobody, "异议只能退回补正一次"),
    (
        "ChannelUnfit",
        Sender,
        "只有有账户的主体才能经账本送达：请改用其他送达方式",
    ),
    ("NothingToDeliver", Sender, "没有等待送达的书面通知"),
    (
        "DeliveryTimeUnfit",
        Sender,
        "送达时间不得早于发出之时，也不得在未来",
    ),
    ("NotTheObjector", Objector, "只有异议人可以办理"),
    ("NotTheRegistrant", Holder, "只有被异议权利的权利人可以办理"),
    ("NotASide", Nobody, "只有异议的双方可以办理"),
    ("EvidenceMissing", Sender, "须至少给出一份先前没有的材料"),
    ("CompletionTooLate", Nobody, "补正期限已过：异议已失效"),
    (
        "DispositionUnfit",
        Sender,
        "只能同意注销或变更，且共有人须同意同一事项",
    ),
    ("AlreadyAnswered", Sender, "这一方或这一共有人已经答复"),
    (
        "AnswerTimeRunning",
        Time,
        "登记权利人的答复期限未满，或通知尚未送达",
    ),
    (
        "CourtProofTooLate",
        Nobody,
        "证明已提起诉讼或仲裁的期限已过：异议已失效",
    ),
    (
        "ChangeNotNamed",
        Sender,
        "所决定的是变更登记内容：quanji objection execute-change",
    ),
    ("NotLapsed", Time, "异议没有失效"),
    (
        "HoldTermUnfit",
        Sender,
        "暂停处分的终止须在将来，且不超过登记制度的天数",
    ),
    ("HoldExists", Sender, "已提出或已有暂停处分：可以先解除"),
    ("NoHold", Sender, "没有提出或没有暂停处分"),
    ("SidesOfOneAuthority", Nobody, "冲突的双方须由不同的登记机构管理"),
    ("SideNotFound", Sender, "没有这个在办案件或有效的登记单位"),
    (
        "AlreadyInConflict",
        Department,
        "该案件或登记单位已在未裁定的冲突中",
    ),
    ("ConflictNotFound", Sender, "没有这个编号的冲突"),
    ("ConflictDecided", Nobody, "该冲突已经裁定"),
    (
        "PartyHasAccount",
        Sender,
        "该主体有账户：由其自行签名，窗口人员不得代为提交",
    ),
    (
        "BarredByMark",
        MarkHolder,
        "双方同意的事项受其他备注限制：用 quanji check 查询是何备注、谁可解除",
    ),
    (
        "NoChangeDecided",
        Sender,
        "没有作出变更的决定：quanji objection execute",
    ),
    (
        "CorrectionUnfit",
        Sender,
        "更正的事项与登记无异、不得登记，或文本与其不符：按原公示范围公示",
    ),
];
