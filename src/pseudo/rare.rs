//! Rare facts: each says little, but together they may point to one family.
//!
//! What is rare stands in `data/zeldzaam.txt`; how many children and of what age, on the card.

use crate::model::{Gezin, Leeftijd, Rol};
use std::sync::OnceLock;

/// A kind of rare fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words below say it")]
pub enum Fact {
    Herkomst,
    GeborenElders,
    GeloofOfTaal,
    Ziekte,
    Beroep,
    Media,
    Gebeurtenis,
    Leeftijd,
    Tweeling,
    VeelKinderen,
}

/// From how many children a family is large.
const MANY: usize = 4;
/// An age that few reach, and one at which few are parents.
const OLD: u8 = 90;
const YOUNG: u8 = 18;

impl Fact {
    /// What it is, in words.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Herkomst => "een herkomst die hier weinig voorkomt",
            Self::GeborenElders => "een adoptie of geboorte in het buitenland",
            Self::GeloofOfTaal => "een geloof of taal die hier weinig voorkomt",
            Self::Ziekte => "een zeldzame ziekte",
            Self::Beroep => "een beroep dat weinig mensen hebben",
            Self::Media => "aandacht in de media",
            Self::Gebeurtenis => "een gebeurtenis die bekend kan zijn",
            Self::Leeftijd => "een leeftijd die opvalt",
            Self::Tweeling => "een tweeling of kinderen van dezelfde leeftijd",
            Self::VeelKinderen => "vier of meer kinderen",
        }
    }

    /// How to make it coarser.
    #[must_use]
    pub fn how(self) -> &'static str {
        match self {
            Self::Herkomst => "schrijf \"een ander land\"",
            Self::GeborenElders => "laat het weg als het niets zegt over veiligheid",
            Self::GeloofOfTaal => "schrijf \"het geloof\" of \"een andere taal\"",
            Self::Ziekte => "schrijf \"een ernstige ziekte\"",
            Self::Beroep => "schrijf \"het werk\"",
            Self::Media => "laat het weg",
            Self::Gebeurtenis => "schrijf wat het met de kinderen deed, niet wat er gebeurde",
            Self::Leeftijd => "schrijf \"jong\" of \"oud\", of een band",
            Self::Tweeling => "geef de kinderen bij `leeftijd` een band, zoals `8-11`",
            Self::VeelKinderen => "schrijf \"meerdere kinderen\" en bij `leeftijd` een band, zoals `8-11`",
        }
    }

    /// Facts about the make-up of the family: together they are one.
    fn is_of_family(self) -> bool {
        matches!(self, Self::Tweeling | Self::VeelKinderen | Self::Leeftijd)
    }

    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "herkomst" => Self::Herkomst,
            "geboren_elders" => Self::GeborenElders,
            "geloof_of_taal" => Self::GeloofOfTaal,
            "ziekte" => Self::Ziekte,
            "beroep" => Self::Beroep,
            "media" => Self::Media,
            "gebeurtenis" => Self::Gebeurtenis,
            "tweeling" => Self::Tweeling,
            _ => return None,
        })
    }
}

/// Where a rare fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<P> {
    /// At the members of the family.
    Leden,
    /// At the age of this member, from 0.
    Lid(usize),
    /// In a text.
    Text(P),
}

/// A rare fact on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rare<P> {
    /// What.
    pub fact: Fact,
    /// Where it stands first.
    pub at: At<P>,
}

/// The rare facts of a card, each kind once, when together they may point to one family: two
/// that have nothing to do with each other, or one in a family that stands out by itself.
/// `texts` are the texts of the card, each with what tells its place.
pub fn rare<'t, P>(gezin: Option<&Gezin>, texts: impl IntoIterator<Item = (P, &'t str)>) -> Vec<Rare<P>> {
    let mut found: Vec<Rare<P>> = Vec::new();
    let mut add = |fact: Fact, at: At<P>| {
        if !found.iter().any(|known| known.fact == fact) {
            found.push(Rare { fact, at });
        }
    };
    for (place, text) in texts {
        let mut facts = facts(text);
        facts.sort_unstable();
        facts.dedup();
        // A place is told once: the rarest of a text.
        if let Some(fact) = facts.into_iter().next() {
            add(fact, At::Text(place));
        }
    }
    if let Some(gezin) = gezin {
        of_family(gezin, &mut add);
    }
    let of_family = found.iter().filter(|rare| rare.fact.is_of_family()).count();
    if found.len() - of_family + usize::from(of_family > 0) < 2 {
        found.clear();
    }
    found
}

fn of_family<P>(gezin: &Gezin, add: &mut impl FnMut(Fact, At<P>)) {
    let children = || gezin.leden.iter().filter(|(_, lid)| lid.rol == Some(Rol::Jeugdige));
    if children().count() >= MANY {
        add(Fact::VeelKinderen, At::Leden);
    }
    let mut ages: Vec<u8> = Vec::new();
    for (index, lid) in gezin.leden.iter() {
        let Some(Leeftijd::Jaren(from, to)) = lid.leeftijd else { continue };
        let is_child = lid.rol == Some(Rol::Jeugdige);
        if is_child && from == to {
            if ages.contains(&from) {
                add(Fact::Tweeling, At::Lid(index));
            }
            ages.push(from);
        }
        let is_parent = matches!(lid.rol, Some(Rol::OuderMetGezag | Rol::OuderZonderGezag | Rol::OuderGezagOnbekend));
        if from >= OLD || is_parent && to < YOUNG {
            add(Fact::Leeftijd, At::Lid(index));
        }
    }
}

/// A word of the list: how it begins, and whether it may go on.
struct Word {
    start: &'static str,
    open: bool,
    fact: Fact,
}

/// The list by first letter of the word; few words of a text share one.
fn words() -> &'static [Vec<Word>; 26] {
    static WORDS: OnceLock<[Vec<Word>; 26]> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: [Vec<Word>; 26] = Default::default();
        for line in include_str!("data/zeldzaam.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((fact, list)) = line.split_once(':') else { continue };
            let Some(fact) = Fact::named(fact) else { continue };
            for word in list.split_whitespace() {
                let start = word.trim_end_matches('*');
                if let Some(bucket) = start.bytes().next().and_then(letter) {
                    words[bucket].push(Word { start, open: start != word, fact });
                }
            }
        }
        words
    })
}

fn letter(byte: u8) -> Option<usize> {
    byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'))
}

/// The facts that the words of a text tell of. Read byte by byte: every text of every card of a
/// folder goes through here, and hardly any word of it is on the list.
fn facts(text: &str) -> Vec<Fact> {
    let lists = words();
    let mut found = Vec::new();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte >= 0x80;
    for word in text.as_bytes().split(|byte| !is_part(byte)).filter(|word| word.len() >= 3) {
        let Some(list) = letter(word[0]).map(|bucket| &lists[bucket]) else { continue };
        let second = word[1].to_ascii_lowercase();
        let is = |known: &&Word| {
            let start = known.start.as_bytes();
            start.get(1).is_none_or(|byte| *byte == second)
                && word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
                && (known.open || word.len() == start.len())
        };
        found.extend(list.iter().find(is).map(|known| known.fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Veiligheidskaart;
    use crate::yaml::parse;

    fn found(leden: &str, texts: &[&str]) -> Vec<Fact> {
        let file = format!("gezin: {{leden: [{leden}]}}");
        let card: Veiligheidskaart = parse(file.as_bytes()).unwrap().read().0.unwrap();
        rare(card.gezin.as_ref(), texts.iter().copied().enumerate()).into_iter().map(|rare| rare.fact).collect()
    }

    fn children(ages: &[&str]) -> String {
        let child = |(nr, age): (usize, &&str)| format!("{{wie: kind{nr}, rol: jeugdige, leeftijd: {age}}}");
        ages.iter().enumerate().map(child).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn one_rare_fact_says_little_two_say_much() {
        let few = children(&["4", "7"]);
        assert_eq!(found(&few, &["Vader is wethouder."]), []);
        assert_eq!(
            found(&few, &["Vader is wethouder.", "Het gezin kwam uit Eritrea."]),
            [Fact::Beroep, Fact::Herkomst]
        );
        assert_eq!(found(&few, &["Vader is wethouder.", "Moeder belt de wethouder."]), []);
        let many = children(&["2", "4", "7", "9"]);
        assert_eq!(found(&many, &["Moeder werkt in een winkel."]), []);
        assert_eq!(found(&many, &["Het stond in de KRANT."]), [Fact::Media, Fact::VeelKinderen]);
        // A large family with twins is still one fact about its make-up.
        assert_eq!(found(&children(&["2", "2", "7", "9"]), &["Moeder werkt."]), []);
        assert_eq!(found(&children(&["2", "2"]), &["De jongste heeft leukemie."]), [Fact::Ziekte, Fact::Tweeling]);
        assert_eq!(found(&children(&["0-3", "0-3"]), &["De jongste heeft leukemie."]), []);
    }

    #[test]
    fn only_whole_words_count() {
        let many = children(&["2", "4", "7", "9"]);
        for text in ["Kind 1 heeft een krantenwijk.", "De moordende hitte.", "Roman en Daria.", "Ze drinkt graag."] {
            assert_eq!(found(&many, &[text]), [], "{text}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("data/zeldzaam.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        assert!(lines.clone().all(|line| line.split_once(':').is_some_and(|(fact, _)| Fact::named(fact).is_some())));
        let listed: usize = lines.map(|line| line.split_whitespace().count() - 1).sum();
        assert_eq!(words().iter().map(Vec::len).sum::<usize>(), listed);
    }
}
