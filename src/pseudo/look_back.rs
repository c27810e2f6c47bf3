//! Looking back: what others wrote in the team's folder about a case, held against the names
//! that only its dossier knows.
//!
//! The chair and the note-taker write without those names, so their words are scanned without
//! them. Who brought the case in can look whether a name slipped in all the same.

use super::fields::{Fields, Side};
use super::hit::{Hit, Kind};
use super::in_team::InTeam;
use super::labels::Labels;
use super::names::Names;
use super::own_words::OwnWords;
use super::{Context, Scanner, names_of};
use crate::model::{Regio, named_path};
use crate::yaml::{Path, parse};

/// A place where the family is named. It holds no word of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The file, as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The key, as people name it; the root for a comment or a text that is no YAML.
    pub path: Path,
    /// What stands there.
    pub kind: Kind,
}

/// Keys of professionals and organisations: one of them may have the name of a member.
const PROFESSIONAL: [&str; 6] = ["naam", "via", "door", "organisatie", "organisaties", "zetel"];

/// Finds the names and words of one family in texts.
pub struct Finder {
    scanner: Scanner,
    labels: Labels,
    own: [OwnWords; 2],
}

impl Finder {
    /// For a family.
    #[must_use]
    pub fn new(names: &Names, regio: &Regio) -> Self {
        let stays = names_of(regio, None);
        let scanner = Scanner::new(&Context { known: &names.known, stays: &stays });
        Self {
            scanner,
            labels: Labels::new(&names.known, None, &InTeam::default(), &[]),
            own: [names.own.clone(), names.given.clone()],
        }
    }

    /// Where the family is named, in order, in bytes of the text.
    pub fn find(&mut self, text: &str) -> Vec<Hit> {
        let people = self.scanner.scan(text).into_iter().filter(|hit| hit.kind == Kind::Persoon);
        let mut hits: Vec<Hit> =
            people.filter(|hit| self.labels.label(hit.kind, &text[hit.bytes.clone()]).known).collect();
        hits.extend(self.own.iter().flat_map(|own| own.find(text)));
        super::merge::merge(hits)
    }
}

/// Where these files of the team's folder name the family, however it was judged there: who
/// judged did not know the names. `files` are their paths with their texts.
#[must_use]
pub fn look_back<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>, names: &Names, regio: &Regio) -> Vec<Trace> {
    let mut finder = Finder::new(names, regio);
    let mut traces: Vec<Trace> = Vec::new();
    for (file, text) in files {
        let mut found: Vec<(usize, Path, Kind)> = Vec::new();
        let Ok(doc) = parse(text.as_bytes()) else {
            found.extend(finder.find(text).into_iter().map(|hit| (hit.bytes.start, Path::root(), hit.kind)));
            add(&mut traces, file, text, found);
            continue;
        };
        let fields = Fields::of(&doc, Side::Team);
        for value in fields.values.iter().filter(|value| !PROFESSIONAL.contains(&value.key)) {
            for hit in finder.find(value.text) {
                found.push((doc.within(value.node, &hit.bytes).start, named_path(&doc, value.node), hit.kind));
            }
        }
        for (start, gap) in fields.outside(text) {
            found.extend(finder.find(gap).into_iter().map(|hit| (start + hit.bytes.start, Path::root(), hit.kind)));
        }
        for (node, word) in &fields.keys {
            let place = doc.place(*node).bytes.start;
            found.extend(finder.find(word).into_iter().map(|hit| (place, Path::root(), hit.kind)));
        }
        add(&mut traces, file, text, found);
    }
    traces
}

/// Each place once, in order.
fn add(traces: &mut Vec<Trace>, file: &str, text: &str, mut found: Vec<(usize, Path, Kind)>) {
    found.sort_by_key(|(at, ..)| *at);
    for (at, path, kind) in found {
        let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        let trace = Trace { file: file.to_owned(), line, path, kind };
        if !traces.contains(&trace) {
            traces.push(trace);
        }
    }
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
        let talk = "notulist: {naam: Kim Bakker}\nadvies:\n  tekst: |\n    Kind 1 blijft bij oma.\n    Op de Korenwolf helpt \
                    juf.\nafspraken:\n  - {nr: 3, wat: Roos gaat met Moeder mee., wie: Kim}\nblijft_staan:\n  - {tekst: Roos, in: \
                    \"afspraken[3].wat\", reden: gewoon_woord}\n# Kim Visser belde\nVisser: ja\n";
        let files = [
            ("bespreking.yaml", talk),
            ("notitie.txt", "Dag.\nKim Visser belde."),
            ("besluit.yaml", "reden: Gerrit komt.\n"),
        ];
        let found: Vec<String> = look_back(files, &names, &Regio::default())
            .into_iter()
            .map(|trace| format!("{}:{} {} {}", trace.file, trace.line, trace.path, trace.kind.word()))
            .collect();
        let expected = [
            "bespreking.yaml:5 advies.tekst school",
            "bespreking.yaml:7 afspraken[3].wat persoon",
            "bespreking.yaml:7 afspraken[3].wie persoon",
            "bespreking.yaml:9 blijft_staan[0].tekst persoon",
            "bespreking.yaml:10  persoon",
            "bespreking.yaml:11  persoon",
            "notitie.txt:2  persoon",
        ];
        assert_eq!(found, expected);
    }
}
