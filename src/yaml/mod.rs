//! YAML with places: text in, a tree of nodes out, and from that tree either values
//! (`Doc::read`) or line and column of any key or value (`Doc::place`, `Doc::mark`).
//!
//! All that is wrong with a file is found in one go. Nothing here knows a card, and no
//! `Problem` carries a word of the file: not in a field, not in `Debug`, not in `Display`.
//! Scalars stay text until the struct that is filled asks for something else.

mod access;
mod align;
mod build;
mod bytes;
mod cause;
mod close;
mod decode;
mod fail;
mod mark;
mod near;
mod path;
mod problem;
mod quote;
mod read;
mod tabs;
mod tree;
mod words;

pub use build::parse;
pub use bytes::{MAX_BYTES, around, line_text};
pub use mark::Mark;
pub use near::slips;
pub use path::{BadPath, Path, Step};
pub use problem::{Cause, Expected, Feature, Place, Problem, What};
pub use quote::quoted;
pub use tree::{Doc, Kind, MAX_DEPTH, NodeId, Style};
