//! Pseudonymising: what may cross from a dossier to the team's folder.
//!
//! Knows no file on disk and no screen. Only what passed the gate can be written where
//! the team reads.

mod gate;

pub use gate::Gated;
