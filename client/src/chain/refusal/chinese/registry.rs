//! Rules of registration.

use super::{
    super::Who::{
        Applicant, Authority, Department, Examiner, Nobody, OtherOfficer, Registrar, Reviewer, Sender, Time,
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
        "该主体已被暂停：接纳它的登记机构可以恢复",
    ),
    ("NotAnOfficer", Authority, "该账户不属于在任的机构人员"),
    (
        "WrongAuthority",
        OtherOfficer,
        "该人员不属于本案的登记机构：须由本案登记机构的人员办理",
    ),
    ("RoleMissing", Authority, "该人员没有这一步所需的角色"),
    (
        "AuthorityNotListed",
        Department,
        "登记机构未知或已被暂停：主管部门可以恢复",
    ),
    (
        "OwnCase",
        Applicant,
        "登记机构或其关联方是本案当事人（NG 10(7)）：请向另一登记机构申请",
    ),
    (
        "OfficerConcerned",
        OtherOfficer,
        "该人员是本案当事人或其关联方（NG 10(7)）：须由另一位人员办理",
    ),
    (
        "SamePerson",
        OtherOfficer,
        "审查与决定不能由同一人办理：须由另一位人员办理",
    ),
    (
        "CaseNotFound",
        Sender,
        "没有这个案件：从未提交、已记载入簿或已关闭",
    ),
    ("WrongStage", Sender, "案件不在此步骤：请查看案件状态"),
    ("RegimeNotFound", Sender, "没有这个登记制度版本"),
    ("RegimeNotEffective", Sender, "该登记制度版本此时不受理新案件"),
    ("CoreData", Nobody, "核心数据不予登记"),
    ("OrganData", Nobody, "党政机关数据不在此登记（NG 15(1)）"),
    ("NegativeListed", Department, "该行业在负面清单上"),
    ("IndustryUnknown", Sender, "代码表中没有该行业大类（GB/T 4754）"),
    (
        "ProductFormUnfit",
        Sender,
        "数据产品须从代码表中选定形态，数据资源则没有形态（S007）",
    ),
    ("LineageMissing", Sender, "数据产品须说明由什么制成（S002）"),
    ("LineageUnknown", Sender, "来源中的对象或权利没有登记"),
    ("DescriptionNotSha256", Sender, "数据说明须以 SHA-256 摘要给出"),
    (
        "PersonalBasisMissing",
        Sender,
        "个人数据须说明合法依据、目的、范围与期限（S015）",
    ),
    (
        "ImpactAssessmentMissing",
        Sender,
        "含个人信息的，佐证材料中须有影响评估",
    ),
    ("ClaimMissing", Sender, "至少申请一项权利"),
    ("ClaimRepeated", Sender, "同一种权利只能申请一次"),
    (
        "KindNotClaimable",
        Sender,
        "按登记制度，此来源与对象不能申请这种权利（NG 21）",
    ),
    ("ConditionUnproven", Sender, "声明的条件须有佐证材料"),
    (
        "ValidityOutOfRange",
        Sender,
        "申请的年限为零或超过登记制度的上限（NG 26）",
    ),
    (
        "HoldersUnfit",
        Sender,
        "共有权利人须为二至十六个，按升序各出现一次，份额合计为一",
    ),
    ("HolderNotAdmitted", Registrar, "某权利人不是状态正常的已接纳主体"),
    ("ApplicantNotHolder", Sender, "提交申请的主体须是权利人之一"),
    (
        "EvidenceMissing",
        Sender,
        "佐证材料中须有身份证明与合法取得证明（NG 33）",
    ),
    ("DeclarationMissing", Sender, "须声明材料真实（NG 16，S041）"),
    (
        "RepeatedRegistration",
        Nobody,
        "申请人对具有此指纹的数据已有登记权利（NG 39(2)）",
    ),
    (
        "PublicDataAlreadyRegistered",
        Nobody,
        "具有此指纹的公共数据已经登记：一数一源（S008）",
    ),
    ("SerialsExhausted", Nobody, "该登记机构的流水号已用完"),
    (
        "AcceptedBySilence",
        Time,
        "受理期限已过：期满后的第一个工作日起视为受理（NG 17）",
    ),
    ("AlreadyReturned", Nobody, "申请只能退回补正一次（NG 17，S043）"),
    ("DeficienciesMissing", Sender, "退回补正须一次告知全部缺项"),
    (
        "CompletionTimeOutOfRange",
        Sender,
        "补正期限为零或超过登记制度的上限",
    ),
    (
        "CompletionTooLate",
        Applicant,
        "补正期限已过，视为未申请（NG 17）：请重新申请",
    ),
    ("NotTheApplicant", Applicant, "只有申请人可以办理"),
    (
        "FilingChangedTooMuch",
        Applicant,
        "登记机构、登记制度与权利人须与原申请一致：如需变更，请撤回后重新申请",
    ),
    (
        "QueryCodeMissing",
        Examiner,
        "缺少公共数据登记的查询码（NG 15(2)）：请退回补正",
    ),
    (
        "NotAServiceInstitution",
        Registrar,
        "该主体没有第三方专业服务机构的角色",
    ),
    ("OwnReport", Nobody, "服务机构不能对自己参与的案件出具报告"),
    ("TooManyReports", Nobody, "本案的报告已达上限"),
    (
        "DecisionsUnfit",
        Sender,
        "每项申请的权利须有一个决定，次序与申请相同",
    ),
    (
        "GrantedDespiteFindings",
        Sender,
        "三项条件有一项不符时不能准予权利（S040）",
    ),
    (
        "MatchFindingMissing",
        Sender,
        "数据与先前登记的对象相同：须作出一项认定（NG 21、22(3)、39(2)）",
    ),
    ("NothingMatches", Sender, "没有相同的对象可供认定"),
    (
        "GrantedDespiteMatch",
        Sender,
        "重复登记或权属争议必须拒绝（NG 22(3)、39(2)）",
    ),
    (
        "NothingGranted",
        Reviewer,
        "没有准予任何权利：应作出不予登记的决定",
    ),
    (
        "ReportMissing",
        Applicant,
        "登记制度要求有状态正常的服务机构出具肯定意见的报告（S038）",
    ),
    ("TextNotAsFiled", Sender, "文本不是所提交的数据说明：SHA-256 不同"),
    (
        "TextNotPublishable",
        Applicant,
        "文本含控制或不可见字符，或疑似个人号码、地址",
    ),
    ("NoticeNotEnded", Time, "公示期未满（NG 24）"),
    (
        "MatchedMeanwhile",
        Examiner,
        "审查之后有另一对象以相同指纹登记：请重新审查或拒绝",
    ),
    (
        "NumbersOfMonthUsed",
        Time,
        "本月 9,999 个凭证编号已用完：案件保留位次，请下月记载",
    ),
    ("TooManyRights", Nobody, "该对象的权利已达上限"),
    ("CaseNotEnded", Time, "案件仍在办理，或申诉期未满"),
    (
        "QueryCodeUnfit",
        Sender,
        "查询码只能含字母、数字与连字符，且不能像个人号码",
    ),
    ("FingerprintRepeated", Sender, "每个指纹只能出现一次"),
];
