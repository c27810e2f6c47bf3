//! Commands that can be pasted into a shell.

use super::args;
use super::context::Context;
use crate::output::escape;
use chrono::NaiveDate;
use std::path::Path;

/// A path with `/`, as findings say it.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    // Windows puts this before a path that it made absolute.
    let text = text.strip_prefix(r"\\?\").unwrap_or(&text);
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.to_owned() }
}

/// A command for the folders that were asked for.
pub fn command(command: &str, context: &Context) -> String {
    let mut words = vec!["vt".to_owned()];
    for (option, folder) in [("--map", &context.map), ("--dossier", &context.dossier)] {
        if let Some(folder) = folder {
            words.extend([option.to_owned(), quoted(folder)]);
        }
    }
    words.push(command.to_owned());
    words.join(" ")
}

/// The check that was asked, to which an option can be added.
pub fn check(check: &args::Check, context: &Context) -> String {
    let paths = check.pad.iter().map(|path| quoted(path));
    let meeting = check.vergadering.map(|day| format!("--vergadering {day}"));
    let today = context.asked_today.map(|day| format!("--vandaag {day}"));
    let words = std::iter::once(command("check", context)).chain(paths).chain(meeting).chain(today);
    words.collect::<Vec<_>>().join(" ")
}

/// The same for a meeting.
pub fn check_for(asked: &args::Check, context: &Context, meeting: NaiveDate) -> String {
    let list = if asked.lijst { " --lijst" } else { "" };
    let asked = args::Check { vergadering: Some(meeting), ..asked.clone() };
    format!("{}{list}", check(&asked, context))
}

/// A path as a word of a shell. What a shell might take for something else stands in
/// quotes; a name that can't be shown safely is not offered.
pub fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "_-./\\:+,@".contains(c);
    if text.chars().any(escape::is_unsafe) || text.contains(char::REPLACEMENT_CHARACTER) {
        "PAD".to_owned()
    } else if !text.is_empty() && text.chars().all(plain) {
        text.into_owned()
    } else if !text.chars().any(|c| "\"$`!%\\".contains(c)) {
        format!("\"{text}\"")
    } else if !text.contains('\'') {
        format!("'{text}'")
    } else {
        "PAD".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_for_a_shell() {
        let shown = |text: &str| quoted(Path::new(text));
        assert_eq!(shown("RSD-2026-00412/kaart.yaml"), "RSD-2026-00412/kaart.yaml");
        assert_eq!(shown("mijn map/kaart.yaml"), "\"mijn map/kaart.yaml\"");
        assert_eq!(shown("$HOME/kaart.yaml"), "'$HOME/kaart.yaml'");
        assert_eq!(shown("a\u{202e}b.yaml"), "PAD");
        assert_eq!(shown("it's $1"), "PAD");
    }
}
