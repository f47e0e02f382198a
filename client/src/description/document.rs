//! JSON as it was written: repeated members, nulls and fractions are kept, to be reported where they stand.

use std::fmt;

use serde::{
    de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor},
    ser::{Serialize, SerializeMap, SerializeSeq, Serializer},
};
use serde_json::Value;

/// Whole numbers beyond this lose digits in many JSON readers (RFC 7493).
pub(super) const INTEGER_MAX: i64 = (1 << 53) - 1;

/// With a certain feature of `serde_json`, which any crate of a build may switch on, numbers arrive as an object with
/// this one member.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A fraction, an exponent, or a whole number that is too large.
    OtherNumber,
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    pub(super) fn member(&self, name: &str) -> Option<&Node> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(found, _)| found == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    fn of_number(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(integer) if integer.abs() <= INTEGER_MAX => Self::Integer(integer),
            _ => Self::OtherNumber,
        }
    }
}

impl From<&Value> for Node {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(boolean) => Self::Boolean(*boolean),
            Value::Number(number) => Self::of_number(&number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

impl From<&Node> for Value {
    fn from(node: &Node) -> Self {
        match node {
            Node::Null | Node::OtherNumber => Self::Null,
            Node::Boolean(boolean) => Self::Bool(*boolean),
            Node::Integer(integer) => Self::from(*integer),
            Node::Text(text) => Self::String(text.clone()),
            Node::List(items) => Self::Array(items.iter().map(Self::from).collect()),
            Node::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::OtherNumber => serializer.serialize_unit(),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(members) => {
                let mut object = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: de::Error>(self, boolean: bool) -> Result<Node, E> {
        Ok(Node::Boolean(boolean))
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Node, E> {
        Ok(if (-INTEGER_MAX..=INTEGER_MAX).contains(&integer) {
            Node::Integer(integer)
        } else {
            Node::OtherNumber
        })
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Node, E> {
        i64::try_from(integer).map_or(Ok(Node::OtherNumber), |integer| self.visit_i64(integer))
    }

    fn visit_f64<E: de::Error>(self, _number: f64) -> Result<Node, E> {
        Ok(Node::OtherNumber)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut members: Vec<(String, Node)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            members.push((name, map.next_value()?));
        }
        match members.as_slice() {
            [(name, Node::Text(number))] if name == NUMBER_TOKEN => Ok(Node::of_number(number)),
            _ => Ok(Node::Object(members)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Node {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn keeps_what_other_readers_lose() {
        let twice = parse(r#"{"a":1,"a":null}"#);
        assert_eq!(
            twice,
            Node::Object(vec![("a".into(), Node::Integer(1)), ("a".into(), Node::Null)])
        );
        for number in [
            "1.0",
            "1e2",
            "9007199254740992",
            "-9007199254740992",
            "99999999999999999999",
        ] {
            assert_eq!(parse(number), Node::OtherNumber, "{number}");
        }
        assert_eq!(parse("9007199254740991"), Node::Integer(INTEGER_MAX));
    }

    fn any_node() -> impl Strategy<Value = Node> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Node::Boolean),
            (-INTEGER_MAX..=INTEGER_MAX).prop_map(Node::Integer),
            "\\PC{0,8}".prop_map(Node::Text),
        ];
        leaf.prop_recursive(3, 20, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Node::List),
                proptest::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                    .prop_map(|map| Node::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn written_and_read_again_is_the_same(node in any_node()) {
            let text = serde_json::to_string(&node).unwrap();
            prop_assert_eq!(parse(&text), node.clone());
            prop_assert_eq!(Node::from(&Value::from(&node)), node);
        }
    }
}
