//! What writing commands want done: functions from values to ordered lists of changes.
//!
//! Nothing here writes; `store::apply` does. Each beginning of a list leaves both trees
//! valid, so a list ends with the file that makes the rest count.

pub mod antwoord;
pub mod inbrengen;
pub mod init;
pub mod kalender;
pub mod koppeling;
pub mod nieuw;
pub mod rooster;
