//! `src/pseudo/data/lijsten.fst` is what this makes of the source texts in `bron/` there.
//! `VT_SCHRIJF=1 cargo test --test lijsten` writes it anew; it needs no network.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use vt::pseudo::lexicon::{Flags, fold};

/// Above this place in the list of ranks a word is common.
const COMMON: usize = 2_000;
/// The Belgian office's list stands in order of bearers; so many names count as usual.
const USUAL: usize = 5_000;
/// The list of ranks is from newspapers of the nineties: there these are currencies, a job and
/// a book, on a card mostly a name.
const NAMES_FIRST: [&str; 5] = ["frank", "job", "mark", "max", "roman"];

#[test]
fn the_lists_are_what_the_sources_make() {
    let path = data().join("lijsten.fst");
    let made = made();
    if std::env::var_os("VT_SCHRIJF").is_some() {
        fs::write(&path, &made).unwrap();
    }
    // Not `assert_eq`: nobody wants to read four megabytes.
    assert!(fs::read(&path).unwrap() == made, "VT_SCHRIJF=1 cargo test --test lijsten writes the lists anew");
    assert!(made.len() < 4_700_000, "the lists have grown to {} bytes", made.len());
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pseudo/data")
}

/// The entries of a source, one a line.
fn source(name: &str) -> Vec<String> {
    let zipped = fs::read(data().join(format!("bron/{name}.txt.gz"))).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(zipped.as_slice()).read_to_string(&mut text).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The entries of a section of our own lists.
fn own(section: &str) -> Vec<String> {
    let text = fs::read_to_string(data().join("bron/eigen.txt")).unwrap();
    let (_, rest) = text.split_once(&format!("\n[{section}]\n")).unwrap();
    let body = rest.split("\n[").next().unwrap();
    let lines = body.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| line.split(','))
        .map(|entry| entry.trim().to_owned())
        .filter(|entry| !entry.is_empty())
        .collect()
}

const OWN: [(&str, Flags); 24] = [
    ("tussenvoegsel", Flags::PREFIX),
    ("arabisch", Flags::ARABIC_PREFIX),
    ("familie", Flags::KIN),
    ("aanspreking", Flags::TITLE),
    ("rol", Flags::ROLE),
    ("naamwoord", Flags::NAME_CUE),
    ("adreswoord", Flags::ADDRESS_CUE),
    ("straatbegin", Flags::STREET_START),
    ("school", Flags::SCHOOL_MARK),
    ("schoolwoord", Flags::SCHOOL_CUE),
    ("zorg", Flags::CARE_MARK),
    ("kerk", Flags::CHURCH_MARK),
    ("club", Flags::CLUB_MARK),
    ("bedrijf", Flags::WORK_MARK),
    ("werkwoord", Flags::WORK_CUE),
    ("instantie", Flags::AUTHORITY),
    ("volk", Flags::PEOPLE),
    ("stop", Flags::STOP),
    ("eponiem", Flags::EPONYM),
    ("eponiemwoord", Flags::EPONYM_CUE),
    ("wet", Flags::LAW),
    ("wetbegin", Flags::LAW_START),
    ("vakterm", Flags::FIELD),
    ("streek", Flags::REGION),
];

/// All that the sources say, a token as often as it is said; `merge` puts it in order.
#[derive(Default)]
struct Lists(Vec<(String, Flags)>);

impl Lists {
    fn set(&mut self, key: String, flags: Flags) {
        self.0.push((key, flags));
    }

    fn add(&mut self, key: String, flags: Flags) {
        let letters = key.bytes().filter(u8::is_ascii_alphabetic).count();
        // A single letter is an initial; other scripts don't occur on a card.
        if letters > 1 && key.is_ascii() {
            self.set(key, flags);
        }
    }

    fn merge(&mut self) {
        self.0.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.0.dedup_by(|(next, more), (kept, flags)| {
            let same = next == kept;
            if same {
                *flags = flags.with(*more);
            }
            same
        });
    }

    /// What is known of a token; only after `merge`.
    fn get(&self, key: &str) -> Flags {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).map_or(Flags::default(), |at| self.0[at].1)
    }
}

/// An entry of more words makes its first word one that starts a phrase.
fn phrase(lists: &mut Lists, key: String, flags: Flags) {
    if let Some((first, _)) = key.split_once(' ') {
        lists.set(first.to_owned(), Flags::STARTS_PHRASE);
    }
    lists.set(key, flags);
}

fn own_entry(lists: &mut Lists, entry: &str, flags: Flags) {
    // An authority of a word and a term that also is a word: only OM in capitals is the OM.
    let stays = flags.has(Flags::AUTHORITY.with(Flags::LAW).with(Flags::FIELD));
    let capitals = stays && kind(entry) == Flags::CAPITALS;
    phrase(lists, fold(entry), if capitals { flags.with(Flags::ONLY_IN_CAPITALS) } else { flags });
}

fn made() -> Vec<u8> {
    let mut lists = Lists::default();
    words(&mut lists);
    lists.merge();
    let ranks = ranks(&lists);
    let frequent: BTreeSet<String> = ranks.iter().map(|(key, _)| key.clone()).collect();
    lists.0.extend(ranks);
    names(&mut lists);
    lists.merge();
    let peoples = peoples(&lists);
    lists.0.extend(peoples);
    places(&mut lists, &frequent);
    for (section, flags) in OWN {
        for entry in own(section) {
            own_entry(&mut lists, &entry, flags);
        }
    }
    lists.merge();
    let entries = lists.0.iter().map(|(key, flags)| (key, flags.bits()));
    fst::Map::from_iter(entries).unwrap().into_fst().into_inner()
}

fn words(lists: &mut Lists) {
    for entry in source("woorden") {
        // The words of an expression count one by one: "ad hoc".
        for word in entry.split(' ') {
            let word = word.strip_suffix('.').unwrap_or(word);
            if !word.contains(['.', '/', '+']) {
                lists.add(fold(word), kind(word));
            }
        }
    }
}

fn kind(word: &str) -> Flags {
    let (mut small, mut large) = (0, 0);
    for c in word.chars() {
        small += usize::from(c.is_lowercase());
        large += usize::from(c.is_uppercase());
    }
    match (small, large) {
        (_, 0) => Flags::WORD,
        (0, 2..) => Flags::CAPITALS,
        _ => Flags::CAPITALISED,
    }
}

/// Turks and Turkse: where the word list has both, it is a people, a language or of a place;
/// not so where one is a name too (Jans and Janse), unless our own list has it.
fn peoples(lists: &Lists) -> Vec<(String, Flags)> {
    let other = Flags::WORD.with(Flags::FIRST_NAME).with(Flags::SURNAME);
    let capital = |word: &str| lists.get(word).has(Flags::CAPITALISED) && !lists.get(word).has(other);
    let long = lists.0.iter().map(|(key, _)| key).filter(|key| key.ends_with("se") && capital(key));
    let pairs = long.map(|long| (&long[..long.len() - 1], long)).filter(|(short, _)| capital(short));
    pairs.flat_map(|(short, long)| [(short.to_owned(), Flags::PEOPLE), (long.clone(), Flags::PEOPLE)]).collect()
}

/// A rank is about the word in small letters, and only of words: the list has English and names too.
fn ranks(lists: &Lists) -> Vec<(String, Flags)> {
    let words = source("rang");
    let ranked = words.iter().enumerate().filter(|(_, word)| kind(word) == Flags::WORD);
    let keys = ranked.map(|(place, word)| (place, fold(word)));
    let kept = keys.filter(|(_, key)| lists.get(key).is_word() && !NAMES_FIRST.contains(&key.as_str()));
    kept.map(|(place, key)| {
        let common = if place < COMMON { Flags::COMMON } else { Flags::default() };
        (key, Flags::FREQUENT.with(common))
    })
    .collect()
}

fn names(lists: &mut Lists) {
    let prefixes: BTreeSet<String> = own("tussenvoegsel").into_iter().chain(own("arabisch")).collect();
    // Ben and Al are names as well.
    let is_prefix = |word: &str| prefixes.contains(word) && !["al", "ben"].contains(&word);
    for land in ["be", "dk", "fr", "gb", "us", "pl", "wikidata"] {
        for (place, name) in source(&format!("voornamen-{land}")).iter().enumerate() {
            let usual = if land == "be" && place < USUAL { Flags::USUAL_FIRST_NAME } else { Flags::default() };
            first_name(lists, name, is_prefix, Flags::FIRST_NAME.with(usual));
        }
    }
    for name in own("voornaam") {
        first_name(lists, &name, is_prefix, Flags::FIRST_NAME.with(Flags::USUAL_FIRST_NAME));
    }
    for land in ["be", "us", "pl", "wikidata"] {
        let usual = if land == "be" { Flags::USUAL_SURNAME } else { Flags::default() };
        for name in source(&format!("achternamen-{land}")) {
            surname(lists, &name, is_prefix, Flags::SURNAME.with(usual));
        }
    }
    for name in own("achternaam") {
        surname(lists, &name, is_prefix, Flags::SURNAME.with(Flags::USUAL_SURNAME));
    }
}

/// "Anne Claude" is two names, Anne-Marie stays one.
fn first_name(lists: &mut Lists, name: &str, is_prefix: impl Fn(&str) -> bool, flags: Flags) {
    for word in fold(name).split(' ').filter(|word| !is_prefix(word)) {
        lists.add(word.to_owned(), flags);
    }
}

/// The parts of a surname that are no prefix: Spek of van der Spek; of a double name each half.
fn surname(lists: &mut Lists, name: &str, is_prefix: impl Fn(&str) -> bool, flags: Flags) {
    let name = fold(name);
    for word in name.split(' ').filter(|word| !is_prefix(word)) {
        lists.add(word.to_owned(), flags);
        if word.contains('-') {
            for half in word.split('-').filter(|half| half.len() > 2 && !is_prefix(half)) {
                lists.add(half.to_owned(), flags);
            }
        }
    }
}

fn places(lists: &mut Lists, frequent: &BTreeSet<String>) {
    let kinds = [
        (source("plaatsen-nl"), Flags::PLACE_NL),
        (own("plaats"), Flags::PLACE_NL),
        (source("plaatsen-be"), Flags::PLACE_BE),
        (source("plaatsen-elders"), Flags::PLACE_ELSEWHERE),
        (source("landen"), Flags::COUNTRY),
    ];
    for (names, flags) in kinds {
        // Of and Van are towns in Turkey: far away they give way to the word.
        let far = flags.has(Flags::PLACE_ELSEWHERE.with(Flags::COUNTRY));
        for key in names.iter().flat_map(|name| spellings(&fold(name))) {
            if key.len() > 1 && !(far && frequent.contains(&key)) {
                phrase(lists, key, flags);
            }
        }
    }
}

/// Etten-Leur is also written "etten leur", 's-Gravenhage without its mark, Sint as St.
fn spellings(place: &str) -> Vec<String> {
    let place = place.replace('.', "");
    let mut found = vec![place.clone()];
    if let Some(bare) = place.strip_prefix('\'') {
        found.push(bare.to_owned());
    }
    let saints: Vec<String> = found
        .iter()
        .flat_map(|key| {
            let long = key.strip_prefix("st ").or(key.strip_prefix("st-"));
            let short = key.strip_prefix("sint ").or(key.strip_prefix("sint-"));
            [long.map(|rest| format!("sint {rest}")), short.map(|rest| format!("st {rest}"))]
        })
        .flatten()
        .collect();
    found.extend(saints);
    let apart: Vec<String> = found.iter().filter(|key| key.contains('-')).map(|key| key.replace('-', " ")).collect();
    found.extend(apart);
    found
}
