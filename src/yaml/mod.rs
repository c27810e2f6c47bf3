//! YAML with places: text in, a tree of nodes out, and from that tree either values
//! (`Doc::read`) or line and column of any key or value (`Doc::place`, `Doc::mark`).
//!
//! All that is wrong with a file is found in one go. Nothing here knows a card, and no
//! `Problem` carries a word of the file: not in a field, not in `Debug`, not in `Display`.
//! Scalars stay text until the struct that is filled asks for something else.
//!
//! A file that a person wrote is changed in place (`Doc::edit`): every byte that isn't asked
//! for stays, and the result is read again before anyone gets it. A new file is `write`'s.

mod access;
mod align;
mod build;
mod bytes;
mod cause;
mod close;
mod decode;
mod edit;
mod fail;
mod guard;
mod layout;
mod mark;
mod near;
mod path;
mod problem;
mod quote;
mod read;
mod tabs;
mod tree;
mod value;
mod words;
mod write;

pub use build::parse;
pub use bytes::{MAX_BYTES, around, line_text};
pub use edit::{Edit, Refused};
pub use mark::Mark;
pub use near::slips;
pub use path::{BadPath, Path, Step};
pub use problem::{Cause, Expected, Feature, Place, Problem, What};
pub use quote::quoted;
pub use tree::{Doc, Kind, MAX_DEPTH, NodeId, Style};
pub use value::Value;
pub use write::{WriteError, write};
