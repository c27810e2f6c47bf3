//! What stays although it has a capital: partners and methods of the field, laws,
//! illnesses, brands, roles, and the labels that stand for people.
//!
//! It marks tokens; the finders of names pass over them. Fixed forms and the known family
//! are not held back by it.

use super::lexicon::{Flags, Walk};
use super::quick::Words;
use super::reading::Reading;
use super::speech::Class;
use super::text::Searched;
use super::tokens::{Gap, Shape, Tokens};
use std::sync::OnceLock;

/// Phrases that name no family; each word of them stays where the whole stands.
const PHRASES: &str = "zi2t|noord brabant|west brabant|noord-brabant|west-brabant|limburg|zeeland|gelderland|drenthe|overijssel|\
    flevoland|friesland|brabant|holland|noord-holland|zuid-holland|randstad|valys|william schrikker groep|de viersprong|huis voor klokkenluiders|families first|triple p|\
    incredible years|horizontaal|positief opvoeden|nederlands jeugdinstituut|google translate|\
    google maps|google meet|microsoft teams|rode kruis|unicef|defence for children|sociale dienst|\
    dienst toeslagen|inspectie gezondheidszorg|gilles de la tourette|van gogh|de tourette|pac man|\
    big mac|dikke ik|buurtzorg|de kindertelefoon|stichting halt|moviera|vluchtelingenwerk nederland|\
    jeugdbescherming|kinder en jeugdtelefoon|zorg voor jeugd|verwijsindex|eigen kracht|\
    eigen kracht centrale|toegang jeugd|wmo loket|gecertificeerde instelling|voogdij|tweede kamer|\
    eerste kamer|den haag zuid|burgerlijk wetboek|oranje huis|grip op agressie|kies|piep zei de muis|\
    kvo|stop 4 7|opvoedpoli|novadic kentron|novadic-kentron|novadic|kentron|wijzijn|parallel solo ouderschap|\
    harry potter|cristiano ronaldo|lionel messi|max verstappen|donald duck|mickey mouse|spider man|spider-man|\
    super mario|paw patrol|peppa pig|taylor swift";

/// Words that stay with a capital when they stand alone: brands, illnesses, medicines,
/// peoples' feasts, words of the work.
const WORDS: &str = "gmail hotmail outlook teams zoom signal videoland switch gta samsung apple excel pinterest bol dipiperon \
    seroquel abilify melatonine sertraline fluoxetine diazepam temazepam methylfenidaat lorazepam quetiapine \
    aripiprazol risperidon strattera tramadol munchhausen kanner borderline turner williams graves \
    veiligheidstafel gis mup sot pabo asd cd zhp ccbt sdq arij licht stoornis ihub tiktokker bitcoin islam \
    mohammed-feest kerstman eid diwali keti koti holi halloween valentijnsdag grindr onlyfans pornhub \
    thuisbezorgd flink getir vespa fatbike volvo opel volkswagen vw bmw audi mercedes peugeot renault citroen \
    fiat toyota ford kia hyundai seat skoda mazda suzuki honda nissan tesla harley gazelle batavus heineken \
    bacardi jupiler coca cola fanta redbull albert heijn plus spar mcdonalds kfc burger wibra bristol \
    decathlon gamma praxis halal nike adidas gucci zalando temu shein wehkamp klarna odido vodafone kpn ziggo \
    tikkie paypal ideal digid mijnoverheid toeslagen gmailaccount chatgpt covid corona sars griep casus \
    agenda bijlage inleiding conclusie samenvatting verslag notulen aanwezig afwezig datum hulpvraag waals \
    brabants zeeuws limburgs dari farsi pashtu tamazight sranan sranantongo sarnami hindi kurmanci mandarijn \
    twi somali bahasa esperanto wth wtzi ondergetekende rooms bsn \
    jupiter saturnus pikachu nijntje batman superman spiderman bumba zeus";

/// First words with all phrases that begin so, the longest first.
type Phrases = Words<String, Vec<Vec<String>>>;

/// Whether a word begins a phrase that stays.
pub(super) fn class(fold: &str) -> Class {
    let begins = if always().contains_key(fold) { Class::ALLOWED } else { Class::default() };
    let eponym = matches!(
        fold,
        "ziekte" | "wet" | "stelling" | "schaal" | "theorie" | "methode" | "model" | "score" | "test" | "gehalte"
    ) || fold.ends_with("syndroom");
    if eponym { begins.with(Class::EPONYM) } else { begins }
}

/// What stays in every text.
fn always() -> &'static Phrases {
    static ALWAYS: OnceLock<Phrases> = OnceLock::new();
    ALWAYS.get_or_init(|| gather(PHRASES.split('|').map(str::trim).chain(WORDS.split_whitespace())))
}

fn gather<'a>(names: impl Iterator<Item = &'a str>) -> Phrases {
    let mut phrases = Phrases::default();
    for name in names {
        let copy = Searched::new(name);
        let tokens = Tokens::new(copy.text());
        let words: Vec<String> = (0..tokens.len()).map(|at| tokens.fold(at).to_owned()).collect();
        if let Some(first) = words.first() {
            phrases.entry(first.clone()).or_default().push(words);
        }
    }
    for phrases in phrases.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    phrases
}

/// What stays, ready to be looked up.
pub(super) struct Allow {
    /// What the context lets stand.
    own: Phrases,
}

impl Allow {
    /// With the names that the region lets stand.
    pub fn new(stays: &[String]) -> Self {
        Self { own: gather(stays.iter().map(String::as_str)) }
    }

    /// Marks what stays.
    pub fn mark(&self, reading: &mut Reading<'_>) {
        let mut index = 0;
        while index < reading.len() {
            if let Some(length) = self.phrase(reading, index).max(listed(reading, index)) {
                reading.stays[index..index + length].fill(true);
                index += length;
            } else {
                if stays_alone(reading, index) {
                    reading.stays[index] = true;
                }
                index += 1;
            }
        }
        eponyms(reading);
        labels(reading);
    }

    fn phrase(&self, reading: &Reading<'_>, index: usize) -> Option<usize> {
        let common = if reading.is(index, Class::ALLOWED) { always().get(reading.fold(index)) } else { None };
        let own = if self.own.is_empty() || !reading.tokens.is_word(index) {
            None
        } else {
            self.own.get(reading.fold(index))
        };
        longest(reading, index, common).max(longest(reading, index, own))
    }
}

/// The length of the longest phrase that stands here.
fn longest(reading: &Reading<'_>, index: usize, phrases: Option<&Vec<Vec<String>>>) -> Option<usize> {
    let fits = |words: &&Vec<String>| {
        let same = words.iter().enumerate().all(|(nth, word)| {
            reading.fold(index + nth) == word && (nth == 0 || reading.tokens.gap(index + nth) < Gap::Paragraph)
        });
        // A lone word in lower case needs no leave.
        same && (words.len() > 1 || reading.is_capital(index))
    };
    phrases?.iter().find(fits).map(Vec::len)
}

/// Words that stay by themselves: countries, peoples and their languages, bodies, laws, terms.
fn stays_alone(reading: &Reading<'_>, index: usize) -> bool {
    if !reading.is_capital(index) {
        return false;
    }
    let flags = reading.flags(index);
    let fold = reading.fold(index);
    let name = flags.has(Flags::USUAL_FIRST_NAME.with(Flags::USUAL_SURNAME));
    let upper = reading.shape(index) == Shape::Upper;
    let listed =
        flags.has(STAYS) && (upper || !flags.has(Flags::ONLY_IN_CAPITALS) && !flags.has(Flags::USUAL_FIRST_NAME));
    let adjective = flags.is_capitalised_word() && (fold.ends_with("se") || fold.ends_with("sche")) && !name;
    let adjective = adjective
        || flags.is_capitalised_word() && fold.ends_with("isch")
        || ["talig", "talige", "sprekend", "sprekende"].iter().any(|end| fold.ends_with(end));
    let adjective = adjective || fold.ends_with("nr") && fold.len() > 4 || fold.ends_with("nummer");
    let people = flags.has(Flags::COUNTRY.with(Flags::PEOPLE)) && !flags.has(Flags::USUAL_FIRST_NAME);
    let short = upper && (flags.has(Flags::CAPITALS) && !name || fold.len() <= 4 && !flags.is_first_name());
    listed || adjective || people || short || reading.is(index, Class::STAYS)
}

/// What the lists say may stand.
const STAYS: Flags = Flags::AUTHORITY.with(Flags::LAW).with(Flags::FIELD).with(Flags::EPONYM);

/// The length of the longest entry of several words that the lists let stand.
fn listed(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let near = || reading.is_capital(index) || reading.is_capital(index + 1) || reading.is_capital(index + 2);
    if !reading.flags(index).starts_phrase() || !near() {
        return None;
    }
    let mut walk = Walk::start().on(reading.fold(index))?;
    let (mut longest, mut capital) = (None, reading.is_capital(index));
    for nth in 1..10 {
        let at = index + nth;
        if reading.tokens.gap(at) == Gap::Paragraph || matches!(reading.tokens.word(at), "." | "," | ";" | ":") {
            break;
        }
        let blank = if reading.tokens.gap(at) == Gap::None { "" } else { " " };
        let Some(on) = walk.on(blank).and_then(|walk| walk.on(reading.fold(at))) else { break };
        walk = on;
        capital |= reading.is_capital(at);
        if capital && walk.flags().has(STAYS) {
            longest = Some(nth + 1);
        }
    }
    longest
}

/// "Ziekte van Lyme", "syndroom van Down", "wet van Ohm".
fn eponyms(reading: &mut Reading<'_>) {
    for index in 0..reading.len() {
        if !reading.is(index, Class::EPONYM) {
            continue;
        }
        if reading.fold(index + 1) == "van" {
            let mut at = index + 2;
            while reading.is(at, Class::TUSSENVOEGSEL) {
                at += 1;
            }
            while reading.is_capital(at) && (at == index + 2 || reading.tokens.gap(at) <= Gap::Space) {
                reading.stays[at] = true;
                at += 1;
                at += usize::from(reading.tokens.word(at) == "-");
            }
        }
        let behind = matches!(reading.fold(index), "syndroom" | "score" | "test" | "schaal" | "methode" | "gehalte");
        if behind && reading.is_glued(index) && index >= 2 && reading.tokens.word(index - 1) == "-" {
            reading.stays[index - 2] = true;
        }
    }
}

/// The labels of `vt` that stand for what was taken out: "Kind 1", "Persoon A", "Postcode 2".
/// Nothing is found in them, also when the family has such a name or number.
fn labels(reading: &mut Reading<'_>) {
    for index in 0..reading.len() {
        if reading.tokens.word(index) == "[" {
            if let Some(last) = in_brackets(reading, index) {
                reading.label(index..last + 1);
            }
            continue;
        }
        if !reading.is_capital(index) {
            continue;
        }
        // "E-mailadres 1" is cut up at its hyphen.
        let mail = reading.fold(index) == "e"
            && reading.tokens.word(index + 1) == "-"
            && reading.fold(index + 2) == "mailadres"
            && reading.is_glued(index + 2);
        if !mail && !reading.is(index, Class::LABEL) {
            continue;
        }
        let next = index + if mail { 3 } else { 1 };
        if reading.follows(next) && is_rank(reading, index, next) {
            reading.label(index..next + 1);
        }
    }
}

/// Whether a figure or letter makes a label of the word before it.
fn is_rank(reading: &Reading<'_>, index: usize, next: usize) -> bool {
    let word = reading.tokens.word(next);
    match reading.shape(next) {
        Shape::Number => word.len() <= 2 && !goes_on_as_number(reading, next),
        // Persoon A to Z and on to AA; another word only by one letter, that begins no name.
        _ if reading.tokens.word(index) == "Persoon" => {
            let whole = !reading.is_glued(next + 1) || reading.shape(next + 1) == Shape::Sign;
            whole && (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
        }
        _ => {
            reading.tokens.is_initial(next)
                && reading.tokens.gap(next) <= Gap::Space
                && (reading.tokens.word(next + 1) != "." || reading.first(next + 2) || !reading.is_capital(next + 2))
        }
    }
}

/// "Telefoonnummer 06-12345678", "Kenteken 12-AB-34": a form of its own, no label.
fn goes_on_as_number(reading: &Reading<'_>, index: usize) -> bool {
    let next = index + 1;
    let more = |at: usize| reading.shape(at) == Shape::Number || reading.shape(at) == Shape::Upper;
    let sign = matches!(reading.tokens.word(next), "-" | "/" | "." | ",") && reading.is_glued(next);
    sign && reading.is_glued(next + 1) && more(next + 1)
        || reading.tokens.gap(next) <= Gap::Space && reading.shape(next) == Shape::Number
        || reading.is_glued(next) && more(next)
}

/// The last token of "[datum]", "[weggelaten]" or "[geboortedatum: nu 10 jaar]".
fn in_brackets(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let closes = |at: usize| (reading.tokens.word(at) == "]").then_some(at);
    match reading.fold(index + 1) {
        "datum" | "leeftijd" | "weggelaten" | "geboortedatum" if closes(index + 2).is_some() => Some(index + 2),
        "geboortedatum" => {
            let age = reading.fold(index + 3) == "nu" && reading.shape(index + 4) == Shape::Number;
            let last = (index + 5..index + 8).find_map(closes)?;
            age.then_some(last)
        }
        _ => None,
    }
}
