//! `vt aanvulling`: the script with which a shell completes commands and options.

use super::Answer;
use super::args::{self, Args};
use clap::CommandFactory as _;

/// Runs the command.
pub fn run(aanvulling: &args::Aanvulling) -> Answer {
    let mut stdout = Vec::new();
    clap_complete::generate(aanvulling.shell, &mut Args::command(), "vt", &mut stdout);
    Answer { stdout, ..Answer::default() }
}
