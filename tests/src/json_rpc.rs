//! JSON-RPC over HTTP, small enough to send rubbish as well.

use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::{
    fmt,
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

/// Longest wait for an answer.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);

/// Largest answer that is read.
const ANSWER_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// An HTTP answer.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON, or null when it is something else.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// Whether the server refused: by its status or with a JSON-RPC error.
    pub fn is_refusal(&self) -> bool {
        self.status >= 400 || self.json()["error"]["code"].is_i64()
    }
}

/// The error with which a method answered.
#[derive(Debug)]
pub struct RpcError {
    /// Code of JSON-RPC or of the method.
    pub code: i64,
    /// Message and data.
    pub text: String,
}

impl fmt::Display for RpcError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.text)
    }
}

impl std::error::Error for RpcError {}

/// Calls a method and returns its result; a refusal is an [`RpcError`].
pub(crate) fn call(port: u16, method: &str, params: &Value) -> Result<Value> {
    let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
    let answer = post(port, request.to_string().as_bytes())?;
    let mut reply = answer.json();
    if let Some(error) = reply.get("error") {
        let text = format!(
            "{} {}",
            error["message"].as_str().unwrap_or_default(),
            error["data"]
        );
        return Err(RpcError {
            code: error["code"].as_i64().unwrap_or_default(),
            text,
        }
        .into());
    }
    match reply.get_mut("result") {
        Some(result) => Ok(result.take()),
        None => bail!(
            "{method}: HTTP {}: {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        ),
    }
}

/// Posts any bytes as JSON.
pub(crate) fn post(port: u16, body: &[u8]) -> Result<Answer> {
    let head = format!(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    send(port, &[head.as_bytes(), body])
}

/// Sends any bytes and reads the answer up to its end.
fn send(port: u16, parts: &[&[u8]]) -> Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(ANSWER_TIMEOUT))?;
    stream.set_write_timeout(Some(ANSWER_TIMEOUT))?;
    // A server that has read enough to refuse stops reading; its answer counts.
    let written = parts.iter().try_for_each(|part| stream.write_all(part));
    let mut answer = Vec::new();
    let read = stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer);
    parse(&answer).with_context(|| format!("no answer from port {port}: {}", outcome(written, read)))
}

fn outcome(written: io::Result<()>, read: io::Result<usize>) -> String {
    let read = read
        .map(|bytes| format!("read {bytes} bytes"))
        .unwrap_or_else(|error| error.to_string());
    written.map_or_else(|error| format!("{error}; {read}"), |()| read.clone())
}

fn parse(answer: &[u8]) -> Result<Answer> {
    let end = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("not an HTTP answer")?;
    let (head, body) = answer.split_at(end);
    let head = std::str::from_utf8(head)?;
    let status = head.split(' ').nth(1).context("no status")?.parse()?;
    Ok(Answer {
        status,
        body: body.get(4..).unwrap_or_default().to_vec(),
    })
}
