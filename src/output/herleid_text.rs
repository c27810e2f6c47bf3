//! A discussion with the family's own names back in, as the inbrenger reads it.

use super::herleid_parts::{agreements, figures, spread};
use super::traced::Tracing;
use super::veil::stays_of;
use super::{Ink, Screen, Veil};
use crate::calendar::Calendar;
use crate::calendar::words::{day_in_words, day_without_year, span};
use crate::model::{
    Advies, AdviesUitkomst, Bespreking, Casus, InterventieSoort, JaNee, KaartAanvulling, MonitorAfspraak,
    Terugkoppeling,
};
use crate::pseudo::{Clash, ClashKind, WayBack};
use crate::store::{Case, Team};
use chrono::NaiveDate;

/// Which discussion is shown, and on which day it is read.
pub struct Herleid<'a> {
    /// What was read of the case, in every meeting.
    pub team: &'a Team,
    /// The pseudonym.
    pub casus: Casus,
    /// The meeting.
    pub day: NaiveDate,
    /// The discussions before, newest first.
    pub eerder: &'a [NaiveDate],
    /// Today.
    pub today: NaiveDate,
    /// When there is a meeting.
    pub calendar: &'a Calendar,
}

/// The discussion as text.
#[must_use]
pub fn herleid_text(shown: &Herleid<'_>, way: &WayBack, screen: &Screen) -> String {
    let stays = stays_of(shown.team, shown.casus);
    let mut page = Page { tracing: Tracing::new(Veil::new(&shown.team.regio), stays, way), screen, lines: Vec::new() };
    page.lines
        .push(screen.paint(Ink::Bold, &format!("Casus {}, besproken op {}", shown.casus, day_in_words(shown.day))));
    page.say("Hier staan de namen van het gezin. Dit is alleen voor jou.", "");
    if let Some(case) = shown.team.case(shown.day, shown.casus) {
        if let Some(bespreking) = &case.bespreking {
            discussion(&mut page, shown, case, bespreking);
        }
        if let Some(told) = case.nazorg.as_ref().and_then(|nazorg| nazorg.terugkoppeling.as_ref()) {
            feedback(&mut page, told);
        }
    }
    for day in shown.eerder {
        earlier(&mut page, shown, *day);
    }
    if !page.tracing.unknown.is_empty() {
        page.gap();
        let labels = page.tracing.unknown.join(", ");
        page.say(&format!("Niet herleid: {labels}. Je koppeling en je kaart kennen dat label niet."), "");
    }
    for clash in way.clashes() {
        page.gap();
        page.say(&said(clash), "");
    }
    page.lines.into_iter().map(|line| line + "\n").collect()
}

/// What its reader has to know of a label that is not certainly one person's.
fn said(clash: &Clash) -> String {
    let Clash { label, wie, kind, .. } = clash;
    match kind {
        ClashKind::Another => format!(
            "Let op: {label} is hier wie zo heette toen de tekst werd geschreven. Op de kaart is {wie} nu een ander."
        ),
        ClashKind::Shared => {
            format!(
                "Let op: {label} heeft in je koppeling twee namen. Is dat niet dezelfde persoon? Dan is een ervan fout."
            )
        }
        ClashKind::Strange => format!(
            "Let op: {label} is niet herleid. Het team schreef dat op voordat {wie} op een kaart van het team stond."
        ),
    }
}

/// Lines that are being written.
pub(super) struct Page<'a> {
    pub tracing: Tracing<'a>,
    pub screen: &'a Screen,
    pub lines: Vec<String>,
}

impl Page<'_> {
    pub fn head(&mut self, title: &str) {
        self.gap();
        self.lines.push(self.screen.paint(Ink::Bold, title));
    }

    fn gap(&mut self) {
        self.lines.push(String::new());
    }

    pub fn say(&mut self, text: &str, indent: &str) {
        self.lines.extend(self.screen.wrap(text, indent, indent));
    }

    /// A row of a word and what it says.
    pub fn row(&mut self, word: &str, text: &str) {
        let first = format!("  {word:<12}");
        self.lines.extend(self.screen.wrap(text, &first, &" ".repeat(14)));
    }

    fn traced_row(&mut self, word: &str, text: Option<&str>) {
        if let Some(text) = text {
            let text = self.tracing.text(text);
            self.row(word, &text);
        }
    }
}

fn discussion(page: &mut Page<'_>, shown: &Herleid<'_>, case: &Case, bespreking: &Bespreking) {
    if let Some(advies) = &bespreking.advies {
        advice(page, advies);
    }
    if !bespreking.visies.is_empty() {
        page.head("Visies");
        for (at, visie) in bespreking.visies.iter() {
            let who: Vec<String> = visie.deelnemers.values().map(|who| page.tracing.name(who)).collect();
            let text = page.tracing.text(visie.visie.as_deref().unwrap_or("(geen tekst)"));
            let text = if who.is_empty() { text } else { format!("{text} ({})", who.join(", ")) };
            page.lines.extend(page.screen.wrap(&text, &format!("  {}  ", at + 1), "     "));
        }
    }
    if !bespreking.weging.is_empty() {
        page.head("Cijfers");
        figures(page, bespreking, shown);
    }
    page.head("Afspraken");
    agreements(page, case, shown);
    if let Some(reactie) = &bespreking.reactie_inbrenger {
        page.head("Jouw reactie");
        page.traced_row("Neemt mee", reactie.neemt_mee.as_deref());
        page.traced_row("Passend", reactie.passend.as_deref());
    }
    if let Some(nodig) = &bespreking.nodig {
        page.head("Wat je nodig hebt");
        let text = page.tracing.text(nodig);
        page.say(&text, "  ");
    }
    if !bespreking.interventies.is_empty() {
        page.head("Interventies");
        for interventie in bespreking.interventies.values() {
            let met: Vec<String> = interventie.met.values().map(|who| page.tracing.who(who)).collect();
            let mut text = interventie.soort.map_or("(geen soort)", intervention).to_owned();
            if interventie.verwijzing == Some(JaNee::Ja) {
                text += ", met een verwijzing";
            }
            if !met.is_empty() {
                text = format!("{text}; met {}", and(&met));
            }
            page.say(&text, "  ");
        }
    }
    if let Some(more) = &bespreking.aanvulling_kaart {
        addition(page, more);
    }
    if let Some(monitor) = &bespreking.monitor {
        monitoring(page, monitor, shown.calendar);
    }
}

fn advice(page: &mut Page<'_>, advies: &Advies) {
    let came = match advies.uitkomst {
        Some(AdviesUitkomst::Eensluidend) => ", eensluidend",
        Some(AdviesUitkomst::MeesteStemmen) => ", door de meeste deelnemers gedeeld",
        Some(AdviesUitkomst::Gelijk) => ", gelijke stemmen",
        None => "",
    };
    let soort = advies.soort.map_or("(geen soort)", |soort| soort.woorden());
    page.head(&format!("Advies: {soort}{came}"));
    let text = page.tracing.text(advies.tekst.as_deref().unwrap_or("(geen tekst)"));
    page.say(&text, "  ");
    if let Some(keuze) = &advies.keuze_inbrenger {
        page.traced_row("Jouw keuze", keuze.wat.as_deref());
        page.traced_row("", keuze.reden.as_deref());
    }
    page.traced_row("Reden", advies.reden.as_deref());
    let with: Vec<String> = advies.samen_met.values().map(|who| page.tracing.name(who)).collect();
    if !with.is_empty() {
        page.row("Samen met", &and(&with));
    }
    let facts: Vec<String> = advies.steunt_op.values().map(ToString::to_string).collect();
    if !facts.is_empty() {
        page.row("Steunt op", &format!("feit {}", and(&facts)));
    }
}

fn addition(page: &mut Page<'_>, more: &KaartAanvulling) {
    page.head("Voor op de kaart");
    if let Some(text) = &more.tekst {
        let text = page.tracing.text(text);
        page.say(&text, "  ");
    }
    for success in more.successen.values() {
        page.traced_row("Gelukt", Some(success));
    }
    if let Some(haalbaar) = &more.haalbaar {
        page.traced_row("Haalbaar", haalbaar.niveau.as_deref());
        page.traced_row("Door", haalbaar.wat_houdt_het.as_deref());
    }
}

fn monitoring(page: &mut Page<'_>, monitor: &MonitorAfspraak, calendar: &Calendar) {
    page.head("Vervolg");
    match (monitor.terug, monitor.datum) {
        (Some(JaNee::Ja), Some(datum)) => {
            let last = day_without_year(calendar.last_day(datum.0));
            page.say(&format!("Terug op {}. Inbrengen kan tot en met {last}.", day_in_words(datum.0)), "  ");
        }
        (Some(JaNee::Ja), None) => page.say("De casus komt terug; er staat nog geen dag.", "  "),
        (Some(JaNee::Nee), _) => page.say("De casus komt niet terug.", "  "),
        _ => page.say("Er staat nog niet of de casus terugkomt.", "  "),
    }
    if let Some(hoe) = &monitor.hoe {
        let text = page.tracing.text(hoe);
        page.say(&text, "  ");
    }
}

fn feedback(page: &mut Page<'_>, told: &Terugkoppeling) {
    page.head("Het advies met het gezin besproken");
    let met: Vec<String> = told.met.values().map(|who| page.tracing.who(who)).collect();
    let when = told.datum.map(span).unwrap_or_default();
    let with = if met.is_empty() { String::new() } else { format!("met {}", and(&met)) };
    let parts = [when, with].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if !parts.is_empty() {
        page.say(&format!("{}.", parts.join(", ")), "  ");
    }
    if let Some(reactie) = &told.reactie {
        let text = page.tracing.text(reactie);
        page.say(&text, "  ");
    }
}

/// An earlier discussion: figures and advice then, and what became of its agreements.
fn earlier(page: &mut Page<'_>, shown: &Herleid<'_>, day: NaiveDate) {
    let Some(case) = shown.team.case(day, shown.casus) else { return };
    page.head(&format!("Eerder besproken op {}", day_in_words(day)));
    let Some(bespreking) = &case.bespreking else {
        page.say("vt kan die bespreking niet lezen.", "  ");
        return;
    };
    if let Some(advies) = &bespreking.advies {
        let soort = advies.soort.map(|soort| soort.woorden().to_owned());
        let text = advies.tekst.as_deref().map(|text| page.tracing.text(text));
        let parts: Vec<String> = [soort, text].into_iter().flatten().collect();
        page.row("Advies", &parts.join(": "));
    }
    if let Some(apart) = spread(bespreking) {
        page.row("Cijfers", &apart);
    }
    agreements(page, case, shown);
}

fn intervention(soort: InterventieSoort) -> &'static str {
    match soort {
        InterventieSoort::OndersteuningEnZorg => "ondersteuning en zorg",
        InterventieSoort::Netwerkberaad => "netwerkberaad",
        InterventieSoort::Interventiegesprek => "interventiegesprek",
        InterventieSoort::InterventiegesprekRvdk => "interventiegesprek met de Raad voor de Kinderbescherming",
        InterventieSoort::WarmeOverdracht => "warme overdracht",
    }
}

/// `a, b en c`.
pub(super) fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}
