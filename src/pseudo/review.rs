//! A whole file on its way to the team: each text searched, what is sure replaced, what is
//! doubtful asked, and what was answered before remembered.

use super::entries::choice;
use super::fields::{VENUE, is_fixed};
use super::hit::{Certainty, Hit, Kind};
use super::in_team::InTeam;
use super::label::label_of;
use super::labels::{Given, Labels};
use super::lexicon::fold;
use super::names::Names;
use super::replace::{Change, replaced};
use super::sentence::sentence;
use super::teamkaart::{Part, TeamFile};
use super::text::Searched;
use super::typed::{one_label, typed_labels};
use super::{Context, Scanner, merge};
use crate::model::{BlijftReden, BlijftStaan, Koppeling, Lijst, TekstBesluit};
use crate::yaml::{Path, Step};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// An answer to a question: words in a field that stay, or not.
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    /// The words.
    pub tekst: String,
    /// The field, as a path of keys.
    pub r#in: String,
    /// Why they stay; none: they are replaced.
    pub blijft: Option<BlijftReden>,
}

impl Choice {
    /// The answers that a koppeling holds. One without words or field answers nothing, nor
    /// does one that lets words stay without saying why.
    #[must_use]
    pub fn of(koppeling: &Koppeling) -> Vec<Self> {
        let entries = koppeling.keuzes.values().filter_map(|entry| {
            let blijft = match entry.keuze? {
                TekstBesluit::Blijft => Some(entry.reden?),
                TekstBesluit::Vervangen => None,
            };
            Some(Self { tekst: entry.tekst.clone()?, r#in: entry.r#in.clone()?, blijft })
        });
        entries.collect()
    }

    /// The judgements that a file of the team brings along.
    #[must_use]
    pub fn of_file(judged: &Lijst<BlijftStaan>) -> Vec<Self> {
        let entries = judged.values().filter_map(|entry| {
            Some(Self { tekst: entry.tekst.clone()?, r#in: entry.r#in.clone()?, blijft: Some(entry.reden?) })
        });
        entries.collect()
    }
}

/// What must be asked before the file may cross.
#[derive(Clone, PartialEq, Eq)]
pub struct Question {
    /// The words.
    pub words: String,
    /// Every field where they stand.
    pub fields: Vec<String>,
    /// What they may be.
    pub kind: Kind,
    /// Why that is doubtful, in words that repeat nothing.
    pub reason: String,
    /// What comes in their place.
    pub label: String,
    /// The sentence in which they stand first, and where in it.
    pub sentence: (String, Range<usize>),
    /// Whether it is a label that the author typed, which stands for someone of the family.
    pub is_label: bool,
}

/// Words that stay, as they were judged.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// The words.
    pub tekst: String,
    /// The field.
    pub r#in: String,
    /// Why.
    pub reden: BlijftReden,
}

/// A file after its review.
pub struct Reviewed {
    /// The file with labels in the place of what names the family.
    pub file: TeamFile,
    /// What was not answered yet. Until it is, the file may not cross.
    pub questions: Vec<Question>,
    /// How many places were replaced.
    pub replaced: usize,
    /// Labels that were given for the first time.
    pub given: Vec<Given>,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// With what a file is reviewed.
pub struct Reviewing<'a> {
    /// The names of the family, as far as they are known.
    pub names: &'a Names,
    /// What may stand: see [`names_of`](super::names_of).
    pub stays: &'a [String],
    /// The labels that were given before.
    pub koppeling: Option<&'a Koppeling>,
    /// What stands in the team's folder of the case.
    pub team: &'a InTeam,
    /// What was answered before.
    pub choices: &'a [Choice],
    /// Names that were said just now to be somebody's of the family.
    pub said: &'a [Given],
    /// Whether a label that the author typed may be a word for somebody else: on a card of the
    /// dossier, never in what is written about a case that has its labels.
    pub asks_labels: bool,
}

/// What may stay in a file since it names a professional of its case: the whole name, or the
/// first name alone.
#[must_use]
pub fn professional_choices(file: &TeamFile, names: &[String]) -> Vec<Choice> {
    let words = names.iter().flat_map(|name| [Some(name.trim()), name.split_whitespace().next()]).flatten();
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut choices = Vec::new();
    for (path, leaf) in file.0.leaves() {
        let Part::Text(text) = leaf else { continue };
        choices.extend(words.iter().filter(|word| text.contains(**word)).map(|word| Choice {
            tekst: (*word).to_owned(),
            r#in: path.to_string(),
            blijft: Some(BlijftReden::Professional),
        }));
    }
    choices
}

/// A text that was replaced can hold something new: it is searched again so many times.
const ROUNDS: usize = 4;

/// Reviews a file.
#[must_use]
pub fn review(file: TeamFile, with: &Reviewing<'_>) -> Reviewed {
    let mut reviewer = Reviewer {
        scanner: Scanner::new(&Context { known: &with.names.known, stays: with.stays }),
        names: with.names,
        labels: Labels::new(&with.names.known, with.koppeling, with.team, with.said),
        choices: with.choices,
        questions: BTreeMap::new(),
        replaced: 0,
        kept: Vec::new(),
        asks_labels: with.asks_labels,
    };
    let TeamFile(mut part) = file;
    reviewer.typed(&part);
    part.change_texts(&mut |path, text| reviewer.text(path, text));
    let Reviewer { labels, questions, replaced, kept, .. } = reviewer;
    if let Part::Map(entries) = &mut part {
        entries.retain(|(key, _)| *key != "blijft_staan");
        if !kept.is_empty() {
            entries.push(("blijft_staan", Part::List(kept.iter().map(judged).collect())));
        }
    }
    let mut questions: Vec<(usize, Question)> = questions.into_values().collect();
    questions.sort_by_key(|(order, _)| *order);
    let questions = questions.into_iter().map(|(_, question)| question).collect();
    Reviewed { file: TeamFile(part), questions, replaced, given: labels.new_ones(), kept }
}

fn judged(kept: &Kept) -> Part {
    Part::Map(vec![
        ("tekst", Part::Kept(kept.tekst.clone())),
        ("in", Part::Kept(kept.r#in.clone())),
        ("reden", choice(kept.reden)),
    ])
}

struct Reviewer<'a> {
    scanner: Scanner,
    names: &'a Names,
    labels: Labels,
    choices: &'a [Choice],
    /// By their words, with the order in which they came up.
    questions: BTreeMap<String, (usize, Question)>,
    replaced: usize,
    kept: Vec<Kept>,
    asks_labels: bool,
}

/// What becomes of a hit.
enum Verdict {
    Stays(BlijftReden),
    Goes,
    Asked,
}

impl Reviewer<'_> {
    /// Labels that the author typed: one that stands for someone of the family is asked
    /// about, any other is given to nobody else.
    fn typed(&mut self, part: &Part) {
        let labels = self.names.known.iter().filter_map(|one| Some(fold(&label_of(one.label.as_deref()?))));
        let own: HashSet<String> = labels.collect();
        let mut reserved = Vec::new();
        for (path, leaf) in part.leaves() {
            let Part::Text(text) = leaf else { continue };
            for bytes in typed_labels(text) {
                let words = &text[bytes.clone()];
                let label = one_label(words);
                if !self.asks_labels || !self.labels.is_taken(&label) {
                    reserved.push(label);
                    continue;
                }
                let why = if own.contains(&fold(&label)) {
                    "zo gaat iemand van het gezin heten; bedoel je die?"
                } else {
                    "dit label heeft vt al aan iemand of iets anders gegeven"
                };
                let hit = Hit { bytes, kind: Kind::Persoon, certainty: Certainty::Twijfel, reason: why.into() };
                self.ask(&path, text, &hit, true);
            }
        }
        for label in reserved {
            self.labels.reserve(&label);
        }
    }

    /// Searches and replaces in one text until nothing new is found.
    fn text(&mut self, path: &Path, text: &mut String) {
        for round in 0..ROUNDS {
            let mut hits = self.scanner.scan(text);
            hits.extend(self.names.own.find(text));
            hits.extend(self.names.births.find(text));
            if path.steps().last() == Some(&Step::Key(VENUE.to_owned())) {
                hits.retain(|hit| is_fixed(hit.kind, VENUE));
            }
            // Later the labels are those that were put there just now.
            if round == 0 {
                hits.extend(self.relabelled(path, text));
            }
            let changes = self.changes(path, text, merge::merge(hits));
            if changes.is_empty() {
                return;
            }
            self.replaced += changes.len();
            *text = replaced(text, &changes);
        }
    }

    /// Labels that the author typed for someone else.
    fn relabelled(&self, path: &Path, text: &str) -> Vec<Hit> {
        let goes = |words: &str| self.answer(path, words).is_some_and(|choice| choice.blijft.is_none());
        let found = typed_labels(text).into_iter().filter(|bytes| goes(&text[bytes.clone()]));
        let reason = "een label dat je zelf typte, voor iemand anders";
        found
            .map(|bytes| Hit { bytes, kind: Kind::Persoon, certainty: Certainty::Zeker, reason: reason.into() })
            .collect()
    }

    fn changes(&mut self, path: &Path, text: &str, hits: Vec<Hit>) -> Vec<Change> {
        let mut changes = Vec::new();
        for hit in hits {
            let words = &text[hit.bytes.clone()];
            match self.verdict(path, words, &hit) {
                Verdict::Stays(reden) => {
                    let kept = Kept { tekst: words.to_owned(), r#in: path.to_string(), reden };
                    if !self.kept.contains(&kept) {
                        self.kept.push(kept);
                    }
                    continue;
                }
                Verdict::Goes => {}
                Verdict::Asked => self.ask(path, text, &hit, false),
            }
            for part in self.labels.each(text, hit) {
                changes.push(self.change(text, part));
            }
        }
        changes
    }

    fn change(&mut self, text: &str, hit: Hit) -> Change {
        let words = &text[hit.bytes.clone()];
        if hit.kind == Kind::Geboortedatum {
            let label = self.names.births.label(words);
            return Change { bytes: hit.bytes, kind: hit.kind, label, suffix: "", known: false };
        }
        let named = self.labels.label(hit.kind, words);
        Change { bytes: hit.bytes, kind: hit.kind, label: named.label, suffix: named.suffix, known: named.is_member }
    }

    fn verdict(&self, path: &Path, words: &str, hit: &Hit) -> Verdict {
        let choice = self.answer(path, words).and_then(|choice| choice.blijft);
        match (hit.certainty, choice) {
            (Certainty::Twijfel, Some(reden)) => Verdict::Stays(reden),
            (Certainty::Zeker, Some(reden)) if self.may_stay(hit, words) => Verdict::Stays(reden),
            (Certainty::Twijfel, None) if self.answer(path, words).is_none() => Verdict::Asked,
            // Whoever keeps an agreement is a professional as often as one of the family.
            (Certainty::Zeker, None)
                if keeps_agreement(path) && self.may_stay(hit, words) && self.answer(path, words).is_none() =>
            {
                Verdict::Asked
            }
            _ => Verdict::Goes,
        }
    }

    /// Whether a person may let stand what is sure: another's name or place, never a name of
    /// the family and never a number or address.
    fn may_stay(&self, hit: &Hit, words: &str) -> bool {
        let kind = matches!(hit.kind, Kind::Persoon | Kind::School | Kind::Organisatie | Kind::Plaats | Kind::Straat);
        kind && self.names.own.find(words).is_empty() && !self.labels.holds_known(words)
    }

    fn answer(&self, path: &Path, words: &str) -> Option<&Choice> {
        let field = path.to_string();
        self.choices.iter().find(|choice| same_words(&choice.tekst, words) && choice.r#in.trim() == field)
    }

    fn ask(&mut self, path: &Path, text: &str, hit: &Hit, is_label: bool) {
        let words = &text[hit.bytes.clone()];
        if is_label && self.answer(path, words).is_some() {
            return;
        }
        let field = path.to_string();
        let key = plain(words);
        if let Some((_, question)) = self.questions.get_mut(&key) {
            if !question.fields.contains(&field) {
                question.fields.push(field);
            }
            return;
        }
        let label = if is_label { words.to_owned() } else { self.labels.label(hit.kind, words).label };
        let question = Question {
            words: words.to_owned(),
            fields: vec![field],
            kind: hit.kind,
            reason: hit.reason.to_string(),
            label,
            sentence: sentence(text, &hit.bytes),
            is_label,
        };
        self.questions.insert(key, (self.questions.len(), question));
    }
}

/// Whether a field says who keeps an agreement: `afspraken[1].wie`.
fn keeps_agreement(path: &Path) -> bool {
    let is_key = |step: Option<&Step>, key: &str| matches!(step, Some(Step::Key(name)) if name == key);
    is_key(path.steps().first(), "afspraken") && is_key(path.steps().last(), "wie")
}

/// Words as they are compared: however they are spelled, and whatever stands around them.
fn plain(words: &str) -> String {
    let folded = fold(Searched::new(words).text());
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a choice is about these words.
fn same_words(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}
