//! Looking back: what others wrote in the team's folder about a case, held against the names
//! that only its dossier knows.
//!
//! The chair and the note-taker write without those names, so their words are scanned without
//! them. Who brought the case in can look whether a name slipped in all the same.

use super::hit::Kind;
use super::labels::Labels;
use super::names::Names;
use super::{Context, Scanner, names_of};
use crate::model::{Regio, named_path};
use crate::yaml::{self, Path, Step, parse};

/// A place where the family is named. It holds no word of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The file, as it was given.
    pub file: String,
    /// The key, as people name it; the root for a comment or a text that is no YAML.
    pub path: Path,
    /// What stands there.
    pub kind: Kind,
}

/// Keys of professionals and organisations: one of them may have the name of a member.
const PROFESSIONAL: [&str; 6] = ["naam", "via", "door", "organisatie", "organisaties", "zetel"];

/// Where these files of the team's folder name the family, however it was judged there: who
/// judged did not know the names. `files` are their paths with their texts.
#[must_use]
pub fn look_back<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>, names: &Names, regio: &Regio) -> Vec<Trace> {
    let stays = names_of(regio, None);
    let scanner = Scanner::new(&Context { known: &names.known, stays: &stays });
    let mut labels = Labels::new(&names.known, None, &[]);
    let mut kinds_in = |text: &str| -> Vec<Kind> {
        let people = scanner.scan(text).into_iter();
        let people =
            people.filter(|hit| hit.kind == Kind::Persoon && labels.label(hit.kind, &text[hit.bytes.clone()]).known);
        people.chain(names.own.find(text)).map(|hit| hit.kind).collect()
    };
    let mut traces: Vec<Trace> = Vec::new();
    for (file, text) in files {
        let mut add = |path: Path, kinds: Vec<Kind>| {
            for kind in kinds {
                let trace = Trace { file: file.to_owned(), path: path.clone(), kind };
                if !traces.contains(&trace) {
                    traces.push(trace);
                }
            }
        };
        let Ok(doc) = parse(text.as_bytes()) else {
            add(Path::root(), kinds_in(text));
            continue;
        };
        for node in doc.texts() {
            let path = named_path(&doc, node);
            let key =
                path.steps().iter().rev().find_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
            let is_professional = key.is_some_and(|key| PROFESSIONAL.contains(&key.as_str()));
            match doc.kind(node) {
                yaml::Kind::Scalar(decoded, _) if !is_professional => add(path, kinds_in(decoded)),
                _ => {}
            }
        }
    }
    traces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Veiligheidskaart;
    use chrono::NaiveDate;

    #[test]
    fn a_name_that_slipped_into_a_discussion_is_found_by_who_knows_it() {
        let card = "gemeente: Roosendaal\ngezin:\n  leden:\n    - {wie: kind1, voornaam: Roos, achternaam: Visser, school: De \
                    Korenwolf}\n    - {wie: moeder, voornaam: Kim}\n";
        let card: Veiligheidskaart = parse(card.as_bytes()).unwrap().read().0.unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let names = Names::of(&card, &Regio::default(), day);
        let talk = "notulist: {naam: Kim Bakker}\nadvies:\n  tekst: Kind 1 blijft bij oma, op de Korenwolf helpt juf.\nafspraken:\n  - \
                    {nr: 3, wat: Roos gaat met Moeder mee., wie: Kim}\nblijft_staan:\n  - {tekst: Roos, in: \"afspraken[3].wat\", reden: \
                    gewoon_woord}\n";
        let files = [
            ("bespreking.yaml", talk),
            ("notitie.txt", "Kim Visser belde."),
            ("besluit.yaml", "reden: Gerrit komt.\n"),
        ];
        let found: Vec<String> = look_back(files, &names, &Regio::default())
            .into_iter()
            .map(|trace| format!("{} {} {}", trace.file, trace.path, trace.kind.word()))
            .collect();
        let expected = [
            "bespreking.yaml advies.tekst school",
            "bespreking.yaml afspraken[3].wat persoon",
            "bespreking.yaml afspraken[3].wie persoon",
            "bespreking.yaml blijft_staan[0].tekst persoon",
            "notitie.txt  persoon",
        ];
        assert_eq!(found, expected);
    }
}
