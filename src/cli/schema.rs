//! `vt schema`: the JSON Schema of a kind of file.

use super::{Answer, args};
use crate::model::Bestand;

/// Runs the command.
pub fn run(schema: &args::Schema) -> Answer {
    let file = Bestand::ALL.into_iter().find(|file| file.name() == schema.soort);
    // clap lets no other word through.
    Answer { stdout: file.map(Bestand::schema).unwrap_or_default().into_bytes(), ..Answer::default() }
}
