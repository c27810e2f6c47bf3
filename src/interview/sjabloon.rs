//! The template of a card: every key with its question above it, and nothing answered.
//!
//! An empty key is *not asked yet*. What is not asked for this kind of card, and the items
//! of lists that many cards do not have, stand there as comments.

use super::{Form, OF_THE_TEAM, Question, questions};
use crate::model::{Dossiernummer, Soort};
use crate::yaml::quoted;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// What `vt` knows before anything was asked.
pub struct Bekend<'b> {
    /// The number of the dossier.
    pub nummer: &'b Dossiernummer,
    /// The kind of card.
    pub soort: Soort,
    /// Today.
    pub dag: NaiveDate,
    /// Who brings in, as the dossier says.
    pub naam: Option<&'b str>,
    /// Their organisation.
    pub organisatie: Option<&'b str>,
    /// The vaste deelnemer through whom they bring in.
    pub via: Option<&'b str>,
}

/// How wide a comment is, without its `# `.
const WIDTH: usize = 77;

/// How to fill it in, at the top of the file.
const HEAD: &str = "\
# Vul in wat je weet; wat leeg blijft, is nog niet gevraagd. Een sleutel met #
# ervoor heb je niet op elke kaart nodig: haal het # weg als je hem invult.
# Achter een | komt de tekst op de regels eronder, verder naar rechts dan de
# sleutel. Kijk de kaart na met `vt check`.
";

/// The template.
#[must_use]
pub fn sjabloon(bekend: &Bekend<'_>) -> String {
    let mut out = HEAD.to_owned();
    let mut few: Option<&str> = None;
    let mut is_first = false;
    for question in questions() {
        let is_off = !question.of.contains(&bekend.soort);
        let is_below =
            few.is_some_and(|list| question.key.strip_prefix(list).is_some_and(|rest| rest.starts_with("[]")));
        let line = Line { hidden: is_off || is_below, indent: indent(question.key), dash: is_first };
        if line.indent == 0 {
            out.push('\n');
        }
        explain(question, &line, &mut out);
        line.write(&format!("{}:{}", question.name(), value(question, bekend)), &mut out);
        if question.form == Form::Text {
            line.write_empty(&mut out);
        }
        is_first = matches!(question.form, Form::Items | Form::FewItems);
        if question.form == Form::FewItems && !is_below {
            few = Some(question.key);
        }
    }
    let team = OF_THE_TEAM.map(|key| key.rsplit('.').next().unwrap_or(key)).join(", ");
    let last = format!("Op de kaart van het team staan ook: {team}. Die horen niet in je dossier.");
    out.push('\n');
    out.extend(prose(&last, WIDTH).iter().flat_map(|part| ["# ", part, "\n"]));
    out
}

/// A card that is filled in by answers: every key in its place, so that the order of the
/// file does not depend on that of the answers. What is not asked as a rule comes when it is.
#[must_use]
pub fn begin(bekend: &Bekend<'_>) -> String {
    let mut out = String::new();
    for question in questions().filter(|question| !question.of.is_empty() && !question.key.contains("[]")) {
        let line = Line { hidden: false, indent: indent(question.key), dash: false };
        let said = if question.form == Form::Known { value(question, bekend) } else { String::new() };
        line.write(&format!("{}:{said}", question.name()), &mut out);
    }
    out
}

/// How a key stands in the file.
struct Line {
    /// As a comment.
    hidden: bool,
    indent: usize,
    /// The first key of an item.
    dash: bool,
}

impl Line {
    fn write(&self, text: &str, out: &mut String) {
        // Taken away, it leaves the key where it belongs.
        let hidden = if self.hidden { "#" } else { "" };
        let (indent, dash) = if self.dash { (self.indent - 2, "- ") } else { (self.indent, "") };
        let _ = writeln!(out, "{hidden}{}{dash}{text}", " ".repeat(indent));
    }

    /// Where a text will come.
    fn write_empty(&self, out: &mut String) {
        out.push_str(if self.hidden { "#\n" } else { "\n" });
    }
}

/// Two columns for each key above it, four for each list.
fn indent(key: &str) -> usize {
    key.matches('.').count() * 2 + key.matches("[]").count() * 2
}

/// The question as a comment above the key.
fn explain(question: &Question, line: &Line, out: &mut String) {
    let mut words = question.ask.to_owned();
    if !question.file.is_empty() {
        let _ = write!(words, " {}", question.file);
    }
    let choices = match question.form {
        Form::Choice(words) => format!("kies: {}", words.join(", ")),
        Form::Choices(words) => format!("kies er een of meer: [{}]", words.join(", ")),
        Form::YesNo => "ja, nee of onbekend".to_owned(),
        Form::Day if question.hint.is_empty() => "een dag of maand: 2026-03-02 of 2026-03".to_owned(),
        _ => String::new(),
    };
    for part in [question.hint, &choices] {
        if !part.is_empty() {
            let _ = write!(words, " ({part})");
        }
    }
    let indent = if line.dash { line.indent - 2 } else { line.indent };
    let above = Line { dash: false, indent, hidden: line.hidden && indent > 0 };
    for part in prose(&words, WIDTH - indent) {
        above.write(&format!("# {part}"), out);
    }
}

/// The words in lines, broken at spaces alone: a day stays whole.
fn prose(words: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(words, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// What stands behind the colon.
fn value(question: &Question, bekend: &Bekend<'_>) -> String {
    let said = |text: Option<&str>| text.map(|text| format!(" {}", quoted(text))).unwrap_or_default();
    match (question.form, question.key) {
        (Form::Text, _) => " |".to_owned(),
        (Form::Known, "versie") => " 1".to_owned(),
        (Form::Known, "dossiernummer") => said(Some(bekend.nummer.as_str())),
        (Form::Known, "soort") => format!(" {}", bekend.soort.sleutel()),
        (Form::Known, "bijgewerkt") => format!(" {}", bekend.dag),
        (Form::Known, "inbrenger.naam") => said(bekend.naam),
        (Form::Known, "inbrenger.organisatie") => said(bekend.organisatie),
        (Form::Known, "inbrenger.via") => said(bekend.via),
        _ => String::new(),
    }
}
