//! Chinese help of import, batches, and the exchange with the national service system.

/// `command` or `command.argument`, and the help.
pub const CHINESE: &[(&str, &str)] = &[
    ("import", "导入其他系统的先前登记，并记录其复核"),
    (
        "import.file",
        "先前登记的文件，.csv 或 .json，格式见 docs/import.md",
    ),
    (
        "import.errors",
        "将未导入的每一行及其行号、列、规则与办法写入此 CSV 文件；已有文件被替换",
    ),
    ("import.regime", "此后适用的登记制度"),
    ("import.dry_run", "只核对各行并查询权利人，不提交"),
    (
        "import review",
        "记录导入的登记已复核（复核人，不得与导入者为同一人）",
    ),
    ("import review.object", "导入的登记对象，可重复，例如 O1-1-5"),
    ("import review.all", "本机构尚未复核的全部导入"),
    ("apply batch", "批量提交申请，每份各成一案"),
    (
        "apply batch.from",
        "申请的 JSON 数组，或每个 .json 文件含一份申请的文件夹",
    ),
    (
        "apply batch.errors",
        "将未提交的申请及其序号、规则与办法写入此 CSV 文件；已有文件被替换",
    ),
    ("apply batch.dry_run", "只逐份询问登记系统是否接受，不提交"),
    ("apply batch.as_agent", "作为代理人，按此授权办理，例如 W1-1-D"),
    (
        "apply batch.counter",
        "在窗口为书面签署的主体提交（登记机构人员），例如 P1-1-Q",
    ),
    (
        "apply batch.counter_document",
        "主体签署的文件：文件（记录其 SHA-256）或摘要",
    ),
    (
        "apply batch.received_at",
        "收到签署文件的时刻，例如 2026-11-09T09:30 [默认：现在]",
    ),
    ("national", "与全国服务系统交换的文件"),
    (
        "national export",
        "写出报送全国系统的文件：批准后用于公示，公示期满后用于存证",
    ),
    ("national export.case", "案件，例如 C1-1-T"),
    ("national export.text", "审查过的数据说明；全部不予公示的不需要"),
    ("national export.out", "写入此文件"),
    ("national export.force", "覆盖已有文件"),
    (
        "national receipts",
        "按全国系统的回执办理：公示（经办人）、记载（复核人）",
    ),
    (
        "national receipts.file",
        "回执清单，格式见 docs/national-exchange.md",
    ),
    (
        "national receipts.texts",
        "存放各待公示案件的数据说明的文件夹，文件名为 C1-1-T.json",
    ),
];
