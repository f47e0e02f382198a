//! A node that answers from a state: read proofs and lists of keys, as a real one does. It may lie by leaving keys out.

use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicU32, Ordering},
        Arc,
    },
};

use quanji_client::evidence::node::Node;
use serde_json::{json, Value};

use super::{
    register::State,
    support::rpc::{self, bytes, text, Answer},
};

/// What the node knows, and which keys it leaves out of its answers.
pub struct Answers {
    values: BTreeMap<Vec<u8>, Vec<u8>>,
    state: State,
    hidden: Vec<Vec<u8>>,
    asked: Arc<AtomicU32>,
}

impl Answer for Answers {
    fn answer(&self, method: &str, parameters: &[Value]) -> Value {
        self.asked.fetch_add(1, Ordering::Relaxed);
        match method {
            "state_getReadProof" => {
                let keys: Vec<_> = parameters[0].as_array().unwrap().iter().map(bytes).collect();
                let shown: Vec<_> = keys
                    .into_iter()
                    .filter(|key| !self.hidden.contains(key))
                    .collect();
                let nodes: Vec<_> = self.state.prove(&shown).iter().map(|node| text(node)).collect();
                json!({ "at": "0x00", "proof": nodes })
            }
            "state_getKeysPaged" => {
                let (prefix, most) = (bytes(&parameters[0]), parameters[1].as_u64().unwrap());
                let after = parameters[2].as_str().map(|_| bytes(&parameters[2]));
                let keys = self.values.keys().filter(|key| {
                    let is_new = after.as_ref().is_none_or(|after| *key > after);
                    key.starts_with(&prefix) && is_new && !self.hidden.contains(key)
                });
                keys.take(usize::try_from(most).unwrap())
                    .map(|key| text(key))
                    .collect()
            }
            other => panic!("{other} is not asked"),
        }
    }
}

/// A node with this state that leaves `hidden` keys out, and how often it is asked.
pub fn node(values: BTreeMap<Vec<u8>, Vec<u8>>, hidden: Vec<Vec<u8>>) -> (Node, Arc<AtomicU32>) {
    let asked = Arc::new(AtomicU32::new(0));
    let answers = Answers {
        state: State::new(values.clone()),
        values,
        hidden,
        asked: asked.clone(),
    };
    (rpc::node(answers), asked)
}
