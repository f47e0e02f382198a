//! The node as a process: it starts, finalises, keeps what it has, and cannot be talked into anything else.

use anyhow::Result;
use quanji_tests::{local_network, program, Backend, Node, Options, RpcError};
use serde_json::{json, Value};
use std::{collections::BTreeSet, fs, process::Command};

/// Code of JSON-RPC for what is not JSON.
const PARSE_ERROR: i64 = -32700;

/// Code of JSON-RPC for a method nobody knows.
const NO_METHOD: i64 = -32601;

/// Code of JSON-RPC for wrong parameters.
const WRONG_PARAMETERS: i64 = -32602;

/// Code of the node for a transaction that does not have the length it states.
const TORN: i64 = 1040;

/// Code of the node for a transaction that the runtime cannot decode.
const NOT_DECODED: i64 = 1002;

/// Code of the node for a transaction that the runtime decodes and refuses, be it for its signature.
const INVALID: i64 = 1010;

const NO_TRANSACTION: [i64; 3] = [TORN, NOT_DECODED, INVALID];

/// One node for all of this, because each start compiles the runtime.
#[test]
fn a_development_node_bears_rubbish_and_sudden_death() -> Result<()> {
    let mut node = Node::start(Options::development())?;
    unsafe_methods_are_refused(&node)?;
    rubbish_is_refused(&node)?;
    transactions_of_rubbish_are_refused(&node)?;
    runtime_calls_of_rubbish_are_refused(&node)?;
    node.wait_for_more_finality(2)?;
    a_killed_node_goes_on_from_its_data(&mut node)
}

#[test]
fn libp2p_works_as_well() -> Result<()> {
    let node = Node::start(Options::development().backend(Backend::Libp2p))?;
    assert!(
        node.log().contains("Running libp2p network backend"),
        "the log names the backend"
    );
    Ok(())
}

#[test]
fn four_validators_of_both_backends_finalise_and_do_so_without_one() -> Result<()> {
    let mut nodes = local_network([
        Backend::Litep2p,
        Backend::Litep2p,
        Backend::Libp2p,
        Backend::Libp2p,
    ])?;
    let block = nodes[0].block_hash(2)?;
    assert!(block.is_string());
    for node in &nodes {
        assert_eq!(
            node.block_hash(2)?,
            block,
            "every validator has the same final block"
        );
    }
    nodes.pop();
    for node in &mut nodes {
        node.wait_for_more_finality(3)?;
    }
    Ok(())
}

#[test]
fn a_live_chain_does_not_start_from_the_development_preset() -> Result<()> {
    let exported = Command::new(program("quanji-node")?)
        .args(["export-chain-spec", "--chain", "dev"])
        .output()?;
    assert!(
        exported.status.success(),
        "{}",
        String::from_utf8_lossy(&exported.stderr)
    );
    let mut spec: Value = serde_json::from_slice(&exported.stdout)?;
    assert_eq!(spec["chainType"], "Development");
    spec["chainType"] = "Live".into();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("live.json");
    fs::write(&path, spec.to_string())?;

    let mut node = Node::launch(Options {
        chain: path.display().to_string(),
        ..Options::development()
    })?;
    assert!(!node.wait_for_end()?.success());
    let log = node.log();
    assert!(
        log.contains("contains the well-known development key"),
        "it says what is wrong: {log}"
    );
    assert!(
        log.contains("take it out of the chain specification"),
        "and what to do: {log}"
    );
    Ok(())
}

/// How a method refuses.
fn refusal(node: &Node, method: &str, params: Value) -> Result<RpcError> {
    match node.rpc(method, params.clone()) {
        Ok(result) => panic!("{method} {params} answers {result}"),
        Err(error) => error.downcast(),
    }
}

fn unsafe_methods_are_refused(node: &Node) -> Result<()> {
    let key = "0x88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee";
    for (method, params) in [
        ("author_insertKey", json!(["gran", "//Mallory", key])),
        ("author_rotateKeys", json!([])),
        ("author_rotateKeysWithOwner", json!([key])),
        ("author_hasKey", json!([key, "gran"])),
        ("author_removeExtrinsic", json!([[]])),
        ("offchain_localStorageSet", json!(["PERSISTENT", "0x00", "0x00"])),
        ("offchain_localStorageGet", json!(["PERSISTENT", "0x00"])),
        ("state_getPairs", json!(["0x"])),
        ("state_traceBlock", json!([key, null, null, null])),
        ("system_addReservedPeer", json!(["/ip4/127.0.0.1/tcp/1"])),
        ("system_peers", json!([])),
        ("system_addLogFilter", json!(["trace"])),
        ("system_dryRun", json!(["0x00"])),
    ] {
        let refusal = refusal(node, method, params)?;
        assert!(
            refusal.text.contains("unsafe to be called externally"),
            "{method}: {refusal}"
        );
    }
    assert!(
        node.rpc("author_pendingExtrinsics", json!([]))?.is_array(),
        "safe methods work"
    );
    Ok(())
}

fn rubbish_is_refused(node: &Node) -> Result<()> {
    let deep = "[".repeat(100_000);
    for body in [
        &b""[..],
        b"{",
        b"\xff\xfe\x00",
        b"null",
        b"7",
        b"{\"jsonrpc\":\"2.0\"}",
        deep.as_bytes(),
    ] {
        let answer = node.post(body)?;
        assert!(
            answer.is_refusal(),
            "{:?}: {answer:?}",
            String::from_utf8_lossy(&body[..body.len().min(40)])
        );
    }
    assert_eq!(node.post(b"{\"jsonrpc\":")?.json()["error"]["code"], PARSE_ERROR);
    assert_eq!(
        node.post(&vec![b' '; 32 * 1024 * 1024])?.status,
        413,
        "a body above the limit"
    );
    assert_eq!(refusal(node, "quanji_obey", json!([]))?.code, NO_METHOD);
    for params in [
        json!([]),
        json!([7]),
        json!(["rubbish"]),
        json!([[]]),
        json!({ "number": "x" }),
    ] {
        assert_eq!(
            refusal(node, "state_getStorage", params.clone())?.code,
            WRONG_PARAMETERS,
            "{params}"
        );
    }
    Ok(())
}

fn transactions_of_rubbish_are_refused(node: &Node) -> Result<()> {
    let mut codes = BTreeSet::new();
    for bytes in malformed_transactions() {
        let code = refusal(node, "author_submitExtrinsic", json!([hex(&bytes)]))?.code;
        let shown = hex(&bytes[..bytes.len().min(32)]);
        assert!(NO_TRANSACTION.contains(&code), "{code} for {shown}");
        codes.insert(code);
    }
    assert!(codes.contains(&TORN) && codes.contains(&NOT_DECODED), "{codes:?}");
    assert_eq!(node.rpc("author_pendingExtrinsics", json!([]))?, json!([]));
    Ok(())
}

/// Bytes that are no transaction: random ones, torn ones, and ones that promise more than they have.
fn malformed_transactions() -> Vec<Vec<u8>> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |length: usize| -> Vec<u8> {
        let next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[0]
        };
        std::iter::repeat_with(next).take(length).collect()
    };
    let mut all: Vec<_> = (0..64).map(|length| random(length * 5)).collect();
    // A signed transaction, version 4, whose signature and call are random.
    let signed = [&[0x84, 0x00][..], &random(32), &[0x00], &random(64), &random(40)].concat();
    all.push(with_length(&signed));
    all.extend(
        (1..signed.len())
            .step_by(7)
            .map(|length| with_length(&signed[..length])),
    );
    // It promises four thousand million bytes.
    all.push([&[0x03, 0xff, 0xff, 0xff, 0xff][..], &signed].concat());
    // Unsigned: a batch that promises as many calls, and one nested a thousand times.
    all.push(with_length(&[0x04, 8, 2, 0x03, 0xff, 0xff, 0xff, 0xff]));
    all.push(with_length(&[&[0x04][..], &[8, 2, 4].repeat(1_000)].concat()));
    all.push(random(1024 * 1024));
    all
}

/// The bytes after their length in SCALE, in its shortest form.
fn with_length(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).expect("the tests make no such giants");
    let prefix = match length {
        0..64 => vec![(length << 2) as u8],
        64..16_384 => ((length << 2 | 1) as u16).to_le_bytes().to_vec(),
        _ => (length << 2 | 2).to_le_bytes().to_vec(),
    };
    [prefix, bytes.to_vec()].concat()
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    "0x".chars()
        .chain(digits.filter_map(|digit| char::from_digit(digit.into(), 16)))
        .collect()
}

/// The runtime itself may stop over rubbish; the node answers with an error and goes on.
fn runtime_calls_of_rubbish_are_refused(node: &Node) -> Result<()> {
    for (function, bytes) in [
        ("Core_execute_block", "0x"),
        ("Core_initialize_block", "0x00"),
        ("BlockBuilder_apply_extrinsic", "0xffffffffff"),
        ("TaggedTransactionQueue_validate_transaction", "0x00"),
        ("RuntimeViewFunction_execute_view_function", "0x0102"),
        ("GenesisBuilder_build_state", "0x0c7b7b7b"),
        ("Quanji_obey", "0x"),
    ] {
        // A function may also return an error of its own, which is a result.
        if let Ok(result) = node.rpc("state_call", json!([function, bytes])) {
            let first = result.as_str().and_then(|result| result.get(2..4));
            assert_eq!(first, Some("01"), "{function}: {result}");
        }
    }
    Ok(())
}

fn a_killed_node_goes_on_from_its_data(node: &mut Node) -> Result<()> {
    let genesis = node.block_hash(0)?;
    let height = node.finalised()?;
    let block = node.block_hash(height)?;
    node.kill()?;
    assert!(
        node.rpc("system_health", json!([])).is_err(),
        "nobody answers any more"
    );
    node.restart()?;
    assert_eq!(node.block_hash(0)?, genesis);
    assert!(
        !node.log().contains("Initializing Genesis"),
        "the chain is not made anew"
    );
    node.wait_for_finality(height + 3)?;
    assert_eq!(node.block_hash(height)?, block, "what was final stays");
    Ok(())
}
