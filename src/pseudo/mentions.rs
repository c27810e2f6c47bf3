//! Whom of a family a text speaks of.
//!
//! Who writes to one of them may not tell what is about another. So everyone counts: whole
//! labels, words for a role in small letters ("vader"), and a name that slipped in. Words for people
//! outside the family ("de buurvrouw", "haar ex-man") count apart: they say who told something, or
//! stand for one of the family in other words.

use super::lexicon::fold;
use super::look_back::Finder;
use super::speech::{self, Class};
use super::way_back::WayBack;
use crate::model::is_role;
use std::ops::Range;

/// Those of whom a text speaks, in order.
pub struct Mentions<'t> {
    text: &'t str,
    who: Vec<(Range<usize>, String)>,
    /// Words for anyone else, in small letters.
    others: Vec<String>,
}

/// What stands for a name that slipped in: nobody's label.
const NAMED: &str = "?";

impl<'t> Mentions<'t> {
    /// Reads a text with labels in it.
    #[must_use]
    pub fn of(text: &'t str, way: &WayBack, family: &mut Finder) -> Self {
        let mut who: Vec<(Range<usize>, String)> = Vec::new();
        for spot in way.spots(text) {
            let said =
                spot.label.map_or_else(|| text[spot.bytes.clone()].to_lowercase(), |one| one.label.to_lowercase());
            let is_thing = spot.label.is_some_and(|one| one.lid.is_none()) && is_thing(&said);
            if !is_thing {
                who.push((spot.bytes, said));
            }
        }
        for hit in family.find(text) {
            who.push((hit.bytes, NAMED.to_owned()));
        }
        let mut others = Vec::new();
        for (bytes, word) in words(text) {
            let is_part = who.iter().any(|(other, _)| other.start < bytes.end && bytes.start < other.end);
            let word = word.to_lowercase();
            match role_of(&word).filter(|_| !is_part) {
                Some(role) => who.push((bytes, role)),
                None if !is_part && is_person(&word) => others.push(word),
                None => {}
            }
        }
        who.sort_by_key(|(bytes, _)| bytes.start);
        Self { text, who, others }
    }

    /// Whether a word such as "hij" stands in it: whom it means stands somewhere else.
    #[must_use]
    pub fn points_elsewhere(&self) -> bool {
        words(self.text).any(|(_, word)| POINTING.contains(&word.to_lowercase().as_str()))
    }

    /// Whether it speaks of nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.who.is_empty()
    }

    /// Whether it speaks of one of these: labels in small letters, `kinderen`, `ouders`.
    #[must_use]
    pub fn has(&self, one_of: &[String]) -> bool {
        self.who.iter().any(|(_, who)| one_of.contains(who))
    }

    /// Whether it speaks of nobody else.
    #[must_use]
    pub fn only(&self, these: &[String]) -> bool {
        self.who.iter().all(|(_, who)| these.contains(who))
    }

    /// Whether it speaks of nobody else, of the family or outside it. `writer` are words for who
    /// writes.
    #[must_use]
    pub fn keeps_to(&self, these: &[String], writer: &[String]) -> bool {
        let is_writer = |word: &String| writer.iter().any(|own| own.to_lowercase() == *word);
        self.only(these) && self.others.iter().all(is_writer)
    }

    /// Whether it may speak of one of the family who is none of these: by a word that is nobody's on
    /// the card, or by one for a partner, whoever that is.
    #[must_use]
    pub fn may_be_another(&self, these: &[String]) -> bool {
        !self.only(these) || self.others.iter().any(|word| PARTNERS.contains(&word.as_str()))
    }

    /// Whether all of them stand together behind "met" or "bij": "met Oma en Kind 1 iets
    /// zoeken" is done with both, "met Kind 1 praten over Oma" is not.
    #[must_use]
    pub fn are_together(&self) -> bool {
        let Some((first, _)) = self.who.first() else { return false };
        let before = self.text[..first.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let between = |pair: &[(Range<usize>, String)]| {
            let words = self.text[pair[0].0.end..pair[1].0.start].replace(',', " ");
            matches!(words.split_whitespace().collect::<Vec<_>>().as_slice(), [] | ["en"])
        };
        matches!(before.as_str(), "met" | "bij")
            && !self.who.iter().any(|(_, who)| who == NAMED)
            && self.who.windows(2).all(between)
    }
}

/// Words for somebody who was named before. "Zijn" is a verb as often.
const POINTING: [&str; 10] = ["hij", "hem", "zij", "ze", "haar", "hun", "hen", "diens", "degene", "diegene"];

/// Words for a partner or for all of a family.
const PARTNERS: [&str; 46] = [
    "kindsvader",
    "kindsmoeder",
    "kindvader",
    "pa",
    "ma",
    "paps",
    "mams",
    "verwekker",
    "relatie",
    "relaties",
    "geliefde",
    "minnaar",
    "ex",
    "exen",
    "ex-man",
    "exman",
    "ex-vrouw",
    "exvrouw",
    "ex-vriend",
    "ex-vriendin",
    "man",
    "vrouw",
    "vriend",
    "vriendin",
    "vriendje",
    "vriendinnetje",
    "echtgenoot",
    "echtgenote",
    "verloofde",
    "huisgenoot",
    "dader",
    "verdachte",
    "pleger",
    "familie",
    "echtpaar",
    "stel",
    "verzorger",
    "verzorgers",
    "pappie",
    "mammie",
    "baba",
    "wederhelft",
    "kerel",
    "vent",
    "meneer",
    "schuldenaar",
];

/// Others whom no list has.
const PEOPLE: [&str; 12] = [
    "iemand",
    "anderen",
    "familieleden",
    "schoonfamilie",
    "kennissen",
    "collega's",
    "bron",
    "omstanders",
    "werkgever",
    "meldende",
    "melders",
    "getuigen",
];

/// In the lists of words before a name, but no word for a person by themselves.
const NOBODY: [&str; 12] = [
    "oud",
    "sociaal",
    "toegang",
    "interne",
    "wmo",
    "ambulant",
    "maatschappelijk",
    "hond",
    "kat",
    "gezin",
    "overig",
    "aanstaande",
];

/// Whether a word says who somebody is.
fn is_person(word: &str) -> bool {
    let is = |word: &str| {
        speech::of(&fold(word)).has(Class::KIN.with(Class::ROLE).with(Class::TITLE)) && !NOBODY.contains(&word)
    };
    let singular =
        ["en", "s", "n"].iter().filter_map(|end| word.strip_suffix(end)).any(|word| word.len() > 3 && is(word));
    PARTNERS.contains(&word) || PEOPLE.contains(&word) || is(word) || singular || word.starts_with("ex-")
}

/// Whether a label is that of a school, a street or another thing.
fn is_thing(label: &str) -> bool {
    let word = label.split(' ').next().unwrap_or_default();
    !is_role(word) && !matches!(word, "persoon" | "achternaam") && label.contains(' ')
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).map(move |word| {
        let start = at;
        // What parts two words is one character.
        at = start + word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start..start + word.len(), word)
    })
}

/// The role that a word says, in small letters.
fn role_of(word: &str) -> Option<String> {
    let same = match word {
        "papa" | "pap" | "pappa" | "paps" => "vader",
        "mama" | "mam" | "mamma" | "mams" => "moeder",
        "ouders" => "ouders",
        "kinderen" | "jeugdigen" | "kids" | "tweeling" => "kinderen",
        "jongen" | "meisje" | "zoontje" | "dochtertje" | "kindje" => "kind",
        "broertje" | "broers" | "broertjes" => "broer",
        "zusje" | "zussen" | "zusjes" => "zus",
        // Also an ordinary word.
        "overig" => return None,
        _ => {
            let bare = word.strip_suffix('s').filter(|bare| is_role(bare)).unwrap_or(word);
            return is_role(bare).then(|| bare.to_owned());
        }
    };
    Some(same.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Koppeling, Regio, Veiligheidskaart};
    use crate::pseudo::{InTeam, Names};
    use crate::yaml::parse;

    /// Whom the text speaks of, and whether they stand together.
    fn who(text: &str) -> (Vec<String>, bool) {
        let card = "gezin:\n  leden:\n    - {wie: kind1, voornaam: Milaisa, school: De Korenwolf}\n    - {wie: moeder, voornaam: \
                    Joyce}\n    - {wie: oma, voornaam: Hermina}\n";
        let card: Veiligheidskaart = parse(card.as_bytes()).unwrap().read().0.unwrap();
        let link: Koppeling = parse(b"vervangingen: [{tekst: x, door: School 1}]").unwrap().read().0.unwrap();
        let names = Names::of(&card, &Regio::default(), chrono::NaiveDate::default());
        let mut family = Finder::new(&names, &Regio::default());
        let mentions = Mentions::of(text, &WayBack::of(&card, &link, &InTeam::default()), &mut family);
        (mentions.who.iter().map(|(_, who)| who.clone()).collect(), mentions.are_together())
    }

    #[test]
    fn labels_roles_and_names_count() {
        assert_eq!(who("Kind 1 belt Moeder over haar vaders werk").0, ["kind 1", "moeder", "vader"]);
        assert_eq!(who("met School 1 bellen; Kind 2 en papa").0, ["kind 2", "vader"]);
        assert_eq!(who("Milaisa komt.").0, ["?"]);
        assert_eq!(who("de ouders en de kinderen, Persoon B").0, ["ouders", "kinderen", "persoon b"]);
        assert!(who("met de verhuurder bellen over uitstel; overig").0.is_empty());
    }

    #[test]
    fn together_is_behind_met_or_bij_and_nowhere_else() {
        assert!(who("met Oma en Kind 1 een adres zoeken").1);
        assert!(who("langsgaan bij Moeder, Oma en Kind 1").1);
        assert!(!who("met Kind 1 praten over Oma").1);
        assert!(!who("zorgen dat Oma en Kind 1 slapen").1);
        assert!(!who("met Joyce praten").1);
    }
}
