//! The words around a name: who is spoken of, what is said of them, what joins a name.
//!
//! One table with a small set of classes for each word; lower case, without diacritics.

use super::lexicon::Flags;
use super::quick::Words;
use super::words::KIN_BEFORE;
use std::sync::OnceLock;

/// What a word is in a sentence: a small set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u64);

impl Class {
    /// Mevrouw, juf, dokter: a name follows.
    pub const TITLE: Self = Self(1);
    /// Moeder, oom, buurman, kind: a name may follow.
    pub const KIN: Self = Self(1 << 1);
    /// Jeugdbeschermer, leerkracht: a name may follow.
    pub const ROLE: Self = Self(1 << 2);
    /// De, een, mijn, deze.
    pub const DETERMINER: Self = Self(1 << 3);
    /// In, met, bij.
    pub const PREPOSITION: Self = Self(1 << 4);
    /// Ik, je, hij.
    pub const PRONOUN: Self = Self(1 << 5);
    /// A verb in the form that goes with a person.
    pub const VERB: Self = Self(1 << 6);
    /// Words of grammar that are never the first word of a name.
    pub const STOP: Self = Self(1 << 7);
    /// Van, de, el: may stand before a surname.
    pub const TUSSENVOEGSEL: Self = Self(1 << 8);
    /// Der, ten, el, 't: hardly stands anywhere else.
    pub const STRONG: Self = Self(1 << 9);
    /// Heet, genaamd, ene: a name follows.
    pub const NAMING: Self = Self(1 << 10);
    /// In, te, naar, uit: a place may follow.
    pub const WHERE: Self = Self(1 << 11);
    /// Days, months, and what else stays as it is with a capital.
    pub const STAYS: Self = Self(1 << 12);

    /// Ends as streets do.
    pub const STREET: Self = Self(1 << 13);
    /// Ends as streets do, and as ordinary words do.
    pub const STREET_MAYBE: Self = Self(1 << 14);
    /// A word for a school, whole or at its end.
    pub const SCHOOL: Self = Self(1 << 15);
    /// A word for another institution, whole or at its end.
    pub const ORGANISATION: Self = Self(1 << 16);
    /// Makes a label with a letter or figure behind it.
    pub const LABEL: Self = Self(1 << 17);
    /// Begins a phrase that stays.
    pub const ALLOWED: Self = Self(1 << 18);

    /// May begin or announce something with a fixed form.
    pub const FIXED: Self = Self(1 << 19);
    /// May begin a place of several words: Oud Gastel.
    pub const BEFORE_PLACE: Self = Self(1 << 20);
    /// May begin the short form of an institution, or end its name: v.v., & Zonen.
    pub const OF_INSTITUTION: Self = Self(1 << 21);
    /// Falls apart into ordinary words; only of what is no ordinary word itself.
    pub const COMPOUND: Self = Self(1 << 22);
    /// An illness, law or scale: a name may follow "van".
    pub const EPONYM: Self = Self(1 << 23);

    /// Whether anything of the other set is in this one.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const TITLES: &str = "mvr hr juf juffie dokter dominee pastoor pater kapelaan imam abba zuster broeder br tolk sir madame \
    monsieur mister freule gebroeders gezusters echtpaar opa oma tante oom ome omi bonma bonpa";

const KIN: &str = "grootvader grootmoeder grootouders zonen nichten peuter kleuter tweeling vriend vriendin vriendje \
    vriendinnetje vriendinnen vrienden expartner exman exvrouw buurman buurvrouw buurjongen buurmeisje buren \
    meisje jongen jongens meisjes jongere jeugdige leerling klasgenoot klasgenote klasgenootje client \
    clienten minderjarige peetvader peetmoeder middelste schoonmoeder schoonvader schoonouders pupil kameraad \
    maat gezin oppas gastouder huisgenoot kamergenoot verhuurder huisbaas baas collega verdachte dader \
    slachtoffer getuige melder meldster bewoner bewoonster voogd opvoeder verzorgster patient kennis \
    aanstaande hond kat mdr vdr mz vz";

const ROLES: &str = "interne kraamhulp maatschappelijk ambtenaar burgemeester secretaris notulist decaan conciërge concierge \
    adviseur expert specialist deskundige gastvrouw ambulant sociaal toegang onderzoeker imker \
    schoolpsycholoog ggdarts wmo invaller regiebehandelaar crisiswerker oud klant winkelier \
    monteur portier";

const DETERMINERS: &str = "de het een deze die dit dat mijn jouw zijn haar hun ons onze uw geen elke elk ieder iedere \
    alle welk welke zulke enkele sommige veel weinig beide m'n z'n d'r zo'n menig eigen";

const PREPOSITIONS: &str = "in op te bij met van voor naar uit aan door over tegen tussen na om onder zonder sinds \
    vanaf tot via volgens namens behalve binnen buiten rond richting vanuit wegens tijdens ondanks jegens naast achter \
    boven langs per qua inzake betreffende ivm mbt tav";

const PRONOUNS: &str = "ik jij je u hij zij ze wij we jullie men er hier daar mij me hem haar ons hen hun zich iemand \
    niemand iets niets alles iedereen wie wat het dit dat";

const VERBS: &str = "is was heeft had wil wilde wou kan kon gaat ging moet moest mag mocht zegt zei vertelt vertelde \
    woont woonde komt kwam krijgt kreeg doet deed vindt vond blijft bleef ziet zag slaapt sliep eet at huilt huilde \
    lacht loopt liep zit zat ligt lag wordt werd geeft gaf belt belde heet heette speelt speelde maakt maakte durft \
    vraagt vroeg denkt dacht weet wist houdt hield laat liet neemt nam gebruikt drinkt dronk slaat sloeg schreeuwt \
    reageert tekent zal zou hoeft staat stond zoekt zocht werkt werkte leest las schrijft schreef praat mist miste \
    appt appte appte mailt mailde stuurt stuurde brengt bracht haalt haalde kijkt keek hoort hoorde noemt noemde \
    verblijft verbleef verhuist verhuisde slikt rookt rookte blowt blowde gamet gamede spijbelt bijt schopt schopte \
    gooit gooide trekt trok duwt duwde voelt voelde lijkt leek begint begon stopt stopte wacht wachtte liegt loog \
    zwijgt zweeg begrijpt begreep volgt ontkent ontkende erkent bevestigt meldt meldde verklaart verklaarde geniet \
    kent kende helpt hielp zorgt zorgde betaalt betaalde scheldt dreigt dreigde bedreigt bedreigde pakt pakte leeft \
    weigert weigerde belooft beloofde gokt gokte logeert logeerde mishandelt mishandelde misbruikt misbruikte \
    verwaarloost verwaarloosde vertrekt vertrok verliest verloor bezoekt bezocht vertrouwt vertrouwde steelt fietst \
    rijdt kookt draagt plaagt plaagde snijdt";

const STOPS: &str = "jij doordat indien niks weinig wiens hierna vervolgens bovendien volgens sommige allen mag doet deed kwam \
    liet ziet zag geeft gaf vindt vond blijft laatst gisteren morgen straks vorige vorig volgende volgend \
    afgelopen komende slecht";

const TUSSENVOEGSELS: &str = "uyt aboe st";

const STRONG: &str = "der den ter ten t von vom zum zur du del della di dos das el al ben bin ibn ait oulad ould abu \
    aboe vd vdr vander vanden la le";

const NAMING: &str = "genaamde ene zekere namen doopnaam geboortenaam contactpersoon aanhef groetjes groeten hoogachtend beste \
    hoi dag lieve liefs";

const WHERE: &str = "in te naar uit vanuit richting nabij omgeving rond rondom tussen woonplaats gemeente plaats dorp \
    stad wijk buurt regio geboorteplaats station";

const STAYS: &str = "ok okay oke oké januari februari maart april mei juni juli augustus september oktober november december maandag \
    dinsdag woensdag donderdag vrijdag zaterdag zondag kerst kerstmis pasen pinksteren hemelvaart sinterklaas koningsdag \
    ramadan suikerfeest offerfeest carnaval nieuwjaar nederland nederlands nederlandse europa europees europese";

/// Words before a letter or figure that make a label: Kind 1, Persoon A.
const LABELS: &str = "kind jeugdige persoon school plaats straat organisatie moeder vader ouder gezin zus broer oma opa tante oom \
    partner buurman buurvrouw leerkracht hulpverlener kind's kinderen adres gemeente casus feit afspraak stap fase bijlage \
    artikel punt bespreekpunt vraag groep klas niveau deel hoofdstuk optie scenario lid persoons team club \
    achternaam postcode telefoonnummer website account rekeningnummer kenteken bsn documentnummer dossiernummer plek \
    huisnummer coordinaten stiefvader stiefmoeder pleegvader pleegmoeder pleegouder stiefouder opvoeder voogd broer \
    zusje broertje buur";

const TABLE: [(&str, Class); 14] = [
    (LABELS, Class::LABEL),
    (TITLES, Class::TITLE),
    (KIN, Class::KIN),
    (ROLES, Class::ROLE),
    (DETERMINERS, Class::DETERMINER),
    (PREPOSITIONS, Class::PREPOSITION),
    (PRONOUNS, Class::PRONOUN),
    (VERBS, Class::VERB),
    (STOPS, Class::STOP),
    (TUSSENVOEGSELS, Class::TUSSENVOEGSEL),
    (STRONG, Class::STRONG),
    (NAMING, Class::NAMING),
    (WHERE, Class::WHERE),
    (STAYS, Class::STAYS),
];

/// Ends of words for relatives: stiefvader, achterbuurvrouw, pleegouders.
const KIN_ENDS: &[&str] = &[
    "vader",
    "moeder",
    "ouder",
    "ouders",
    "broer",
    "broertje",
    "dochter",
    "tante",
    "buurman",
    "buurvrouw",
    "vriend",
    "vriendin",
    "vriendje",
    "zusje",
];

/// The same, but only behind what makes a relative of them: schoonzus, no vlinderboom and no diploma.
const SHORT_KIN: &[&str] = &["zus", "zoon", "oma", "opa", "oom", "neef", "nicht", "kind", "man", "vrouw"];

/// Ends of words for what people do.
const ROLE_ENDS: &[&str] = &[
    "werker",
    "werkster",
    "beschermer",
    "wetenschapper",
    "consulent",
    "consulente",
    "regisseur",
    "voogd",
    "agent",
    "arts",
    "coach",
    "begeleider",
    "begeleidster",
    "leider",
    "leidster",
    "therapeut",
    "therapeute",
    "psycholoog",
    "pedagoog",
    "verpleegkundige",
    "leerkracht",
    "docent",
    "adviseur",
    "ambtenaar",
    "medewerker",
    "medewerkster",
    "inspecteur",
    "coordinator",
    "specialist",
    "deskundige",
    "verlener",
    "verleenster",
    "ondersteuner",
    "directeur",
    "onderzoeker",
    "trainer",
    "rechter",
    "advocaat",
    "juf",
    "meester",
    "assistent",
    "assistente",
    "professional",
    "mentor",
    "behandelaar",
    "ouderbegeleider",
    "logopediste",
];

/// The classes that the word lists know.
#[must_use]
pub fn of_lists(flags: Flags) -> Class {
    let pairs = [
        (Flags::TITLE, Class::TITLE),
        (Flags::KIN, Class::KIN),
        (Flags::ROLE, Class::ROLE),
        (Flags::STOP, Class::STOP),
        (Flags::NAME_CUE, Class::NAMING),
        (Flags::PREFIX, Class::TUSSENVOEGSEL),
        (Flags::ARABIC_PREFIX, Class::TUSSENVOEGSEL.with(Class::STRONG)),
    ];
    pairs.into_iter().filter(|(flag, _)| flags.has(*flag)).fold(Class::default(), |all, (_, class)| all.with(class))
}

/// All classes of a folded word.
#[must_use]
pub fn of(fold: &str) -> Class {
    class(fold).with(of_lists(super::lexicon::folded(fold)))
}

/// The classes of a folded word that stand here.
#[must_use]
pub fn class(fold: &str) -> Class {
    static WORDS: OnceLock<Words<&'static str, Class>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: Words<&'static str, Class> = Words::default();
        for (list, class) in TABLE {
            for word in list.split_whitespace() {
                let entry = words.entry(word).or_default();
                *entry = entry.with(class);
            }
        }
        words
    });
    words.get(fold).copied().unwrap_or_else(|| by_end(fold))
}

/// Whether a word ends as one of these, with at least so many bytes before it.
#[must_use]
pub fn ends(fold: &str, list: &[&str], before: usize) -> bool {
    // The last letter first: it tells nearly all of them apart.
    let last = fold.bytes().next_back();
    list.iter().any(|end| end.bytes().next_back() == last && fold.len() >= end.len() + before && fold.ends_with(end))
}

fn by_end(fold: &str) -> Class {
    let ends = |list: &[&str]| ends(fold, list, 3);
    let relative = SHORT_KIN.iter().any(|end| fold.strip_suffix(end).is_some_and(|start| KIN_BEFORE.contains(&start)));
    if relative {
        Class::KIN
    } else if fold.len() < 7 {
        Class::default()
    } else if ends(ROLE_ENDS) {
        Class::ROLE
    } else if ends(KIN_ENDS) {
        Class::KIN
    } else {
        Class::default()
    }
}
