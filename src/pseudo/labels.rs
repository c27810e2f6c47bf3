//! Which label stands for whom and what: the same in the whole case, and in every version
//! of its card.
//!
//! A member of the family gets the word of its role (`kind1` is Kind 1), anyone else a
//! letter, a school or street a number. What was given once is remembered in the koppeling.

use super::earlier::Earlier;
use super::hit::{Hit, Kind};
use super::in_team::InTeam;
use super::known::{Family, Form, Known};
use super::label::{is_label, labels_of, letters, organisation, suffix_of, word};
use super::lexicon::{self, fold};
use super::speech::{self, Class};
use super::text::Searched;
use super::whose::NICKNAME;
use crate::model::Koppeling;
use std::collections::HashSet;

/// A label that was given.
#[derive(Clone, PartialEq, Eq)]
pub struct Given {
    /// The words as they first stood in a text, without a possessive.
    pub tekst: String,
    /// The label.
    pub door: String,
    /// What kind of words they are.
    pub soort: String,
}

/// Someone whose names are known.
struct Person {
    label: String,
    names: Family,
    /// Names that make the difference: first names and the names that are called.
    firsts: Family,
    /// Whether the surname is known.
    has_last: bool,
    /// The first name, where that is known.
    called: Option<String>,
}

/// The labels of one case.
pub(super) struct Labels {
    people: Vec<Person>,
    given: Vec<Given>,
    /// How many of them were there before.
    before: usize,
    /// Labels that can't be given any more, folded.
    taken: HashSet<String>,
    /// What the case used before it came into this dossier: nobody here knows for whom.
    earlier: Earlier,
    /// The same with what stands in the team's folder.
    used: Earlier,
    /// Who of the family stands on a card of the team, by their labels.
    members: Vec<String>,
}

/// What the words of a hit come down to.
pub(super) struct Named {
    /// The label.
    pub label: String,
    /// What of the words stays: a possessive.
    pub suffix: &'static str,
    /// Whether they are a name of the family.
    pub known: bool,
    /// Whether the label is that of one person of the family.
    pub is_member: bool,
}

impl Labels {
    /// With those who are known, and what was given before.
    /// `said` are names that were said just now to be somebody's.
    pub fn new(known: &[Known], koppeling: Option<&Koppeling>, team: &InTeam, said: &[Given]) -> Self {
        let people = known.iter().zip(labels_of(known, koppeling, team)).map(|(one, label)| {
            let firsts = Known { achternaam: None, tussenvoegsel: None, ..one.clone() };
            let has_last = one.achternaam.as_deref().is_some_and(|name| !name.trim().is_empty());
            let called = one.roepnaam.as_deref().or(one.voornaam.as_deref()).map(str::trim);
            Person {
                label,
                names: Family::new(std::slice::from_ref(one)),
                firsts: Family::new(&[firsts]),
                has_last,
                called: called.filter(|name| !name.is_empty()).map(str::to_owned),
            }
        });
        let given = koppeling.into_iter().flat_map(|koppeling| koppeling.vervangingen.values()).filter_map(|one| {
            let soort = one.soort.clone().unwrap_or_else(|| Kind::Persoon.word().to_owned());
            // A label that was written by hand must be one: it crosses.
            let door = one.door.clone().filter(|door| is_label(door))?;
            Some(Given { tekst: one.tekst.clone()?, door, soort })
        });
        let (people, mut given): (Vec<_>, Vec<Given>) = (people.collect(), given.collect());
        let before = given.len();
        given.extend_from_slice(said);
        let taken = given.iter().map(|one| fold(&one.door)).chain(people.iter().map(|one| fold(&one.label)));
        let earlier = koppeling.map(Earlier::of).unwrap_or_default();
        let used = koppeling.map(Earlier::of).unwrap_or_default().and(&team.earlier);
        Self { taken: taken.collect(), before, people, given, earlier, used, members: team.members().to_vec() }
    }

    /// Whether a label stands for someone already.
    pub fn is_taken(&self, label: &str) -> bool {
        self.taken.contains(&fold(label)) || self.earlier.has(label)
    }

    /// A label that the author typed is nobody else's.
    pub fn reserve(&mut self, label: &str) {
        self.taken.insert(fold(label));
    }

    /// What was given for the first time. Of who was given a nickname alone the name comes along:
    /// it tells later whose the label is.
    pub fn new_ones(mut self) -> Vec<Given> {
        for person in &self.people {
            let rows = || self.given.iter().filter(|one| one.door == person.label);
            let is_named =
                |one: &Given| name_words(&one.tekst).iter().any(|word| person.firsts.form_of(word).is_some());
            if let Some(name) = person.called.as_ref()
                && rows().any(|one| one.soort == NICKNAME)
                && !rows().any(is_named)
            {
                let soort = Kind::Persoon.word().to_owned();
                self.given.push(Given { tekst: name.clone(), door: person.label.clone(), soort });
            }
        }
        self.given.split_off(self.before)
    }

    /// The label for words of a kind.
    pub fn label(&mut self, kind: Kind, words: &str) -> Named {
        if kind != Kind::Persoon {
            return Named { label: self.thing(kind, words.trim()), suffix: "", known: false, is_member: false };
        }
        let (stem, suffix) = self.possessive(words);
        let tokens = name_words(&stem);
        let (label, known) = match self.person(&tokens).or_else(|| self.nickname(&tokens)) {
            Some(label) => (label, true),
            None if self.is_shared(&tokens) => {
                // Who it is nobody can tell, so words of address before it stay.
                let label = self.given_or_next(kind, &stem, &tokens, "Achternaam");
                return Named { suffix: suffix_of(&label, suffix), label, known: true, is_member: false };
            }
            None => (self.given_or_next(kind, &stem, &tokens, "Persoon"), false),
        };
        if known {
            self.remember(kind, &stem, &label);
        }
        Named { suffix: suffix_of(&label, suffix), label, known, is_member: known }
    }

    /// Who is meant: the one person who has all these names, else the one who has the first name.
    fn person(&self, tokens: &[String]) -> Option<String> {
        let has = |family: &Family, token: &String| family.form_of(token).is_some() || family.near(token);
        if let [first, .., last] = tokens
            && tokens.iter().all(|token| token.chars().count() == 1)
        {
            return self.only(|person| person.names.are_initials(first, last));
        }
        let longer: Vec<&String> = tokens.iter().filter(|token| token.chars().count() > 1).collect();
        if longer.is_empty() {
            return None;
        }
        let all = |person: &Person| longer.iter().all(|token| has(&person.names, token));
        // "Toos Kools-Jansen" of Toos Kools: the first name and the surname, and one more.
        let most = |person: &Person| {
            longer.iter().any(|token| has(&person.firsts, token))
                && (!person.has_last
                    || longer.iter().any(|token| has(&person.names, token) && !has(&person.firsts, token)))
        };
        self.only(all).or_else(|| self.only(most))
    }

    /// Whether any of the words is a name of the family, whatever stands beside it.
    pub fn holds_known(&self, words: &str) -> bool {
        let is_known = |word: &String| {
            word.chars().count() > 1
                && self.people.iter().any(|one| one.names.form_of(word).is_some() || one.names.near(word))
        };
        name_words(words).iter().any(is_known)
    }

    /// Who is meant by a name that somebody said belongs to one of the family: in the koppeling
    /// it stands with the label of that person.
    fn nickname(&self, tokens: &[String]) -> Option<String> {
        let is_member =
            |label: &String| self.people.iter().any(|person| person.label == *label) || self.members.contains(label);
        let said = self.given.iter().find(|one| name_words(&one.tekst) == tokens && is_member(&one.door));
        said.map(|one| one.door.clone())
    }

    fn only(&self, is: impl Fn(&Person) -> bool) -> Option<String> {
        let mut found = self.people.iter().filter(|person| is(person)).map(|person| &person.label);
        let first = found.next()?;
        found.all(|other| other == first).then(|| first.clone())
    }

    /// The persons in one hit: "Tonny bij Jeroen" may have been taken for one name. It falls
    /// apart where each word of it is the name of one person, and not all of the same.
    pub fn each(&self, text: &str, hit: Hit) -> Vec<Hit> {
        let words = &text[hit.bytes.clone()];
        let tokens = name_words(words);
        if hit.kind != Kind::Persoon || tokens.len() < 2 || self.person(&tokens).is_some() {
            return vec![hit];
        }
        let mut parts: Vec<(String, Hit)> = Vec::new();
        let mut at = 0;
        for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let start = at + words[at..].find(word).unwrap_or_default();
            at = start + word.len();
            let folded = name_words(word);
            if speech::of(&fold(word)).has(Class::TUSSENVOEGSEL) {
                continue;
            }
            let Some(label) = self.person(&folded) else { return vec![hit] };
            let bytes = hit.bytes.start + start..hit.bytes.start + at;
            match parts.last_mut().filter(|(last, _)| *last == label) {
                Some((_, part)) => part.bytes.end = bytes.end,
                None => parts.push((label, Hit { bytes, ..hit.clone() })),
            }
        }
        if let Some((_, last)) = parts.last_mut() {
            // The possessive of the last one goes with it.
            last.bytes.end = hit.bytes.end;
        }
        parts.into_iter().map(|(_, part)| part).collect()
    }

    /// Whether the name is one that several of the family have.
    fn is_shared(&self, tokens: &[String]) -> bool {
        let longer = || tokens.iter().filter(|token| token.chars().count() > 1);
        longer().next().is_some()
            && longer().all(|token| {
                self.people.iter().any(|person| person.names.form_of(token).is_some() || person.names.near(token))
            })
    }

    fn remember(&mut self, kind: Kind, stem: &str, label: &str) {
        let is_there = |one: &Given| one.door == label && fold(&one.tekst) == fold(stem);
        if !self.given.iter().any(is_there) {
            self.given.push(Given { tekst: stem.to_owned(), door: label.to_owned(), soort: kind.word().to_owned() });
        }
    }

    /// The label that these words have, or the next one. A name that is part of another name,
    /// or has one for a part, is the same person when that is one person only.
    fn given_or_next(&mut self, kind: Kind, stem: &str, tokens: &[String], prefix: &str) -> String {
        let same = |one: &&Given| one.soort == kind.word() && one.door.starts_with(prefix);
        let exact = self.given.iter().filter(same).find(|one| name_words(&one.tekst) == tokens);
        if let Some(one) = exact {
            return one.door.clone();
        }
        let part = |one: &&Given| {
            let other = name_words(&one.tekst);
            let within =
                |few: &[String], many: &[String]| !few.is_empty() && few.iter().all(|word| many.contains(word));
            within(tokens, &other) || within(&other, tokens)
        };
        let mut doors: Vec<&String> = self.given.iter().filter(same).filter(part).map(|one| &one.door).collect();
        doors.dedup();
        let label = match doors.as_slice() {
            [door] => (*door).clone(),
            _ => self.next(prefix),
        };
        self.remember(kind, stem, &label);
        label
    }

    fn thing(&mut self, kind: Kind, words: &str) -> String {
        let prefix = match kind {
            Kind::Organisatie => organisation(words),
            Kind::Leeftijd => return "[hoge leeftijd]".to_owned(),
            Kind::Datum | Kind::Geboortedatum => return "[datum]".to_owned(),
            other => word(other),
        };
        let same = |one: &&Given| one.soort == kind.word() && bare(&one.tekst) == bare(words);
        if let Some(one) = self.given.iter().find(same) {
            return one.door.clone();
        }
        let label = self.next(prefix);
        self.remember(kind, words, &label);
        label
    }

    /// The next free label with this word.
    fn next(&mut self, prefix: &str) -> String {
        let mut number = self.used.highest(prefix) + 1;
        loop {
            let label = match prefix {
                "Persoon" => format!("{prefix} {}", letters(number)),
                _ => format!("{prefix} {number}"),
            };
            if self.taken.insert(fold(&label)) {
                return label;
            }
            number += 1;
        }
    }

    /// The words without a possessive, and the possessive that stays.
    fn possessive(&self, words: &str) -> (String, &'static str) {
        let copy = Searched::new(words.trim());
        let text = copy.text().trim_end();
        if let Some(stem) = text.strip_suffix("'s").or_else(|| text.strip_suffix('\'')) {
            return (stem.to_owned(), "'s");
        }
        let last = text.rsplit([' ', '-', '\n']).next().unwrap_or_default();
        let whole = fold(last);
        match (text.strip_suffix('s'), whole.strip_suffix('s')) {
            (Some(stem), Some(short)) if self.is_of_family(short) || !is_listed(&whole) && is_listed(short) => {
                if self.is_of_family(&whole) { (text.to_owned(), "") } else { (stem.to_owned(), "'s") }
            }
            _ => (text.to_owned(), ""),
        }
    }

    fn is_of_family(&self, word: &str) -> bool {
        self.people.iter().any(|person| person.names.form_of(word) == Some(Form::Whole))
    }
}

/// Whether a word is a name on a list.
fn is_listed(word: &str) -> bool {
    let lists = lexicon::folded(word);
    lists.is_first_name() || lists.is_surname()
}

/// The words of a name that tell who it is, folded: no `van` and no `de`.
pub(super) fn name_words(name: &str) -> Vec<String> {
    let folded = fold(Searched::new(name).text());
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !speech::of(word).has(Class::TUSSENVOEGSEL))
        .map(|word| (*word).to_owned())
        .collect();
    if telling.is_empty() { words.into_iter().map(ToOwned::to_owned).collect() } else { telling }
}

/// Words as far as they make a difference: letters and digits, folded; an article apart.
fn bare(words: &str) -> String {
    let folded = fold(Searched::new(words).text());
    let rest = ["de ", "het ", "'t "].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(&folded);
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    /// Otherwise the nickname alone would look like the name of somebody else the next time.
    #[test]
    fn with_a_nickname_alone_the_name_is_remembered_too() {
        let one =
            Known { voornaam: Some("Daan Willem".to_owned()), label: Some("kind1".to_owned()), ..Known::default() };
        let said = Given { tekst: "Sproet".to_owned(), door: "Kind 1".to_owned(), soort: NICKNAME.to_owned() };
        let new = |link: &str| {
            let link: Koppeling = parse(link.as_bytes()).unwrap().read().0.unwrap();
            let labels =
                Labels::new(std::slice::from_ref(&one), Some(&link), &InTeam::default(), std::slice::from_ref(&said));
            labels.new_ones().into_iter().map(|one| (one.tekst, one.soort)).collect::<Vec<_>>()
        };
        let row = |tekst: &str, soort: &str| (tekst.to_owned(), soort.to_owned());
        assert_eq!(new("vervangingen: []"), [row("Sproet", "bijnaam"), row("Daan Willem", "persoon")]);
        assert_eq!(new("vervangingen: [{tekst: Daantje, door: Kind 1, soort: persoon}]"), [row("Sproet", "bijnaam")]);
    }
}
