//! Which questions a card asks, in their order, as things stand now.

use super::around::Sheet;
use super::{Form, Only, Question, questions};
use crate::yaml::Path;

/// Which of the questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every question that this card has; what stands there is shown, and kept unless it is
    /// answered anew.
    All,
    /// Those without an answer, those of which the rules find the answer wanting, and the next
    /// item of each list.
    Open,
    /// Only those that answer what the rules found.
    Findings,
    /// Which kind of card it is now, and since when.
    Kind,
}

/// A question at its place on the card.
#[derive(Clone)]
pub struct Ask {
    /// The key, or the list.
    pub path: Path,
    /// The question.
    pub question: &'static Question,
    /// What is asked there.
    pub what: What,
    /// The item of a list to which it belongs, when that was begun in this conversation.
    pub fresh: Option<Fresh>,
    /// Its place among all questions.
    pub(super) order: Vec<usize>,
}

/// What is asked.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// The question itself.
    Answer,
    /// Whether there is a first item.
    Begin,
    /// Whether there is another item.
    More,
    /// The questions about this person, of whom nothing stands in the list.
    Person(String),
}

/// An item that comes into the list with its first answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Fresh {
    /// The list.
    pub list: Path,
    /// Its place there.
    pub index: usize,
    /// Of whom it is, when that is known before anything was asked.
    pub wie: Option<String>,
    /// Whether it was begun in a conversation before this one: what was answered then is not asked.
    pub resumed: bool,
}

/// Behind all items of a list.
const LAST: usize = usize::MAX;

/// The questions. `begun` are the items that were begun, in that order.
pub(super) fn steps(sheet: &Sheet<'_>, which: Which, begun: &[Fresh]) -> Vec<Ask> {
    let mut planner = Planner { sheet, which, begun, out: Vec::new() };
    planner.below("", &Path::root(), &[], None);
    let mut out = planner.out;
    // With any other answer the day follows by itself.
    if out.len() > 1 {
        out.retain(|ask| ask.question.key != "bijgewerkt");
    }
    out.sort_by(|a, b| a.order.cmp(&b.order));
    out
}

struct Planner<'p> {
    sheet: &'p Sheet<'p>,
    which: Which,
    begun: &'p [Fresh],
    out: Vec<Ask>,
}

/// The key of the map in which a key stands.
fn above(key: &str) -> &str {
    key.rsplit_once('.').map_or("", |(above, _)| above)
}

impl Planner<'_> {
    /// The questions about the keys of one map.
    fn below(&mut self, map: &str, path: &Path, order: &[usize], fresh: Option<&Fresh>) {
        for (index, question) in questions().enumerate().filter(|(_, question)| above(question.key) == map) {
            let at = path.clone().key(question.name());
            let order = [order, &[index]].concat();
            let fits = self.fits(question, path);
            match question.form {
                Form::Group if fits || self.sheet.is_open_below(&at) => self.below(question.key, &at, &order, fresh),
                Form::Group => {}
                Form::Items | Form::FewItems => self.list(question, &at, &order, fits),
                _ if self.wants(question, fits, &at, fresh) => self.put(question, at, What::Answer, order, fresh),
                _ => {}
            }
        }
    }

    /// The questions about the items of a list, then about the persons that are missing there,
    /// then whether there is one more.
    fn list(&mut self, question: &'static Question, at: &Path, order: &[usize], fits: bool) {
        if self.which == Which::Kind {
            return;
        }
        let len = self.sheet.len(at);
        let all: &[Fresh] = self.begun;
        // Of those that were begun at one place, the last is the one that is there.
        let begun = || all.iter().rev().filter(|fresh| fresh.list == *at);
        let count = begun().map(|fresh| fresh.index + 1).fold(len, usize::max);
        for index in 0..count {
            let item = at.clone().index(index);
            let fresh = begun().find(|fresh| fresh.index == index);
            if fits || fresh.is_some() || self.sheet.is_open_below(&item) {
                let order = [order, &[index]].concat();
                self.below(&format!("{}[]", question.key), &item, &order, fresh);
            }
        }
        let mut missing = self.sheet.gaps.iter().filter(|gap| gap.path == *at).filter_map(|gap| gap.person.clone());
        let was_asked = |person: &String| begun().any(|fresh| fresh.wie.as_ref() == Some(person));
        if let Some(person) = missing.find(|person| !was_asked(person)) {
            let order = [order, &[len, LAST]].concat();
            self.put(question, at.clone(), What::Person(person), order, None);
        }
        let named = self.sheet.gap(at).is_some();
        let order = [order, &[LAST]].concat();
        if len == 0 {
            let is_asked = match self.which {
                Which::All => fits,
                Which::Open => named || fits && !self.sheet.is_answered(at),
                Which::Findings | Which::Kind => named,
            };
            if is_asked {
                self.put(question, at.clone(), What::Begin, order, None);
            }
        } else if match self.which {
            Which::All | Which::Open => fits || named,
            Which::Findings | Which::Kind => named || begun().next().is_some_and(|fresh| fresh.wie.is_none()),
        } {
            self.put(question, at.clone(), What::More, order, None);
        }
    }

    /// Whether the whole card is gone through.
    fn is_whole(&self) -> bool {
        matches!(self.which, Which::All | Which::Open)
    }

    fn put(&mut self, question: &'static Question, path: Path, what: What, order: Vec<usize>, fresh: Option<&Fresh>) {
        self.out.push(Ask { path, question, what, fresh: fresh.cloned(), order });
    }

    /// Whether a question that fits or not is asked now.
    fn wants(&self, question: &Question, fits: bool, at: &Path, fresh: Option<&Fresh>) -> bool {
        let named = self.sheet.gap(at).is_some() && self.which != Which::Kind;
        let answered = self.sheet.is_answered(at);
        if question.form == Form::Known {
            return match question.key {
                "bijgewerkt" => named && self.which == Which::Findings,
                "soort" => named || self.which == Which::Kind || !answered && self.is_whole(),
                key if key.starts_with("inbrenger.") => named || !answered && self.is_whole(),
                _ => false,
            };
        }
        // The word for a person of whom it is known.
        if question.name() == "wie" && fresh.is_some_and(|fresh| fresh.wie.is_some()) {
            return false;
        }
        match self.which {
            Which::All => fits || named,
            // With the kind of card it was asked just before.
            Which::Open if question.key == "eerder" => named && answered,
            Which::Open => {
                let begun = fresh.is_some_and(|fresh| !fresh.resumed || !answered);
                named || fits && (begun || !answered && !question.may_stay_empty)
            }
            Which::Findings => named || fits && fresh.is_some(),
            Which::Kind => fits && !answered && question.key == "eerder",
        }
    }

    /// Whether a question makes sense for this card and this item; `map` holds its key.
    fn fits(&self, question: &Question, map: &Path) -> bool {
        let text = |key: &str| self.sheet.text(&map.clone().key(key));
        let role = |known: &[&str]| text("rol").is_some_and(|rol| known.contains(&rol));
        let is_parent = || text("rol").is_some_and(|rol| rol.starts_with("ouder_"));
        let once = || text("hoe_vaak").is_some_and(|often| often.to_lowercase().starts_with("eenmalig"));
        let only = match question.only {
            Only::Altijd => true,
            Only::Nooit => false,
            Only::Jeugdige => role(&["jeugdige"]),
            Only::Ouder => is_parent() || role(&["voogd"]),
            Only::ZonderGezag => role(&["ouder_zonder_gezag"]),
            Only::EigenAdres => {
                let lives_with = self.sheet.words(&map.clone().key("woont_bij"));
                is_parent()
                    || role(&["pleegouder", "stiefouder", "opvoeder"])
                    || role(&["jeugdige"]) && lives_with.is_empty()
            }
            Only::Straat => text("straat").is_some(),
            Only::Vaker => !once(),
            Only::Verteld => text("datum").is_some(),
            Only::NietVerteld => text("datum").is_none(),
            // Who goes through all may have told it since.
            Only::ZonderReden => self.which == Which::All || text("reden_niet").is_none(),
            Only::Gezegd => text("woorden").is_some(),
            Only::ZonderAkkoord => {
                text("datum").is_some() && ["nee", "niet_gevraagd"].contains(&text("akkoord").unwrap_or_default())
            }
            Only::ZonderJeugdhulp => text("jeugdhulp_na_afloop") == Some("nee"),
            Only::ZonderGezin => self.sheet.words(&map.clone().key("aanwezig")).is_empty(),
        };
        // Nobody can be pointed at as long as nobody stands there.
        let points = matches!(question.form, Form::Member | Form::Members) && question.name() != "woont_bij";
        let can = !points || !self.sheet.members().is_empty();
        only && can && question.of.contains(&self.sheet.soort())
    }
}
