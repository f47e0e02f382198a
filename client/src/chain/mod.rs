//! The chain as an SDK: connect, read, sign and submit, in the domain's own types.
//!
//! - [`Chain`] is a connection; [`Chain::now`] gives a [`View`] of the last finalised block, and all reads are on a view;
//! - [`Chain::submit`] signs a call, waits until it is final and gives its events, or the [`Refusal`];
//! - [`api`] has calls, events, storage and view functions, generated from the committed metadata.

#[allow(
    missing_docs,
    clippy::all,
    rustdoc::all,
    reason = "written by the SDK's macro from the metadata, which has the documentation"
)]
pub mod api;
mod ask;
mod connect;
mod error;
mod many;
mod reads;
mod refusal;
mod submit;

pub use connect::{BlockHash, Chain, Config, View};
pub use error::ChainError;
pub use many::{Carried, News};
pub use reads::{
    Account, Attempt, Erasure, Load, PublishedText, Quota, Recovery, Statistics, Title, Workload,
};
pub use refusal::{Refusal, SubmitError, Who};
pub use submit::{Finalised, Step};
pub use subxt::utils::{AccountId32, Static};
