//! A node that is a function of the question. Nothing comes of what is subscribed to.

use quanji_client::evidence::node::Node;
use serde_json::{value::RawValue, Value};
use subxt_rpcs::{
    client::{RawRpcFuture, RawRpcSubscription, RpcClient, RpcClientT},
    Error,
};

/// Who answers for a node.
pub trait Answer: Send + Sync + 'static {
    /// The answer to a method with its parameters.
    fn answer(&self, method: &str, parameters: &[Value]) -> Value;
}

struct Answering<A>(A);

impl<A: Answer> RpcClientT for Answering<A> {
    fn request_raw<'a>(
        &'a self,
        method: &'a str,
        params: Option<Box<RawValue>>,
    ) -> RawRpcFuture<'a, Box<RawValue>> {
        let parameters: Vec<Value> =
            params.map_or_else(Vec::new, |params| serde_json::from_str(params.get()).unwrap());
        let answer = self.0.answer(method, &parameters).to_string();
        Box::pin(async move { Ok(RawValue::from_string(answer).unwrap()) })
    }

    fn subscribe_raw<'a>(
        &'a self,
        _: &'a str,
        _: Option<Box<RawValue>>,
        _: &'a str,
    ) -> RawRpcFuture<'a, RawRpcSubscription> {
        Box::pin(async { Err(Error::DisconnectedWillReconnect("nothing comes".into())) })
    }
}

/// A node that gives these answers.
pub fn node(answers: impl Answer) -> Node {
    Node::new(RpcClient::new(Answering(answers)), "here")
}

/// Bytes as a node is asked for them.
pub fn bytes(value: &Value) -> Vec<u8> {
    hex::decode(value.as_str().unwrap().trim_start_matches("0x")).unwrap()
}

/// Bytes as a node writes them.
pub fn text(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}
