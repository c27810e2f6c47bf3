//! The known family: every form in which their names occur.
//!
//! Made once for a family and then looked up token by token, so that many texts of one
//! dossier cost no more than their words.

use super::hit::Certainty;
use super::lexicon::{Flags, fold as fold_text};
use super::near::one_off;
use super::quick::{WordSet, Words};
use super::reading::Reading;
use super::speech::{self, Class};
use super::tokens::{Gap, Shape, Tokens};
use std::collections::HashSet;

/// One person whose names are known.
#[derive(Default, Clone)]
pub struct Known {
    /// First names, with blanks between them.
    pub voornaam: Option<String>,
    /// The name that is called.
    pub roepnaam: Option<String>,
    /// What stands before the surname.
    pub tussenvoegsel: Option<String>,
    /// The surname.
    pub achternaam: Option<String>,
    /// What stands in its place: Kind 1, Moeder.
    pub label: Option<String>,
    /// Whether it is somebody outside the family, whose label stands nowhere but in texts.
    pub outside: bool,
}

impl Known {
    /// Whether any name is known: of the members on a team's card none is.
    pub(super) fn has_name(&self) -> bool {
        let names = [&self.voornaam, &self.roepnaam, &self.achternaam];
        names.into_iter().flatten().any(|name| !name.trim().is_empty())
    }
}

/// What a form says about its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is written down.
    Whole,
    /// A possessive, a diminutive or a plural.
    Inflected,
}

/// The names of a family in all forms.
pub(super) struct Family {
    whole: WordSet,
    /// What inflected forms begin with, in order, and whether it is the name itself.
    stems: Vec<(String, bool)>,
    /// The first bytes of all these: most words begin with another.
    begins: [bool; 256],
    /// Names long enough for a typing error or to be seen inside another word.
    long: Vec<String>,
    /// The names themselves.
    names: Vec<String>,
    /// Surnames, with the folded words that may stand before them.
    before: Words<String, Vec<Vec<String>>>,
    /// First letters of first names with those of surnames.
    initials: HashSet<(char, char)>,
    firsts: HashSet<char>,
}

impl Family {
    /// Collects the forms.
    pub fn new(known: &[Known]) -> Self {
        let mut family = Self {
            whole: WordSet::default(),
            stems: Vec::new(),
            begins: [false; 256],
            long: Vec::new(),
            names: Vec::new(),
            before: Words::default(),
            initials: HashSet::new(),
            firsts: HashSet::new(),
        };
        for person in known {
            family.add(person);
        }
        family.long.sort();
        family.long.dedup();
        family.stems.sort();
        family.stems.dedup();
        family
    }

    fn add(&mut self, person: &Known) {
        let split = |name: &Option<String>| words_of(name.as_deref().unwrap_or_default());
        let (first, called) = (split(&person.voornaam), split(&person.roepnaam));
        let last = split(&person.achternaam);
        for name in first.iter().chain(&called) {
            self.name(name);
        }
        let last_names: Vec<&String> = last.iter().filter(|name| !speech::of(name).has(Class::TUSSENVOEGSEL)).collect();
        for name in &last_names {
            self.name(name);
        }
        // "Alkhatib" for Al-Khatib, "Vandenberg" for van den Berg.
        if last.len() > 1 {
            self.form(last.concat());
            self.long.push(last.concat());
        }
        let mut before = split(&person.tussenvoegsel);
        if !before.is_empty() && !last.is_empty() {
            self.form(before.concat() + &last.concat());
        }
        before.extend(last.iter().take_while(|name| speech::of(name).has(Class::TUSSENVOEGSEL)).cloned());
        if let Some(name) = last_names.first().filter(|_| !before.is_empty()) {
            self.before.entry((*name).clone()).or_default().push(before.clone());
        }
        let starts: Vec<char> = first.iter().take(1).chain(&called).filter_map(|name| name.chars().next()).collect();
        self.firsts.extend(&starts);
        for initial in starts {
            let ends = before.first().into_iter().chain(last_names.first().copied());
            self.initials.extend(ends.filter_map(|name| Some((initial, name.chars().next()?))));
        }
    }

    fn name(&mut self, name: &str) {
        let length = name.chars().count();
        // One letter of another script is a name; one of ours an initial.
        if length < 2 && name.is_ascii() {
            return;
        }
        self.form(name.to_owned());
        self.stems.extend(stems(name));
        self.names.push(name.to_owned());
        if length >= 5 {
            self.long.push(name.to_owned());
        }
    }

    fn form(&mut self, form: String) {
        self.begins[first_byte(&form)] = true;
        self.whole.insert(form);
    }

    /// Whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Whether a token is a form of a name.
    pub fn form_of(&self, fold: &str) -> Option<Form> {
        if !self.begins[first_byte(fold)] {
            return None;
        }
        if self.whole.contains(fold) {
            return Some(Form::Whole);
        }
        let from = self.stems.partition_point(|(stem, _)| first_byte(stem) < first_byte(fold));
        let near = self.stems[from..].iter().take_while(|(stem, _)| first_byte(stem) == first_byte(fold));
        let mut inflected = near.filter_map(|(stem, name)| Some((fold.strip_prefix(stem.as_str())?, *name)));
        inflected.any(|(end, name)| is_inflection(fold, end, name)).then_some(Form::Inflected)
    }

    /// Whether a token is a name with one typing error, or holds a name.
    pub fn near(&self, fold: &str) -> bool {
        let length = fold.len();
        length >= 4
            && self.long.iter().any(|name| {
                length.abs_diff(name.len()) <= 2 && one_off(fold, name)
                    // "Svenss" of an inflected form is near too.
                    || length > name.len() && (fold.contains(name.as_str()) && name.len() >= 6)
                    || length > name.len() && fold.strip_suffix('s').is_some_and(|stem| one_off(stem, name))
            })
    }

    /// Whether two tokens that a line end divides are one name together.
    pub fn divided(&self, first: &str, second: &str) -> bool {
        first.len() >= 2 && self.begins[first_byte(first)] && self.whole.contains(&(first.to_owned() + second))
    }

    /// How many tokens before a surname belong to it.
    pub fn prefix_before(&self, tokens: &Tokens<'_>, index: usize) -> usize {
        let stem = tokens.fold(index);
        let known = self.before.get(stem).or_else(|| self.before.get(stem.strip_suffix('s')?));
        let lengths = known.into_iter().flatten().filter_map(|words| prefix_length(tokens, index, words));
        lengths.max().unwrap_or(0)
    }

    /// Whether two initials belong to someone.
    pub fn are_initials(&self, first: &str, last: &str) -> bool {
        let letter = |text: &str| text.chars().next();
        letter(first).zip(letter(last)).is_some_and(|pair| self.initials.contains(&pair))
    }

    /// Whether a word of two letters is the initials of someone.
    fn are_both_initials(&self, fold: &str) -> bool {
        let mut letters = fold.chars();
        let pair = letters.next().zip(letters.next());
        letters.next().is_none() && pair.is_some_and(|pair| self.initials.contains(&pair))
    }

    /// Whether a name is part of a word: with its capital in "TeamDaan", or of four letters and
    /// more in a word that no list knows.
    fn is_inside(&self, word: &str, fold: &str, is_unknown: bool) -> bool {
        let capital = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
        let tail = capital.is_some_and(|at| word.len() - at >= 2 && self.whole.contains(&fold_text(&word[at..])));
        tail || is_unknown
            && fold.len() > 5
            && self.names.iter().any(|name| name.len() >= 4 && fold.contains(name.as_str()))
    }

    /// Whether a word is what a long name of the family begins with: Abdel of Abdelilah.
    fn is_begin(&self, fold: &str) -> bool {
        let begins = |name: &String| name.len() >= fold.len() + 2 && name.starts_with(fold);
        fold.len() >= 4 && self.begins[first_byte(fold)] && self.long.iter().any(begins)
    }

    /// Whether an initial is that of a first name.
    pub fn is_first_initial(&self, fold: &str) -> bool {
        fold.chars().next().is_some_and(|c| self.firsts.contains(&c))
    }
}

/// The tokens that these words take right before a token: "van den", "v.d.", "v d", "vd".
fn prefix_length(tokens: &Tokens<'_>, index: usize, before: &[String]) -> Option<usize> {
    let mut at = index;
    let mut short = String::new();
    // Backwards over signs and words while they can be the prefix.
    for steps in 1..=6 {
        let gap = tokens.gap(at);
        at = at.checked_sub(1).filter(|_| gap < Gap::Paragraph)?;
        let fold = tokens.fold(at);
        match fold {
            "." | "-" | "'" | "/" => continue,
            _ if tokens.is_word(at) => short.insert_str(0, &format!("{fold} ")),
            _ => return None,
        }
        let said: Vec<&str> = short.split_whitespace().collect();
        let whole = said.iter().eq(before.iter());
        let letters: String = before.iter().filter_map(|word| word.chars().next()).collect();
        let abbreviated = said.concat() == letters && said.iter().all(|word| word.len() <= 2);
        let half = said.len() == before.len() && said.iter().zip(before).all(|(said, word)| word.starts_with(*said));
        if whole || abbreviated || half {
            return Some(steps);
        }
        if said.len() > before.len() + 1 {
            return None;
        }
    }
    None
}

/// The words of a name, folded: "Jansen-de Vries" is three.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold_text(super::text::Searched::new(name).text());
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

/// What the inflected forms of a name begin with, and whether that is the name itself.
fn stems(name: &str) -> impl Iterator<Item = (String, bool)> {
    // Emmaatje, Lottetje; Timmie, Jannetje.
    let doubled = name.chars().next_back().map(|last| (format!("{name}{last}"), false));
    // Lotje of Lotte: the double consonant goes.
    let shorter = name.strip_suffix('e').map(|stem| {
        let mut letters = stem.chars().rev();
        let last = letters.next();
        let double = last.is_some() && last == letters.next();
        let cut = if double { last.map_or(0, char::len_utf8) } else { 0 };
        (stem[..stem.len() - cut].to_owned(), false)
    });
    [Some((name.to_owned(), true)), doubled, shorter].into_iter().flatten().filter(|(stem, _)| !stem.is_empty())
}

/// Whether a form with this end is a possessive, a diminutive or a plural.
fn is_inflection(form: &str, end: &str, of_name: bool) -> bool {
    let small = |end: &str| {
        matches!(end, "je" | "tje" | "etje" | "pje" | "kje" | "ke" | "eke" | "ske" | "ie" | "y" | "i" | "ken" | "tie")
    };
    // "Dani" of Dan is a guess that would make words of short names.
    let long = |form: usize| form >= 5;
    of_name && matches!(end, "s" | "es" | "en")
        || small(end) && long(form.len())
        || end.strip_suffix('s').is_some_and(small) && long(form.len() - 1)
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

/// What the family says about a token: how sure, and why.
pub(super) fn judge(family: &Family, reading: &Reading<'_>, index: usize) -> Option<(Certainty, &'static str)> {
    let token = reading.tokens.get(index).filter(|_| !reading.is_label(index))?;
    let fold = reading.fold(index);
    let flags = reading.flags(index);
    let Some(form) = family.form_of(fold) else {
        let capital = token.is_capital();
        if token.shape == Shape::Upper && family.are_both_initials(fold) && !reading.stays[index] {
            return Some((Certainty::Twijfel, "de voorletters van iemand uit het gezin"));
        }
        if family.is_inside(reading.tokens.word(index), fold, flags.is_empty()) {
            return Some((Certainty::Twijfel, "een naam van het gezin, aan een ander woord vast"));
        }
        if capital && !flags.is_word() && !reading.stays[index] && family.is_begin(fold) {
            return Some((Certainty::Twijfel, "het begin van een naam van het gezin"));
        }
        // Another word or place is not the misspelt name, save where it has a capital for no reason.
        let other = flags.is_word() || flags.is_place_nl() && !capital || reading.stays[index];
        if other || !family.near(fold) {
            return None;
        }
        let sure = if capital && !token.first || flags.is_empty() { Certainty::Zeker } else { Certainty::Twijfel };
        return Some((sure, "lijkt op een naam van het gezin, op één letter na"));
    };
    let reason = match form {
        Form::Whole => "een naam van het gezin",
        Form::Inflected => "een naam van het gezin, verbogen of verkleind",
    };
    let grammar =
        reading.is(index, Class::STOP.with(Class::DETERMINER).with(Class::PREPOSITION).with(Class::TUSSENVOEGSEL));
    let ordinary = flags.is_word() || flags.is_common() || grammar;
    let common = flags.is_common() || grammar;
    let sure = match token.shape {
        _ if !ordinary => Some(Certainty::Zeker),
        Shape::Lower if form == Form::Inflected => None,
        // "het mark-en-linde-gedoe"
        Shape::Lower if both(family, reading, index) => Some(Certainty::Twijfel),
        // In small letters a first name is at least asked, save one that is a verb or of the
        // grammar too: "wil" stands in every text.
        Shape::Lower => lower(reading, index, common).or_else(|| {
            let thing = reading.tokens.before(index).is_some_and(|at| reading.is(at, Class::DETERMINER));
            let asked = form == Form::Whole
                && flags.has(Flags::USUAL_FIRST_NAME)
                && !grammar
                && !thing
                && !reading.is(index, Class::VERB);
            asked.then_some(Certainty::Twijfel)
        }),
        // With its capital a name of the family is at least doubtful, whatever follows.
        _ if token.first && form == Form::Whole => Some(first(reading, index, common).unwrap_or(Certainty::Twijfel)),
        _ if token.first => first(reading, index, common),
        // A whole line in capitals says nothing of a capital.
        Shape::Upper if reading.tokens.shouts(index) => lower(reading, index, common),
        _ => Some(Certainty::Zeker),
    };
    sure.map(|sure| (sure, reason))
}

/// Whether a name is joined to another of the family by "en" and hyphens.
fn both(family: &Family, reading: &Reading<'_>, index: usize) -> bool {
    let joined = |from: usize| {
        reading.tokens.word(from + 1) == "-"
            && reading.fold(from + 2) == "en"
            && reading.tokens.word(from + 3) == "-"
            && (from + 1..from + 5).all(|at| reading.is_glued(at))
    };
    let named = |at: usize| family.form_of(reading.fold(at)).is_some();
    joined(index) && named(index + 4) || index >= 4 && joined(index - 4) && named(index - 4)
}

/// A name that is also a word, in lower case: only where no ordinary word would stand.
fn lower(reading: &Reading<'_>, index: usize, common: bool) -> Option<Certainty> {
    let before = reading.tokens.before(index);
    let is = |class: Class| before.is_some_and(|at| reading.is(at, class));
    let joined =
        before.is_some_and(|at| matches!(reading.fold(at), "en" | "dat" | "als" | "of" | "want" | "omdat" | "toen"));
    let acts = reading.is(index + 1, Class::VERB) && reading.follows(index + 1);
    let owns = reading.fold(index + 1) == "'" && reading.fold(index + 2) == "s" && reading.is_glued(index + 1);
    let named = is(Class::TITLE.with(Class::NAMING)) || is(Class::KIN) && !common;
    let alone = before.is_none() || !is(Class::DETERMINER);
    // "niet dat wil bij het gesprek is": a verb would have someone behind it.
    let verb = joined && reading.is(index, Class::VERB) && reading.is(index + 1, Class::PREPOSITION);
    let likely = named
        || verb
        || owns && !common
        || acts && joined
        || acts && alone && !common
        || !common && is(Class::PREPOSITION) && !is(Class::DETERMINER);
    likely.then_some(Certainty::Twijfel)
}

/// The same where a sentence begins.
fn first(reading: &Reading<'_>, index: usize, common: bool) -> Option<Certainty> {
    let after = reading.fold(index + 1);
    let name_follows = reading.is_capital(index + 1) && reading.follows(index + 1);
    let acts = reading.is(index + 1, Class::VERB);
    // "Jan zijn broer", but "Wil hun vader komen?".
    let owns = matches!(after, "zijn" | "haar" | "hun" | "z" | "d") && !reading.is(index, Class::VERB);
    if acts || owns || name_follows || matches!(after, "," | "'" | "en" | "(" | ":" | "") {
        return Some(Certainty::Zeker);
    }
    // "Wil je dat", "Mark mij niet verkeerd".
    let grammar = Class::PRONOUN.with(Class::DETERMINER);
    (!common && !reading.is(index + 1, grammar)).then_some(Certainty::Twijfel)
}
