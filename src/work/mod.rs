//! What commands make of what was read: what a writing command wants done, as an ordered list of
//! changes, and what may stand in a letter.
//!
//! Nothing here writes; `store::apply` does. Each beginning of a list leaves both trees
//! valid, so a list ends with the file that makes the rest count.

pub mod antwoord;
pub mod besluit;
pub mod bespreking;
pub mod brief;
pub mod inbrengen;
pub mod init;
pub mod kalender;
pub mod koppeling;
pub mod lezer;
pub mod look_back;
pub mod merge;
pub mod nazorg;
pub mod nieuw;
pub mod opruimen;
pub mod overdracht;
pub mod rooster;
pub mod verzonden;
