//! Chinese help of dealings with what is registered.

/// Command or argument, and its Chinese.
pub const CHINESE: &[(&str, &str)] = &[
    ("apply transfer", "申请转移登记：整项权利，或共有权利的份额"),
    ("apply transfer.object", "登记对象，例如 O1-1-5"),
    ("apply transfer.certificate", "权利所在的凭证：凭证编号（SJ…），或在对象中的次序，自 0 起"),
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
    ("apply transfer.export", "境外主体受让：数据出境路径：security-assessment:文件、standard-contract:文件、certification:文件、exemption:文件"),
    ("apply transfer.export_until", "数据出境路径最后一日，例如 2027-05-31"),
    ("apply transfer.department_consent", "重要数据：主管部门同意的编号及文件（记录其 SHA-256）或摘要"),
    ("apply transfer.survivor", "对受让方继续有效的许可的编号，可重复"),
    (
        "apply transfer.limit",
        "合同所设的限制，有则登记系统不予接受：2029-11-01、territory 地域、purpose 用途",
    ),
    (
        "apply transfer.back",
        "同案反授给转让方的许可：文件，每行一个 quanji apply licence 的参数",
    ),
    ("apply licence", "申请许可登记（登记制度将许可作为登记类型时）"),
    ("apply licence.object", "登记对象，例如 O1-1-5"),
    ("apply licence.certificate", "权利所在的凭证：凭证编号（SJ…），或在对象中的次序，自 0 起"),
    ("apply licence.evidence", "佐证材料，可重复：contract:文件 或 change-proof:sha2-256:…"),
    ("apply licence.declaration", "已签署的真实性声明与承诺：文件或摘要"),
    ("apply licence.completes", "补正被退回的案件，代替新的申请，例如 C1-1-T"),
    ("apply licence.dry_run", "只询问登记系统是否接受，不提交"),
    ("apply licence.from", "所依据的权利在对象中的编号"),
    ("apply licence.to", "被许可人，例如 P1-1-Q"),
    ("apply licence.kind", "许可方式：exclusive 独占、sole 排他、non-exclusive 普通"),
    ("apply licence.gives", "授予：processing-use 数据加工使用权、operating 数据经营权"),
    ("apply licence.purposes", "用途，可重复：编码或名称，例如 logistics-planning"),
    ("apply licence.regions", "地域，可重复：GB/T 2260 前两位、名称（如 guangdong）、country 全国、abroad 境外"),
    ("apply licence.media", "使用载体，可重复：interface 接口、data-set 数据集、controlled-environment 受控环境、on-site 现场 [默认：不限]"),
    ("apply licence.calls", "调用次数总量 [默认：不限]"),
    ("apply licence.uses", "使用次数总量 [默认：不限]"),
    ("apply licence.until", "期限最后一日，例如 2028-12-31"),
    ("apply licence.sublicensing", "允许再许可的级数"),
    ("apply licence.export", "数据出境路径：security-assessment:文件、standard-contract:文件、certification:文件、exemption:文件"),
    ("apply licence.export_until", "数据出境路径最后一日，例如 2027-05-31"),
    ("apply licence.department_consent", "重要数据：主管部门同意的编号及文件（记录其 SHA-256）或摘要"),
    ("apply licence.authorisation", "公共数据授权方式：whole 整体、field 分领域、scene 依场景"),
    ("apply licence.approval", "授权的批准文件（记录其 SHA-256）或摘要"),
    ("apply licence.list", "分领域或依场景授权的数据清单：文件（记录其 SHA-256）或摘要"),
    ("apply licence.in_return_for", "被许可人给许可人的交叉许可，例如 R1-1-3-P"),
    ("apply licence.contract", "所依据的合同或法律规定：文件（记录其 SHA-256）或摘要"),
    ("apply licence.root_signs", "首次登记权利人也签署：许可不随中间许可终止"),
    ("apply licence.subject_to", "独占或排他许可之外继续有效的在先许可，可重复：在对象中的编号"),
    ("apply licence.open_until", "可签署的最后一日，最长 90 天 [默认：30 天后]"),
    ("apply change", "申请变更对象的登记事项"),
    ("apply change.object", "登记对象，例如 O1-1-5"),
    ("apply change.certificate", "权利所在的凭证：凭证编号（SJ…），或在对象中的次序，自 0 起"),
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
    (
        "apply change.split_off",
        "拆分：拆出而成为独立登记对象的部分的数据说明，可重复；--description 为留下部分的数据说明",
    ),
    (
        "apply change.range_fingerprint",
        "某一范围的数据指纹（quanji fingerprint --out 写出），可重复：0 为留下的部分，1 为拆出的第一部分，例如 1:port.json",
    ),
    ("apply renewal", "申请续期登记，或恢复已失效的登记"),
    ("apply renewal.object", "登记对象，例如 O1-1-5"),
    ("apply renewal.certificate", "权利所在的凭证：凭证编号（SJ…），或在对象中的次序，自 0 起"),
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
    ("apply cancellation", "申请注销登记：权利，或不创设权利的登记"),
    ("apply cancellation.object", "登记对象，例如 O1-1-5"),
    ("apply cancellation.certificate", "权利所在的凭证：凭证编号（SJ…），或在对象中的次序，自 0 起"),
    (
        "apply cancellation.evidence",
        "佐证材料，可重复：contract:文件 或 change-proof:sha2-256:…",
    ),
    (
        "apply cancellation.declaration",
        "已签署的真实性声明与承诺：文件或摘要",
    ),
    (
        "apply cancellation.completes",
        "补正被退回的案件，代替新的申请，例如 C1-1-T",
    ),
    ("apply cancellation.dry_run", "只询问登记系统是否接受，不提交"),
    (
        "apply cancellation.right",
        "注销的权利，可重复：holding、processing-use、operating；不创设权利的登记不写",
    ),
    (
        "apply cancellation.reason",
        "事由：given-up 放弃、term-ended 期限届满、data-lost 数据灭失、subject-ends 主体终止、other-law 法律规定的其他情形",
    ),
    (
        "apply cancellation.licence",
        "随之终止的许可的编号，可重复：被许可方在同一案件中签署",
    ),
    ("entry", "登记机构依职权记载：灭失、注销、撤销、更正"),
    (
        "entry extinguish",
        "提出权利灭失：数据灭失、所依据的合同或授权终止、主体终止（经办人或复核人）",
    ),
    (
        "entry extinguish.ground",
        "原因：data-destroyed 数据灭失、basis-ended 依据终止、person-ceased 主体终止、other-law 法律规定的其他情形",
    ),
    ("entry cancel", "提出注销登记机构发现应当注销的权利（经办人或复核人）"),
    (
        "entry revoke",
        "提出撤销登记，并对骗取登记者记录失信（经办人或复核人）",
    ),
    (
        "entry revoke.ground",
        "查实的情形：false-material 虚假材料、altered 篡改伪造、improper-use 不当使用、other-law 法律规定的其他情形",
    ),
    ("entry revoke.party", "取得登记者，例如 P1-1-Q"),
    (
        "entry revoke.case",
        "取得登记的案件 [默认：与对象同号]，例如 C1-1-T",
    ),
    ("entry correct", "提出更正登记错误的事项（经办人或复核人）"),
    ("entry correct.object", "登记对象，例如 O1-1-5"),
    (
        "entry correct.ground",
        "原因：slip 登记机构笔误、proven-error 经证明的错误",
    ),
    ("entry execute", "执行已提出的事项（复核人，不得与提出者为同一人）"),
    ("entry execute.object", "登记对象，例如 O1-1-5"),
    ("entry execute.text", "更正后公示的数据说明；其他事项没有文本"),
    ("entry drop", "撤回已提出的事项（经办人或复核人）"),
    ("entry drop.object", "登记对象，例如 O1-1-5"),
    ("entry show", "显示待执行的依职权事项"),
    ("entry show.object", "登记对象，例如 O1-1-5"),
    ("*.record", "附理由的决定，即书面通知：文件（记录其 SHA-256）或摘要"),
    ("entry extinguish.evidence", MOTION_EVIDENCE),
    ("entry cancel.evidence", MOTION_EVIDENCE),
    ("entry revoke.evidence", MOTION_EVIDENCE),
    ("entry correct.evidence", MOTION_EVIDENCE),
    ("entry correct.description", CORRECTED),
    ("entry correct.industry", INDUSTRY),
    ("entry correct.form", FORM),
    ("entry correct.level", LEVEL),
    (
        "objection execute-change",
        "执行已作出的变更决定：更正登记事项（复核人，不得与提出结论者为同一人）",
    ),
    ("objection execute-change.objection", "异议，例如 J1-1-2"),
    ("objection execute-change.description", CORRECTED),
    ("objection execute-change.industry", INDUSTRY),
    ("objection execute-change.form", FORM),
    ("objection execute-change.level", LEVEL),
    ("objection execute-change.text", "更正后公示的数据说明"),
    ("case sign", "签署共同申请的转移、变更（各方）"),
    ("case consent", "备注的权利人同意本案的处分"),
    ("case consent.mark", "对象中备注的编号，见 quanji check"),
    ("case revoke-consent", "在使用之前撤回该项同意（同意者）"),
    ("case revoke-consent.mark", "对象中备注的编号，见 quanji check"),
];

const MOTION_EVIDENCE: &str = "证明材料，可重复：other:文件 或 contract:sha2-256:…";
const CORRECTED: &str = "更正后的数据说明；保密字段须已封存";
const INDUSTRY: &str = "行业大类（GB/T 4754），两位数字，例如 74";
const FORM: &str = "产品形态：1 数据集、2 接口、3 模型、4 核验、5 指数、6 报告";
const LEVEL: &str = "级别：general 一般、important 重要";
