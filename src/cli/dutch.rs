//! What clap says, in Dutch and without a word of what was typed: it may be a name.

use super::error::{Kind, ToolError};
use crate::yaml::slips;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

/// The error of clap as an error of the tool.
#[must_use]
pub fn translate(error: &Error, root: &Command, command: Option<&Command>) -> ToolError {
    let typed = typed(error);
    let argument = error.get(ContextKind::InvalidArg).and_then(|value| own_name(value, root, command));
    let name = command.map_or("vt".to_owned(), |command| format!("vt {}", command.get_name()));
    let help = format!("{name} --help");
    match error.kind() {
        ErrorKind::InvalidSubcommand => unknown_command(&typed, root),
        ErrorKind::UnknownArgument if typed.starts_with('-') => unknown_option(&typed, root, command, &name),
        ErrorKind::TooManyValues if argument.is_some() => {
            let argument = argument.unwrap_or_default();
            ToolError::new(Kind::Usage, format!("`{argument}` krijgt geen waarde."))
                .try_command(help, "wat deze opdracht aanneemt")
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            ToolError::new(Kind::Usage, "er staat een woord te veel achter deze opdracht.")
                .try_command(help, "wat deze opdracht aanneemt")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => wrong_value(error, argument.as_deref(), help),
        ErrorKind::MissingRequiredArgument => missing(error, root, command, help),
        ErrorKind::ArgumentConflict => {
            ToolError::new(Kind::Usage, "deze opties gaan niet samen, of staan er twee keer.")
                .try_command(help, "wat deze opdracht aanneemt")
        }
        ErrorKind::InvalidUtf8 => ToolError::new(Kind::Usage, "een van de woorden is geen gewone tekst.")
            .try_command(help, "wat deze opdracht aanneemt"),
        _ => ToolError::new(Kind::Usage, "vt begrijpt deze opdracht niet.").try_command(help, "wat kan wel"),
    }
}

/// What has to stand behind a command and does not.
fn missing(error: &Error, root: &Command, command: Option<&Command>, help: String) -> ToolError {
    let names: Vec<String> = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(names)) => {
            let own = |name: &String| own_name(&ContextValue::String(name.clone()), root, command);
            names.iter().filter_map(own).collect()
        }
        _ => Vec::new(),
    };
    let what = match names.as_slice() {
        [] => "achter deze opdracht hoort nog iets.".to_owned(),
        names => format!("achter deze opdracht hoort nog {}.", names.join(" en ")),
    };
    ToolError::new(Kind::Usage, what).try_command(help, "wat deze opdracht aanneemt")
}

/// What was typed wrong: only to find out what was meant.
fn typed(error: &Error) -> String {
    let kinds = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg];
    kinds.iter().find_map(|kind| error.get(*kind)).map(ToString::to_string).unwrap_or_default()
}

/// The name of one of our own arguments, as clap names it: `--vandaag <DATUM>`.
fn own_name(value: &ContextValue, root: &Command, command: Option<&Command>) -> Option<String> {
    // What is asked with one option and not with another stands between other brackets.
    let bare = |text: String| text.replace(['[', ']', '<', '>'], "");
    let named = bare(value.to_string());
    let mut known = root.get_arguments().chain(command.into_iter().flat_map(Command::get_arguments));
    let argument = known.find(|argument| bare(argument.to_string()) == named)?;
    match argument.get_long() {
        Some(long) => Some(format!("--{long}")),
        None => argument.get_value_names()?.first().map(ToString::to_string),
    }
}

fn unknown_command(typed: &str, root: &Command) -> ToolError {
    let names = root.get_subcommands().map(Command::get_name);
    let error = ToolError::new(Kind::Usage, "deze opdracht kent vt niet.");
    let error = match nearest(typed, names) {
        Some(name) => error.try_command(format!("vt {name}"), ""),
        None => error,
    };
    error.try_command("vt --help", "alle opdrachten")
}

fn unknown_option(typed: &str, root: &Command, command: Option<&Command>, name: &str) -> ToolError {
    let typed = typed.split('=').next().unwrap_or_default().trim_start_matches('-');
    let arguments = command.into_iter().flat_map(Command::get_arguments).chain(root.get_arguments());
    let error = ToolError::new(Kind::Usage, "deze optie kent vt niet.");
    let error = match nearest(typed, arguments.filter_map(clap::Arg::get_long)) {
        Some(option) => error.try_command(format!("{name} --{option}"), ""),
        None => error,
    };
    error.try_command(format!("{name} --help"), "alle opties")
}

fn wrong_value(error: &Error, argument: Option<&str>, help: String) -> ToolError {
    let after = match argument {
        None => "achter een optie".to_owned(),
        Some(option) if option.starts_with('-') => format!("achter `{option}`"),
        Some(word) => format!("bij {word}"),
    };
    let is_empty = error.get(ContextKind::InvalidValue).is_none_or(|value| value.to_string().is_empty());
    let problem = if is_empty {
        ToolError::new(Kind::Usage, format!("{after} hoort nog iets."))
    } else {
        ToolError::new(Kind::Usage, format!("{after} staat iets wat vt niet kent."))
    };
    let choices = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => Some(values.join(", ")),
        _ => None,
    };
    let problem = match (choices, argument) {
        (Some(choices), _) => problem.because(format!("Hier past: {choices}.")),
        (
            None,
            Some(
                "--vandaag" | "--vergadering" | "--waarom" | "--ruil" | "--van" | "--tot" | "--opnieuw-vanaf"
                | "--naar" | "--uitstellen" | "--terugkoppeling" | "--op" | "DATUM",
            ),
        ) => problem.because("Hier hoort een dag die bestaat, als jaar-maand-dag: 2026-03-12."),
        (None, Some("JAAR")) => problem.because("Hier hoort een jaar in vier cijfers, zoals 2026."),
        _ => problem,
    };
    problem.try_command(help, "wat deze opdracht aanneemt")
}

/// The known word that was most likely meant.
fn nearest<'w>(typed: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    near(typed, known).first().copied()
}

/// The known words that may have been meant, the likeliest first.
pub fn near<'w>(typed: &str, known: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut near: Vec<(usize, &str)> = known.filter_map(|word| Some((slips(typed, word)?, word))).collect();
    near.sort_by_key(|(slips, _)| *slips);
    near.into_iter().map(|(_, word)| word).collect()
}
