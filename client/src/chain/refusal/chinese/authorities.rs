//! Rules of the directory of authorities.

use super::{
    super::Who::{Authority, Department, Nobody, Registrar, Sender},
    Row,
};

pub const ROWS: &[Row] = &[
    ("NotDepartment", Department, "只有主管部门的账户可以办理"),
    ("NotAuthority", Authority, "只有登记机构的管理账户可以办理"),
    ("NotOfficer", Authority, "只有在任的机构人员可以办理"),
    ("AuthorityNotFound", Sender, "没有这个编号的登记机构"),
    (
        "WrongCreditCode",
        Sender,
        "登记机构的统一社会信用代码校验位不符：请与证照核对",
    ),
    (
        "InvalidProfile",
        Sender,
        "名称须为非空的 UTF-8 文本，地区为 0 至 99，机构号为 0 至 9",
    ),
    (
        "NumberPlaceTaken",
        Sender,
        "该地区与机构号已由另一登记机构用于凭证编号：请另选机构号（NG 附件 6）",
    ),
    ("TooManyAuthorities", Nobody, "登记机构编号已用完：最大为 65,535"),
    (
        "AccountTaken",
        Sender,
        "该账户已属于主管部门、登记机构、验证节点、机构人员或主体：请使用专用账户",
    ),
    ("AlreadySuspended", Sender, "该登记机构已被暂停"),
    ("NotSuspended", Sender, "该登记机构未被暂停"),
    (
        "AuthoritySuspended",
        Department,
        "该登记机构已被暂停（NG 38）：须先由主管部门恢复",
    ),
    ("NoValidator", Sender, "该登记机构没有验证节点"),
    ("TooFewValidators", Department, "剩余验证节点过少：请先批准另一个"),
    ("TooManyValidators", Department, "验证节点已达上限：请先撤回一个"),
    ("OfficerNotFound", Sender, "该登记机构没有这位人员"),
    ("OfficerNotInOffice", Authority, "该人员已不在任：请先重新任用"),
    (
        "PersonInOffice",
        Authority,
        "该人已在本机构或另一机构任职：须先离任",
    ),
    ("PersonMissing", Sender, "缺少该人身份的承诺值：不能全为零"),
    ("NoRoles", Sender, "机构人员至少要有一个角色"),
    ("TooManyOfficers", Nobody, "该登记机构的人员编号已用完"),
    ("TooManyAccounts", Authority, "该人员的账户已达上限：请先解除一个"),
    ("AccountNotBound", Sender, "该账户不属于本机构的人员"),
    ("CredentialKeyMissing", Sender, "缺少公钥：不能全为零"),
    ("CredentialKeyNotFound", Sender, "本机构没有这个编号的凭证密钥"),
    ("TooManyCredentialKeys", Nobody, "本机构的凭证密钥编号已用完"),
    (
        "MomentInThePast",
        Sender,
        "密钥的生效或终止时刻不能在过去：省略即为现在",
    ),
    ("EndBeforeStart", Sender, "密钥不能在生效之前终止"),
    (
        "CredentialKeyEndsEarlier",
        Sender,
        "该密钥在此时刻或更早已终止：终止可以提前，不能推迟",
    ),
    ("PartyNotFound", Registrar, "关联方必须是已接纳的主体"),
];
