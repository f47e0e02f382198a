//! Many registrations at once, through the command line on a real chain: earlier registrations, and batches.

mod batch;
mod earlier;
