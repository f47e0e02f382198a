//! Chinese help of dealings with what is registered.

/// Command or argument, and its Chinese.
pub const CHINESE: &[(&str, &str)] = &[
    ("apply transfer", "申请转移登记：整项权利，或共有权利的份额"),
    ("apply transfer.object", "登记对象，例如 O1-1-5"),
    ("apply transfer.certificate", "对象中凭证的编号，见 quanji title"),
    (
        "apply transfer.evidence",
        "佐证材料，可重复：contract:文件 或 change-proof:sha2-256:…",
    ),
    (
        "apply transfer.declaration",
        "已签署的真实性声明与承诺：文件或摘要",
    ),
    (
        "apply transfer.completes",
        "补正被退回的案件，代替新的申请，例如 C1-1-T",
    ),
    ("apply transfer.dry_run", "只询问登记系统是否接受，不提交"),
    (
        "apply transfer.right",
        "转移的权利，可重复：holding 持有、processing-use 加工使用、operating 经营",
    ),
    ("apply transfer.to", "受让方，可重复表示共同共有，例如 P1-1-Q"),
    (
        "apply transfer.to_share",
        "受让方及其份额，可重复，例如 P1-1-Q=1/3",
    ),
    (
        "apply transfer.share_of",
        "转出份额的共有人及其占整项权利的份额，例如 P1-1-Q=1/4",
    ),
    (
        "apply transfer.reason",
        "原因：sale 买卖或赠与、contribution-in-kind 作价入股、trust 信托、succession 承继、ruling 裁判",
    ),
    ("apply transfer.survivor", "对受让方继续有效的许可的编号，可重复"),
    (
        "apply transfer.limit",
        "合同所设的限制，有则登记系统不予接受：2029-11-01、territory 地域、purpose 用途",
    ),
    ("apply change", "申请变更对象的登记事项"),
    ("apply change.object", "登记对象，例如 O1-1-5"),
    ("apply change.certificate", "对象中凭证的编号，见 quanji title"),
    (
        "apply change.evidence",
        "佐证材料，可重复：contract:文件 或 change-proof:sha2-256:…",
    ),
    ("apply change.declaration", "已签署的真实性声明与承诺：文件或摘要"),
    (
        "apply change.completes",
        "补正被退回的案件，代替新的申请，例如 C1-1-T",
    ),
    ("apply change.dry_run", "只询问登记系统是否接受，不提交"),
    ("apply change.description", "新的数据说明；保密字段须已封存"),
    (
        "apply change.industry",
        "新的行业大类（GB/T 4754），两位数字，例如 74",
    ),
    (
        "apply change.form",
        "新的产品形态：1 数据集、2 接口、3 模型、4 核验、5 指数、6 报告",
    ),
    (
        "apply change.level",
        "脱敏之后降低的级别：general 一般、important 重要",
    ),
    (
        "apply change.assessment",
        "降低级别所依据的评估：文件（记录其 SHA-256）或摘要",
    ),
    (
        "apply change.withhold",
        "请求不公示新的数据说明：part 部分、whole 全部",
    ),
    (
        "apply change.withhold_reason",
        "不予公示的书面理由：文件或摘要；没有理由不能不公示",
    ),
    ("apply renewal", "申请续期登记，或恢复已失效的登记"),
    ("apply renewal.object", "登记对象，例如 O1-1-5"),
    ("apply renewal.certificate", "对象中凭证的编号，见 quanji title"),
    (
        "apply renewal.evidence",
        "佐证材料，可重复：contract:文件 或 change-proof:sha2-256:…",
    ),
    (
        "apply renewal.declaration",
        "已签署的真实性声明与承诺：文件或摘要",
    ),
    (
        "apply renewal.completes",
        "补正被退回的案件，代替新的申请，例如 C1-1-T",
    ),
    ("apply renewal.dry_run", "只询问登记系统是否接受，不提交"),
    (
        "apply renewal.right",
        "续期的权利，可重复：holding、processing-use、operating；不创设权利的登记不写",
    ),
    ("apply renewal.years", "新的有效期，年"),
    (
        "apply renewal.revive",
        "凭证已失效：连同备注、许可与顺位恢复其权利",
    ),
    ("case sign", "签署共同申请的转移、变更（各方）"),
    ("case consent", "备注的权利人同意本案的处分"),
    ("case consent.mark", "对象中备注的编号，见 quanji title"),
    ("case revoke-consent", "在使用之前撤回该项同意（同意者）"),
    ("case revoke-consent.mark", "对象中备注的编号，见 quanji title"),
];
