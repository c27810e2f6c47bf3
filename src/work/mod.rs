//! What writing commands want done: functions from values to ordered lists of changes.
//!
//! Nothing here writes; `store::apply` does. Each beginning of a list leaves both trees
//! valid, so a list ends with the file that makes the rest count.

pub mod besluit;
pub mod bespreking;
pub mod inbrengen;
pub mod init;
pub mod kalender;
pub mod koppeling;
pub mod merge;
pub mod nieuw;
pub mod rooster;
pub mod verzonden;
