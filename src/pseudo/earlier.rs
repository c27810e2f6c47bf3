//! The labels that a case used before it came into a dossier.
//!
//! Who takes a case over has the card but not the way back: for whom Persoon B stands, only the
//! dossier that gave it knows. So labels go on after the highest that was used, and no label
//! ever stands for two.

use super::label::{is_label, is_made, letters, number_of};
use crate::calendar::words::capital;
use crate::model::Koppeling;
use std::collections::BTreeMap;

/// The highest number of each word, the word in small letters.
#[derive(Default)]
pub(super) struct Earlier(BTreeMap<String, usize>);

impl Earlier {
    /// As a koppeling keeps them. What is no label says nothing.
    pub fn of(koppeling: &Koppeling) -> Self {
        let mut earlier = Self::default();
        for label in koppeling.labels_tot.values() {
            earlier.add(label.trim());
        }
        earlier
    }

    /// The highest number that was used with this word; 0 when none was.
    pub fn highest(&self, word: &str) -> usize {
        self.0.get(&word.to_lowercase()).copied().unwrap_or_default()
    }

    /// Whether a label was used, or one after it.
    pub fn has(&self, label: &str) -> bool {
        counted(label).is_some_and(|(word, number)| number <= self.highest(&word))
    }

    /// Those that stand in texts, each that of a whole file: a label in a comment counts too, and
    /// so does "school 2", which who types fast means by it.
    pub fn in_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut earlier = Self::default();
        for text in texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            for pair in words.windows(2) {
                let word = pair[0].trim_start_matches(|c: char| !c.is_alphanumeric());
                let end = pair[1].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(pair[1].len());
                let is_person = word.eq_ignore_ascii_case("persoon") && end == 1;
                let number = if is_person { pair[1][..end].to_uppercase() } else { pair[1][..end].to_owned() };
                let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
                let word = if is_number || is_person { capital(word) } else { word.to_owned() };
                earlier.add(&format!("{word} {number}"));
            }
        }
        earlier
    }

    /// The same labels and those of another: of each word the highest.
    pub fn and(mut self, other: &Self) -> Self {
        for (word, number) in &other.0 {
            let highest = self.0.entry(word.clone()).or_default();
            *highest = (*highest).max(*number);
        }
        self
    }

    /// The highest label of each kind, as a koppeling keeps them.
    pub fn tops(&self) -> Vec<String> {
        let label = |(word, number): (&String, &usize)| {
            let last = if word == "persoon" { letters(*number) } else { number.to_string() };
            format!("{} {last}", capital(word))
        };
        self.0.iter().map(label).collect()
    }

    fn add(&mut self, label: &str) {
        if let Some((word, number)) = counted(label) {
            let highest = self.0.entry(word).or_default();
            *highest = number.max(*highest);
        }
    }
}

/// The word of a label that is given in order, in small letters, and its number.
fn counted(label: &str) -> Option<(String, usize)> {
    let (word, number) = label.split_once(' ')?;
    let word = word.to_lowercase();
    if !is_label(label) || !is_made(&word) {
        return None;
    }
    // A person has a letter, all else a number.
    let number = match number.parse() {
        Ok(number) => Some(number).filter(|_| word != "persoon"),
        Err(_) => Some(number_of(number)).filter(|_| word == "persoon"),
    };
    Some((word, number?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    fn highest_labels<const N: usize>(texts: [&str; N]) -> Vec<String> {
        Earlier::in_texts(texts).tops()
    }

    #[test]
    fn the_highest_label_of_each_kind_is_found_wherever_it_stands() {
        let card = "wat: Persoon A's zus, Persoon C en (School 2) zagen Kind 3.\nvraag: >\n  Belt Persoon\n  B of \
                    E-mailadres 1?\n";
        let discussion =
            "# Persoon AA was er niet\nadvies: {tekst: 'School 10, niet School 9. Persoon die 3 keer kwam.'}\n";
        assert_eq!(highest_labels([card, discussion]), ["E-mailadres 1", "Persoon AA", "School 10"]);
        assert_eq!(highest_labels(["Moeder en Kind 1.", ""]), [""; 0]);
        assert_eq!(highest_labels(["persoon AB, Persoon 2a, Personen B, School B"]), [""; 0]);
        assert_eq!(highest_labels(["persoon c belt Persoon\u{a0}\nB"]), ["Persoon C"]);
        assert_eq!(highest_labels(["naar school 2, PLAATS 3, PERSOON D"]), ["Persoon D", "Plaats 3", "School 2"]);
    }

    #[test]
    fn what_was_used_is_never_given_again() {
        let link: Koppeling = parse(b"labels_tot: [Persoon B, School 1, Daan 4]").unwrap().read().0.unwrap();
        let earlier = Earlier::of(&link);
        assert!(earlier.has("Persoon A") && earlier.has("Persoon B") && !earlier.has("Persoon C"));
        assert!(earlier.has("School 1") && !earlier.has("School 2") && !earlier.has("Kind 1"));
        assert_eq!((earlier.highest("Persoon"), earlier.highest("Straat"), earlier.highest("Daan")), (2, 0, 0));
    }
}
