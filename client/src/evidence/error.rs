//! Why evidence cannot be made or read.

crate::messages! {
    /// Why evidence cannot be made or read.
    pub enum EvidenceError {
        /// The node cannot be reached, or stopped answering.
        Unreachable { node: String, reason: String } =>
            zh "无法连接节点 {node}：{reason}", remedy "请检查节点是否运行，并用 --node 指定地址";
            en "the node {node} cannot be reached: {reason}", remedy "check that it runs, and give its address with --node";
        /// The node refused a question.
        NodeRefused { question: String, reason: String } =>
            zh "节点未能回答 {question}：{reason}", remedy "证据包与历史需要归档节点（保留全部区块状态）";
            en "the node did not answer {question}: {reason}", remedy "evidence and history need an archive node, one that keeps the state of every block";
        /// The node's answer is not of its form.
        BadAnswer { question: String } =>
            zh "节点对 {question} 的回答无法识别", remedy "请确认 --node 指向权籍节点";
            en "the node's answer to {question} cannot be read", remedy "check that --node is a Quanji node";
        /// There is no such certificate.
        NoSuchCertificate { number: String } =>
            zh "登记簿中没有凭证 {number}", remedy "请核对编号；尚在办理的案件还没有凭证";
            en "there is no certificate {number} in the register", remedy "check the number; a case that is not yet entered has no certificate";
        /// There is no such object.
        NoSuchObject { object: String } =>
            zh "登记簿中没有对象 {object}", remedy "请核对标识；尚在办理的案件还没有登记对象";
            en "there is no object {object} in the register", remedy "check the identifier; a case that is not yet entered has no object";
        /// The object has several certificates.
        SeveralCertificates { object: String, numbers: String } =>
            zh "对象 {object} 有多份凭证：{numbers}", remedy "请指定凭证编号";
            en "object {object} has several certificates: {numbers}", remedy "name one by its number";
        /// The text names neither a certificate nor an object.
        NotAName { text: String } =>
            zh "“{text}”既不是凭证编号，也不是对象标识", remedy "凭证编号形如 SJ4412026110001，对象标识形如 O1-1-5";
            en "{text} is neither the number of a certificate nor an object", remedy "a number looks like SJ4412026110001, an object like O1-1-5";
        /// The key does not belong to the authority, or is not valid now.
        WrongKey { authority: String, key: String } =>
            zh "密钥 {key} 现在不是登记机构 {authority} 的有效凭证密钥", remedy "请用 --credential-key 指定该机构登记在链上的凭证密钥";
            en "{key} is no credential key of authority {authority} that is valid now", remedy "name the authority's credential key, as registered on chain, with --credential-key";
        /// No block with a stored justification came in time.
        NotFinal { seconds: u64, finalised: u32 } =>
            zh "{seconds} 秒内没有出现含该凭证且带最终性证明的区块（当前最终区块 {finalised}）", remedy "请检查验证节点是否在最终确定区块，稍后重试或加大 --wait";
            en "within {seconds} seconds no finalised block with a stored justification held the certificate (final block now: {finalised})", remedy "check that validators finalise blocks; try again later or wait longer with --wait";
        /// A block lacks the justification that it must have.
        NoJustification { block: u32 } =>
            zh "节点没有保存区块 {block} 的最终性证明", remedy "请改用从创世区块同步的归档节点";
            en "the node keeps no justification of block {block}", remedy "use an archive node that synchronised from genesis";
        /// The checkpoint is of another chain, or says of its block what is not so.
        OtherCheckpoint { block: u32 } =>
            zh "检查点（区块 {block}）不属于该节点的链", remedy "请核对 --from-checkpoint 与 --node";
            en "the checkpoint at block {block} is not of the node's chain", remedy "check --from-checkpoint and --node";
        /// The checkpoint comes after the block that is to be proven.
        CheckpointTooNew { checkpoint: u32, block: u32 } =>
            zh "检查点（区块 {checkpoint}）晚于所要证明的区块 {block}", remedy "请在更晚的区块最终确定后重试，或用较早的检查点";
            en "the checkpoint at block {checkpoint} is later than block {block}, which is to be proven", remedy "try again when later blocks are final, or begin at an earlier checkpoint";
        /// The package proves as much already.
        NotNewer { block: u32, package: u32 } =>
            zh "节点的最终区块 {block} 不晚于证据包的区块 {package}：没有新的内容可证明，未写出", remedy "请在更晚的区块最终确定后重试";
            en "the node's final block {block} is not later than block {package} of the package: there is nothing new to prove, and nothing was written", remedy "try again when later blocks are final";
        /// The package is of another chain than the node.
        OtherChain { chain: String } =>
            zh "证据包属于另一条链（{chain}）", remedy "请用 --node 指定该链的节点";
            en "the package is of another chain ({chain})", remedy "name a node of that chain with --node";
        /// A record in the state cannot be read.
        Record { reason: String } =>
            zh "登记簿记录无法读取：{reason}", remedy "请使用新版本的 quanji";
            en "a record of the register cannot be read: {reason}", remedy "use a newer version of quanji";
        /// The package that was made does not verify.
        SelfCheck { reason: String } =>
            zh "所制作的证据包未通过自检，未写出：{reason}", remedy "请改用另一个节点；如仍出现，请报告此问题";
            en "the package that was made does not verify and was not written: {reason}", remedy "try another node; if it happens again, report it";
        /// An entry could not be found in the block that made it.
        EntryMissing { number: u32, block: u32 } =>
            zh "区块 {block} 的事件中没有第 {number} 次记载", remedy "请改用另一个归档节点";
            en "the events of block {block} do not hold entry {number}", remedy "try another archive node";
        /// The history does not lead to the digest in the record.
        HistoryBroken { number: u32 } =>
            zh "第 {number} 次记载与登记簿中的历史摘要不符", remedy "该节点给出的历史不可信，请改用另一个节点";
            en "entry {number} does not fit the history digest in the register", remedy "the history this node gives cannot be trusted; use another node";
        /// The key cannot sign.
        Key { reason: String } =>
            zh "无法签名：{reason}"; en "cannot sign: {reason}";
    }
}

impl From<quanji_verifier::errors::StateError> for EvidenceError {
    fn from(error: quanji_verifier::errors::StateError) -> Self {
        Self::Record {
            reason: error.to_string(),
        }
    }
}
