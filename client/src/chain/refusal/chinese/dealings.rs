//! Rules of dealings with what is registered.

use super::{
    super::Who::{Applicant, Examiner, Holder, MarkHolder, Nobody, Sender, Time},
    Row,
};

pub const ROWS: &[Row] = &[
    (
        "NotOnCertificate",
        Sender,
        "该凭证已终止，或没有列明这种权利：许可不在此办理",
    ),
    (
        "OperatingRightNeeded",
        Nobody,
        "须在同一凭证上持有经营权才能办理（NG 3）",
    ),
    (
        "ApplicantWithoutRight",
        Holder,
        "由该凭证上的权利人申请；续期还可由质权人或查封申请人申请",
    ),
    (
        "TooManyConcerned",
        Nobody,
        "所涉及的主体超过一个案件所能容纳的数量",
    ),
    ("NotASignatory", Nobody, "不需要该主体签署，或已经签署"),
    (
        "MarkConsentMissing",
        MarkHolder,
        "须由备注的权利人对本案表示同意：quanji case consent",
    ),
    (
        "MarkConsentUnfit",
        Holder,
        "由需要其同意的备注的权利人，对一个案件同意一次",
    ),
    (
        "MarkConsentNotFound",
        Sender,
        "没有对本案的该项同意，或由另一主体表示",
    ),
    (
        "TransferLimitedInTime",
        Applicant,
        "有期限的不是转移：请登记许可（NG 34）",
    ),
    (
        "TransferLimitedInTerritory",
        Applicant,
        "限于地域的不是转移：请登记许可（NG 34）",
    ),
    (
        "TransferLimitedInPurpose",
        Applicant,
        "限于用途的不是转移：请登记许可（NG 34）",
    ),
    ("RightNotInForce", Applicant, "该权利已过有效期"),
    (
        "TransferPaperMissing",
        Applicant,
        "材料中须有转让合同；承继或裁判的，须有取得证明（NG 34）",
    ),
    ("TransferorKeeps", Applicant, "转让方不保留所转移的权利（NG 34）"),
    (
        "ShareUnfit",
        Applicant,
        "份额由拥有足够份额的按份共有人转给一个主体",
    ),
    (
        "SurvivorsUnfit",
        Applicant,
        "所签署的继续有效的许可清单与登记簿不符",
    ),
    ("TooManyCertificates", Nobody, "该对象的凭证已达上限"),
    ("KindsUnfit", Sender, "变更涉及整个对象：不写权利种类"),
    (
        "NothingChanges",
        Applicant,
        "至少写明一项变更，且每项都与登记不同（NG 35）",
    ),
    ("LevelNotLower", Applicant, "级别只能在脱敏之后降低（NG 35）"),
    ("ChangeProofMissing", Applicant, "材料中须有变更证明（NG 35）"),
    (
        "RenewalOutOfWindow",
        Time,
        "续期在届满前六个月至届满前一日之间申请，或按登记制度的规定（NG 36）",
    ),
    (
        "NotLapsed",
        Applicant,
        "仍有效的权利在续期期间内续期；只有已失效的才恢复（NG 36）",
    ),
    ("RenewalPending", Applicant, "另有案件正在办理续期"),
    (
        "SignedInPart",
        Examiner,
        "各方共同签署的申请须整体准予或整体不予登记",
    ),
    (
        "LicenceStands",
        Applicant,
        "该权利上有有效的许可：注销时在申请中列明，由被许可方在同一案件中签署；拆分须待其终止；见 quanji check",
    ),
    (
        "CaseStands",
        Applicant,
        "另有案件正在办理该权利：请撤回，或等待其了结；见 quanji check",
    ),
    (
        "MotionPending",
        Sender,
        "该对象已有依职权提出的事项：请先执行或撤回",
    ),
    ("MotionNotFound", Nobody, "该对象没有依职权提出的事项"),
    ("MotionUnproven", Sender, "除登记机构自身笔误外，须有证明材料"),
    (
        "MotionRightsUnfit",
        Sender,
        "写明尚未终止的首次登记的权利；没有权利的登记不写；许可另行终止",
    ),
    (
        "MotionCaseUnfit",
        Sender,
        "取得登记的案件须是在该对象中记载的案件",
    ),
    (
        "HeldInGoodFaith",
        Nobody,
        "该权利已由他人善意取得：撤销的只能是仍由骗取登记者持有的权利",
    ),
    (
        "SignatureTooLate",
        Applicant,
        "已过申请所定的签署期限：可以重新申请",
    ),
    (
        "LicenceBackUnfit",
        Applicant,
        "回授许可须授予转出整项权利的一方，并出自所转移的权利",
    ),
    (
        "DepartmentConsentMissing",
        Applicant,
        "转移重要数据须有主管部门的同意及其编号（S092）",
    ),
    (
        "ConsentNumberUnfit",
        Applicant,
        "主管部门同意的编号为 1 至 32 位字母、数字、连字符、点和斜线（S092）",
    ),
    (
        "ExportRouteMissing",
        Applicant,
        "转移给境外主体，须有数据出境路径及其截止日（S093）",
    ),
    (
        "ExportRouteExceeded",
        Applicant,
        "所转移权利的期限超过数据出境路径的截止日（S093）",
    ),
    (
        "SplitWithoutRights",
        Nobody,
        "可拆分的只有权利：不产生权利的登记只有一个查询码，不予拆分（PD 13）",
    ),
    (
        "SplitNotDescribed",
        Applicant,
        "拆分须写明留下部分的新数据说明和至少一个拆出的部分，同一案件不变更其他事项（NG 35）",
    ),
    (
        "PartNotDistinct",
        Applicant,
        "每一部分须有自己的数据说明，不同于拆分前的整体、留下的部分和其他部分",
    ),
    (
        "PartRegistered",
        Applicant,
        "拆出或留下部分的数据指纹已属于已登记的对象：每一范围须有自己的指纹",
    ),
    (
        "PartNotPublished",
        Examiner,
        "公示之前须先公布每一拆出部分的数据说明：quanji case publish-part（NG 24）",
    ),
    (
        "NoPartToPublish",
        Nobody,
        "没有待公布的拆出部分：案件不是拆分、均已公布，或全部不予公示",
    ),
    (
        "SplitTooOften",
        Nobody,
        "连续八次拆出的对象不再拆分，以便一次读出其来历",
    ),
    (
        "SplitNotSigned",
        Applicant,
        "对象中有权利人未签署该拆分：请重新申请，由全体权利人签署",
    ),
    (
        "ParticularsOfAnother",
        Applicant,
        "身份信息须为凭证上某一权利人的，由其本人申请变更（NG 35(1)）",
    ),
];
