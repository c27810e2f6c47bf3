//! Texts of which no two are the same: sentences put together from many words, as a card has
//! them. All invented, and pseudonymised: nothing in them is to be found.

use chrono::{NaiveDate, TimeDelta};
use std::fmt::Write as _;

/// A small generator of numbers, the same on every machine.
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn new(seed: usize) -> Self {
        Self((seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % (sides as u64)).unwrap_or(0)
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.roll(words.len())]
    }
}

const WHO: &[&str] = &[
    "Moeder",
    "Vader",
    "Kind 1",
    "Kind 2",
    "Oma",
    "Opa",
    "de leerkracht",
    "de begeleider",
    "de buurvrouw",
    "de huisarts",
    "de mentor",
    "Stiefvader",
    "de wijkagent",
    "de tante van Kind 1",
    "een vriendin van Moeder",
    "de oppas",
];
const DOES: &[&str] = &[
    "belt",
    "zoekt",
    "helpt",
    "mist",
    "roept",
    "slaat",
    "brengt",
    "haalt",
    "waarschuwt",
    "ontwijkt",
    "volgt",
    "wantrouwt",
    "begrijpt",
    "bezoekt",
    "verzorgt",
    "duwt",
    "negeert",
    "prijst",
    "corrigeert",
    "bewaakt",
];
const WHOM: &[&str] = &[
    "de kinderen",
    "Kind 1",
    "Kind 2",
    "de jongste",
    "haar zus",
    "zijn broer",
    "de hond",
    "de andere ouder",
    "iemand van school",
    "een kennis",
    "de hele klas",
    "het gezin",
    "de hulpverlener",
    "de baby",
    "elkaar",
];
const WHEN: &[&str] = &[
    "na het eten",
    "op zaterdagavond",
    "voor schooltijd",
    "in het weekend",
    "tijdens de vakantie",
    "op een slechte dag",
    "na een ruzie",
    "als het laat wordt",
    "bij het ophalen",
    "op de eerste dag van de maand",
    "in de ochtend",
    "tegen bedtijd",
    "wanneer er bezoek is",
    "sinds de verhuizing",
    "zodra de deur dichtgaat",
    "na afloop van sport",
];
const HOW: &[&str] = &[
    "zonder iets te zeggen",
    "met harde stem",
    "een half uur lang",
    "tot niemand meer luistert",
    "heel rustig",
    "met de telefoon in de hand",
    "terwijl de televisie aanstaat",
    "volgens een vaste afspraak",
    "onder druk",
    "op de bank in de kamer",
    "achter in de tuin",
    "boven op de overloop",
    "in de keuken bij het fornuis",
    "ondanks de waarschuwing",
    "met hulp van het netwerk",
    "in ruil voor een beloning",
    "half huilend",
];
const THEN: &[&str] = &[
    "Dat was",
    "Het gebeurde",
    "School zag het",
    "Het gezin noemde het",
    "De hulp telde het",
    "Daarna lukte het",
    "Volgens de kinderen was het",
    "In het verslag staat het",
    "Iedereen herkende het",
    "Het bleef uit",
];
const UNIT: &[&str] = &["keer", "dagen", "weken", "ochtenden", "avonden", "lessen", "gesprekken", "minuten", "nachten"];

/// Some sentences of about this length in all, on lines as a person writes them.
pub fn prose(dice: &mut Dice, length: usize, indent: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut written = 0;
    while written < length {
        let sentence = if dice.roll(4) == 0 {
            format!(
                "{} {} {} in {} {}.",
                dice.pick(THEN),
                dice.roll(40) + 2,
                dice.pick(UNIT),
                dice.roll(30) + 2,
                dice.pick(UNIT)
            )
        } else {
            let who = dice.pick(WHO);
            let mut letters = who.chars();
            let who: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            format!("{who} {} {} {}, {}.", dice.pick(DOES), dice.pick(WHOM), dice.pick(WHEN), dice.pick(HOW))
        };
        written += sentence.len() + 1;
        words.extend(sentence.split(' ').map(str::to_owned));
    }
    let mut text = String::new();
    let mut line = 0;
    for word in words {
        if line == 0 || line + word.len() > 76 {
            text.push('\n');
            text.push_str(indent);
            line = indent.len();
        } else {
            text.push(' ');
        }
        line += word.len() + 1;
        text.push_str(&word);
    }
    text
}

/// A municipality with who brings in through whom.
const TOWNS: [(&str, &str); 4] = [
    ("Roosendaal", "Bram Looijmans"),
    ("Halderberge", "Dennis Luijten"),
    ("Moerdijk", "Wilma Kools"),
    ("Etten-Leur", "Mirjam Aarts"),
];

/// A pseudonymised card of about 4 KB without its first keys, for a meeting on this day.
#[must_use]
pub fn card(number: usize, day: NaiveDate) -> String {
    let dice = &mut Dice::new(number);
    let first = ["Anke", "Joost", "Marit", "Dennis", "Bram", "Esther", "Ruben", "Inge"];
    let last = ["Wouters", "Vermeulen", "van Oers", "Luijten", "Looijmans", "Maas", "de Rooij", "Kools"];
    let own = format!("{} {}", dice.pick(&first), dice.pick(&last));
    let (town, via) = TOWNS[dice.roll(TOWNS.len())];
    let (updated, told) = (day - TimeDelta::days(10), day - TimeDelta::days(20));
    let mut text = format!(
        "soort: nieuw\neerder: null\nbijgewerkt: {updated}\ngemeente: {town}\n\
         inbrenger: {{naam: {own}, organisatie: Gemeente {town}, via: {via}}}\n\
         casusregisseur: {{naam: {own}, organisatie: Gemeente {town}, sinds: 2025-11-03}}\n\
         gezin:\n  leden:\n    - {{wie: kind1, rol: jeugdige, leeftijd: {}, woont_bij: [moeder]}}\n    \
         - {{wie: kind2, rol: jeugdige, leeftijd: {}, woont_bij: [moeder]}}\n    \
         - {{wie: moeder, rol: ouder_met_gezag}}\n    - {{wie: vader, rol: ouder_met_gezag}}\n\
         aanleiding: [zorgen_veiligheid, hulp_onvoldoende]\n\
         meldcode: {{signalen_in_kaart: 2026-01-12, advies_veilig_thuis: 2026-01-20, acuut: nee, structureel: nee, gemeld: nee}}\n",
        dice.roll(4) + 8,
        dice.roll(4) + 3,
    );
    let mut put = |line: &str, length: usize, indent: &str| {
        text.push_str(line);
        text.push_str(" |");
        text.push_str(&prose(dice, length, indent));
        text.push('\n');
    };
    put("hulpvraag:", 60, "  ");
    put("wat_is_nodig:", 60, "  ");
    for nr in 1..=2 {
        put(if nr == 1 { "onveiligheid:\n  - nr: 1\n    wat:" } else { "  - nr: 2\n    wat:" }, 60, "      ");
        for key in ["hoe_vaak", "situatie", "hoe_lang", "wanneer_niet", "omstandigheden"] {
            put(&format!("    {key}:"), 40, "      ");
        }
    }
    put("risicofactoren:\n  - maakt_onveilig: ja\n    wat:", 40, "      ");
    put("sterke_punten:\n  - maakt_veilig: ja\n    wat:", 40, "      ");
    put("    blijkt_uit:", 40, "      ");
    put("hulp_tot_nu_toe:\n  - van: 2025-11-10\n    wat:", 40, "      ");
    put("    resultaat:", 40, "      ");
    for who in ["stem:\n  - wie: moeder", "  - wie: vader", "  - wie: kind1", "  - wie: kind2"] {
        put(&format!("{who}\n    woorden:"), 40, "      ");
    }
    put(&format!("intern_besproken:\n  datum: {told}\n  met: [gedragswetenschapper]\n  visie:"), 60, "    ");
    put("vraag:\n  soort: inzet\n  tekst:", 60, "    ");
    text.push_str(
        "gesprek_gezin:\n  ingevuld_met: [moeder]\n  routes_besproken: [veiligheidsteam, veilig_thuis, rvdk]\n",
    );
    text.push_str("  geinformeerd:\n");
    for who in ["moeder", "vader", "kind1", "kind2"] {
        let asked = if who.starts_with("kind") { "" } else { ", akkoord: ja, reactie: Het is goed." };
        let _ = writeln!(text, "    - {{wie: {who}, datum: {told}, wijze: mondeling, waarom_uitgelegd: ja{asked}}}");
    }
    text + "experts: []\nmaatregelen: []\nrvdk: null\noverdracht: null\nsuccessen: []\nverantwoording: []\n"
}
