//! Documents to be filled in.

use serde_json::Value;

use super::{
    check::check_node,
    document::Node,
    problem::FieldError,
    schema::{self, Kind, Member},
};

crate::messages! {
    /// Why a member cannot be set.
    pub enum SetError {
        /// There is no such member.
        NoSuchMember { path: String } =>
            zh "没有字段 {path}", remedy "quanji describe fields 列出全部字段";
            en "there is no member {path}", remedy "`quanji describe fields` lists all members";
        /// The member has members of its own.
        NotOneValue { path: String } =>
            zh "{path} 含有多个字段，不能一次填写", remedy "请分别填写其中的字段，或编辑文件";
            en "{path} has members of its own", remedy "set them one by one, or edit the file";
        /// The value is no whole number.
        NotANumber { path: String, value: String } =>
            zh "{path} 应为整数，而不是“{value}”"; en "{path} must be a whole number, not {value}";
    }
}

/// A document with every member blank, to be filled in with an editor or with [`set`](Template::set).
pub struct Template {
    node: Node,
}

impl Template {
    /// A blank document of a type (`dcat:Dataset` or `dcat:DataService`).
    pub fn new(kind: &str) -> Self {
        let mut members = vec![
            ("@context".into(), Node::from(&schema::context())),
            ("@type".into(), Node::Text(kind.into())),
        ];
        members.extend(blank(schema::MEMBERS));
        Self {
            node: Node::Object(members),
        }
    }

    /// Sets the member at a path; the items of a list are separated by commas.
    pub fn set(&mut self, path: &str, value: &str) -> Result<(), SetError> {
        let member = schema::find(path).ok_or_else(|| SetError::NoSuchMember { path: path.into() })?;
        let value = value_of(path, &member.kind, value)?;
        let mut place = &mut self.node;
        for part in path.split('.') {
            let Node::Object(members) = place else {
                return Err(SetError::NoSuchMember { path: path.into() });
            };
            let at = match members.iter().position(|(name, _)| name == part) {
                Some(at) => at,
                None => {
                    members.push((part.into(), Node::Null));
                    members.len() - 1
                }
            };
            place = &mut members[at].1;
        }
        *place = value;
        Ok(())
    }

    /// Takes out the optional members that were left blank.
    pub fn without_blanks(&mut self) {
        remove_blanks(&mut self.node, schema::MEMBERS);
    }

    /// What is left to fill in or correct, in the order of the form.
    pub fn left(&self) -> Vec<FieldError> {
        check_node(&self.node).err().unwrap_or_default()
    }

    /// The document, its members in the order of the form.
    pub fn to_text(&self) -> String {
        // A document of texts and whole numbers can always be written.
        let mut text = serde_json::to_string_pretty(&self.node).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The document.
    pub fn to_value(&self) -> Value {
        Value::from(&self.node)
    }
}

fn blank(members: &[Member]) -> Vec<(String, Node)> {
    // Information items are for an editor: an empty one would only be in the way.
    members
        .iter()
        .filter(|member| !matches!(member.kind, Kind::List(Kind::Object(_), _)))
        .map(|member| (member.name.to_owned(), blank_value(&member.kind)))
        .collect()
}

fn blank_value(kind: &Kind) -> Node {
    match kind {
        Kind::Count => Node::Null,
        Kind::Object(members) => Node::Object(blank(members)),
        Kind::List(..) => Node::List(Vec::new()),
        _ => Node::Text(String::new()),
    }
}

fn value_of(path: &str, kind: &Kind, value: &str) -> Result<Node, SetError> {
    match kind {
        Kind::Count => value
            .parse()
            .map(Node::Integer)
            .map_err(|_| SetError::NotANumber {
                path: path.into(),
                value: value.into(),
            }),
        Kind::Object(_) | Kind::List(Kind::Object(_), _) => Err(SetError::NotOneValue { path: path.into() }),
        Kind::List(item, _) => value
            .split([',', '，', '、'])
            .map(|part| value_of(path, item, part.trim()))
            .collect::<Result<_, _>>()
            .map(Node::List),
        _ => Ok(Node::Text(value.into())),
    }
}

fn remove_blanks(node: &mut Node, members: &[Member]) {
    let Node::Object(found) = node else { return };
    for member in members {
        let Some(at) = found.iter().position(|(name, _)| name == member.name) else {
            continue;
        };
        if !member.required && found[at].1 == blank_value(&member.kind) {
            found.remove(at);
        } else if let Kind::Object(inner) = member.kind {
            remove_blanks(&mut found[at].1, inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description::{check, Problem};

    #[test]
    fn a_blank_template_lacks_every_required_member_and_nothing_else() {
        let mut template = Template::new("dcat:Dataset");
        template.without_blanks();
        let problems = check(template.to_text().as_bytes()).unwrap_err();
        assert!(problems.iter().any(|error| error.path == "name"));
        for error in &problems {
            let blank = matches!(error.problem, Problem::Blank | Problem::NoVolume);
            assert!(blank, "{error:?}");
        }
    }

    #[test]
    fn sets_texts_numbers_and_lists() {
        let mut template = Template::new("dcat:Dataset");
        template.set("industry.section", "G").unwrap();
        template.set("volume.records", "12").unwrap();
        template.set("form.media", "table, text").unwrap();
        let value = template.to_value();
        assert_eq!(value["industry"]["section"], "G");
        assert_eq!(value["volume"]["records"], 12);
        assert_eq!(value["form"]["media"], serde_json::json!(["table", "text"]));
    }

    #[test]
    fn refuses_what_cannot_be_set() {
        let mut template = Template::new("dcat:Dataset");
        assert!(matches!(
            template.set("contact", "x"),
            Err(SetError::NoSuchMember { .. })
        ));
        assert!(matches!(
            template.set("volume", "x"),
            Err(SetError::NotOneValue { .. })
        ));
        assert!(matches!(
            template.set("volume.records", "many"),
            Err(SetError::NotANumber { .. })
        ));
    }
}
