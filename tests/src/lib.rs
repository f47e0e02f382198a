//! What the end-to-end tests share: real nodes and the real command line, started and stopped by the test.

mod archive;
pub mod cast;
mod command_line;
pub mod desk;
mod json_rpc;
mod national_system;
mod network;
mod node;
mod programs;
pub mod story;
mod timeline;

pub use archive::Archive;
pub use command_line::Ran;
pub use desk::Desk;
pub use json_rpc::{Answer, RpcError};
pub use national_system::NationalSystem;
pub use network::local_network;
pub use node::{Backend, Node, Options};
pub use programs::{program, source_folder, target_folder};
pub use story::Story;
