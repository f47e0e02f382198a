//! Chinese help of `quanji title`.

/// Chinese help: `command` or `command.argument`.
pub const CHINESE: &[(&str, &str)] = &[
    (
        "title",
        "权属报告（供金融机构）：一个登记单位，或一个主体的全部，截至同一区块，完整性经证明",
    ),
    ("title.object", "登记单位（O…）或其凭证编号（SJ…）"),
    ("title.party", "该主体的全部：P1-1-Q、统一社会信用代码或 LEI"),
    ("title.maturity", "贷款到期日：2028-11-09"),
    (
        "title.consent",
        "权利人的查询同意书：同时列示金额与被许可人；以 --key 的主体查询",
    ),
    ("title.purpose", "查询用途：记入查询日志；使用同意书时须与其所载一致"),
    (
        "title.description",
        "登记单位的数据说明，可重复：列示数据名称与更新周期",
    ),
    (
        "title.genesis",
        "所信任的创世哈希：证明区块已最终确定，但用 --block 指定的区块以节点所述为准 [默认：QUANJI_GENESIS，其次为 quanji trust 记住的链]",
    ),
    ("title.pdf", "将报告写成 PDF 文件"),
    ("title.proof", "将报告全部内容的证明写入此文件（JSON）"),
    ("title.quick", "不在较早区块中查找备注的记载编号与终止时间"),
    (
        "*.records",
        "查询日志与查询记录的文件夹 [默认：配置文件夹中的 quanji/title]",
    ),
    ("title.force", "覆盖已有文件"),
    ("title consent", "同意一个查询人为一个用途查询完整权属（权利人）"),
    ("title consent.to", "查询人：P1-1-Q"),
    ("title consent.object", "针对该登记单位（O…）"),
    ("title consent.party", "针对本主体的全部：P1-1-Q"),
    ("title consent.purpose", "用途，只限一个"),
    ("title consent.until", "可使用至哪一日"),
    ("title consent.out", "同意书写入此文件"),
    ("title consent.force", "覆盖已有文件"),
    ("title sign", "在同意书上增加签名（共有人）"),
    ("title sign.file", "同意书"),
    ("title sign.out", "增加签名后的同意书写入此文件"),
    ("title sign.force", "覆盖已有文件"),
    ("title check", "由所保存的证明重新得出报告，无需节点与网络"),
    ("title check.file", "quanji title --proof 写出的证明"),
    (
        "title check.genesis",
        "所信任的创世哈希 [默认：QUANJI_GENESIS，其次为 quanji trust 记住的链]",
    ),
    ("title check.checkpoint", "所信任的检查点文件"),
    ("title check.pdf", "将报告写成 PDF 文件"),
    ("title check.force", "覆盖已有文件"),
    (
        "title log",
        "查看读取过哪些报告、用途为何，并核对日志前后衔接（查询人）",
    ),
    (
        "title search",
        "对法定顺位登记系统（中登网等）的查询记录（查询人）",
    ),
    ("title search record", "记录一次查询：何处、编号、时间、结果"),
    (
        "title search record.register",
        "何处：movable-finance 中登网、data-intellectual-property 数据知识产权登记、other 其他",
    ),
    ("title search record.debtor", "查询的债务人：P1-1-Q"),
    ("title search record.number", "查询编号或查询证明编号"),
    ("title search record.at", "查询时间（北京时间）：2026-11-09T09:30"),
    (
        "title search record.result",
        "结果：none 无登记、found 有在先登记",
    ),
    ("title search record.answer", "所保存的查询结果，文件或其摘要"),
    ("title search list", "列出已记录的查询"),
];
