//! What can be wrong with a file, and with one row of it.

use super::Column;
use crate::language::{Language, Localised};

crate::messages! {
    /// Why a file is no import file. Nothing was read from it then.
    pub enum FileProblem {
        /// The file cannot be read.
        Unreadable { reason: String } => zh "文件无法读取：{reason}"; en "the file cannot be read: {reason}";
        /// The name tells no form.
        UnknownForm { file: String } =>
            zh "{file} 不是 .csv 或 .json 文件", remedy "请将文件命名为 .csv 或 .json";
            en "{file} is neither a .csv nor a .json file", remedy "name the file .csv or .json";
        /// Columns that must be there are not.
        ColumnsLacking { columns: String } =>
            zh "缺少列：{columns}", remedy "第一行须为列名，见 docs/import.md";
            en "these columns are missing: {columns}", remedy "the first line names the columns, see docs/import.md";
        /// Columns that are not known.
        ColumnsUnknown { columns: String } =>
            zh "未知的列：{columns}", remedy "请更正或删除这些列，见 docs/import.md";
            en "these columns are not known: {columns}", remedy "correct or remove them, see docs/import.md";
        /// A column stands twice.
        ColumnTwice { column: String } => zh "列 {column} 出现两次"; en "the column {column} stands twice";
        /// Not JSON, or not an array.
        NotAnArray { reason: String } =>
            zh "不是 JSON 数组：{reason}", remedy "文件须为一个数组，每个元素是一条登记，见 docs/import.md";
            en "not a JSON array: {reason}", remedy "the file is one array with an object for each registration, see docs/import.md";
    }
}

crate::messages! {
    /// What is wrong with a row.
    pub enum RowError {
        /// Too few or too many cells.
        Cells { expected: usize, found: usize } =>
            zh "应有 {expected} 列，实有 {found} 列", remedy "含逗号的值须加双引号";
            en "the row has {found} cells, not {expected}", remedy "put values with commas in double quotes";
        /// Not UTF-8.
        NotText =>
            zh "不是 UTF-8 文本", remedy "请将文件另存为 UTF-8 编码";
            en "not UTF-8 text", remedy "save the file in UTF-8";
        /// Not an object.
        NotAnObject => zh "数组元素不是 JSON 对象"; en "the element is not a JSON object";
        /// A member that is not known.
        UnknownMember { member: String } =>
            zh "未知的成员 {member}", remedy "成员名见 docs/import.md";
            en "there is no member {member}", remedy "docs/import.md lists the members";
        /// Nothing where something must be.
        Missing => zh "不能为空", remedy "请填写"; en "nothing is there", remedy "fill it in";
        /// A value that does not fit.
        Unfit { value: String, reason: String } =>
            zh "值“{value}”无效：{reason}", remedy "可用的值见 docs/import.md";
            en "{value} does not fit: {reason}", remedy "docs/import.md lists the values";
        /// More items than the register takes.
        TooMany { most: u32 } => zh "最多 {most} 项"; en "{most} items at most";
        /// Holders or shares that do not go together.
        Holders { zh: String, en: String } =>
            zh "{zh}", remedy "共同共有用分号分隔；按份共有写成 代码=1/3;代码=2/3";
            en "{en}", remedy "separate joint holders by semicolons; write shares as CODE=1/3;CODE=2/3";
        /// A number that another row has.
        Repeated { line: u64 } =>
            zh "与第 {line} 行的编号相同", remedy "每个编号只能出现一次";
            en "line {line} has the same number", remedy "each number stands once";
        /// A holder that is no party.
        UnknownHolder { holder: String } =>
            zh "{holder} 不是已接纳的主体", remedy "先由主体管理员用 quanji party admit 接纳，再重新导入";
            en "{holder} is not an admitted party", remedy "a registrar admits it with `quanji party admit`; then import again";
    }
}

impl RowError {
    /// The name of the rule that is broken, as programs write it.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Cells { .. } => "Import::Cells",
            Self::NotText => "Import::NotText",
            Self::NotAnObject => "Import::NotAnObject",
            Self::UnknownMember { .. } => "Import::UnknownMember",
            Self::Missing => "Import::Missing",
            Self::Unfit { .. } => "Import::Unfit",
            Self::TooMany { .. } => "Import::TooMany",
            Self::Holders { .. } => "Import::Holders",
            Self::Repeated { .. } => "Import::Repeated",
            Self::UnknownHolder { .. } => "Import::UnknownHolder",
        }
    }
}

/// What is wrong with a row, and in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The column; nothing when it is the row as a whole.
    pub column: Option<Column>,
    /// What is wrong.
    pub error: RowError,
}

impl RowProblem {
    /// A problem of one column.
    pub fn of(column: Column, error: RowError) -> Self {
        Self {
            column: Some(column),
            error,
        }
    }

    /// A problem of the whole row.
    pub fn of_row(error: RowError) -> Self {
        Self { column: None, error }
    }

    /// What is wrong.
    pub fn text(&self, language: Language) -> String {
        self.error.text(language)
    }

    /// What to do.
    pub fn remedy(&self, language: Language) -> Option<String> {
        self.error.remedy(language)
    }
}
