//! The exchange with the national service system: what is sent there for notice and for evidencing (NG 24, 26), and the
//! receipts that come back.
//!
//! Both files are JSON and documented in `docs/national-exchange.md`. How they travel is the authority's business: this
//! program reads and writes files.

mod export;
mod published;
mod receipts;

pub use export::{Applicant, Data, Examined, Export, Noticed, Purpose, RightText, Shown, SignedText};
pub use published::{published_text, withheld};
pub use receipts::{receipts, Receipt, ReceiptKind};

crate::messages! {
    /// Why something cannot be exchanged.
    pub enum NationalError {
        /// The regime completes registrations on this chain.
        CompletesHere { regime: String } =>
            zh "{regime} 的登记在本系统完成，不经全国系统", remedy "直接公示与记载";
            en "registrations under {regime} are completed here, not on the national system",
                remedy "publish and enter without it";
        /// The case is not at a step that the national system has to do with.
        OtherStep { case: String, status: String } =>
            zh "案件 {case} 现为“{status}”，既不待公示也不待存证", remedy "批准后导出用于公示，公示期满后导出用于存证";
            en "{case} waits neither for its notice nor for its evidencing: {status}",
                remedy "export it for notice when it is approved, and for evidencing when the notice has ended";
        /// The case deals with what is registered.
        NotFirst { case: String } =>
            zh "案件 {case} 不是首次登记，本格式只导出首次登记", remedy "转移、变更、续期由登记机构按全国系统的方式报送";
            en "{case} is no first registration, and this form holds first registrations only",
                remedy "send transfers, changes and renewals in the national system's own way";
        /// A request not to be published is not decided.
        Undecided { case: String } =>
            zh "案件 {case} 的不予公示请求尚未决定", remedy "先用 quanji case withhold 决定";
            en "the request not to publish {case} is not decided", remedy "decide it with `quanji case withhold`";
        /// The text is needed.
        TextLacking { case: String } =>
            zh "缺少案件 {case} 的数据说明", remedy "给出审查过的数据说明";
            en "the description of {case} is missing", remedy "give the description that was examined";
        /// The text is not the one that was filed.
        OtherText { case: String, filed: String, given: String } =>
            zh "该文本不是案件 {case} 提交的数据说明：提交的摘要为 {filed}，该文本为 {given}",
                remedy "请使用申请时的同一份（已封存的）数据说明";
            en "this text is not the description filed in {case}: {filed} was filed, this text has {given}",
                remedy "use the very description that was filed, sealed where it was sealed";
        /// The text is no description.
        NotADescription { case: String, zh: String, en: String } =>
            zh "案件 {case} 的文本不是数据说明：{zh}", remedy "用 quanji describe check 查看问题";
            en "the text of {case} is no description: {en}", remedy "`quanji describe check` shows what is wrong";
        /// The part to be published has what may not be published.
        NotPublishable { case: String } =>
            zh "案件 {case} 的文本含控制字符、不可见字符，或疑似个人号码、地址", remedy "请删除后重新导出或公示";
            en "the text of {case} has control or invisible characters, or what looks like a person's number or address",
                remedy "remove it and try again";
        /// The file is no list of receipts.
        NotReceipts { reason: String } =>
            zh "不是回执清单：{reason}", remedy "格式见 docs/national-exchange.md";
            en "not a list of receipts: {reason}", remedy "docs/national-exchange.md describes the form";
    }
}
