//! Parts of words, written for `vt` itself: what a name or a street begins or ends with. Whole
//! words stand in `data/bron/eigen.txt` and are flags of the lexicon. All are folded.

/// What makes a small one of a first name, longest first: Daantje, Bramske, Noortje.
#[rustfmt::skip]
pub const DIMINUTIVES: &[&str] = &[
    "etjes", "etje", "ekes", "sken", "skes", "tjes", "pjes", "kjes", "eke", "ske", "tje", "pje", "kje", "jes",
    "kes", "je", "ke", "ie",
];

/// What may stand before a word of kin, with or without a hyphen: stiefvader, ex-man.
#[rustfmt::skip]
pub const KIN_BEFORE: &[&str] = &[
    "achter", "adoptie", "bet", "bonus", "ex", "groot", "half", "klein", "overgroot", "peet", "pleeg", "schoon",
    "stief", "tweeling",
];

/// How a street ends when the word is hardly ever anything else.
#[rustfmt::skip]
pub const STREET_ENDINGS: &[&str] = &[
    "allee", "boulevard", "dreef", "gracht", "grachtje", "kade", "laan", "laantje", "plantsoen", "plein",
    "pleintje", "singel", "steeg", "steegje", "steenweg", "straat", "straatje", "straatweg", "weg", "wegje",
    "wegske",
];

/// How a street ends that may as well be an ordinary word or a place: a number has to follow,
/// or a word such as "woont aan" stands before it.
#[rustfmt::skip]
pub const WEAK_STREET_ENDINGS: &[&str] = &[
    "akker", "akkers", "baan", "beemd", "beemden", "berg", "bos", "brink", "brug", "burg", "dam", "dijk", "dijkje",
    "donk", "dries", "eind", "einde", "end", "erf", "gaard", "gaarde", "galerij", "haag", "haven", "heide",
    "heuvel", "hil", "hoef", "hoek", "hof", "hofje", "hofstede", "horst", "kamp", "kant", "kreek", "kwartier",
    "landen", "lei", "markt", "meent", "molen", "oever", "oord", "pad", "park", "passage", "park", "poort",
    "promenade", "ring", "rode", "schans", "sluis", "spoor", "steen", "stede", "stoep", "terras", "tuin", "tuinen",
    "veld", "velden", "veste", "vliet", "waard", "wal", "weide", "wei", "werf", "wijk", "zand", "zicht", "zijde",
];

/// How a surname may begin, in languages that the lists know too few names of. A part raises
/// certainty for a word on no list; it is never a hit alone.
#[rustfmt::skip]
pub const SURNAME_STARTS: &[&str] = &[
    // Moroccan and other Arabic and Berber names, also written in one
    "abd", "abou", "ait", "akh", "amg", "bel", "ben", "bou", "bouz", "cher", "elk", "ess", "haj", "kadd", "khal",
    "laa", "lah", "mous", "oub", "ouch", "oul", "amat", "atmo", "bhag", "chand", "djojo", "jag", "kario", "karto",
    "kaso", "kerto", "kromo", "marto", "moen", "pawiro", "poeran", "ram", "rama", "rami", "redjo", "ronos", "sarno",
    "sastro", "semo", "soe", "somo", "sukh", "todi", "troeno", "wirjo", "wongso", "ghebre", "gebre", "habte",
    "haile", "kidane", "okba", "tekle", "tesfa", "welde", "wolde", "yohan",
    // written in one, as in Flanders; Scottish
    "mac", "mc", "vanden", "vander", "vande", "verm", "verh",
];

/// How a surname may end; used as the starts are.
#[rustfmt::skip]
pub const SURNAME_ENDS: &[&str] = &[
    // Dutch, Flemish and Frisian; the west of Brabant among them
    "aars", "aers", "aerts", "aets", "beek", "berg", "bergh", "bergen", "boer", "boom", "bosch", "broek", "broeck",
    "brouck", "brugge", "brink", "burg", "burgh", "ckers", "ckx", "camp", "daal", "dael", "dijck", "dijk", "donck",
    "donk", "dorp", "driessen", "dyck", "dyk", "eelen", "eeren", "ema", "enga", "gaard", "haeren", "haert", "hagen",
    "hoef", "hoeven", "horst", "hout", "houdt", "huijs", "huijzen", "huis", "huizen", "huysen", "ieckx", "iers",
    "ijkx", "inga", "ingh", "inks", "issen", "jans", "kamp", "kens", "kerk", "kers", "koop", "kx", "laar", "laer",
    "loon", "loop", "maat", "makers", "man", "mans", "meer", "meijer", "meulen", "oever", "oort", "oven", "poel",
    "poort", "raedt", "roij", "roy", "schot", "sels", "sema", "sen", "sma", "smit", "smits", "stein", "stra",
    "straten", "teren", "tjens", "uijs", "uyten", "veen", "veld", "velt", "vliet", "voort", "waard", "water",
    "wijk", "winkel", "zand", "zande", "zema", "aani", "achi", "aoui", "bouh", "chaoui", "chi", "ddine", "dini",
    "eddine", "ghini", "hali", "kaoui", "khi", "laoui", "louk", "mani", "mrani", "ouali", "ouani", "ouch", "ouche",
    "oudi", "ouf", "ouh", "oui", "ouki", "ouni", "ouri", "rani", "riouh", "ssati", "zaoui", "ziani", "zouz",
    "aslan", "baba", "bas", "can", "ci", "cioglu", "dag", "demir", "er", "gil", "guler", "gul", "han", "kan",
    "kaya", "kilic", "koc", "oglu", "oz", "soy", "tas", "tekin", "tepe", "turk", "yildiz", "yurt",
    // Polish and other Slavic
    "cka", "cki", "czak", "czek", "czuk", "czyk", "dzka", "dzki", "enko", "ev", "eva", "evic", "ewska", "ewski",
    "iak", "ic", "icz", "iuk", "ko", "ov", "ova", "ovic", "owicz", "owska", "owski", "ska", "ski", "skyj", "skyy",
    "szka", "szyk", "tchuk", "vic", "vych", "wicz", "yuk", "zka", "zyk",
    // Hindustani and Javanese, from Suriname; Antillean
    "atmo", "bahadoer", "bali", "chand", "charan", "dajal", "das", "dew", "dhari", "dien", "dikromo", "dimedjo",
    "din", "djan", "djo", "doyal", "gobind", "jit", "karan", "kisoen", "kromo", "lal", "lall", "medjo", "mohan",
    "narain", "nath", "pal", "pawiro", "persad", "persaud", "pratap", "ram", "redjo", "sahai", "sari", "semito",
    "sewak", "sing", "singh", "sono", "taroeno", "tirto", "tomo", "widjojo", "wirjo",
    // Armenian, Georgian, Afghan, Iranian, Somali, Eritrean
    "adeh", "dze", "gaber", "ian", "khah", "lahi", "mariam", "michael", "nejad", "pour", "selassie", "shvili",
    "yan", "zada", "zadeh", "zai", "zay", "zion",
];
