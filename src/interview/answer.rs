//! From what somebody typed to what comes into the file.

use super::around::Sheet;
use super::choices::{Chosen, choices};
use super::steps::{Ask, What};
use super::{Form, Question};
use crate::calendar::typed;
use crate::model::{Tijdstip, is_reden, is_role};
use crate::yaml::Value;

/// What an answer comes to.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// This is what comes into the file.
    Put(Value),
    /// There is an item, and its questions follow.
    Item,
    /// There is no other item; nothing changes.
    NoItem,
}

/// What belongs there, said when something else was typed. Never what was typed.
pub type Again = &'static str;

/// Reads an answer that is not empty.
pub fn read(ask: &Ask, given: &str, sheet: &Sheet<'_>) -> Result<Answer, Again> {
    let question = ask.question;
    if ask.what == What::Begin || ask.what == What::More {
        return item(ask, given);
    }
    if !given.chars().any(char::is_alphanumeric) {
        return Err("Schrijf het in woorden. Enter slaat de vraag over; typ leeg om weg te halen wat er staat.");
    }
    let choices = choices(ask, sheet);
    let value = match question.form {
        Form::Text => text(given),
        Form::Lines if given.trim().eq_ignore_ascii_case("geen") => Value::List(Vec::new()),
        Form::Lines => {
            let lines = given.lines().map(|line| line.trim().trim_start_matches("- ")).filter(|line| !line.is_empty());
            list(lines)
        }
        Form::YesNo => Value::Text(yes_no(given).ok_or("Typ ja, nee of onbekend.")?.to_owned()),
        Form::Day => day(question, given, sheet)?,
        Form::Line if question.key == "meldcode.gemeld" => day(question, given, sheet)?,
        Form::Choice(_) | Form::Member => Value::Text(one(given, &choices).ok_or("Typ het cijfer dat ervoor staat.")?),
        Form::Known if !choices.is_empty() => {
            Value::Text(one(given, &choices).ok_or("Typ het cijfer dat ervoor staat.")?)
        }
        Form::Members if question.name() == "woont_bij" => lives_with(given, &choices)?,
        Form::Choices(_) | Form::Members => several(given, &choices, question)?,
        Form::Municipality => match one(given, &choices) {
            Some(known) => Value::Text(known),
            None if given.chars().any(|c| c.is_ascii_digit()) => return Err("Typ een van de cijfers, of de naam."),
            None => line(given)?,
        },
        Form::Words => words(given),
        _ if question.key == "bijgewerkt" => day(question, given, sheet)?,
        _ if question.name() == "niet_informeren" && !is_reden(given) => {
            return Err("Dat is geen reden. Mag deze persoon het weten? Druk op Enter. Mag het niet? Schrijf waarom.");
        }
        _ if question.key == "gezin.leden[].wie" => role(ask, given, sheet)?,
        _ => line(given)?,
    };
    Ok(Answer::Put(value))
}

/// Whether a list has a first or another item.
fn item(ask: &Ask, given: &str) -> Result<Answer, Again> {
    let given = given.trim().to_lowercase();
    let none = ["geen", "niemand", "niets"].contains(&given.as_str());
    match (yes_no(&given), &ask.what) {
        (Some("ja"), _) => Ok(Answer::Item),
        (Some("nee"), What::Begin) => Ok(Answer::Put(Value::List(Vec::new()))),
        (None, What::Begin) if none => Ok(Answer::Put(Value::List(Vec::new()))),
        (Some("nee"), _) => Ok(Answer::NoItem),
        (None, _) if none => Ok(Answer::NoItem),
        (_, What::Begin) => Err("Typ ja, of geen als er geen is."),
        _ => Err("Typ ja of nee."),
    }
}

fn yes_no(given: &str) -> Option<&'static str> {
    match given.trim().to_lowercase().as_str() {
        "j" | "ja" => Some("ja"),
        "n" | "nee" => Some("nee"),
        "o" | "onbekend" | "weet niet" => Some("onbekend"),
        _ => None,
    }
}

/// A text: of several lines it ends with a line end, as under `|`.
fn text(given: &str) -> Value {
    let lines: Vec<&str> = given.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    let text = text.trim();
    Value::Text(if text.contains('\n') { format!("{text}\n") } else { text.to_owned() })
}

fn line(given: &str) -> Result<Value, Again> {
    let given = given.trim();
    if given.contains('\n') { Err("Hier past één regel.") } else { Ok(Value::Text(given.to_owned())) }
}

fn list<'w>(words: impl Iterator<Item = &'w str>) -> Value {
    Value::List(words.map(|word| Value::Text(word.to_owned())).collect())
}

/// Words with commas between them; brackets around them, as a file has, are read too.
fn words(given: &str) -> Value {
    let bare = given.trim().trim_start_matches('[').trim_end_matches(']');
    if ["geen", "nee", "niemand"].contains(&bare.trim().to_lowercase().as_str()) {
        return Value::List(Vec::new());
    }
    list(bare.split([',', ';', '\n']).map(str::trim).filter(|word| !word.is_empty()))
}

/// The words that may stand in the place of a day.
fn in_place_of_a_day(question: &Question) -> &'static [&'static str] {
    match question.name() {
        "geboortedatum" => &["onbekend", "ongeboren"],
        "gemeld" => &["nee"],
        _ => &[],
    }
}

fn day(question: &Question, given: &str, sheet: &Sheet<'_>) -> Result<Value, Again> {
    let given = given.trim().to_lowercase();
    let words = in_place_of_a_day(question);
    let is_it = |word: &&&str| **word == given || words.len() == 1 && given == word[..1];
    if let Some(word) = words.iter().find(is_it) {
        return Ok(Value::Text((*word).to_owned()));
    }
    match typed(&given, sheet.today) {
        // Meetings are on a day.
        Some(Tijdstip::Maand(_)) if question.key == "eerder" => Err("Typ de dag, zoals 12-3-2026."),
        Some(day) if question.name() == "geboortedatum" && day.first() > sheet.today => {
            Err("Die dag komt nog. Typ de geboortedatum met het jaar, of ongeboren.")
        }
        Some(day) => Ok(Value::Text(day.to_string())),
        None if words.is_empty() => Err("Typ een dag of maand, zoals 12-3-2026, 12 maart, maart 2026 of gisteren."),
        None if words.len() == 1 => Err("Typ een dag of maand, zoals 12-3-2026 of maart 2026, of nee."),
        None => Err("Typ een datum, zoals 21-4-2015, of onbekend of ongeboren."),
    }
}

/// One of the choices: by its number, its words or the beginning of them.
fn one(given: &str, choices: &[Chosen]) -> Option<String> {
    let given = given.trim().to_lowercase();
    if let Ok(number) = given.parse::<usize>() {
        return choices.get(number.checked_sub(1)?).map(|chosen| chosen.key.clone());
    }
    let says = |chosen: &&Chosen| chosen.key.to_lowercase() == given || chosen.words.to_lowercase() == given;
    if let Some(chosen) = choices.iter().find(says) {
        return Some(chosen.key.clone());
    }
    let mut begins =
        choices.iter().filter(|chosen| !given.is_empty() && chosen.words.to_lowercase().starts_with(&given));
    begins.next().filter(|_| begins.next().is_none()).map(|chosen| chosen.key.clone())
}

/// Some of the choices, with spaces or commas between them, in the order of the choices.
fn several(given: &str, choices: &[Chosen], question: &Question) -> Result<Value, Again> {
    const AGAIN: Again = "Typ de cijfers die ervoor staan, zoals 1 3, of geen.";
    let given = given.trim().to_lowercase();
    if given == "geen" || given == "niemand" {
        let must = question.key == "aanleiding";
        return if must { Err("Kies ten minste één aanleiding.") } else { Ok(Value::List(Vec::new())) };
    }
    let parts: Vec<&str> = given.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let read = |parts: &[&str]| parts.iter().map(|part| one(part, choices)).collect::<Option<Vec<_>>>();
    let spaced: Vec<&str> = given.split([',', ';', ' ']).filter(|part| !part.is_empty() && *part != "en").collect();
    let chosen = read(&parts).or_else(|| read(&spaced)).filter(|chosen| !chosen.is_empty()).ok_or(AGAIN)?;
    let keys = choices.iter().map(|choice| choice.key.as_str());
    Ok(list(keys.filter(|key| chosen.iter().any(|chosen| chosen == key))))
}

/// With whom a child lives: also a word for somebody who does not stand on the card yet.
fn lives_with(given: &str, choices: &[Chosen]) -> Result<Value, Again> {
    let given = given.trim().to_lowercase();
    if ["geen", "niemand"].contains(&given.as_str()) {
        return Ok(Value::List(Vec::new()));
    }
    let parts = given.split([',', ';', ' ']).filter(|part| !part.is_empty() && *part != "en");
    let read = |part: &str| one(part, choices).or_else(|| is_role(part).then(|| part.to_owned()));
    let words: Option<Vec<String>> = parts.map(read).collect();
    let words = words.ok_or("Typ een of meer rollen, zoals moeder, vader; nooit een naam.")?;
    Ok(list(words.iter().map(String::as_str)))
}

/// The word for one of the family: a role with a number where there are more, never a name.
fn role(ask: &Ask, given: &str, sheet: &Sheet<'_>) -> Result<Value, Again> {
    let word: String = given.to_lowercase().split_whitespace().collect();
    if !is_role(&word) {
        return Err("Typ een rol, nooit een naam: kind1, moeder, vader, stiefvader, oma, overig1.");
    }
    let own = sheet.text(&ask.path);
    if own != Some(word.as_str()) && sheet.members().contains(&word.as_str()) {
        return Err("Dat woord heeft een ander al. Zet er een cijfer achter, zoals kind2.");
    }
    Ok(Value::Text(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::questions;
    use crate::store::default_regio;
    use crate::yaml::parse;

    /// What an answer to the question about this path comes to, as a file says it.
    fn given(path: &str, answer: &str) -> Result<String, Again> {
        let card = "gezin: {leden: [{wie: kind1, rol: jeugdige}, {wie: moeder}, {wie: vader}]}\n";
        let doc = parse(card.as_bytes()).ok().unwrap();
        let (regio, today) = (default_regio(), "2026-03-04".parse().unwrap());
        let sheet = Sheet::new(&doc, &[], &regio, today);
        let key: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
        let question = questions().find(|question| question.key == key).unwrap();
        let path = path.parse().ok().unwrap();
        let what = if question.each.0.is_empty() { What::Answer } else { What::Begin };
        match read(&Ask { path, question, what, fresh: None, order: Vec::new() }, answer, &sheet)? {
            Answer::Put(Value::Text(text)) => Ok(text),
            Answer::Put(Value::List(items)) => {
                let words =
                    items.into_iter().map(|item| if let Value::Text(word) = item { word } else { String::new() });
                Ok(words.collect::<Vec<_>>().join("|"))
            }
            Answer::Item => Ok("begin".to_owned()),
            _ => Ok("niets".to_owned()),
        }
    }

    #[test]
    fn an_answer_is_read_as_people_give_it() {
        let answers = [
            ("gezin.leden[0].rol", "2", "ouder_met_gezag"),
            ("gezin.leden[0].rol", "Broer of zus", "broer_zus"),
            ("gezin.leden[0].rol", "groot", "grootouder"),
            ("gezin.leden[0].wie", " Kind 2 ", "kind2"),
            ("gezin.leden[0].woont_bij", "moeder en oma", "moeder|oma"),
            ("gezin.leden[0].geboortedatum", "onbekend", "onbekend"),
            ("gezin.leden[0].geboortedatum", "21 april 2015", "2015-04-21"),
            ("aanleiding", "6, 1", "zorgen_veiligheid|veiligheid_behouden"),
            ("aandachtsgebied", "geen", ""),
            ("gesprek_gezin.routes_besproken", "veilig thuis, 3", "veilig_thuis|rvdk"),
            ("gesprek_gezin.ingevuld_met", "kind1 3", "kind1|vader"),
            ("gezin.leden[1].niet_informeren", "Hij wordt dan kwaad.", "Hij wordt dan kwaad."),
            ("gezin.leden[1].woont_bij", "1", "moeder"),
            ("stem[0].wie", "2", "moeder"),
            ("gesprek_gezin.geinformeerd[0].akkoord", "j", "ja"),
            ("meldcode.acuut", "weet niet", "onbekend"),
            ("meldcode.gemeld", "n", "nee"),
            ("meldcode.gemeld", "gisteren", "2026-03-03"),
            ("gemeente", "5", "Roosendaal"),
            ("gemeente", "Breda", "Breda"),
            ("intern_besproken.met", "[gedragswetenschapper, jeugdcoach]", "gedragswetenschapper|jeugdcoach"),
            ("successen", "- Zwemdiploma.\n\nNaar school.", "Zwemdiploma.|Naar school."),
            ("hulpvraag", "een  \ntwee\n\n", "een\ntwee\n"),
            ("hulpvraag", "een", "een"),
            ("experts", "nee", ""),
            ("experts", "geen", ""),
            ("experts", "J", "begin"),
        ];
        for (path, answer, expected) in answers {
            assert_eq!(given(path, answer).as_deref(), Ok(expected), "{path}: {answer}");
        }
    }

    #[test]
    fn what_can_not_be_read_is_asked_again() {
        let again = [
            ("gezin.leden[0].rol", "0"),
            ("gezin.leden[0].rol", "12"),
            ("gezin.leden[0].rol", "ouder"),
            ("gezin.leden[0].wie", "Daan"),
            ("gezin.leden[1].wie", "kind1"),
            ("gezin.leden[0].woont_bij", "Kim"),
            ("gezin.leden[0].achternaam", "de\nVries"),
            ("aanleiding", "geen"),
            ("aanleiding", "7"),
            ("stem[0].wie", "Kim"),
            ("gezin.leden[1].niet_informeren", "Ja"),
            ("gezin.leden[1].niet_informeren", "mag wel"),
            ("gesprek_gezin.geinformeerd[0].akkoord", "n"),
            ("meldcode.acuut", "misschien"),
            ("eerder", "maart 2026"),
            ("gemeente", "10"),
            ("experts", "misschien"),
        ];
        for (path, answer) in again {
            assert!(given(path, answer).is_err(), "{path}: {answer}");
        }
    }
}
