//! Parts of words, written for `vt` itself: what a name or a street begins or ends
//! with. Whole words stand in `data/bron/eigen.txt` and are flags of the lexicon. All are folded.

/// What may stand before a word of kin, with or without a hyphen: stiefvader, ex-man.
#[rustfmt::skip]
pub const KIN_BEFORE: &[&str] = &[
    "achter", "adoptie", "bet", "bonus", "buur", "ex", "groot", "half", "klein", "kost", "oud", "overgroot", "peet", "pleeg",
    "schoon", "stief", "suiker", "tweeling",
];

/// How a street ends when the word is hardly ever anything else.
#[rustfmt::skip]
pub const STREET_ENDINGS: &[&str] = &[
    "allee", "boulevard", "dreef", "gracht", "grachtje", "kade", "laan", "laantje", "plantsoen", "plein", "pleintje",
    "singel", "steeg", "steegje", "steenweg", "straat", "straatje", "straatweg", "weg", "wegje", "wegske",
];

/// How a street ends that may as well be an ordinary word or a place: a number has to follow,
/// or a word such as "woont aan" stands before it.
#[rustfmt::skip]
pub const WEAK_STREET_ENDINGS: &[&str] = &[
    "akker", "akkers", "baan", "beemd", "beemden", "berg", "bos", "brink", "brug", "burg", "dam", "dijk", "dijkje",
    "donk", "dries", "eind", "einde", "end", "erf", "gaard", "gaarde", "galerij", "haag", "haven", "heide", "heuvel",
    "hil", "hoef", "hoek", "hof", "hofje", "hofstede", "horst", "kamp", "kant", "kreek", "kwartier", "landen", "lei",
    "markt", "meent", "molen", "oever", "oord", "pad", "park", "passage", "poort", "promenade", "ring", "rode",
    "schans", "sluis", "spoor", "stede", "steen", "stoep", "terras", "tuin", "tuinen", "veld", "velden", "veste",
    "vliet", "waard", "wal", "wei", "weide", "werf", "wijk", "zand", "zicht", "zijde",
];

/// How a surname may begin, in languages that the lists know too few names of. A part raises
/// certainty for a word on no list; it is never a hit alone.
#[rustfmt::skip]
pub const SURNAME_STARTS: &[&str] = &[
    // Moroccan and other Arabic and Berber names, also written in one
    "abdel", "abdou", "abou", "ait", "akh", "benab", "benal", "benham", "benme", "bouch", "bouj", "boul", "bouz",
    "chaou", "cher", "haj", "khal", "lah", "ouch", "oulad",
    // Javanese and Hindustani, from Suriname
    "amats", "atmo", "baldew", "bhag", "chand", "djojo", "kario", "karto", "kasan", "kerto", "kromo", "marto", "moenta",
    "pawiro", "poeran", "ramd", "ramk", "raml", "rams", "redjo", "ronos", "sarno", "sastro", "semo", "sewn", "soekh",
    "soero", "somo", "sukh", "todi", "troeno", "wirjo", "wongso",
    // Eritrean and Ethiopian
    "gebrem", "gebres", "ghebre", "habte", "haile", "kidane", "okba", "tekle", "tesfa", "wolde",
    // written in one, as in Flanders; Scottish
    "mc", "vande", "vanden", "vander",
];

/// How a surname may end; used as the starts are. Measured on the lists: each is at least ten times
/// commoner among surnames that are no words than among ordinary words, or ends hardly any of these.
#[rustfmt::skip]
pub const SURNAME_ENDS: &[&str] = &[
    // Dutch, Flemish and Frisian; the west of Brabant among them
    "aers", "aert", "aerts", "aets", "beek", "berg", "bergh", "bosch", "broeck", "brouck", "brugge", "burgh", "camp",
    "cke", "ckx", "dael", "dijck", "donck", "donk", "driessen", "dyck", "dyk", "eelen", "eeren", "enga", "haert", "huijs",
    "huijzen", "huysen", "ieckx", "ijkx", "inck", "inga", "ingh", "jans", "kx", "laer", "mann", "mans", "meijer",
    "meulen", "raedt", "roij", "roy", "smit", "smits", "stein", "stra", "tjens", "uijs", "uyten", "vliet", "voort",
    // Moroccan and Arabic
    "aani", "achi", "aki", "aoui", "chaoui", "ddine", "dini", "eddine", "ghini", "hali", "kaoui", "khi", "laoui", "louk",
    "mani", "mrani", "ouali", "ouani", "ouch", "oudi", "ouf", "ouh", "oui", "ouki", "ouni", "ouri", "rani", "riouh",
    "ssati", "zaoui", "ziani", "zouz",
    // Turkish and Kurdish
    "aslan", "baba", "cioglu", "demir", "gil", "gul", "guler", "kaya", "kilic", "koc", "oglu", "oz", "soy", "tekin",
    "tepe", "turk", "yildiz", "yurt",
    // Polish and other Slavic
    "chuk", "cic", "cka", "cki", "czak", "czek", "czuk", "czyk", "dzka", "dzki", "enko", "ev", "eva", "evic", "ewicz",
    "ewska", "ewski", "iak", "ich", "icz", "iuk", "kov", "kova", "nko", "nov", "nova", "nska", "nski", "ov", "ova",
    "ovic", "owicz", "owska", "owski", "ska", "ski", "sky", "skyi", "skyj", "skyy", "szka", "szyk", "tchuk", "vic",
    "vych", "wicz", "yuk", "zka", "zyk",
    // Hindustani and Javanese, from Suriname; Antillean
    "atmo", "bahadoer", "bali", "chand", "charan", "dajal", "dew", "dhari", "dikromo", "dimedjo", "djan", "djo", "doyal",
    "gobind", "hardjo", "karan", "khan", "kisoen", "kromo", "lall", "medjo", "mohan", "narain", "nath", "pawiro",
    "persad", "persaud", "pratap", "redjo", "sahai", "sari", "semito", "sewak", "singh", "sono", "taroeno", "tirto",
    "tomo", "widjojo", "wirjo",
    // Armenian, Georgian, Afghan, Iranian, Eritrean, Romanian
    "adeh", "dze", "escu", "gaber", "ian", "khah", "lahi", "mariam", "michael", "nejad", "pour", "selassie", "shvili",
    "yan", "zada", "zadeh", "zai", "zay", "zion",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pseudo::lexicon::fold;

    #[test]
    fn the_parts_are_folded_and_stand_once() {
        let lists = [KIN_BEFORE, STREET_ENDINGS, WEAK_STREET_ENDINGS, SURNAME_STARTS, SURNAME_ENDS];
        for list in lists {
            for (place, part) in list.iter().enumerate() {
                assert_eq!(fold(part), *part);
                assert!(!list[..place].contains(part), "{part} stands twice");
            }
        }
    }

    #[test]
    fn the_endings_know_what_they_are_for() {
        let ends = |list: &[&str], word: &str| list.iter().any(|part| word.ends_with(part));
        assert!(ends(SURNAME_ENDS, "wagtmans") && ends(SURNAME_ENDS, "bouhali") && ends(SURNAME_ENDS, "soerdjan"));
        assert!(ends(STREET_ENDINGS, "molenstraat") && !ends(STREET_ENDINGS, "molenhof"));
        assert!(ends(WEAK_STREET_ENDINGS, "molenhof"));
    }
}
