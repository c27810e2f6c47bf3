//! Help, laid out from what `args.rs` says.

use crate::output::{Ink, Screen};
use clap::{Arg, Command};

/// The help of a command of `vt`, or of `vt` itself.
#[must_use]
pub fn help(root: &Command, name: Option<&str>, screen: &Screen) -> String {
    let command = name.and_then(|name| root.find_subcommand(name)).unwrap_or(root);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let about = match name {
        Some(name) => format!("vt {name} {about}."),
        None => format!("{about}."),
    };
    let mut blocks = vec![screen.wrap(&about, "", "")];
    blocks.push(block("Gebruik", vec![format!("  {}", usage(root, command))], screen));
    let rows = |args: Vec<&Arg>| screen.rows(&args.into_iter().map(row).collect::<Vec<_>>(), "  ");
    if name.is_none() {
        let commands: Vec<(String, String)> = root
            .get_subcommands()
            .map(|command| (command.get_name().to_owned(), command.get_about().unwrap_or_default().to_string()))
            .collect();
        blocks.push(block("Opdrachten", screen.rows(&commands, "  "), screen));
    } else {
        let own = |arg: &&Arg| !arg.is_global_set() && arg.get_id() != "help" && arg.get_id() != "version";
        let own: Vec<&Arg> = command.get_arguments().filter(own).collect();
        let (words, options): (Vec<&Arg>, Vec<&Arg>) = own.into_iter().partition(|arg| arg.is_positional());
        if !words.is_empty() {
            blocks.push(block("Argumenten", rows(words), screen));
        }
        if !options.is_empty() {
            blocks.push(block("Opties", rows(options), screen));
        }
    }
    let common = root.get_arguments().filter(|arg| name.is_none() || arg.is_global_set());
    blocks.push(block("Opties bij elke opdracht", rows(common.collect()), screen));
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let examples = examples.lines().map(|line| format!("  {line}")).collect();
    blocks.push(block("Voorbeelden", examples, screen));
    blocks.iter().map(|lines| lines.join("\n") + "\n").collect::<Vec<_>>().join("\n")
}

fn block(heading: &str, mut lines: Vec<String>, screen: &Screen) -> Vec<String> {
    lines.insert(0, screen.paint(Ink::Bold, heading));
    lines
}

fn usage(root: &Command, command: &Command) -> String {
    if command.get_name() == root.get_name() {
        return "vt OPDRACHT [OPTIES]".to_owned();
    }
    let words = command.get_positionals().map(|arg| {
        let many = arg.get_num_args().is_some_and(|count| count.max_values() > 1);
        let word = format!("{}{}", value(arg), if many { " ..." } else { "" });
        if arg.is_required_set() { format!(" {word}") } else { format!(" [{word}]") }
    });
    format!("vt {}{} [OPTIES]", command.get_name(), words.collect::<String>())
}

/// An argument as it is typed, and what it does.
fn row(arg: &Arg) -> (String, String) {
    let words = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.is_positional() {
        return (value(arg), words);
    }
    let short = arg.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
    let long = arg.get_long().unwrap_or_default();
    let value = if arg.get_action().takes_values() { format!(" {}", value(arg)) } else { String::new() };
    (format!("{short}--{long}{value}"), words)
}

fn value(arg: &Arg) -> String {
    arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
