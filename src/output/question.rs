//! What is asked before a card crosses, and what stays open when nobody answers.

use super::escape;
use super::screen::Screen;
use crate::calendar::words::capital;
use crate::interview::asks_for;
use crate::model::BlijftReden;
use crate::pseudo::{Kind, Question};
use unicode_width::UnicodeWidthStr as _;

/// A question as a person at a terminal sees it: the words in their sentence, and what each
/// key does.
#[must_use]
pub fn question(question: &Question, nth: usize, of: usize, family: bool, screen: &Screen) -> String {
    let fields = match question.fields.as_slice() {
        [field] => format!("bij {}", place(field)),
        [field, rest @ ..] => format!("bij {} en nog {}", place(field), places(rest.len())),
        [] => String::new(),
    };
    let asks = if question.is_label { "wie bedoel je hier?" } else { asks(question.kind) };
    let mut lines = vec![String::new()];
    lines.extend(screen.wrap(&format!("Vraag {nth} van {of}, {fields}: {asks}"), "", "  "));
    lines.push(String::new());
    lines.extend(marked(question, screen));
    let stop = if question.reason.ends_with(['.', '?']) { "" } else { "." };
    lines.extend(screen.wrap(&format!("{}{stop}", capital(&question.reason)), "  ", "  "));
    lines.push(String::new());
    let enter = format!("vervangen door {}", question.label);
    let rows = if question.is_label {
        vec![("Enter", "een ander: krijgt een nieuw label"), ("b", "deze persoon van het gezin: het label blijft")]
    } else if question.kind == Kind::Persoon && family {
        vec![("Enter", enter.as_str()), ("b", "laten staan"), ("g", "de naam van iemand van het gezin")]
    } else {
        vec![("Enter", enter.as_str()), ("b", "laten staan")]
    };
    let rows: Vec<(String, String)> = rows.into_iter().map(owned).collect();
    lines.extend(screen.rows(&rows, "  "));
    text(lines)
}

/// A place as people know it: the question that was asked there, and about whom.
fn place(field: &str) -> String {
    match asks_for(field) {
        Some((ask, whose)) => {
            let ask = ask.split_inclusive(['.', '?']).next().unwrap_or(ask).trim_end_matches('.');
            let whose = whose.map(|whose| format!(", {whose}")).unwrap_or_default();
            format!("\"{ask}\"{whose}")
        }
        None => in_words(field).unwrap_or_else(|| format!("`{field}`")),
    }
}

/// A place in what is written down at or after the table.
fn in_words(field: &str) -> Option<String> {
    let (list, rest) = field.split_once('[').unwrap_or(("", field));
    let (index, key) = rest.split_once("].").unwrap_or(("", rest));
    let words = match (list, key) {
        ("", "ingebracht.spoed") => "je reden voor spoed",
        ("", "reden") => "je reden",
        ("", "advies.tekst") => "het advies",
        ("", "advies.reden") => "de reden van het advies",
        ("", "reactie_inbrenger.neemt_mee") => "wat de inbrenger meeneemt",
        ("", "reactie_inbrenger.passend") => "of het past bij dit gezin",
        ("", "nodig") => "wat de inbrenger nodig heeft",
        ("", "aanvulling_kaart.tekst") => "wat er bij komt op de kaart",
        ("", "monitor.hoe") => "hoe jullie het volgen",
        ("", "terugkoppeling.reactie") => "de reactie van het gezin",
        ("weging", "waarom") => "waarom er geen cijfer is",
        ("visies", "visie") => return Some(format!("visie {}", index.parse::<usize>().ok()? + 1)),
        // An agreement goes by its number, and not by its place in the list.
        ("afspraken", "wat") => return Some(format!("afspraak {index}")),
        ("afspraken", "wie") => return Some(format!("wie afspraak {index} doet")),
        _ => return None,
    };
    Some(words.to_owned())
}

fn owned((left, right): (&str, &str)) -> (String, String) {
    (left.to_owned(), right.to_owned())
}

/// The reasons for which words may stay.
#[must_use]
pub fn reasons() -> String {
    let numbered = BlijftReden::ALL.iter().enumerate().map(|(nth, reden)| format!("{} {}", nth + 1, reden.woord()));
    format!("Waarom kan het blijven?\n  {}\n", numbered.collect::<Vec<_>>().join("   "))
}

/// The members of the family, to choose from.
#[must_use]
pub fn people(labels: &[String], screen: &Screen) -> String {
    // A number stays with its words.
    let numbered = labels.iter().enumerate().map(|(nth, label)| format!("{} {label}", nth + 1).replace(' ', "\u{a0}"));
    let lines = screen.wrap(&numbered.collect::<Vec<_>>().join("   "), "  ", "  ");
    format!("Wie is het?\n{}\n", lines.join("\n").replace('\u{a0}', " "))
}

/// Whether ages may be told in bands.
#[must_use]
pub fn ages_question(screen: &Screen) -> String {
    let mut lines = vec![String::new()];
    let why = "Vraag vooraf, bij `gezin.leden`: aan de precieze leeftijden van veel kinderen, of van een tweeling, is \
               een gezin te herkennen. Mag het team een band zien, zoals 8-11?";
    lines.extend(screen.wrap(why, "", "  "));
    lines.push(String::new());
    let rows = [("Enter", "leeftijden als band"), ("b", "precieze leeftijden laten staan")].map(owned);
    lines.extend(screen.rows(&rows, "  "));
    text(lines)
}

/// What nobody answered: the places and kinds, never the words.
#[must_use]
pub fn open_questions(questions: &[Question], ages: bool, screen: &Screen) -> String {
    let count = questions.len() + usize::from(ages);
    let head = if count == 1 {
        "Nog niet: over 1 woord of plek moet je zelf beslissen. Er is niets geschreven.".to_owned()
    } else {
        format!("Nog niet: over {count} woorden of plekken moet je zelf beslissen. Er is niets geschreven.")
    };
    let mut lines = screen.wrap(&head, "", "  ");
    let mut rows: Vec<(String, String)> = Vec::new();
    if ages {
        rows.push(("gezin.leden".to_owned(), "leeftijden als band, of precies".to_owned()));
    }
    for question in questions {
        let what = if question.is_label {
            "een label dat je zelf typte".to_owned()
        } else {
            format!("misschien {}", question.kind.noun())
        };
        let row = (question.fields.join(", "), format!("{what}: {}", question.reason));
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    lines.extend(screen.rows(&rows, "  "));
    text(lines)
}

/// Places where something may still name the family, which no answer settles.
#[must_use]
pub fn still_found(found: &[(String, Kind)], screen: &Screen) -> String {
    let head = "Nog niet: op deze plekken staat iets dat het gezin kan noemen. Er is niets geschreven.";
    let mut lines = screen.wrap(head, "", "  ");
    let rows: Vec<(String, String)> =
        found.iter().map(|(field, kind)| (field.clone(), kind.noun().to_owned())).collect();
    lines.extend(screen.rows(&rows, "  "));
    lines.extend(screen.wrap("Schrijf daar een rol of een algemeen woord op je kaart.", "", "  "));
    text(lines)
}

/// The sentence with a mark under the words; of a long one what stands around them.
fn marked(question: &Question, screen: &Screen) -> Vec<String> {
    let (sentence, place) = &question.sentence;
    let part = |range: std::ops::Range<usize>| escape::line(sentence.get(range).unwrap_or_default()).into_owned();
    let (before, words, after) = (part(0..place.start), part(place.clone()), part(place.end..sentence.len()));
    let room = screen.width.saturating_sub(4 + words.width()) / 2;
    let before = if before.width() > room { cut(&before, room, true) } else { before };
    let after = if after.width() > room { cut(&after, room, false) } else { after };
    let mark = format!("  {}{}", " ".repeat(before.width()), "^".repeat(words.width()));
    vec![format!("  {before}{words}{after}"), mark]
}

/// The end or the beginning of a text, with a sign that more stood there.
fn cut(text: &str, room: usize, keep_end: bool) -> String {
    let room = room.saturating_sub(1);
    let mut kept = String::new();
    let characters: Box<dyn Iterator<Item = char>> =
        if keep_end { Box::new(text.chars().rev()) } else { Box::new(text.chars()) };
    for c in characters {
        if kept.width() >= room {
            break;
        }
        kept.push(c);
    }
    if keep_end { format!("…{}", kept.chars().rev().collect::<String>()) } else { kept + "…" }
}

fn asks(kind: Kind) -> &'static str {
    match kind {
        Kind::Persoon => "is dit een naam?",
        Kind::Plaats => "is dit een plaats die het gezin verraadt?",
        Kind::School => "is dit een school?",
        Kind::Organisatie => "is dit een organisatie die het gezin verraadt?",
        Kind::Straat | Kind::Adres | Kind::Huisnummer => "is dit een adres of straat?",
        _ => "is hieraan iemand te herkennen?",
    }
}

fn places(count: usize) -> String {
    if count == 1 { "1 plek".to_owned() } else { format!("{count} plekken") }
}

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roos() -> Question {
        let sentence = "Het codewoord is Roos.".to_owned();
        let at = sentence.find("Roos").unwrap();
        Question {
            words: "Roos".to_owned(),
            fields: vec!["hulpvraag".to_owned(), "vraag.tekst".to_owned()],
            kind: Kind::Persoon,
            reason: "een voornaam, maar ook een gewoon woord".to_owned(),
            label: "Persoon A".to_owned(),
            sentence: (sentence, at..at + 4),
            is_label: false,
        }
    }

    #[test]
    fn the_words_stand_in_their_sentence_with_a_mark() {
        let expected = "\nVraag 1 van 2, bij \"Waar wil het gezin hulp bij?\" en nog 1 plek: is dit een\n  naam?\n\n  Het codewoord is Roos.\n  \
                        \u{20}                ^^^^\n  Een voornaam, maar ook een gewoon woord.\n\n  Enter   vervangen door \
                        Persoon A\n  b       laten staan\n";
        assert_eq!(question(&roos(), 1, 2, false, &Screen::default()), expected);
    }

    #[test]
    fn a_place_is_said_in_words_and_a_question_ends_with_its_own_sign() {
        let asked = Question {
            fields: vec!["afspraken[1].wie".to_owned()],
            reason: "zo heet iemand van het gezin; bedoel je die?".to_owned(),
            ..roos()
        };
        let text = question(&asked, 1, 2, false, &Screen::default());
        assert!(text.contains("Vraag 1 van 2, bij wie afspraak 1 doet: is dit een naam?\n"), "{text}");
        assert!(text.contains("; bedoel je die?\n"), "{text}");
        assert_eq!(place("visies[0].visie"), "visie 1");
        assert_eq!(place("afspraken[1].wanneer"), "`afspraken[1].wanneer`");
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_words() {
        let long = "zeer lang ".repeat(20);
        let sentence = format!("{long}Roos {long}");
        let question = Question { sentence: (sentence, long.len()..long.len() + 4), ..roos() };
        let lines = marked(&question, &Screen { width: 40, ..Screen::default() });
        assert!(lines[0].width() <= 40 && lines[0].contains("Roos") && lines[0].contains('…'), "{lines:?}");
        let at = lines[0].find("Roos").map(|at| lines[0][..at].width());
        assert_eq!(at, lines[1].find('^'));
    }

    #[test]
    fn without_a_terminal_the_words_are_not_shown() {
        let text = open_questions(&[roos()], true, &Screen::default());
        assert!(!text.contains("Roos"), "{text}");
        assert!(text.contains("hulpvraag, vraag.tekst   misschien een naam: een voornaam, maar ook"), "{text}");
    }
}
