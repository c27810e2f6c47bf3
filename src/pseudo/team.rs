//! A file of the team's folder: what in it may name a family and was not judged.

use super::fields::{Fields, Search, Side, VENUE, Value, is_fixed};
use super::file::names;
use super::text::Searched;
use super::{Certainty, Context, Hit, Known, Scanner, lexicon};
use crate::model::{Regio, named};
use crate::yaml::{Doc, Kind, NodeId, Path, parse};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Something that may name a family in a file of the team.
pub struct Unjudged {
    /// What, in bytes of the file.
    pub hit: Hit,
    /// The value in which it stands; none: a comment, or a key that no file has.
    pub node: Option<NodeId>,
}

/// The scanner for the files of one team's folder.
pub struct TeamScan {
    known: Vec<Known>,
    /// What stays in every file.
    stays: Vec<String>,
    /// The municipalities: of a card only the responsible one stays.
    gemeenten: Vec<String>,
    /// One for the professionals of each file: hundreds of cards share a few.
    ready: Mutex<HashMap<String, Arc<Scanner>>>,
}

/// More than the professionals of any region; what comes after is made again.
const MOST: usize = 1000;

impl TeamScan {
    /// For a region; `known` are the family's names where they are known.
    #[must_use]
    pub fn new(regio: &Regio, known: &[Known]) -> Self {
        let gemeenten = regio.gemeenten.values().filter_map(|gemeente| gemeente.naam.clone()).collect();
        Self { known: known.to_vec(), stays: names(regio), gemeenten, ready: Mutex::default() }
    }

    /// What a YAML file holds, in order of place. `text` is the text of `doc`.
    #[must_use]
    pub fn unjudged(&self, doc: &Doc<'_>, text: &str) -> Vec<Unjudged> {
        let fields = Fields::of(doc, Side::Team);
        let scanner = self.scanner_for(&fields);
        let judged = Judged::of(doc);
        let mut found = Vec::new();
        for value in fields.values.iter().filter(|value| value.search != Search::Nothing) {
            if judged.is_entry(value.node) {
                continue;
            }
            for hit in scanner.scan(value.text) {
                let counts = value.search == Search::All || is_fixed(hit.kind, value.key);
                if counts && !judged.covers(value.node, &value.text[hit.bytes.clone()]) {
                    let hit = Hit { bytes: doc.within(value.node, &hit.bytes), ..hit };
                    found.push(Unjudged { hit, node: Some(value.node) });
                }
            }
        }
        found.extend(outside(doc, text, &fields, &scanner).into_iter().map(|hit| Unjudged { hit, node: None }));
        found.sort_by_key(|found| found.hit.bytes.start);
        found
    }

    /// What a file holds that is no YAML, or that can't be read as such.
    #[must_use]
    pub fn unjudged_text(&self, text: &str) -> Vec<Hit> {
        self.scanner(None, &[]).scan(text)
    }

    /// What a YAML file holds that can't be read as such. Of a name behind a key for
    /// professionals one can still see whose it is.
    #[must_use]
    pub fn unjudged_broken(&self, text: &str) -> Vec<Hit> {
        let behind =
            |key: &'static str| text.split(key).skip(1).filter_map(|rest| rest.split([',', '}', '#', '\n']).next());
        let names = ["naam: ", "door: ", "via: "].into_iter().flat_map(behind);
        let mut names: Vec<&str> = names.map(|name| name.trim_matches([' ', '"', '\'', '\r'])).collect();
        names.sort_unstable();
        names.dedup();
        self.scanner(None, &names).scan(text)
    }

    /// What in a text from the team's folder is sure to name somebody, in bytes of the text.
    /// `stays` are the professionals of its file and the words that people judged there.
    #[must_use]
    pub fn sure(&self, text: &str, stays: &[String]) -> Vec<Range<usize>> {
        let names: Vec<&str> = stays.iter().map(String::as_str).collect();
        let sure = self.scanner(None, &names).scan(text).into_iter().filter(|hit| hit.certainty == Certainty::Zeker);
        let judged: Vec<String> = stays.iter().map(|own| words(own)).collect();
        sure.map(|hit| hit.bytes).filter(|bytes| !judged.contains(&words(&text[bytes.clone()]))).collect()
    }

    /// The same for a name of a professional or an organisation: numbers and addresses alone.
    #[must_use]
    pub fn sure_forms(&self, name: &str) -> Vec<Range<usize>> {
        self.sure_under("", name)
    }

    /// The same for where a meeting is held: its address is no family's, a name may be.
    #[must_use]
    pub fn sure_in_venue(&self, venue: &str) -> Vec<Range<usize>> {
        self.sure_under(VENUE, venue)
    }

    fn sure_under(&self, key: &str, text: &str) -> Vec<Range<usize>> {
        let hits = self.scanner(None, &[]).scan(text).into_iter();
        let sure = hits.filter(|hit| hit.certainty == Certainty::Zeker && is_fixed(hit.kind, key));
        sure.map(|hit| hit.bytes).collect()
    }

    fn scanner_for(&self, fields: &Fields<'_>) -> Arc<Scanner> {
        let professionals = fields.values.iter().filter(|value| is_professional(value));
        let mut names: Vec<&str> = professionals.map(|value| value.text.trim()).collect();
        names.sort_unstable();
        names.dedup();
        let own = fields.values.iter().find(|value| value.first == "gemeente").map(|value| value.text);
        self.scanner(own, &names)
    }

    fn scanner(&self, own: Option<&str>, professionals: &[&str]) -> Arc<Scanner> {
        let key = format!("{}\n{}", own.unwrap_or("\n"), professionals.join("\n"));
        // A thread that panicked while it held the map left it whole.
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(scanner) = ready.get(&key) {
            return Arc::clone(scanner);
        }
        let is_own = |naam: &&String| own.is_none_or(|own| own.contains(naam.as_str()));
        let mut stays = self.stays.clone();
        stays.extend(self.gemeenten.iter().filter(is_own).cloned());
        stays.extend(professionals.iter().map(|&name| name.to_owned()));
        let scanner = Arc::new(Scanner::new(&Context { known: &self.known, stays: &stays }));
        if ready.len() >= MOST {
            ready.clear();
        }
        ready.insert(key, Arc::clone(&scanner));
        scanner
    }
}

/// What in a file of the team's folder may name a family and was not judged, in bytes of its
/// text. `known` are the family's names where they are known.
#[must_use]
pub fn unjudged(text: &str, is_yaml: bool, regio: &Regio, known: &[Known]) -> Vec<Hit> {
    let scan = TeamScan::new(regio, known);
    match is_yaml.then(|| parse(text.as_bytes()).ok()).flatten() {
        Some(doc) => scan.unjudged(&doc, text).into_iter().map(|found| found.hit).collect(),
        None if is_yaml => scan.unjudged_broken(text),
        None => scan.unjudged_text(text),
    }
}

/// What may stand in a file of the team: its professionals, and what people judged in it.
#[must_use]
pub fn may_stand(doc: &Doc<'_>) -> Vec<String> {
    let fields = Fields::of(doc, Side::Team);
    let stands = |value: &&Value<'_>| is_professional(value) || value.first == "blijft_staan" && value.key == "tekst";
    fields.values.iter().filter(stands).map(|value| value.text.trim().to_owned()).collect()
}

fn is_professional(value: &Value<'_>) -> bool {
    value.search == Search::Fixed && matches!(value.key, "naam" | "door" | "via")
}

/// What stands in comments and in keys that no file has.
pub(super) fn outside(doc: &Doc<'_>, text: &str, fields: &Fields<'_>, scanner: &Scanner) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (start, gap) in fields.outside(text) {
        let found = scanner.scan(gap).into_iter();
        hits.extend(found.map(|hit| Hit { bytes: start + hit.bytes.start..start + hit.bytes.end, ..hit }));
    }
    for (node, word) in &fields.keys {
        let found = scanner.scan(word).into_iter();
        hits.extend(found.map(|hit| Hit { bytes: doc.within(*node, &hit.bytes), ..hit }));
    }
    hits
}

/// No person judges more in one file; each is looked up in a list as long as the file. What
/// comes after counts as not judged.
const MOST_JUDGED: usize = 500;

/// What people judged: words of one field. An entry whose words no longer stand there covers
/// nothing, and its own words are searched.
#[derive(Default)]
struct Judged {
    covers: Vec<(NodeId, String)>,
    entries: Vec<NodeId>,
}

impl Judged {
    fn of(doc: &Doc<'_>) -> Self {
        let mut judged = Self::default();
        let list = doc.find(&Path::root().key("blijft_staan"));
        let Some(Kind::Seq { items, .. }) = list.map(|list| doc.kind(list)) else { return judged };
        for item in items.iter().take(MOST_JUDGED) {
            let Kind::Map { entries, .. } = doc.kind(*item) else { continue };
            let value = |key: &str| {
                entries.iter().find_map(|(own, value)| match (doc.kind(*own), doc.kind(*value)) {
                    (Kind::Scalar(own, _), Kind::Scalar(text, _)) if own == key => Some((*value, text)),
                    _ => None,
                })
            };
            let (Some((entry, text)), Some((_, place))) = (value("tekst"), value("in")) else { continue };
            let (words, Ok(path)) = (words(text), place.trim().parse::<Path>()) else { continue };
            for node in named(doc, &path) {
                let Kind::Scalar(field, _) = doc.kind(node) else { continue };
                if !words.is_empty() && self::words(field).contains(&words) {
                    judged.covers.push((node, words.clone()));
                    judged.entries.push(entry);
                }
            }
        }
        judged
    }

    fn is_entry(&self, node: NodeId) -> bool {
        self.entries.contains(&node)
    }

    fn covers(&self, node: NodeId, found: &str) -> bool {
        let mut of_field = self.covers.iter().filter(|(own, _)| *own == node).peekable();
        of_field.peek().is_some() && {
            let found = words(found);
            of_field.any(|(_, words)| *words == found)
        }
    }
}

/// Words as they are compared: what looks the same is the same, whatever the line ends.
fn words(text: &str) -> String {
    let folded = lexicon::fold(Searched::new(text).text());
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
