//! The two trees on disk: finding them, walking them, reading them.
//!
//! Place and name decide what a file is. No link is followed and nothing outside a
//! root is read. Only reading lives here so far; no rule, no terminal.

mod load;
mod read;
mod roots;
mod slot;
mod team;
mod walk;

pub use load::{Closed, Folder, Look};
pub use read::{Read, ReadProblem, kaart_hash, read};
pub use roots::{Root, Zone, below, dossier_above, is_closed, team_above};
pub use slot::{CaseFile, Slot, Stray, name_as_file};
pub use team::{Case, Content, Meeting, Team, decode, default_regio};
pub use walk::{Found, Walk, walk};
