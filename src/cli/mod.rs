//! The program around the rooms: arguments in, an [`Answer`] out, one thin file for each
//! command. Nothing is printed before a command is done, so that a command that fails
//! leaves stdout empty.

mod aanvulling;
mod afronden;
mod agenda;
mod args;
mod asking;
mod besluit;
mod bespreking;
mod case;
mod check;
mod context;
mod cross;
mod desk;
mod dutch;
mod error;
mod git;
mod hand_in;
mod help;
mod herleid;
mod hooks;
mod inbrengen;
mod init;
mod interview;
mod intrekken;
mod invite;
mod kalender;
mod keyboard;
mod labels;
mod lijst;
mod long_text;
mod meeting;
mod nazorg;
mod nieuw;
mod opruimen;
mod overdracht;
mod overzicht;
mod overzien;
mod own_cases;
mod panic;
mod paste;
mod prompt;
mod pseudonimiseer;
mod rooster;
mod scan;
mod schema;
mod source;
mod targets;
#[cfg(test)]
mod tests;
mod toon;
mod uitleg;
mod vergadering;
mod vul_aan;
mod write;

pub use error::{Hint, Kind, ToolError};
pub use panic::hide_payload;

use args::{Args, Command};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use context::Context;
use std::ffi::OsString;
use std::io::{self, Write};

/// What a command gives back.
#[derive(Default)]
pub struct Answer {
    /// The answer itself.
    pub stdout: Vec<u8>,
    /// Remarks beside it.
    pub stderr: Vec<u8>,
    /// The exit status.
    pub status: u8,
}

/// Runs `vt` with these arguments, the first of which is its own name, and prints.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = help_as_option(arguments.into_iter().collect());
    let (answer, screen) = match parse(&arguments) {
        Ok(args) => {
            let screen = context::stderr_screen();
            (Context::of(&args.common).map_err(Into::into).and_then(|context| dispatch(&args, &context)), screen)
        }
        Err(error) => (clap_answer(&error, &arguments), context::stderr_screen()),
    };
    let printed = answer.and_then(|answer| {
        print(&answer)?;
        Ok(answer.status)
    });
    printed.unwrap_or_else(|error| {
        let error = error::as_tool_error(&error);
        // When stderr is gone too there is nobody left to tell.
        let _ = io::stderr().write_all(error.text(&screen).as_bytes());
        error.kind.status()
    })
}

/// `vt help check` is what people type for `vt check --help`.
fn help_as_option(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|word| word == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

fn parse(arguments: &[OsString]) -> Result<Args, clap::Error> {
    let matches = Args::command().try_get_matches_from(arguments)?;
    Args::from_arg_matches(&matches)
}

fn dispatch(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    match &args.command {
        Some(Command::Check(check)) => check::run(check, context),
        Some(Command::Uitleg(uitleg)) => uitleg::run(uitleg, context),
        Some(Command::Scan(scan)) => scan::run(scan, context),
        Some(Command::Agenda(agenda)) => agenda::run(agenda, context),
        Some(Command::Besluit(asked)) => besluit::run(asked, context),
        Some(Command::Bespreking(asked)) => bespreking::run(asked, context),
        Some(Command::Vergadering(asked)) => vergadering::run(asked, context),
        Some(Command::Toon(asked)) => toon::run(asked, context),
        Some(Command::Rooster(asked)) => rooster::run(asked, context),
        Some(Command::Init(init)) => init::run(init, context),
        Some(Command::Nieuw(nieuw)) => nieuw::run(nieuw, context),
        Some(Command::Pseudonimiseer(asked)) => pseudonimiseer::run(asked, context),
        Some(Command::Inbrengen(asked)) => inbrengen::run(asked, context),
        Some(Command::Intrekken(asked)) => intrekken::run(asked, context),
        Some(Command::Herleid(asked)) => herleid::run(asked, context),
        Some(Command::Overdracht(asked)) => overdracht::run(asked, context),
        Some(Command::Nazorg(asked)) => nazorg::run(asked, context),
        Some(Command::Opruimen(asked)) => opruimen::run(asked, context),
        Some(Command::Kalender(asked)) => kalender::run(asked, context),
        Some(Command::Aanvulling(aanvulling)) => Ok(aanvulling::run(aanvulling)),
        Some(Command::Schema(schema)) => Ok(schema::run(schema)),
        None => Ok(overzicht::run(context)),
    }
}

/// Help and version are answers, not errors.
fn clap_answer(error: &clap::Error, arguments: &[OsString]) -> anyhow::Result<Answer> {
    let mut root = Args::command();
    root.build();
    let name = command_name(&root, arguments);
    let stdout = match error.kind() {
        ErrorKind::DisplayHelp => help::help(&root, name.as_deref(), &context::plain_stdout_screen()),
        ErrorKind::DisplayVersion => format!("vt {}\n", env!("CARGO_PKG_VERSION")),
        _ => {
            let command = name.as_deref().and_then(|name| root.find_subcommand(name));
            return Err(dutch::translate(error, &root, command).into());
        }
    };
    Ok(Answer { stdout: stdout.into_bytes(), ..Answer::default() })
}

/// The command that was typed: the first word that is one.
fn command_name(root: &clap::Command, arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    words.into_iter().find(|word| root.find_subcommand(word).is_some()).map(ToOwned::to_owned)
}

/// Prints. A reader that stopped reading is no error: it has what it wanted.
fn print(answer: &Answer) -> anyhow::Result<()> {
    use anyhow::Context as _;
    let written = io::stderr().write_all(&answer.stderr).and_then(|()| {
        let mut stdout = io::stdout().lock();
        stdout.write_all(&answer.stdout)?;
        stdout.flush()
    });
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("vt kan het antwoord niet wegschrijven."),
    }
}
