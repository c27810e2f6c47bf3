//! The two trees on disk: finding them, walking them, reading them.
//!
//! Place and name decide what a file is. No link is followed and nothing outside a
//! root is read or written. Whoever wants something written gives a list of changes;
//! `apply` carries it out. No rule, no terminal.

mod apply;
mod change;
mod hooks;
mod load;
mod named;
mod place;
mod read;
mod roots;
mod slot;
mod team;
mod turn;
mod walk;
mod zones;

#[cfg(test)]
pub use apply::failing::{full_after, other_after};
pub use apply::{ApplyError, Done, Trouble, apply, export, rehearse};
pub use change::{Act, ActKind, At, Change, Fixed, NoPlace, Seen};
pub use hooks::{Hook, look_hooks, put_hooks};
pub use load::{Closed, Folder, Look};
pub use named::{absence_files, is_given, veiled};
pub use read::{Read, ReadProblem, kaart_hash, read, read_found};
pub use roots::{Root, Zone, below, dossier_above, is_closed, team_above};
pub use slot::{CaseFile, Slot, Stray, name_as_file};
pub use team::{Case, Content, Meeting, Team, decode, default_regio};
pub use turn::{Turn, hold};
pub use walk::{Found, Other, Walk, walk};
pub use zones::{Roots, TooClose, apart};
