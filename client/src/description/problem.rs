//! What can be wrong with a description, field by field.

use super::{schema, text_rules::TextProblem};
use crate::language::{Language, Localised};

crate::messages! {
    /// What is wrong with one member of a description.
    pub enum Problem {
        /// The document is not JSON.
        NotJson { reason: String } =>
            zh "不是有效的 JSON 文档：{reason}", remedy "请用 quanji describe new 生成模板";
            en "not a JSON document: {reason}", remedy "make a template with `quanji describe new`";
        /// The document is too long to be read.
        DocumentTooLong { most: usize } =>
            zh "文档超过 {most} 字节"; en "the document is longer than {most} bytes";
        /// The canonical form is longer than the chain accepts.
        CanonicalTooLong { size: usize, most: usize } =>
            zh "规范形式为 {size} 字节，超过上限 {most} 字节", remedy "请缩短文字或减少信息项";
            en "the canonical form has {size} bytes; the limit is {most}", remedy "shorten texts or list fewer information items";
        /// The member is not in the schema.
        Unknown =>
            zh "没有这个字段", remedy "请删除该字段；quanji describe fields 列出全部字段";
            en "there is no such member", remedy "remove it; `quanji describe fields` lists all members";
        /// The member would carry personal information.
        Personal =>
            zh "联系人、电话、地址、法定代表人不得写入数据说明", remedy "请删除该字段；此类信息只在申请材料中提交";
            en "contact persons, telephones, addresses and legal representatives never enter a description", remedy "remove it; they belong to the application file only";
        /// The member stands twice.
        Repeated =>
            zh "字段重复出现", remedy "请只保留一个";
            en "the member stands more than once", remedy "keep one of them";
        /// A required member is not there.
        Missing =>
            zh "缺少必填字段"; en "this member is required";
        /// The member was left blank.
        Blank =>
            zh "尚未填写"; en "not filled in";
        /// An optional member was left blank.
        BlankOptional =>
            zh "尚未填写；可不填，不填请删除该字段"; en "not filled in; it is optional: remove it if there is nothing to say";
        /// A text is expected.
        ExpectedText =>
            zh "应为文本"; en "a text is expected";
        /// A whole number is expected.
        ExpectedInteger =>
            zh "应为整数"; en "a whole number is expected";
        /// An object is expected.
        ExpectedObject =>
            zh "应为对象 {{…}}"; en "an object {{…}} is expected";
        /// A list is expected.
        ExpectedList =>
            zh "应为列表 […]"; en "a list […] is expected";
        /// A fraction or a number too large.
        NotInteger =>
            zh "只能用不超过 9007199254740991 的整数，不能用小数或指数", remedy "请换算为较小的单位，或写成文本";
            en "only whole numbers up to 9007199254740991, no fractions or exponents", remedy "use a smaller unit, or write a text";
        /// A number below zero.
        Negative =>
            zh "不能为负数"; en "must not be negative";
        /// The value is not in the list.
        NotAChoice { choices: String } =>
            zh "取值只能是：{choices}"; en "must be one of: {choices}";
        /// The value is not the fixed one.
        NotFixed { value: String } =>
            zh "必须为 {value}"; en "must be {value}";
        /// The context is another one.
        OtherContext =>
            zh "必须与模板中的 @context 完全相同", remedy "请从 quanji describe new 的模板复制 @context";
            en "must be exactly the @context of the template", remedy "copy it from the template of `quanji describe new`";
        /// Not a date.
        NotADate =>
            zh "应为日期，格式 YYYY-MM-DD"; en "must be a date, YYYY-MM-DD";
        /// The end is before the start.
        EndBeforeStart { start: String } =>
            zh "早于开始日期 {start}"; en "is before the start, {start}";
        /// Not a section of GB/T 4754.
        NotASection =>
            zh "应为 GB/T 4754 门类字母 A 至 T"; en "must be a section of GB/T 4754, A to T";
        /// Not a division of GB/T 4754.
        NotADivision =>
            zh "应为 GB/T 4754 大类代码，两位数字 01 至 97"; en "must be a division of GB/T 4754, two digits from 01 to 97";
        /// The division is not in the section.
        NotInSection { section: String, first: u8, last: u8 } =>
            zh "门类 {section} 的大类为 {first:02} 至 {last:02}"; en "section {section} has the divisions {first:02} to {last:02}";
        /// Not a region code.
        NotARegion =>
            zh "应为 2、4 或 6 位行政区划代码，例如 44、4401"; en "must be a region code of 2, 4 or 6 digits, 44 or 4401 for example";
        /// A region range below the whole country names its regions.
        CodesMissing =>
            zh "该地域范围需要列出行政区划代码"; en "this region range needs its region codes";
        /// None of several members is there.
        NoVolume =>
            zh "至少填写 records（条数）、bytes（字节数）、files（文件数）之一"; en "give at least one of records, bytes and files";
        /// The text is too long.
        TextTooLong { size: usize, most: usize } =>
            zh "有 {size} 个字符，上限 {most}"; en "has {size} characters; the limit is {most}";
        /// The list is too long.
        ListTooLong { most: usize } =>
            zh "最多 {most} 项"; en "at most {most} items";
        /// An item stands twice in a list.
        ItemRepeated =>
            zh "列表中有重复项"; en "an item stands twice";
        /// Spaces at an end of the text.
        Untrimmed =>
            zh "首尾有空格"; en "begins or ends with a space";
        /// The text breaks a rule for public texts.
        Text { problem: TextProblem } =>
            zh "{problem}"; en "{problem}";
        /// The list of sealed members is malformed.
        BadSeal =>
            zh "_sd 应为按顺序、不重复的 43 位 base64url 摘要", remedy "请用 quanji describe seal 生成";
            en "_sd must hold digests of 43 base64url characters, sorted and without repetition", remedy "make it with `quanji describe seal`";
        /// The member cannot be sealed.
        CannotSeal =>
            zh "该字段必须公开，不能封存", remedy "如确需保密，请向登记机构申请不公示";
            en "this member is always public and cannot be sealed", remedy "if it must stay confidential, ask the registration authority for non-publication";
        /// There is no such member to be sealed.
        NothingToSeal =>
            zh "文档中没有该字段，无法封存", remedy "请用点号写出路径，例如 volume.records";
            en "the document has no such member to seal", remedy "write the path with dots, volume.records for example";
        /// The member lies within another one to be sealed.
        SealedTwice =>
            zh "该字段已包含在另一个封存字段中"; en "this member lies within another one that is to be sealed";
    }
}

crate::messages! {
    /// What could be better in a description without being wrong.
    pub enum Advice {
        /// The name is longer than the form advises.
        LongName { size: usize, most: usize } =>
            zh "名称有 {size} 个字，国家表格建议不超过 {most} 字"; en "the name has {size} characters; the national form advises at most {most}";
        /// The overview is longer than the form advises.
        LongOverview { size: usize, most: usize } =>
            zh "概述有 {size} 个字，国家表格建议不超过 {most} 字"; en "the overview has {size} characters; the national form advises at most {most}";
        /// The name says no time.
        NameWithoutTime =>
            zh "名称中未见时间（指引第 19 条：时间、地域、行业、内容、数据类型）"; en "the name says no time (guide, article 19: time, region, industry, content, data type)";
        /// The name says no region.
        NameWithoutRegion =>
            zh "名称中未见地域（指引第 19 条）"; en "the name says no region (guide, article 19)";
        /// The name says no industry.
        NameWithoutIndustry =>
            zh "名称中未见行业（指引第 19 条）"; en "the name says no industry (guide, article 19)";
        /// The name says no type of data.
        NameWithoutDataType =>
            zh "名称中未见数据类型（指引第 19 条），例如表格数据、图片、文本"; en "the name says no type of data (guide, article 19), table or text for example";
    }
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The member, its parts joined by dots: `form.media[0]`; empty for the whole document.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldError {
    pub(super) fn new(path: &str, problem: Problem) -> Self {
        Self {
            path: path.into(),
            problem,
        }
    }

    /// What is wrong, behind the name that the member has for people.
    pub fn labelled_text(&self, language: Language) -> String {
        let text = self.text(language);
        match schema::find(&self.path) {
            Some(member) => format!("{}{}{text}", member.label(language), language.pick("：", ": ")),
            None => text,
        }
    }
}

impl Localised for FieldError {
    fn text(&self, language: Language) -> String {
        match &self.problem {
            Problem::Text { problem } => problem.text(language),
            problem => problem.text(language),
        }
    }

    fn remedy(&self, language: Language) -> Option<String> {
        match &self.problem {
            Problem::Text { problem } => problem.remedy(language),
            problem => problem.remedy(language),
        }
    }
}

/// Something that could be better, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldAdvice {
    /// The member.
    pub path: String,
    /// What could be better.
    pub advice: Advice,
}
