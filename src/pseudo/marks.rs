//! Words that stand in the names of institutions, whole or as their ends, beside those that
//! the word lists mark.

use super::lexicon::Flags;
use super::speech::{Class, ends};

/// Words for a school, whole or as the end of a word.
pub(super) const SCHOOLS: &[&str] = &[
    "rk",
    "atheneum",
    "aoc",
    "praktijkonderwijs",
    "islamitische",
    "brede",
    "schakelklas",
    "isk",
    "ibo",
    "vmbo",
    "iko",
    "middelbare",
    "lagere",
];

pub(super) const SCHOOL_ENDS: &[&str] = &[
    "school",
    "college",
    "lyceum",
    "gymnasium",
    "kindcentrum",
    "scholengemeenschap",
    "scholen",
    "academie",
    "onderwijs",
    "atheneum",
    "campus",
];

/// Words for another institution, whole.
pub(super) const MARKS: &[&str] = &[
    "stg",
    "gemeenschap",
    "rksv",
    "gv",
    "tv",
    "ac",
    "kdv",
    "bso",
    "kinderdagverblijf",
    "kinderopvang",
    "peuterspeelzaal",
    "gastouderbureau",
    "creche",
    "buurthuis",
    "wijkcentrum",
    "jongerencentrum",
    "verzorgingshuis",
    "zorgcentrum",
    "asielzoekerscentrum",
    "woonstichting",
    "woningcorporatie",
    "drukkerij",
    "pizzeria",
    "camping",
    "vakantiepark",
    "bungalowpark",
    "boerderij",
    "bibliotheek",
    "theater",
    "jongerenwerk",
    "kringloop",
    "kringloopwinkel",
    "kredietbank",
    "bewindvoering",
    "bewindvoerderskantoor",
    "notariskantoor",
    "machinefabriek",
    "aannemersbedrijf",
    "kwekerij",
    "loonbedrijf",
    "volkstuin",
    "speeltuin",
    "voedselbank",
];

/// Ends of one word that names an institution: Sint-Corneliusparochie, Jorisgroep.
pub(super) const ENDS: &[&str] = &[
    "stichting",
    "praktijk",
    "kerk",
    "parochie",
    "moskee",
    "ziekenhuis",
    "kliniek",
    "zorggroep",
    "bakkerij",
    "slagerij",
    "drukkerij",
    "garage",
    "fabriek",
    "restaurant",
    "verpleeghuis",
    "buurthuis",
    "zorgboerderij",
    "opvang",
    "winkel",
    "kwekerij",
    "manege",
    "kantoor",
    "vereniging",
    "club",
    "groep",
    "bedrijf",
    "apotheek",
    "dagverblijf",
    "speelzaal",
    "supermarkt",
    "zorgcentrum",
    "wijkcentrum",
    "gezinshuis",
    "corporatie",
    "boerderij",
    "bewind",
    "mediation",
    "transport",
    "federatie",
];

/// After these words of law comes no more of a name.
pub(super) const FORMS: &[&str] = &["bv", "nv", "vof", "cv", "gmbh", "bvba", "ltd", "zn"];

/// What the lists know as a mark of another institution.
pub(super) const ORGANISATION: Flags =
    Flags::CARE_MARK.with(Flags::CHURCH_MARK).with(Flags::CLUB_MARK).with(Flags::WORK_MARK);

/// What a word says about an institution, whole or by its end.
pub(super) fn class(fold: &str, flags: Flags) -> Class {
    let lessons = matches!(fold, "dansschool" | "muziekschool" | "sportschool" | "rijschool" | "zwemschool");
    if flags.has(Flags::SCHOOL_MARK) || SCHOOLS.contains(&fold) || ends(fold, SCHOOL_ENDS, 0) && !lessons {
        return Class::SCHOOL;
    }
    if flags.has(ORGANISATION) || MARKS.contains(&fold) || ends(fold, ENDS, 2) {
        Class::ORGANISATION
    } else {
        Class::default()
    }
}
