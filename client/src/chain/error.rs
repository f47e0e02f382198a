//! Why the chain could not be asked or did not answer.

crate::messages! {
    /// Why the chain could not be asked or did not answer.
    pub enum ChainError {
        /// The address is no address of a node.
        BadAddress { node: String, reason: String } =>
            zh "“{node}”不是节点地址：{reason}", remedy "写成 ws://主机:端口 或 wss://主机:端口";
            en "{node} is not the address of a node: {reason}", remedy "write ws://host:port or wss://host:port";
        /// Nothing answers there.
        Unreachable { node: String, reason: String } =>
            zh "无法连接节点 {node}：{reason}", remedy "请确认节点正在运行，并用 --node 给出其地址";
            en "the node {node} cannot be reached: {reason}", remedy "check that the node runs, and give its address with --node";
        /// It is a node of another chain.
        OtherChain { node: String, found: String } =>
            zh "{node} 是另一条链“{found}”的节点", remedy "请用 --node 给出本登记系统节点的地址";
            en "{node} is a node of another chain, {found}", remedy "give the address of a node of this register with --node";
        /// The chain's interface differs from the one this program was made for.
        OtherVersion { version: u32 } =>
            zh "链的运行时版本为 {version}，其接口与本程序不符", remedy "请更新本程序";
            en "the chain runs version {version}, whose interface this program does not know", remedy "update this program";
        /// An answer failed to arrive or could not be read.
        NoAnswer { what: String, reason: String } =>
            zh "未能从节点取得{what}：{reason}", remedy "请稍后重试；若仍失败，请查看节点日志";
            en "the node did not give {what}: {reason}", remedy "try again; if it fails again, look into the node's log";
        /// The node does not have a block.
        NoBlock { block: String } =>
            zh "节点没有区块 {block}", remedy "请核对区块号，或改用保存全部历史的节点";
            en "the node does not have block {block}", remedy "check the block, or ask a node that keeps the whole history";
        /// The transaction is in a block that is not final for long.
        NotFinal { block: String, seconds: u64 } =>
            zh "交易已进入区块 {block}，但 {seconds} 秒内未最终确定", remedy "请稍后查询结果，不要重复提交";
            en "the transaction is in block {block}, which did not become final within {seconds} seconds",
                remedy "look for its result later; do not send it again";
        /// The transaction was sent, and what came of it is not known.
        EndUnknown { reason: String } =>
            zh "交易已提交，结果不明：{reason}", remedy "请先查询登记系统中是否已有结果，再决定是否重新提交";
            en "the transaction was sent, and what came of it is not known: {reason}",
                remedy "look for its result in the register before you send it again";
        /// The transaction did not get into a block.
        NotIncluded { reason: String } =>
            zh "交易未被打包：{reason}", remedy "未作任何改动；请重试";
            en "the transaction was not included in a block: {reason}", remedy "nothing was changed; try again";
    }
}
