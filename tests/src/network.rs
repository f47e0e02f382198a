//! A network of several nodes.

use crate::node::{Backend, Node, Options};
use anyhow::{ensure, Result};
use serde_json::json;

/// The validators of the chain `local`.
const VALIDATORS: [&str; 4] = ["alice", "bob", "charlie", "dave"];

/// Starts the four validators of the chain `local`, each with the network backend that stands in its place, and waits
/// until every one of them sees finality advance.
pub fn local_network(backends: [Backend; 4]) -> Result<Vec<Node>> {
    let mut first = Node::launch(options(0, backends[0]))?;
    first.wait_for_answer()?;
    let bootnodes = first.addresses()?;
    ensure!(!bootnodes.is_empty(), "the first validator listens nowhere");
    let mut nodes = vec![first];
    for (index, backend) in backends.into_iter().enumerate().skip(1) {
        nodes.push(Node::launch(Options {
            bootnodes: bootnodes.clone(),
            ..options(index, backend)
        })?);
    }
    for node in &mut nodes[1..] {
        node.wait_for_answer()?;
    }
    for node in &mut nodes {
        node.wait_for("a peer", |node| {
            let peers = node.rpc("system_health", json!([]))?["peers"].as_u64();
            Ok(peers.filter(|peers| *peers > 0))
        })?;
        node.wait_for_finality(2)?;
    }
    Ok(nodes)
}

fn options(index: usize, backend: Backend) -> Options {
    Options::validator("local", VALIDATORS[index]).backend(backend)
}
