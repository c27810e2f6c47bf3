//! An agenda as the chair reads it, prints it or mails it.

use super::agenda_cases::{cases, takes_notes};
use super::agenda_outside::outside;
use super::{Ink, Screen, ShownAgenda, escape};
use crate::agenda::{Afgesproken, Agenda, Openstaand, Punt, Staat};
use crate::calendar::words::{date_with_year, date_without_weekday, day_in_words, span};
use crate::model::{MinimumEis, TafelRol, Tijdstip};
use crate::rules::clash;
use crate::tafel::{NietBezet, Plaats, Reden, Waarom};
use chrono::{Datelike, NaiveDate};
use comfy_table::{Cell, ContentArrangement, Table, presets::NOTHING};
use std::io::{self, Write};

/// Writes an agenda.
pub fn agenda_text(shown: &ShownAgenda, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let agenda = shown.agenda();
    let mut lines = Vec::new();
    head(agenda, screen, &mut lines);
    lines.push(String::new());
    lines.push(screen.paint(Ink::Bold, "Aan tafel"));
    table(agenda, screen, &mut lines);
    if !agenda.openstaand.is_empty() {
        lines.push(String::new());
        lines.push(screen.paint(Ink::Bold, "Nog open van eerder"));
        open(agenda, screen, &mut lines);
    }
    lines.push(String::new());
    lines.push(screen.paint(Ink::Bold, "Casussen"));
    cases(agenda, screen, &mut lines);
    if !(agenda.niet_besproken.is_empty() && agenda.niet_gelezen.is_empty()) {
        lines.push(String::new());
        lines.push(screen.paint(Ink::Bold, "Niet op de agenda"));
        outside(agenda, screen, &mut lines);
    }
    lines.push(String::new());
    lines.push(screen.paint(Ink::Bold, "Zo gaat een bespreking"));
    let steps = "1 vraag  2 toelichting  3 vragenronde  4 weging  5 eensluidend advies  6 reactie van de inbrenger  7 afspraken";
    lines.extend(keep_steps(steps, screen));
    lines.push(String::new());
    let last = "Gepseudonimiseerd, niet anoniem. Alleen voor deze vergadering. Mail beveiligd.";
    lines.extend(screen.wrap(last, "", ""));
    for line in lines {
        writeln!(out, "{}", settled(&line))?;
    }
    Ok(())
}

/// Writes when and where a meeting is and who comes, without its cases.
pub fn meeting_text(shown: &ShownAgenda, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let agenda = shown.agenda();
    let mut lines = Vec::new();
    head(agenda, screen, &mut lines);
    lines.push(String::new());
    lines.push(screen.paint(Ink::Bold, "Aan tafel"));
    table(agenda, screen, &mut lines);
    for line in lines {
        writeln!(out, "{}", line.replace(KEPT, " "))?;
    }
    Ok(())
}

/// A space at which no line breaks, until the lines are written.
pub(super) const KEPT: char = '\u{a0}';

/// A few words that stay on one line: a date, a name with its figure.
pub(super) fn keep(text: &str) -> String {
    if text.chars().count() <= 40 { text.replace(' ', &KEPT.to_string()) } else { text.to_owned() }
}

/// A line as it is written: what was kept together is words and spaces again.
pub(super) fn settled(line: &str) -> String {
    line.replace(KEPT, " ")
}

/// As `Screen::wrap`; a small number stays with the word before it ("Kind 1").
pub(super) fn wrap(screen: &Screen, text: &str, first: &str, rest: &str) -> Vec<String> {
    let mut kept = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_punctuation());
        let is_small = matches!(bare.len(), 1 | 2) && bare.bytes().all(|byte| byte.is_ascii_digit());
        if index > 0 {
            kept.push(if is_small { KEPT } else { ' ' });
        }
        kept.push_str(word);
    }
    screen.wrap(&kept, first, rest)
}

/// The seven steps, a number never parted from its words.
fn keep_steps(steps: &str, screen: &Screen) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for step in steps.split("  ") {
        match lines.last_mut().filter(|line| line.len() + 2 + step.len() <= screen.width) {
            Some(line) => {
                line.push_str("  ");
                line.push_str(step);
            }
            None => lines.push(format!("  {step}")),
        }
    }
    lines
}

fn head(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    lines.push(screen.paint(Ink::Bold, &format!("VeiligheidsTeam {}", escape::flat(&agenda.regio))));
    lines.push(screen.paint(Ink::Bold, &format!("Agenda van {}", day_in_words(agenda.day))));
    let place = agenda.locatie.as_deref().map(|place| format!(", {}", escape::flat(place))).unwrap_or_default();
    let times = format!("{} tot {}{place}.", agenda.begin.format("%H:%M"), agenda.eind.format("%H:%M"));
    let chair = agenda.tafel.plaatsen.iter().find(|plaats| plaats.rol == TafelRol::Voorzitter);
    let chair = chair.map_or_else(
        || "Nog geen voorzitter.".to_owned(),
        |chair| {
            let instead = chair.vervangt.as_ref().map(|(_, own)| format!(", in plaats van {own}")).unwrap_or_default();
            format!("Voorzitter: {}{instead}", who(chair))
        },
    );
    lines.extend(wrap(screen, &format!("{times} {chair}"), "  ", "  "));
    if agenda.eind <= agenda.begin {
        let text =
            "Let op: het eind ligt niet na het begin. Zet bij `begin` en `eind` in vergadering.yaml hoe laat het is.";
        lines.extend(screen.wrap(text, "  ", "  "));
    }
    let state = match agenda.staat {
        Staat::Verzonden => sent(agenda),
        Staat::Besloten if agenda.zaken.is_empty() => "Er staat nog geen casus op de agenda.".to_owned(),
        Staat::Besloten => "Besloten: op geen casus wacht nog een besluit.".to_owned(),
        Staat::Voorstel if agenda.te_besluiten.is_empty() => {
            "Voorstel: de voorzitter heeft nog niet over elke casus besloten.".to_owned()
        }
        Staat::Voorstel => {
            let waiting = agenda.te_besluiten.iter().map(ToString::to_string).collect::<Vec<_>>();
            format!("Voorstel: de voorzitter besluit nog over {}.", and(&waiting))
        }
    };
    let held = match agenda.besproken {
        0 => String::new(),
        1 => " Deze vergadering is geweest; er is 1 casus besproken.".to_owned(),
        cases => format!(" Deze vergadering is geweest; er zijn {cases} casussen besproken."),
    };
    lines.extend(wrap(screen, &(state + &held), "  ", "  "));
    if let Some(who) = &agenda.voor {
        let text = format!("Voor {}: alleen de casussen waar die bij is.", escape::flat(who));
        lines.extend(wrap(screen, &text, "  ", "  "));
    }
}

fn sent(agenda: &Agenda) -> String {
    let Some(sent) = &agenda.verzonden else { return String::new() };
    let day = sent.op.map(|op| format!(" op {}", date_without_weekday(op.date_naive()))).unwrap_or_default();
    let to = if sent.aan.is_empty() { String::new() } else { format!(" aan {}", and(&sent.aan)) };
    let changed = sent.gewijzigd.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut text = format!("Verzonden{day}{to}.");
    if !changed.is_empty() {
        text = format!("{text} Sindsdien is de kaart veranderd van {}: verstuur die opnieuw.", and(&changed));
    }
    if !sent.niet_opnieuw.is_empty() {
        text = format!("{text} {} kreeg een eerdere versie, en deze nog niet.", and(&sent.niet_opnieuw));
    }
    let missing = sent.niet_verstuurd.iter().map(ToString::to_string).collect::<Vec<_>>();
    if !missing.is_empty() {
        text = format!("{text} Nog niet verstuurd is de kaart van {}.", and(&missing));
    }
    let waiting = agenda.te_besluiten.iter().map(ToString::to_string).collect::<Vec<_>>();
    if !waiting.is_empty() {
        text = format!("{text} De voorzitter besluit nog over {}.", and(&waiting));
    }
    escape::flat(&text)
}

/// A list as a sentence says it: "a, b en c".
pub(super) fn and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}

/// Name and organisation, as far as they are known.
pub(super) fn who(plaats: &Plaats) -> String {
    let parts = [plaats.naam.as_deref(), plaats.organisatie.as_deref()];
    escape::flat(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The role with the group of a seat by turn: "CVC'er groot".
fn role(rol: TafelRol, groep: Option<&str>) -> String {
    match groep.filter(|_| rol == TafelRol::Cvc) {
        Some(groep) => format!("{} {}", rol.woord(), escape::flat(groep)),
        None => rol.woord().to_owned(),
    }
}

fn reasons(agenda: &Agenda, plaats: &Plaats) -> String {
    let of = |word: &str, is: &dyn Fn(&Punt) -> bool| {
        let cases = agenda.zaken.iter().filter(|punt| is(punt)).map(|punt| punt.casus.to_string());
        Some(format!("{word} {}", and(&cases.collect::<Vec<_>>())))
    };
    let reason = |reden: &Reden| match reden {
        Reden::Vast => Some("vast".to_owned()),
        Reden::Toerbeurt if plaats.voorlopig => Some("toerbeurt, voorlopig".to_owned()),
        Reden::Toerbeurt => Some("toerbeurt".to_owned()),
        Reden::Vervanging => {
            let (_, own) = plaats.vervangt.as_ref()?;
            Some(format!("vervangt {}", escape::flat(own)))
        }
        Reden::VerantwoordelijkeGemeente => of("gemeente van", &|punt| punt.kaart.gemeente == plaats.organisatie),
        Reden::Inbrenger => of("inbrenger van", &|punt| punt.kaart.inbrenger == plaats.naam),
        Reden::Notulist => of("maakt de aantekeningen bij", &|punt| takes_notes(punt, plaats)),
        Reden::Uitgenodigd => Some("uitgenodigd".to_owned()),
        Reden::Gevraagd => Some("gevraagd".to_owned()),
    };
    plaats.redenen.iter().filter_map(reason).collect::<Vec<_>>().join("; ")
}

fn table(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    let whole: Vec<&Plaats> = agenda.tafel.plaatsen.iter().filter(|plaats| plaats.voor.is_none()).collect();
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(screen.width).unwrap_or(80));
    for plaats in &whole {
        let cells = [role(plaats.rol, plaats.groep.as_deref()), who(plaats), reasons(agenda, plaats)];
        table.add_row(cells.map(Cell::new));
    }
    for column in table.column_iter_mut() {
        column.set_padding((2, 0));
    }
    lines.extend(table.lines().filter(|_| !whole.is_empty()).map(|line| line.trim_end().to_owned()));
    let mut say = |text: String| lines.extend(wrap(screen, &text, "  ", "  "));
    if agenda.tafel.plaatsen.len() > whole.len() {
        say("Wie voor één casus komt, staat bij die casus.".to_owned());
    }
    say(minimum(agenda, &whole));
    for (one, other) in &agenda.botsingen {
        say(format!("Let op: {}: {}", who(one), clash(one, other)));
    }
    for empty in &agenda.tafel.niet_bezet {
        say(not_filled(empty));
    }
    say(format!("Lege stoelen: nog {} van de {}.", agenda.tafel.lege_stoelen, agenda.tafel.stoelen));
}

fn minimum(agenda: &Agenda, whole: &[&Plaats]) -> String {
    let met = agenda.tafel.minimum.iter().filter_map(|(eis, door)| {
        let door = escape::flat(door.as_deref()?);
        Some(if *eis == MinimumEis::VeiligThuis { door } else { format!("{door} ({})", eis.woorden()) })
    });
    let met: Vec<String> = met.collect();
    let lacks = agenda.tafel.minimum.iter().filter(|(_, door)| door.is_none());
    let lacks: Vec<String> = lacks.map(|(eis, _)| eis.woorden().to_owned()).collect();
    let mut text = if lacks.is_empty() {
        format!("Minimum gehaald: {}.", and(&met))
    } else {
        let there = if met.is_empty() { String::new() } else { format!(" Wel: {}.", and(&met)) };
        format!("Minimum nog niet gehaald: er komt nog geen {}.{there}", lacks.join(" en geen "))
    };
    let mut named: Vec<&str> = Vec::new();
    for organisation in whole.iter().filter_map(|plaats| plaats.organisatie.as_deref()) {
        let count = whole.iter().filter(|plaats| plaats.organisatie.as_deref() == Some(organisation)).count();
        if count > 1 && !named.contains(&organisation) {
            named.push(organisation);
            let people = if count == 2 { "twee".to_owned() } else { count.to_string() };
            text = format!("{text} {} komt met {people} mensen.", escape::flat(organisation));
        }
    }
    text
}

fn not_filled(empty: &NietBezet) -> String {
    let own = empty.organisatie.as_deref().map(escape::flat);
    let why = match (empty.waarom, own) {
        (Waarom::Afwezig, Some(own)) => format!("{own} is afwezig"),
        (Waarom::Afwezig, None) => "afwezig".to_owned(),
        (Waarom::GeenRooster, _) => "er staat niets in het rooster".to_owned(),
        (Waarom::GeenVervanging, Some(own)) => format!("{own} is afwezig en geen vervanger is vrij"),
        (Waarom::GeenVervanging, None) => "geen vervanger is vrij".to_owned(),
    };
    let at = empty.voor.iter().flatten().map(ToString::to_string).collect::<Vec<_>>();
    let at = if at.is_empty() { String::new() } else { format!(" bij {}", and(&at)) };
    let by_turn = if empty.groep.is_some() && empty.rol != TafelRol::Cvc { " bij toerbeurt" } else { "" };
    format!("Niet bezet: {}{by_turn}{at}; {why}.", role(empty.rol, empty.groep.as_deref()))
}

/// A day without its weekday, with the year when it is another than that of the screen.
pub(super) fn on(day: NaiveDate, agenda: &Agenda) -> String {
    if day.year() == agenda.day.year() { date_without_weekday(day) } else { date_with_year(day) }
}

/// The same of a day or a month.
pub(super) fn when(time: Tijdstip, agenda: &Agenda) -> String {
    match time {
        Tijdstip::Dag(day) => on(day, agenda),
        Tijdstip::Maand(_) => span(time),
    }
}

fn open(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    let state =
        |made: &Afgesproken| made.stand.map_or(if made.te_laat { "te laat" } else { "open" }, |is| is.woorden());
    let days = column(agenda, &agenda.openstaand);
    let state_width = agenda.openstaand.iter().map(|entry| state(&entry.afspraak).len()).max().unwrap_or(0);
    let day_width = days.iter().map(String::len).max().unwrap_or(0);
    let indent = " ".repeat(2 + state_width + 2 + day_width + 2);
    for (entry, day) in agenda.openstaand.iter().zip(days) {
        let made = &entry.afspraak;
        let state = format!("{:<state_width$}", state(made));
        let shown = if made.te_laat { screen.paint(Ink::Fout, &state) } else { state };
        let what = escape::flat(made.wat.as_deref().unwrap_or("(geen tekst)"));
        let text = made.wie.as_deref().map_or_else(|| what.clone(), |wie| format!("{}: {what}", escape::flat(wie)));
        let nr = made.nr.map(|nr| format!("afspraak {nr} van ")).unwrap_or_default();
        let source = format!("{}, {nr}{}", entry.casus, on(entry.van, agenda));
        let mut wrapped = wrap(screen, &text, &indent, &indent);
        if let Some(first) = wrapped.first_mut() {
            *first = format!("  {shown}  {day:<day_width$}  {}", first.trim_start());
        }
        lines.extend(wrapped);
        lines.extend(wrap(screen, &source, &indent, &indent));
    }
}

/// For when each agreement is, as a column: of days of one and of two figures the units
/// stand under each other.
fn column(agenda: &Agenda, open: &[Openstaand]) -> Vec<String> {
    let day =
        |entry: &Openstaand| entry.afspraak.wanneer.map_or_else(|| "zonder dag".to_owned(), |day| when(day, agenda));
    let figures = |day: &String| day.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let days: Vec<String> = open.iter().map(day).collect();
    let two = days.iter().any(|day| figures(day) == 2);
    days.into_iter().map(|day| if two && figures(&day) == 1 { format!(" {day}") } else { day }).collect()
}
