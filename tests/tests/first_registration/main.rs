//! First registration through the command line, on a real chain: the whole path, and what the register refuses.

mod bad_input;
mod officers;
mod quota;
mod whole_path;
