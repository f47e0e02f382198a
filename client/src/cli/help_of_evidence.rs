//! Chinese help of the evidence commands: certificate, verify, history, trust.

/// Chinese help: `command` or `command.argument`.
pub const CHINESE: &[(&str, &str)] = &[
    ("certificate", "签发登记凭证的证据包，或查看登记凭证"),
    (
        "certificate issue",
        "签署登记凭证，连同其证明写成一个文件，无需节点即可验证",
    ),
    (
        "certificate issue.certificate",
        "凭证编号（SJ…）或其登记对象（O…）",
    ),
    (
        "certificate issue.credential_key",
        "登记机构的凭证密钥：密钥文件、密钥文件夹中的名称或 command:程序路径",
    ),
    ("certificate issue.out", "证据包写入此文件"),
    (
        "certificate issue.wait",
        "最多等待多少秒，直到有能证明该凭证的最终区块 [默认：120]",
    ),
    ("certificate issue.force", "覆盖已有文件"),
    ("certificate show", "查看登记簿中现在的登记凭证"),
    (
        "certificate show.certificate",
        "凭证编号（SJ…）或其登记对象（O…）",
    ),
    ("verify", "验证登记凭证的证据包，不需要节点与网络"),
    ("verify.file", "证据包文件；- 表示标准输入"),
    (
        "verify.genesis",
        "所信任的创世哈希 [默认：QUANJI_GENESIS，其次为 quanji trust 记住的链]",
    ),
    ("verify.checkpoint", "所信任的检查点文件"),
    ("verify.chain_file", "所信任的原始（raw）链规格文件"),
    (
        "verify.at",
        "按此时间（北京时间）判断：2026-11-09（当日终了）或 2026-11-09T09:30 [默认：现在]",
    ),
    (
        "verify.opening",
        "权利人承诺值的开启材料，可重复：证明该自然人是谁",
    ),
    ("verify.max_age", "证明最多可以是多少天以前的；其后的事实不明"),
    (
        "verify-page",
        "输出网页验证器：一个 HTML 文件，在浏览器中验证证据包，不需要服务器",
    ),
    ("verify-page.genesis", "网页预填的所信任创世哈希"),
    ("verify-page.checkpoint", "网页预填的所信任检查点文件"),
    ("history", "列出登记对象的全部记载，并与登记簿中的历史摘要核对"),
    ("history.object", "登记对象（O…）"),
    (
        "history.officer",
        "同时列出重复登记同一数据而未获准的申请（在任机构人员，用 --key）",
    ),
    ("trust", "管理所信任的链：创世哈希与检查点"),
    ("trust add", "按登记机构公布的创世哈希信任一条链"),
    ("trust add.name", "链的名称"),
    ("trust add.genesis", "创世哈希"),
    ("trust list", "列出所信任的链"),
    ("trust remove", "不再信任一条链"),
    ("trust remove.name", "链的名称"),
    (
        "trust checkpoint",
        "将所信任节点的最终区块写成检查点，供 verify --checkpoint 使用",
    ),
    ("trust checkpoint.out", "检查点写入此文件"),
    ("trust checkpoint.force", "覆盖已有文件"),
];
