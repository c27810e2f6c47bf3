//! A letter to one reader of the family, in plain words, to be edited by who sends it.

use super::agenda_text::{KEPT, keep};
use super::herleid_text::and;
use super::traced::Tracing;
use super::veil::judged_of;
use super::{LEFT_OUT, Screen, Veil, escape};
use crate::calendar::words::{day_in_words, span};
use crate::model::{AdviesSoort, AfspraakStand, Casus, Lid, Tijdstip, Veiligheidskaart};
use crate::pseudo::{Finder, WayBack};
use crate::store::Team;
use crate::work::brief::{Brief, Toezegging};
use crate::work::lezer::{Lezer, is_gevaarlijk};

/// Who sends a letter, and what surrounds it.
pub struct Afzender<'a> {
    /// The name and the organisation of who writes.
    pub naam: &'a str,
    /// The organisation.
    pub organisatie: &'a str,
    /// The card of the dossier.
    pub card: &'a Veiligheidskaart,
    /// What was read of the case.
    pub team: &'a Team,
    /// The pseudonym.
    pub casus: Casus,
    /// Professionals whose names stay out.
    pub deelnemers: Vec<String>,
    /// Whether a name of the family stands in the team's folder after all.
    pub genoemd: bool,
}

/// A letter, and what its writer has to look at.
pub struct Geschreven {
    /// The letter.
    pub brief: String,
    /// Remarks beside it.
    pub opmerkingen: String,
}

/// Writes the letter.
#[must_use]
pub fn brief_text(
    letter: &Brief,
    lezer: &Lezer<'_>,
    from: &Afzender<'_>,
    way: &WayBack,
    family: &mut Finder,
    screens: [&Screen; 2],
) -> Geschreven {
    let words = lezer.words(from.card, way);
    let tracing = Tracing::new(Veil::new(&from.team.regio), judged_of(from.team, from.casus), &words);
    let mut page = Page { tracing, family, from, screen: screens[0], lines: Vec::new() };
    let je = lezer.is_kind;
    page.say(&format!("{} {},", if je { "Hoi" } else { "Beste" }, greeted(lezer.lid, je)));
    page.lines.push(String::new());
    page.say(&opening(letter, lezer, from));
    page.lines.push(String::new());
    page.say(match (je, lezer.hoort_alles) {
        (true, _) => "Wat vindt het team?",
        (false, true) => "Wat is het advies?",
        (false, false) => "Wat is het advies voor u?",
    });
    advice(&mut page, letter, lezer);
    if !letter.afspraken.is_empty() {
        page.lines.push(String::new());
        page.say("Wat spreken we af?");
        for made in &letter.afspraken {
            let line = page.agreement(made, je);
            let lines = page.screen.wrap(&line, "- ", "  ");
            page.lines.extend(lines);
        }
    }
    if let Some(day) = letter.terug {
        page.lines.push(String::new());
        page.say("Hoe gaat het verder?");
        page.say(&format!("Op {} vertel ik het team hoe het gaat.", keep(&day_in_words(day))));
    }
    page.lines.push(String::new());
    page.say(if je {
        "Ik praat hier graag met je over. Snap je iets niet, of wil je iets anders? Zeg het mij."
    } else {
        "Ik bespreek dit graag met u. Heeft u vragen, of ziet u het anders? Bel of mail mij dan."
    });
    page.lines.push(String::new());
    page.say(if je { "Groetjes," } else { "Met vriendelijke groet," });
    for line in [from.naam, from.organisatie].into_iter().filter(|line| !line.is_empty()) {
        let line = escape::flat(line);
        page.say(&line);
    }
    let unknown = std::mem::take(&mut page.tracing.unknown);
    let brief: String = page.lines.into_iter().map(|line| line.replace(KEPT, " ") + "\n").collect();
    let left_out = brief.contains(LEFT_OUT);
    let opmerkingen = remarks(letter, lezer, from, &unknown, left_out, screens[1]);
    Geschreven { brief, opmerkingen }
}

struct Page<'a> {
    tracing: Tracing<'a>,
    family: &'a mut Finder,
    from: &'a Afzender<'a>,
    screen: &'a Screen,
    lines: Vec<String>,
}

impl Page<'_> {
    fn say(&mut self, text: &str) {
        self.lines.extend(self.screen.wrap(text, "", ""));
    }

    fn words(&mut self, text: &str) -> String {
        self.tracing.for_letter(text, self.family, &self.from.deelnemers)
    }

    fn agreement(&mut self, made: &Toezegging, je: bool) -> String {
        let who = match (made.door_lezer, je) {
            (false, _) => "Ik",
            (true, true) => "Jij",
            (true, false) => "U",
        };
        let what = self.words(&made.wat);
        let when = match (made.stand, made.wanneer) {
            (Some(AfspraakStand::Gedaan), _) => ". Dat is gedaan".to_owned(),
            (Some(_), _) => ". Dat is niet gelukt".to_owned(),
            (None, Some(day @ Tijdstip::Dag(_))) => format!(", uiterlijk op {}", keep(&span(day))),
            (None, Some(month)) => format!(", in {}", keep(&span(month))),
            (None, None) => String::new(),
        };
        format!("{who}: {}{when}.", what.trim_end_matches(['.', ' ']))
    }
}

/// The name as it is called, of an adult with the surname.
fn greeted(lid: &Lid, je: bool) -> String {
    let first = crate::pseudo::called_name(lid);
    let last = [lid.tussenvoegsel.as_deref(), lid.achternaam.as_deref()].into_iter().flatten();
    let last = last.filter(|_| !je).map(str::to_owned);
    let name = first.into_iter().chain(last).collect::<Vec<_>>().join(" ");
    let name = escape::flat(&name);
    if name.is_empty() { "[naam]".to_owned() } else { name }
}

fn opening(letter: &Brief, lezer: &Lezer<'_>, from: &Afzender<'_>) -> String {
    let day = keep(&day_in_words(letter.day));
    let others: Vec<String> = lezer.andere_kinderen(from.card).iter().map(|name| escape::flat(name)).collect();
    let who = if letter.zelf_ingebracht { "heb ik" } else { "heeft mijn collega voor mij" };
    let asked = format!("Op {day} {who} het VeiligheidsTeam om raad gevraagd. ");
    let (team, about, names) = if lezer.is_kind {
        let of_child = lezer.hoort_alles;
        let about = match (of_child, others.is_empty()) {
            (true, true) => "Het ging over hoe veilig het voor jou is.".to_owned(),
            (true, false) => format!("Het ging over hoe veilig het voor jou en {} is.", and(&others)),
            (false, true) => "Het ging over hoe veilig het thuis is.".to_owned(),
            (false, false) => format!("Het ging over hoe veilig het voor {} is.", and(&others)),
        };
        (
            "Dat zijn mensen die meedenken over hoe kinderen thuis veilig zijn. ",
            about,
            "Jullie namen heb ik daar niet genoemd.",
        )
    } else {
        let about = match others.as_slice() {
            [] => "Het ging over de veiligheid thuis.".to_owned(),
            names => format!("Het ging over de veiligheid van {}.", and(names)),
        };
        ("Daarin denken mensen van verschillende organisaties mee. ", about, "Uw namen heb ik daar niet genoemd.")
    };
    let names = if letter.zelf_ingebracht { names } else { "De namen van het gezin zijn daar niet genoemd." };
    let names = if from.genoemd { "" } else { names };
    format!("{asked}{team}{about} {names}").trim_end().to_owned()
}

fn advice(page: &mut Page<'_>, letter: &Brief, lezer: &Lezer<'_>) {
    if let Some(soort) = letter.soort {
        page.say(in_plain_words(soort));
    }
    let is_any = letter.advies.iter().flatten().any(Option::is_some);
    if !is_any {
        page.say(match (letter.is_keuze, lezer.hoort_alles) {
            (true, true) => "[vul zelf in welk advies je kiest]",
            (false, true) => "[vul zelf in wat het advies is]",
            (_, false) => "[vul zelf in wat deze lezer van het advies mag weten]",
        });
        return;
    }
    if letter.is_keuze {
        page.say("Het team zag meer dan één weg. Gekozen is deze:");
    }
    for paragraph in &letter.advies {
        let sentences: Vec<String> = paragraph
            .iter()
            .map(|sentence| sentence.as_ref().map_or_else(|| LEFT_OUT.to_owned(), |sentence| page.words(sentence)))
            .collect();
        page.say(&sentences.join(" "));
    }
}

fn in_plain_words(soort: AdviesSoort) -> &'static str {
    match soort {
        AdviesSoort::AndereAanpak => "Het team raadt een andere aanpak aan.",
        AdviesSoort::GedwongenKader => "Het team denkt dat vrijwillige hulp nu niet genoeg is.",
        AdviesSoort::DragenEnVerdragen => "Het team denkt dat niet alles nu anders kan. Wij dragen dat samen.",
        AdviesSoort::Voortzetten => "Het team raadt aan om door te gaan met wat er nu is.",
        AdviesSoort::Afschalen => "Het team raadt aan om de hulp stap voor stap minder te maken.",
    }
}

/// What the writer has to look at before the letter goes.
fn remarks(
    letter: &Brief,
    lezer: &Lezer<'_>,
    from: &Afzender<'_>,
    unknown: &[String],
    left_out: bool,
    screen: &Screen,
) -> String {
    let mut lines = screen.wrap("Dit is een begin. Lees de brief na en pas hem aan.", "", "");
    let mut say = |text: String| lines.extend(screen.wrap(&text, "* ", "  "));
    if lezer.is_kind {
        say("Deze lezer is een kind. Zet het advies om in woorden die dit kind kent, en vertel het liefst zelf."
            .to_owned());
    }
    if !lezer.hoort_alles {
        say("Deze lezer heeft geen gezag. Van het advies staat er alleen wat over deze lezer zelf gaat.".to_owned());
    }
    if lezer.is_zonder_contact() {
        say("Deze ouder heeft geen contact met het kind, of dat is niet bekend. Mag deze ouder weten dat er een bespreking was?"
            .to_owned());
    }
    if is_gevaarlijk(from.card) {
        say("Op de kaart staat geweld of dwang. Kan deze brief iemand in gevaar brengen, ook als een ander hem leest? Vertel \
             het dan zelf."
            .to_owned());
    }
    let sentences = match letter.zinnen_weg {
        1 => "1 zin van het advies staat".to_owned(),
        count => format!("{count} zinnen van het advies staan"),
    };
    let agreements = match letter.afspraken_weg {
        1 => "1 afspraak van jou of van deze lezer staat".to_owned(),
        count => format!("{count} afspraken van jou of van deze lezer staan"),
    };
    for (count, what) in [(letter.zinnen_weg, sentences), (letter.afspraken_weg, agreements)] {
        if count > 0 {
            say(format!("{what} er niet in: vt weet niet zeker of deze lezer dat mag weten."));
        }
    }
    let see = format!("vt herleid {} toont alles.", from.casus);
    if letter.zinnen_weg + letter.afspraken_weg > 0 {
        say(see.clone());
    }
    if left_out {
        say(format!("Bij {LEFT_OUT} stond iets dat vt niet in een brief zet. Vul het in of haal het weg."));
    }
    if !unknown.is_empty() {
        say(format!("Niet herleid: {}.", unknown.join(", ")));
    }
    if from.genoemd {
        say(format!("In de teammap staat toch een naam van dit gezin. {see}"));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}
