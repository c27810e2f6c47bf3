//! What a word is according to the word lists: an ordinary word, a name, a place. One look-up
//! answers for all lists at once. It says what a list says and judges nothing: "Roos" is a
//! word and a first name, and the context decides. Where the lists come from stands in
//! `data/README.md`; `tests/lijsten.rs` makes them.

use std::sync::OnceLock;

use fst::Map;
use fst::raw::{CompiledAddr, Output};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

static LISTS: &[u8] = include_bytes!("data/lijsten.fst");

/// What the lists say about one token: a small set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u64);

impl Flags {
    /// An ordinary word, also inflected: written with a small letter.
    pub const WORD: Self = Self(1);
    /// A word that the word list writes with a capital: a name, a people, a feast, a brand.
    pub const CAPITALISED: Self = Self(1 << 1);
    /// A word that the word list writes in capitals: WMO, GGZ.
    pub const CAPITALS: Self = Self(1 << 2);
    /// Somewhere a first name.
    pub const FIRST_NAME: Self = Self(1 << 3);
    /// A first name in daily use here.
    pub const USUAL_FIRST_NAME: Self = Self(1 << 4);
    /// Somewhere a surname, or the last part of one: Spek of van der Spek.
    pub const SURNAME: Self = Self(1 << 5);
    /// A surname in daily use here.
    pub const USUAL_SURNAME: Self = Self(1 << 6);
    /// A place or municipality in the Netherlands.
    pub const PLACE_NL: Self = Self(1 << 7);
    /// A place in Belgium.
    pub const PLACE_BE: Self = Self(1 << 8);
    /// A place elsewhere.
    pub const PLACE_ELSEWHERE: Self = Self(1 << 9);
    /// The first word of an entry of more words: bergen of bergen op zoom.
    pub const STARTS_PHRASE: Self = Self(1 << 10);
    /// A country.
    pub const COUNTRY: Self = Self(1 << 11);
    /// One of the two thousand commonest words; always an ordinary word too.
    pub const COMMON: Self = Self(1 << 12);
    /// One of the ten thousand commonest words; always an ordinary word too.
    pub const FREQUENT: Self = Self(1 << 13);
    /// A people, a language, or of a place: Turk, Turks, Brabantse.
    pub const PEOPLE: Self = Self(1 << 14);
    /// A function word, day or month: no name, whatever a list says.
    pub const STOP: Self = Self(1 << 15);
    /// May stand between a first name and a surname.
    pub const PREFIX: Self = Self(1 << 16);
    /// Often loose before an Arabic, Berber or Hebrew surname.
    pub const ARABIC_PREFIX: Self = Self(1 << 17);
    /// Who someone is to the child.
    pub const KIN: Self = Self(1 << 18);
    /// A form of address: the next capital is a surname.
    pub const TITLE: Self = Self(1 << 19);
    /// Who someone is in work or neighbourhood: a name may follow.
    pub const ROLE: Self = Self(1 << 20);
    /// Announces a name: heet, genaamd.
    pub const NAME_CUE: Self = Self(1 << 21);
    /// Announces an address: woont aan.
    pub const ADDRESS_CUE: Self = Self(1 << 22);
    /// Begins a street of more words: Laan van Brabant.
    pub const STREET_START: Self = Self(1 << 23);
    /// Stands in the name of a school or of child care.
    pub const SCHOOL_MARK: Self = Self(1 << 24);
    /// Announces a school: zit op.
    pub const SCHOOL_CUE: Self = Self(1 << 25);
    /// Stands in the name of a provider of care or help.
    pub const CARE_MARK: Self = Self(1 << 26);
    /// Stands in the name of a church, mosque or temple.
    pub const CHURCH_MARK: Self = Self(1 << 27);
    /// Stands in the name of a club; short ones count only in capitals or with dots.
    pub const CLUB_MARK: Self = Self(1 << 28);
    /// Stands in the name of a firm.
    pub const WORK_MARK: Self = Self(1 << 29);
    /// Announces an employer: werkt bij.
    pub const WORK_CUE: Self = Self(1 << 30);
    /// A body whose name may stand.
    pub const AUTHORITY: Self = Self(1 << 31);
    /// An authority, law or term that is meant only when it is in capitals: OM, BEN.
    pub const ONLY_IN_CAPITALS: Self = Self(1 << 32);
    /// An illness, test or method called after someone, that stays.
    pub const EPONYM: Self = Self(1 << 33);
    /// A name after it is no person here: ziekte van.
    pub const EPONYM_CUE: Self = Self(1 << 34);
    /// A law in one word or by its letters.
    pub const LAW: Self = Self(1 << 35);
    /// Begins the name of a law, treaty or rule.
    pub const LAW_START: Self = Self(1 << 36);
    /// A term of the field, a brand or a document: a capital, and no family.
    pub const FIELD: Self = Self(1 << 37);
    /// A region, province or part of the world: larger than a municipality, it may stand.
    pub const REGION: Self = Self(1 << 38);

    /// The set as it stands in the lists.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether anything of the other set is in this one.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no list knows the token.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// An ordinary word.
    #[must_use]
    pub const fn is_word(self) -> bool {
        self.has(Self::WORD)
    }

    /// A word that is written with a capital.
    #[must_use]
    pub const fn is_capitalised_word(self) -> bool {
        self.has(Self::CAPITALISED)
    }

    /// A first name, usual or not.
    #[must_use]
    pub const fn is_first_name(self) -> bool {
        self.has(Self::FIRST_NAME)
    }

    /// A surname, usual or not.
    #[must_use]
    pub const fn is_surname(self) -> bool {
        self.has(Self::SURNAME)
    }

    /// A place or municipality in the Netherlands.
    #[must_use]
    pub const fn is_place_nl(self) -> bool {
        self.has(Self::PLACE_NL)
    }

    /// A place anywhere.
    #[must_use]
    pub const fn is_place(self) -> bool {
        self.has(Self::PLACE_NL.with(Self::PLACE_BE).with(Self::PLACE_ELSEWHERE))
    }

    /// Whether more words may follow and make it another entry.
    #[must_use]
    pub const fn starts_phrase(self) -> bool {
        self.has(Self::STARTS_PHRASE)
    }

    /// One of the two thousand commonest words; always an ordinary word too.
    #[must_use]
    pub const fn is_common(self) -> bool {
        self.has(Self::COMMON)
    }
}

/// What the lists say about a token: a word with its hyphens and apostrophes inside, or more
/// words with one space between them and no dots ("bergen op zoom").
///
/// # Panics
/// As `folded`.
#[must_use]
pub fn look_up(token: &str) -> Flags {
    folded(&fold(token))
}

/// The same for a token that is folded already.
///
/// # Panics
/// Never in a `vt` that was tested: only when the lists that are part of it are no map.
#[must_use]
pub fn folded(token: &str) -> Flags {
    Flags(map().get(token).unwrap_or_default())
}

fn map() -> &'static Map<&'static [u8]> {
    static MAP: OnceLock<Map<&'static [u8]>> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "the bytes are part of the program; without them every name would pass")]
    MAP.get_or_init(|| Map::new(LISTS).expect("data/lijsten.fst is a map, as the tests of this file see"))
}

/// A look-up piece by piece, for entries of several words: each piece is walked once, and
/// most texts leave the lists after the first.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    node: CompiledAddr,
    value: Output,
}

impl Walk {
    /// At the start of every entry.
    pub fn start() -> Self {
        Self { node: map().as_fst().root().addr(), value: Output::zero() }
    }

    /// On over these letters; nothing when no entry goes so.
    pub fn on(mut self, letters: &str) -> Option<Self> {
        let fst = map().as_fst();
        for byte in letters.bytes() {
            let node = fst.node(self.node);
            let step = node.transition(node.find_input(byte)?);
            self = Self { node: step.addr, value: self.value.cat(step.out) };
        }
        Some(self)
    }

    /// What the lists say of what was walked so far.
    pub fn flags(self) -> Flags {
        let node = map().as_fst().node(self.node);
        if node.is_final() { Flags(self.value.cat(node.final_output()).value()) } else { Flags::default() }
    }
}

/// A text as the lists spell it: small letters without diacritics, one kind of hyphen and
/// apostrophe, no ligatures and no full-width letters. `ij` and `y` stay apart: folding them
/// would make the ordinary word "lijn" of Lyn.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // Before the decomposition, which makes a space and a mark of some of them.
        if let Some(plain) = punctuation(c) {
            out.push(plain);
            continue;
        }
        for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)) {
            match letter(part) {
                Some(plain) => out.push_str(plain),
                None => out.extend(part.to_lowercase().filter(|small| !is_combining_mark(*small))),
            }
        }
    }
    out
}

/// The hyphens and apostrophes that word processors and keyboards make.
fn punctuation(c: char) -> Option<char> {
    match c {
        '‘' | '’' | '‛' | '`' | '´' | 'ʼ' | 'ʹ' | '′' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '−' => Some('-'),
        _ => None,
    }
}

/// The letters of names that Unicode doesn't decompose.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ı' => "i",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ə' | 'Ə' => "e",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Flags, fold, look_up};

    #[test]
    fn folding_takes_off_what_people_leave_out() {
        for (text, plain) in [
            ("Daan", "daan"),
            ("Zoë", "zoe"),
            ("Zoe\u{308}", "zoe"),
            ("IJsbrand", "ijsbrand"),
            ("Ĳsbrand", "ijsbrand"),
            ("Yıldız", "yildiz"),
            ("İlayda", "ilayda"),
            ("Michał", "michal"),
            ("Søren", "soren"),
            ("Groß", "gross"),
            ("D’Hondt", "d'hondt"),
            ("Jean‑Luc", "jean-luc"),
            ("ＤＡＡＮ", "daan"),
            ("", ""),
        ] {
            assert_eq!(fold(text), plain);
            assert_eq!(fold(plain), plain, "folding twice changes nothing");
        }
    }

    /// What the sources say of these words; looked up there, not here.
    #[test]
    fn the_lists_know_words_names_and_places() {
        let knows = |token: &str, flags: Flags| assert!(look_up(token).has(flags), "{token}: {:?}", look_up(token));
        for first in ["Daan", "Fatima", "Roos", "Noor", "Mohamed", "Agnieszka", "Zoë", "Jean-Pierre"] {
            knows(first, Flags::FIRST_NAME);
        }
        for surname in ["Peeters", "Bakker", "Kowalski", "Kowalskiego", "Yılmaz", "Nguyen", "Velde"] {
            knows(surname, Flags::SURNAME);
        }
        for word in ["moeder", "roos", "bakker", "kinderen", "onveiligheid", "ge\u{308}erfd"] {
            knows(word, Flags::WORD);
        }
        for place in
            ["Roosendaal", "Rucphen", "Etten-Leur", "etten leur", "Bergen op Zoom", "Sint Willebrord", "st willebrord"]
        {
            knows(place, Flags::PLACE_NL);
        }
        knows("Essen", Flags::PLACE_BE);
        knows("Paramaribo", Flags::PLACE_ELSEWHERE);
        knows("bergen", Flags::STARTS_PHRASE);
        knows("Halderberge", Flags::PLACE_NL);
        knows("Brabant", Flags::REGION);
        knows("Marokko", Flags::COUNTRY);
        knows("Marokkaanse", Flags::PEOPLE);
        knows("kinderen", Flags::COMMON);
    }

    #[test]
    fn a_word_can_be_more_than_one_thing_and_a_new_one_is_nothing() {
        let roos = look_up("Roos");
        assert!(roos.is_word() && roos.is_first_name() && roos.is_surname() && !roos.is_common());
        let bakker = look_up("BAKKER");
        assert!(bakker.is_word() && bakker.is_surname() && !bakker.is_place());
        let moeder = look_up("moeder");
        assert!(moeder.is_word() && moeder.is_common() && moeder.has(Flags::KIN));
        // Jans and Janse stand in the word list as Turks and Turkse do.
        assert!(!look_up("Janse").has(Flags::PEOPLE) && look_up("Turkse").has(Flags::PEOPLE));
        // Prefixes are no surnames, though "van de Velde" is one.
        assert!(!look_up("van").is_surname() && !look_up("der").is_surname());
        // The list of ranks is of newspapers that paid in marks and francs.
        assert!(!look_up("Mark").is_common() && !look_up("frank").is_common());
        assert!(look_up("Qwxzlorp").is_empty() && look_up("").is_empty());
    }

    #[test]
    fn a_body_in_capitals_is_one_only_in_capitals() {
        let om = look_up("OM");
        assert!(om.has(Flags::AUTHORITY) && om.has(Flags::ONLY_IN_CAPITALS) && om.is_word());
        assert!(!look_up("Belastingdienst").has(Flags::ONLY_IN_CAPITALS));
    }
}
