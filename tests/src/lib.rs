//! What the end-to-end tests share: real nodes and the real command line, started and stopped by the test.

mod command_line;
pub mod desk;
mod json_rpc;
mod network;
mod node;
mod programs;

pub use command_line::Ran;
pub use desk::Desk;
pub use json_rpc::{Answer, RpcError};
pub use network::local_network;
pub use node::{Backend, Node, Options};
pub use programs::{program, source_folder, target_folder};
