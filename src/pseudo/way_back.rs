//! The way back: names in the place of whole labels.
//!
//! What stands in the place of a label follows from the koppeling, and of someone whose name
//! never stood in a text from the card. A label that neither knows is named, never guessed.

use super::file;
use super::in_team::InTeam;
use super::known::Known;
use super::label::{is_label, label_of, labels_of, possessive_of};
use super::typed::typed_labels;
use super::whose::{Clash, ClashKind, clashes};
use crate::calendar::words::capital;
use crate::model::{Koppeling, Lid, Veiligheidskaart, is_role};
use std::ops::Range;

/// A label of a case, and what comes in its place.
#[derive(Clone)]
pub struct Labelled {
    /// The label: Kind 1, School 1.
    pub label: String,
    /// What comes in its place.
    pub words: String,
    /// The place in `gezin.leden` of the member of the family that it stands for.
    pub lid: Option<usize>,
}

/// The labels of a case, the longest first: Kind 12 before Kind 1.
#[derive(Clone)]
pub struct WayBack {
    all: Vec<Labelled>,
    clashes: Vec<Clash>,
}

/// A text with words in the place of its labels.
#[derive(Default)]
pub struct Traced {
    /// The text.
    pub text: String,
    /// Labels that nobody knows, each once, in order.
    pub unknown: Vec<String>,
}

impl WayBack {
    /// The way back of a case: the first form of each name that the koppeling has, and for a
    /// label that it doesn't have the name on the card. Where the two tell of different people
    /// the koppeling is right, since it is what was known when the text was written; a label that
    /// it has for two shows both, and one that the team wrote before its owner was on a card is
    /// nobody's.
    #[must_use]
    pub fn of(card: &Veiligheidskaart, koppeling: &Koppeling, team: &InTeam) -> Self {
        let mut all: Vec<Labelled> = Vec::new();
        let members = card.gezin.iter().flat_map(|gezin| gezin.leden.values()).count();
        let people: Vec<(usize, Known)> = card.gezin.iter().flat_map(file::family).enumerate().collect();
        let named: Vec<(usize, Known)> = people.into_iter().filter(|(_, one)| one.has_name()).collect();
        let known: Vec<Known> = named.iter().map(|(_, one)| one.clone()).collect();
        let clashes = clashes(&known, Some(koppeling), team);
        let clash = |label: &str| clashes.iter().find(|clash| clash.label == label).map(|clash| clash.kind);
        let lid_of: Vec<(String, Option<usize>, String)> = labels_of(&known, Some(koppeling), team)
            .into_iter()
            .zip(&named)
            .filter(|(label, _)| clash(label) != Some(ClashKind::Strange))
            .map(|(label, (at, one))| {
                let lid = Some(*at).filter(|at| *at < members && clash(&label) != Some(ClashKind::Another));
                (label, lid, called(one))
            })
            .collect();
        for given in koppeling.vervangingen.values() {
            let (Some(words), Some(door)) = (&given.tekst, &given.door) else { continue };
            let words = one_line(words);
            if words.is_empty() || !is_label(door) {
                continue;
            }
            if let Some(there) = all.iter_mut().find(|one| one.label == *door) {
                if clash(door) == Some(ClashKind::Shared) {
                    there.words = format!("{} of {words}", there.words);
                }
                continue;
            }
            let lid = lid_of.iter().find(|(label, ..)| label == door).and_then(|(_, lid, _)| *lid);
            all.push(Labelled { label: door.clone(), words, lid });
        }
        for (label, lid, words) in lid_of {
            if !all.iter().any(|one| one.label == label) {
                all.push(Labelled { label, words, lid });
            }
        }
        all.sort_by_key(|one| std::cmp::Reverse(one.label.len()));
        Self { all, clashes }
    }

    /// The labels that are not certainly one person's.
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// The labels.
    pub fn labels(&self) -> impl Iterator<Item = &Labelled> {
        self.all.iter()
    }

    /// The same labels with other words in their place.
    #[must_use]
    pub fn with(&self, words: impl Fn(&Labelled) -> String) -> Self {
        let all = self.all.iter().map(|one| Labelled { words: words(one), ..one.clone() }).collect();
        Self { all, clashes: self.clashes.clone() }
    }

    /// The label of a member of the family.
    #[must_use]
    pub fn label_of(&self, lid: usize) -> Option<&Labelled> {
        self.all.iter().find(|one| one.lid == Some(lid))
    }

    /// What comes in the place of the label of someone who goes by this `wie`.
    #[must_use]
    pub fn words_of(&self, wie: &str) -> Option<&str> {
        let label = label_of(wie);
        self.all.iter().find(|one| one.label == label).map(|one| one.words.as_str())
    }

    /// The text with the words back. A possessive becomes that of the words, and at the start
    /// of a sentence they begin with a capital.
    #[must_use]
    pub fn trace(&self, text: &str) -> Traced {
        let mut traced = Traced::default();
        let mut at = 0;
        for spot in self.spots(text) {
            let before = &text[at..spot.bytes.start];
            traced.text.push_str(before);
            at = spot.bytes.end;
            let Some(one) = spot.label else {
                let label = one_line(&text[spot.bytes.clone()]);
                traced.text.push_str(&label);
                if !traced.unknown.contains(&label) {
                    traced.unknown.push(label);
                }
                continue;
            };
            let mut words = one.words.clone();
            if spot.possessive && !words.ends_with(']') {
                words.push_str(possessive_of(&words));
            }
            if starts_sentence(&text[..spot.bytes.start]) {
                words = capital(&words);
            }
            traced.text.push_str(&words);
        }
        traced.text.push_str(&text[at..]);
        traced
    }

    /// Every whole label in a text, known or not, in order.
    pub(super) fn spots(&self, text: &str) -> Vec<Spot<'_>> {
        let typed = typed_labels(text);
        let mut spots: Vec<Spot<'_>> = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let is_begin = c.is_alphabetic() && !joins(text[..at].chars().next_back());
            let known = || {
                self.all.iter().find_map(|one| {
                    let (end, possessive) = whole(text, at, &one.label)?;
                    Some(Spot { bytes: at..end, label: Some(one), possessive })
                })
            };
            let spot = is_begin.then(|| known().or_else(|| unknown(text, at, &typed))).flatten();
            at = spot.as_ref().map_or(at + c.len_utf8(), |spot| spot.bytes.end);
            spots.extend(spot);
        }
        spots
    }
}

/// A label in a text.
pub(super) struct Spot<'w> {
    pub bytes: Range<usize>,
    /// None: a label that nobody knows.
    pub label: Option<&'w Labelled>,
    pub possessive: bool,
}

/// The name that is called: one name, so that it reads as people speak.
#[must_use]
pub fn called_name(lid: &Lid) -> Option<String> {
    first_word(lid.roepnaam.as_deref()).or_else(|| first_word(lid.voornaam.as_deref()))
}

fn first_word(name: Option<&str>) -> Option<String> {
    name?.split_whitespace().next().map(str::to_owned)
}

fn called(known: &Known) -> String {
    let last = || {
        let parts = [known.tussenvoegsel.as_deref(), known.achternaam.as_deref()];
        parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    first_word(known.roepnaam.as_deref()).or_else(|| first_word(known.voornaam.as_deref())).unwrap_or_else(last)
}

/// Where a label that stands whole at a place ends, and whether it is a possessive. Of one with a
/// number or a letter the word may stand in other letters, "kind 1" and "KIND 1": it is nothing else.
pub(super) fn whole(text: &str, at: usize, label: &str) -> Option<(usize, bool)> {
    let mut rest = &text[at..];
    for (nth, part) in label.split(' ').enumerate() {
        if nth > 0 {
            let bare = rest.trim_start();
            // A label goes over the end of a line, not over an empty one.
            if bare.len() == rest.len() || rest[..rest.len() - bare.len()].matches('\n').count() > 1 {
                return None;
            }
            rest = bare;
        }
        let (word, behind) = rest.split_at_checked(part.len())?;
        let is_loose = nth == 0 && label.len() > part.len() || nth > 0 && label.starts_with("Persoon ");
        if word != part && !(is_loose && word.eq_ignore_ascii_case(part)) {
            return None;
        }
        rest = behind;
    }
    let end = text.len() - rest.len();
    let quoted = text[..at].ends_with(['\'', '\u{2018}']);
    let hisses = label.ends_with(['s', 'x', 'z']) && !quoted;
    let suffixes = [("'s", true), ("'S", true), ("\u{2019}s", true), ("s", true), ("'", hisses), ("\u{2019}", hisses)];
    for (suffix, may_be) in suffixes {
        if may_be && rest.strip_prefix(suffix).is_some_and(|rest| !joins(rest.chars().next())) {
            return Some((end + suffix.len(), true));
        }
    }
    (!joins(rest.chars().next())).then_some((end, false))
}

/// Whether a character beside a word makes it part of a longer one.
pub(super) fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// A label that nobody knows: with a number or a letter wherever it stands, without one a
/// role with a capital for no other reason.
fn unknown<'w>(text: &str, at: usize, typed: &[Range<usize>]) -> Option<Spot<'w>> {
    let spot = |bytes: Range<usize>| Spot { bytes, label: None, possessive: false };
    if let Some(bytes) = typed.iter().find(|bytes| bytes.start == at) {
        return (!joins(text[bytes.end..].chars().next())).then(|| spot(bytes.clone()));
    }
    let word: &str = text[at..].split(|c: char| !(c.is_alphanumeric() || c == '-')).next()?;
    let lower = word.to_lowercase();
    let is_one = word.starts_with(char::is_uppercase) && is_role(&lower) && !starts_sentence(&text[..at]);
    is_one.then(|| spot(at..at + word.len()))
}

/// Whether a sentence or a line of a list begins behind these words.
fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(['"', '\'', '(', '\u{201c}', '\u{2018}']);
    let bare = before.trim_end();
    let is_item = bare.ends_with(['-', '*']) && bare[..bare.len() - 1].trim_end_matches(' ').ends_with('\n');
    let breaks = before[bare.len()..].matches('\n').count() > 1;
    bare.is_empty() || is_item || breaks || bare == "-" || bare.ends_with(['.', '!', '?'])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    fn way() -> WayBack {
        let card = "gezin:\n  leden:\n    - {wie: kind1, voornaam: Ilyas, achternaam: Bouzidi}\n    - {wie: kind2, voornaam: Max \
                    Omar}\n    - {wie: moeder, roepnaam: Naima, voornaam: Naima Lina}\n    - {wie: zus, voornaam: Emma}\n    - {wie: \
                    vader}\n  in_de_tekst:\n    - {naam: Ria Brouwers, wie: buurvrouw}\n    - {naam: Toos, wie: oma}\n";
        let link = "vervangingen:\n  - {tekst: oom Saïd, door: Oom}\n  - {tekst: Ilyas, door: Kind 1}\n  - {tekst: Ilias, door: \
                    Kind 1}\n  - {tekst: het  Waldhoorn\n College, door: School 1}\n  - {tekst: x, door: Gerrit}\n  - {tekst: de \
                    Bouzidi's, door: Persoon A}\n";
        let link = link.replace("het  Waldhoorn\n College", "\"het  Waldhoorn\\n College\"");
        let (card, link) = (parse(card.as_bytes()).unwrap(), parse(link.as_bytes()).unwrap());
        WayBack::of(&card.read().0.unwrap(), &link.read().0.unwrap(), &InTeam::default())
    }

    fn traced(text: &str) -> String {
        way().trace(text).text
    }

    #[test]
    fn whole_labels_get_the_first_form_of_their_name() {
        assert_eq!(traced("Kind 1 en Kind\n2 gaan naar School 1."), "Ilyas en Max gaan naar het Waldhoorn College.");
        assert_eq!(
            traced("Oom belt. Bij Oom is rust; \"Oom\" ook."),
            "Oom Saïd belt. Bij oom Saïd is rust; \"oom Saïd\" ook."
        );
        assert_eq!(traced("Moeder, Buurvrouw en Oma."), "Naima, Ria en Toos.");
        assert_eq!(traced("Met Persoon A gaat het."), "Met de Bouzidi's gaat het.");
    }

    #[test]
    fn a_possessive_becomes_that_of_the_name() {
        assert_eq!(traced("Kind 1's fiets, Kind 1s bed, Kind 2\u{2019}s jas"), "Ilyas' fiets, Ilyas' bed, Max' jas");
        assert_eq!(traced("Moeders werk, Zus' kamer, Zus'"), "Naima's werk, Emma's kamer, Emma's");
        assert_eq!(traced("'Zus' zegt het."), "'Emma' zegt het.");
        assert_eq!(traced("Ooms huis, Oma's tuin."), "Oom Saïds huis, Toos' tuin.");
    }

    #[test]
    fn a_part_of_a_longer_word_is_no_label() {
        let same = [
            "moeder",
            "Moeder-kindhuis",
            "ex-Oom",
            "Kind 12x",
            "Omaatje",
            "kind 1-traject",
            "MOEDER",
            "Kind\n\n1",
            "eenkind 1",
            "oom",
            "persoon in",
            "KIND",
            "k 1",
        ];
        for text in same {
            assert_eq!(traced(text), text);
        }
    }

    #[test]
    fn a_label_with_a_number_is_known_in_any_letters() {
        assert_eq!(traced("kind 1 en KIND 2 zijn op SCHOOL 1."), "Ilyas en Max zijn op het Waldhoorn College.");
        assert_eq!(traced("Dan gaat PERSOON A mee. KIND 1'S FIETS"), "Dan gaat de Bouzidi's mee. Ilyas' FIETS");
        assert_eq!(way().trace("Dan gaat kind 3 mee, en KIND\u{20}4.").unknown, ["kind 3", "KIND 4"]);
    }

    #[test]
    fn a_label_that_nobody_knows_is_named() {
        let found = way()
            .trace("Kind 3 belt met Stiefvader en Kind\u{20}3. Vader komt, Persoon B en Vader ook. Week 2, Feit 1.");
        assert_eq!(
            found.text,
            "Kind 3 belt met Stiefvader en Kind 3. Vader komt, Persoon B en Vader ook. Week 2, Feit 1."
        );
        assert_eq!(found.unknown, ["Kind 3", "Stiefvader", "Persoon B", "Vader"]);
    }

    #[test]
    fn an_item_of_a_list_begins_with_a_capital() {
        assert_eq!(
            traced("Doe dit:\n- Oom vragen\n- met Oom gaan"),
            "Doe dit:\n- Oom Saïd vragen\n- met oom Saïd gaan"
        );
    }
}
