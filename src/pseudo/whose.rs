//! Whose a label is: what the koppeling remembers, held against who goes by that word on the
//! card now.
//!
//! A label stands for one person as long as the case lasts. A card can change underneath it: an
//! older child comes before the others, another uncle is written down as `oom`. Several names for
//! one person are usual and no change; another name and none of the old ones is.

use super::in_team::InTeam;
use super::known::{Family, Form, Known};
use super::label::label_of;
use super::labels::name_words;
use super::lexicon;
use super::speech::{self, Class};
use crate::model::Koppeling;
use std::collections::HashSet;

/// Words of the koppeling with the label that stands for them.
pub(super) type Row<'k> = (&'k str, &'k str);

/// The kind of a name that somebody said to be someone's: it need not look like any of theirs.
pub const NICKNAME: &str = "bijnaam";

/// The rows of a koppeling that tell whose a label is.
pub(super) fn rows(koppeling: Option<&Koppeling>) -> Vec<Row<'_>> {
    let given = koppeling.into_iter().flat_map(|koppeling| koppeling.vervangingen.values());
    let given = given.filter(|one| one.soort.as_deref() != Some(NICKNAME));
    given.filter_map(|one| Some((one.tekst.as_deref()?, one.door.as_deref()?))).collect()
}

/// What a koppeling says of a label and someone who would get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// It does not have the label.
    Nobody,
    /// This person's.
    Own,
    /// This person's, and a name beside it that may be somebody else's.
    Shared,
    /// Somebody else's.
    Other,
}

/// Whose a label is for the koppeling. `all` are all who are known: what is the name of another
/// of them is no misspelt name of this one.
pub(super) fn whose(one: &Known, label: &str, rows: &[Row<'_>], all: &[Known]) -> Whose {
    let names = Family::new(std::slice::from_ref(one));
    let firsts = Family::new(&[Known { achternaam: None, tussenvoegsel: None, ..one.clone() }]);
    let others: Vec<Family> = all
        .iter()
        .filter(|other| !is_same(one, other))
        .map(|other| Family::new(&[Known { achternaam: None, tussenvoegsel: None, ..other.clone() }]))
        .collect();
    let initials = initials(one);
    let is_whole = |family: &Family, word: &str| family.form_of(word) == Some(Form::Whole);
    let is_other = |word: &str| !is_whole(&names, word) && others.iter().any(|other| is_whole(other, word));
    let is_name = |family: &Family, word: &str| {
        !is_other(word) && (family.form_of(word).is_some() || word.chars().count() > 1 && family.near(word))
    };
    let (mut any, mut own, mut other, mut real) = (false, false, false, false);
    for (words, _) in rows.iter().filter(|(_, door)| *door == label) {
        any = true;
        let words: Vec<String> = name_words(words).into_iter().filter(|word| !is_address(word)).collect();
        let is_own_word = |word: &String| match word.chars().count() {
            1 => initials.contains(word),
            _ => is_name(&names, word),
        };
        if words.iter().any(|word| is_name(&firsts, word)) {
            own = true;
        } else if let Some(strange) = words.iter().find(|word| !is_own_word(word)) {
            other = true;
            real |= is_other(strange) || lexicon::folded(strange).is_first_name();
        }
    }
    match (own, other) {
        _ if !any => Whose::Nobody,
        (true, true) if real => Whose::Shared,
        (false, true) => Whose::Other,
        _ => Whose::Own,
    }
}

/// A word before a name that says who somebody is: "oma", "juf", "mevrouw".
fn is_address(word: &str) -> bool {
    speech::of(word).has(Class::TITLE.with(Class::KIN).with(Class::ROLE))
}

/// The letters with which somebody's names begin, each by itself.
fn initials(one: &Known) -> HashSet<String> {
    let names = [&one.voornaam, &one.roepnaam, &one.tussenvoegsel, &one.achternaam];
    let words = names.into_iter().flatten().flat_map(|name| name_words(name));
    words.filter_map(|word| word.chars().next().map(String::from)).collect()
}

fn is_same(one: &Known, other: &Known) -> bool {
    let key = |known: &Known| {
        let names = [&known.voornaam, &known.roepnaam, &known.tussenvoegsel, &known.achternaam, &known.label];
        names.map(|name| name.as_deref().unwrap_or_default().trim().to_lowercase())
    };
    key(one) == key(other)
}

/// A label of someone of the family that stands for somebody else too, or may do so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The label.
    pub label: String,
    /// The word on the card for who goes by it now.
    pub wie: String,
    /// A word of the same kind that nobody has yet.
    pub vrij: String,
    /// What is the matter.
    pub kind: ClashKind,
}

/// What is the matter with a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashKind {
    /// The koppeling gave it to somebody with another name.
    Another,
    /// The koppeling has it for this person and for a name that may be somebody else's.
    Shared,
    /// It stands in the team's folder, and nobody there got it from a card.
    Strange,
}

/// The labels of the family that are not certainly one person's, in the order of the card.
pub(super) fn clashes(known: &[Known], koppeling: Option<&Koppeling>, team: &InTeam) -> Vec<Clash> {
    let rows = rows(koppeling);
    let found = known.iter().filter(|one| !one.outside).filter_map(|one| {
        let wie = one.label.as_deref()?.trim();
        let label = label_of(wie);
        let kind = match whose(one, &label, &rows, known) {
            Whose::Other => ClashKind::Another,
            Whose::Shared => ClashKind::Shared,
            Whose::Nobody if team.is_strange(&label) => ClashKind::Strange,
            Whose::Nobody | Whose::Own => return None,
        };
        Some(Clash { label, wie: wie.to_owned(), vrij: free(wie, known, &rows, team), kind })
    });
    found.collect()
}

/// The next `wie` with the same word that stands for nobody.
fn free(wie: &str, known: &[Known], rows: &[Row<'_>], team: &InTeam) -> String {
    let word = wie.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_free = |next: &String| {
        let label = label_of(next);
        !known.iter().any(|one| one.label.as_deref().is_some_and(|own| label_of(own) == label))
            && !rows.iter().any(|(_, door)| *door == label)
            && !team.has(&label)
    };
    (2..100).map(|number| format!("{word}{number}")).find(is_free).unwrap_or_else(|| format!("{word}2"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(first: &str, last: &str, wie: &str) -> Known {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Known { voornaam: some(first), achternaam: some(last), label: some(wie), ..Known::default() }
    }

    /// Whose Kind 1 is for a koppeling with these words, of the first of these.
    fn of(words: &[&str], known: &[Known]) -> Whose {
        let rows: Vec<Row<'_>> = words.iter().map(|words| (*words, "Kind 1")).collect();
        whose(&known[0], "Kind 1", &rows, known)
    }

    #[test]
    fn the_names_of_one_person_are_one_person_s() {
        let daan = [one("Daan Willem", "Verhagen", "kind1")];
        assert_eq!(of(&[], &daan), Whose::Nobody);
        for words in
            ["Daan", "Daantje", "daan verhagen", "D. Verhagen", "D.V.", "neef Daan", "Willem", "Verhagen", "DAAN"]
        {
            assert_eq!(of(&[words], &daan), Whose::Own, "{words}");
        }
        // Misspelt, and a nickname beside the name.
        assert_eq!(of(&["Ilyas"], &[one("Ilias", "Bouzidi", "kind1")]), Whose::Own);
        assert_eq!(of(&["Sproet", "Daan"], &daan), Whose::Own);
        let saïd = [Known { roepnaam: Some("Sidi".to_owned()), ..one("Mohamed", "Bouzidi", "oom") }];
        assert_eq!(of(&["Sidi"], &saïd), Whose::Own);
    }

    #[test]
    fn another_name_is_another_person_s_also_within_one_family() {
        let amina = [one("Amina", "Bouzidi", "kind1"), one("Ilyas", "Bouzidi", "kind2")];
        assert_eq!(of(&["Ilyas"], &amina), Whose::Other);
        assert_eq!(of(&["Ilyas Bouzidi"], &amina), Whose::Other);
        assert_eq!(of(&["I. Bouzidi", "Bouzidi"], &amina[..1]), Whose::Other);
        // Two names that differ by a letter are two children where both are on the card.
        let milan = [one("Milan", "Bos", "kind1"), one("Mila", "Bos", "kind2")];
        assert_eq!(of(&["Mila"], &milan), Whose::Other);
        assert_eq!(of(&["Mila"], &milan[..1]), Whose::Own);
        // A nickname alone says nothing of who it is.
        assert_eq!(of(&["Sproet"], &amina), Whose::Other);
        // Both: nobody can tell for whom an old text meant it.
        assert_eq!(of(&["Khalid", "Karim"], &[one("Karim", "Azzouzi", "kind1")]), Whose::Shared);
    }
}
