//! How the program ends: exit codes, and failures with what to do about them.

use std::process::ExitCode;

use quanji_client::{
    description::FieldError,
    fingerprint::FingerprintError,
    keys::KeyError,
    language::{Language, Localised},
};
use serde_json::{json, Map, Value};

/// Exit codes. They are part of the interface: appended, never renumbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Ok = 0,
    /// Something went wrong that this program did not foresee.
    Unexpected = 1,
    /// The command line is wrong.
    Usage = 2,
    /// A document or value is wrong.
    InputInvalid = 3,
    /// A file cannot be read or written.
    File = 4,
    /// The node cannot be reached.
    Unreachable = 5,
    /// The register refused.
    Refused = 6,
    /// Nothing of that name is in the register.
    NotFound = 7,
    /// A package or proof does not verify.
    VerificationFailed = 8,
    /// A key or password does not fit.
    Key = 9,
    /// A package verifies, and what it certifies is not in force, or its proof is too old to tell.
    NotInForce = 10,
    /// Approved, and not entered: there is no object and no certificate yet.
    NotYetRegistered = 11,
    /// A mark stands in the way of what was asked about.
    Barred = 12,
}

impl Exit {
    /// All codes, in order.
    pub const ALL: [Self; 13] = [
        Self::Ok,
        Self::Unexpected,
        Self::Usage,
        Self::InputInvalid,
        Self::File,
        Self::Unreachable,
        Self::Refused,
        Self::NotFound,
        Self::VerificationFailed,
        Self::Key,
        Self::NotInForce,
        Self::NotYetRegistered,
        Self::Barred,
    ];

    /// The code.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The last part of the problem type.
    fn slug(self) -> &'static str {
        match self {
            Self::Ok => "none",
            Self::Unexpected => "unexpected",
            Self::Usage => "usage",
            Self::InputInvalid => "input-invalid",
            Self::File => "file",
            Self::Unreachable => "node-unreachable",
            Self::Refused => "refused",
            Self::NotFound => "not-found",
            Self::VerificationFailed => "verification-failed",
            Self::Key => "key",
            Self::NotInForce => "not-in-force",
            Self::NotYetRegistered => "not-yet-registered",
            Self::Barred => "barred",
        }
    }

    /// What the code means.
    pub fn title(self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Self::Ok => ("成功", "done"),
            Self::Unexpected => ("意外错误", "unexpected error"),
            Self::Usage => ("命令用法有误", "wrong usage"),
            Self::InputInvalid => ("输入内容无效", "input not valid"),
            Self::File => ("文件无法读写", "file cannot be read or written"),
            Self::Unreachable => ("无法连接节点", "node cannot be reached"),
            Self::Refused => ("登记系统拒绝", "refused by the register"),
            Self::NotFound => ("未找到", "not found"),
            Self::VerificationFailed => ("验证不通过", "verification failed"),
            Self::Key => ("密钥或密码不符", "key or password does not fit"),
            Self::NotInForce => (
                "凭证真实，但现已无效或证明过旧",
                "genuine, but not in force, or the proof is too old",
            ),
            Self::NotYetRegistered => ("已批准，尚未登记", "approved, not yet registered"),
            Self::Barred => ("有障碍，现不能办理", "something stands in the way"),
        };
        language.pick(chinese, english)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: Box<dyn Localised>,
    fields: Vec<FieldError>,
    facts: Map<String, Value>,
}

impl Failure {
    /// A failure with its exit code and what there is to say.
    pub fn new(exit: Exit, message: impl Localised + 'static) -> Self {
        Self {
            exit,
            message: Box::new(message),
            fields: Vec::new(),
            facts: Map::new(),
        }
    }

    /// Adds what is wrong field by field.
    pub fn with_fields(mut self, fields: Vec<FieldError>) -> Self {
        self.fields = fields;
        self
    }

    /// Adds a member to the problem details, such as the rule that refused.
    pub fn with_fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.into(), value.into());
        self
    }

    /// The exit code.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// What is wrong.
    pub fn detail(&self, language: Language) -> String {
        self.message.text(language)
    }

    /// What to do.
    pub fn remedy(&self, language: Language) -> Option<String> {
        self.message.remedy(language)
    }

    /// What is wrong field by field.
    pub fn fields(&self) -> &[FieldError] {
        &self.fields
    }

    /// Problem details in the form of RFC 9457.
    pub fn to_json(&self, language: Language) -> Value {
        let mut problem = self.facts.clone();
        problem.insert(
            "type".into(),
            format!("urn:quanji:problem:{}", self.exit.slug()).into(),
        );
        problem.insert("title".into(), self.exit.title(language).into());
        problem.insert("detail".into(), self.detail(language).into());
        problem.insert("code".into(), self.exit.code().into());
        if let Some(remedy) = self.remedy(language) {
            problem.insert("remedy".into(), remedy.into());
        }
        if !self.fields.is_empty() {
            let field = |field: &FieldError| json!({ "path": field.path, "detail": field.text(language), "remedy": field.remedy(language) });
            problem.insert("errors".into(), self.fields.iter().map(field).collect());
        }
        Value::Object(problem)
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        let exit = match &error {
            KeyError::Unreadable { .. }
            | KeyError::Unwritable { .. }
            | KeyError::AlreadyThere { .. }
            | KeyError::NoSuchKey { .. } => Exit::File,
            KeyError::NoFolder => Exit::Usage,
            _ => Exit::Key,
        };
        Self::new(exit, error)
    }
}

impl From<FingerprintError> for Failure {
    fn from(error: FingerprintError) -> Self {
        let exit = match &error {
            FingerprintError::Unreadable { .. } | FingerprintError::Changed { .. } => Exit::File,
            FingerprintError::BadKey { .. } => Exit::Key,
            _ => Exit::InputInvalid,
        };
        Self::new(exit, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_their_places() {
        for (place, exit) in Exit::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(exit.code()), place);
        }
    }
}
