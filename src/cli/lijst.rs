//! `vt check --lijst`: what must be there to hand in one card, point by point.

use super::args;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::targets::Target;
use super::{Answer, paste, vul_aan};
use crate::calendar::{Calendar, words};
use crate::output::{self, Lijst, Next, Point, Tick};
use crate::rules::{self, ACUUT, Check, Finding, Judged, Rule, Scope, Severity, find, judge};
use crate::store::{CaseFile, Content, Slot, Zone, read};
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;
use std::iter;
use std::path::{Path, PathBuf};

/// The points of the handbook's list that stand alone, in its order.
const POINTS: [&str; 9] = ["INB01", "INB02", "INB03", "INB04", "INB05", "INB06", "INB07", "INB08", "INB09"];
/// Those that share a line.
const TOGETHER: [&str; 3] = ["INB12", "INB13", "INB14"];

/// Points that can only be said once another is done: a view comes out of a talk, who was not
/// told can't react, and who must be told is not known before the family stands there.
const AFTER: [(&str, &str); 4] = [("INB05", "INB04"), ("INB03", "INB02"), ("INB02", "VOL01"), ("INB03", "VOL01")];

/// A card: what it is, where it lies, and the target that checks it alone.
pub struct Card {
    slot: Slot,
    path: PathBuf,
    target: Target,
}

/// The card, when the targets are exactly one.
pub fn card(targets: &[Target]) -> Option<Card> {
    let [target] = targets else { return None };
    match target {
        Target::Lone(path, _) => Some(Card { slot: Slot::LooseKaart, path: path.clone(), target: target.clone() }),
        Target::Tree(root, Scope::Below(paths)) => {
            let [path] = paths.as_slice() else { return None };
            let path = if path.is_dir() { path.join(CaseFile::Kaart.name()) } else { path.clone() };
            let slot = slot_of(root.zone, path.strip_prefix(&root.path).ok()?)?;
            let target = Target::Tree(root.clone(), Scope::Below(vec![path.clone()]));
            path.is_file().then_some(Card { slot, path, target })
        }
        Target::Tree(..) => None,
    }
}

/// What a file is by its place in a tree, when it is a card.
fn slot_of(zone: Zone, relative: &Path) -> Option<Slot> {
    let parts: Vec<&str> = relative.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let slot = match zone {
        Zone::Team => Slot::in_team(&parts),
        Zone::Dossier => Slot::in_dossier(&parts),
    };
    slot.ok().filter(|slot| matches!(slot, Slot::Case(_, _, CaseFile::Kaart) | Slot::DossierKaart(_)))
}

/// Runs the command.
pub fn run(check: &args::Check, targets: &[Target], context: &Context) -> anyhow::Result<Answer> {
    let Some(card) = card(targets).or_else(|| card_here(check, targets, context)) else {
        return Err(ToolError::new(Kind::Usage, "--lijst gaat over één kaart.")
            .try_command("vt check PAD/kaart.yaml --lijst", "noem de kaart")
            .into());
    };
    let mut report = card.target.judged(check, context)?;
    let calendar = Calendar::new(&report.regio);
    let asked = check.vergadering;
    // Also of a meeting that was held, or of a card that was withdrawn: the list is about the card.
    let surroundings = rules::Context {
        regio: &report.regio,
        calendar: &calendar,
        today: context.today,
        meeting: asked,
        past_too: true,
        hash: false,
        // What the scanner found stands in the report.
        scan: None,
    };
    let mut own = judge(&card.slot, "", &read(&card.path), &surroundings);
    let mut findings = std::mem::take(&mut report.findings);
    let seen: HashSet<_> = findings.iter().map(|finding| (finding.rule.id, finding.key.clone())).collect();
    let is_seen = |own: &Finding| seen.contains(&(own.rule.id, own.key.clone()));
    let unseen: Vec<Finding> = own.findings.drain(..).filter(|own| !is_seen(own)).collect();
    findings.extend(unseen);

    let meeting = card.slot.meeting().or(asked);
    let points = points(&findings, &own, meeting);
    let open = points.iter().filter(|point| point.tick == Tick::Open).count();
    let is_warning = |finding: &&Finding| finding.is_open() && finding.rule.severity == Severity::Waarschuwing;
    let warnings = findings.iter().filter(is_warning).count();
    let heading = match &card.slot {
        Slot::Case(day, casus, _) => heading_of_team(*day, &casus.to_string(), open),
        _ => heading(meeting, open),
    };
    let mut terms = terms(meeting, handed_in(own.content.as_ref()), context.today, &calendar);
    terms.extend(match warnings {
        0 => None,
        1 => Some("Er is ook 1 waarschuwing; die mag blijven staan.".to_owned()),
        many => Some(format!("Er zijn ook {many} waarschuwingen; die mogen blijven staan.")),
    });
    let asks = vul_aan::can_ask(std::slice::from_ref(&card.target), context);
    let next = next(check, context, open, asks, meeting.is_none().then(|| in_time(&calendar, context.today)).flatten());
    let stops = open > 0 || check.streng && warnings > 0;
    let mut answer = Answer { status: u8::from(stops), ..Answer::default() };
    output::lijst(&Lijst { heading, terms, points, next }, &context.screen, &mut answer.stdout)?;
    Ok(answer)
}

/// Without a path: the card in whose folder `vt` was started.
fn card_here(check: &args::Check, targets: &[Target], context: &Context) -> Option<Card> {
    let [Target::Tree(root, _)] = targets else { return None };
    let path = context.here.join(CaseFile::Kaart.name());
    let is_here = check.pad.is_empty() && path.is_file() && path.starts_with(&root.path);
    is_here.then(|| card(&[Target::Tree(root.clone(), Scope::Below(vec![path]))])).flatten()
}

/// The points in the handbook's order, then what shares a line, then all the rest.
fn points(findings: &[Finding], own: &Judged, meeting: Option<NaiveDate>) -> Vec<Point> {
    let point = |rule| point(rule, findings, own, meeting);
    let alone = POINTS.iter().filter_map(|id| find(id)).map(point);
    let together: Vec<&'static Rule> = TOGETHER.iter().filter_map(|id| find(id)).collect();
    let parts: Vec<Point> = together.iter().copied().map(point).collect();
    let shared = Point {
        tick: parts.iter().map(|part| part.tick).max_by_key(|tick| gravity(*tick)).unwrap_or(Tick::Done),
        words: "aanleiding, gemeente en casusregisseur staan erop".to_owned(),
        rules: together.iter().map(|rule| rule.id).collect(),
    };
    let is_listed = |id: &str| POINTS.contains(&id) || TOGETHER.contains(&id);
    let mut rest: Vec<&'static str> =
        findings.iter().filter(|finding| finding.blocks()).map(|finding| finding.rule.id).collect();
    rest.retain(|id| !is_listed(id) && *id != ACUUT);
    rest.sort_unstable();
    rest.dedup();
    let rest = Point {
        tick: if rest.is_empty() { Tick::Done } else { Tick::Open },
        words: "de rest van de kaart heeft geen fouten".to_owned(),
        rules: rest,
    };
    // What can't wait stands first.
    let is_urgent = findings.iter().any(|finding| finding.rule.id == ACUUT && finding.is_open());
    let urgent = find(ACUUT).filter(|_| is_urgent).map(|rule| Point {
        tick: Tick::Open,
        words: "het is acuut onveilig en niet gemeld: bel nu Veilig Thuis, of 112 als er direct gevaar is".to_owned(),
        rules: vec![rule.id],
    });
    urgent.into_iter().chain(alone).chain((!together.is_empty()).then_some(shared)).chain(iter::once(rest)).collect()
}

fn gravity(tick: Tick) -> u8 {
    match tick {
        Tick::Done => 0,
        Tick::Unknown => 1,
        Tick::Open => 2,
    }
}

fn point(rule: &'static Rule, findings: &[Finding], own: &Judged, meeting: Option<NaiveDate>) -> Point {
    let mut of_rule = findings.iter().filter(|finding| finding.rule.id == rule.id).peekable();
    let wants_meeting = rule.checks.iter().all(|check| matches!(check, Check::CardInMeeting(_))) && meeting.is_none();
    let words = as_point(rule.title);
    let is_open = |id: &str| {
        findings.iter().any(|finding| {
            let of_family = || finding.key.as_ref().is_some_and(|key| key.to_string().starts_with("gezin"));
            finding.rule.id == id && finding.is_open() && (id != "VOL01" || of_family())
        })
    };
    let (tick, words) = if of_rule.peek().is_some() {
        if of_rule.any(Finding::is_open) { (Tick::Open, words) } else { (Tick::Done, words + " (beantwoord)") }
    } else if wants_meeting {
        (Tick::Unknown, words + " (geef --vergadering)")
    } else if let Some(first) = AFTER.iter().find(|(id, first)| *id == rule.id && is_open(first)) {
        (Tick::Unknown, format!("{words} (eerst {})", first.1))
    } else if own.content.is_some() && !own.silenced.contains(&rule.id) {
        (Tick::Done, words)
    } else {
        (Tick::Unknown, words)
    };
    Point { tick, words, rules: vec![rule.id] }
}

/// The title of a rule as a point of a list: no capital, unless it belongs to the word, and no stop.
fn as_point(title: &str) -> String {
    let title = title.strip_suffix('.').unwrap_or(title);
    let word = title.split_whitespace().next().unwrap_or_default();
    let mut letters = word.chars();
    let first_len = word.chars().next().map_or(0, char::len_utf8);
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    if letters.clone().any(char::is_uppercase) { title.to_owned() } else { format!("{first}{}", &title[first_len..]) }
}

fn still(open: usize) -> String {
    if open == 1 { "nog 1 punt".to_owned() } else { format!("nog {open} punten") }
}

fn heading(meeting: Option<NaiveDate>, open: usize) -> String {
    let meeting = meeting.map(|day| format!(" voor {}", words::day_in_words(day))).unwrap_or_default();
    match open {
        0 => format!("Klaar om in te brengen{meeting}."),
        open => format!("Klaar om in te brengen{meeting}? N{}.", &still(open)[1..]),
    }
}

fn heading_of_team(day: NaiveDate, casus: &str, open: usize) -> String {
    let still = if open == 0 { "niets open".to_owned() } else { still(open) };
    format!("Casus {casus}, ingebracht voor {}: {still}.", words::day_in_words(day))
}

/// Until when the card can be handed in, or when it was.
fn terms(
    meeting: Option<NaiveDate>,
    handed_in: Option<NaiveDate>,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<String> {
    let last = meeting.map(|meeting| calendar.last_day(meeting));
    let next = || {
        let next = in_time(calendar, today)?;
        let until = until(calendar.last_day(next), today);
        let same_year = next.year() == meeting.unwrap_or(today).year();
        let day = if same_year { words::day_without_year(next) } else { words::day_in_words(next) };
        Some(format!("Op tijd kan nog voor {day}, {until}."))
    };
    match (last, handed_in) {
        (Some(last), Some(day)) => vec![format!(
            "Ingebracht op {}; het kon tot en met {}.",
            words::day_without_year(day),
            words::day_without_year(last)
        )],
        (Some(last), None) if today <= last => vec![format!("Inbrengen kan {}.", until(last, today))],
        (Some(last), None) => {
            let late = words::days((today - last).num_days());
            let was = format!("Inbrengen kon tot en met {}: {late} te laat.", words::day_without_year(last));
            iter::once(was).chain(next()).collect()
        }
        (None, _) => next().into_iter().collect(),
    }
}

/// "tot en met donderdag 5 maart: nog 3 dagen".
pub fn until(last: NaiveDate, today: NaiveDate) -> String {
    let left = match (last - today).num_days() {
        0 => "vandaag is de laatste dag".to_owned(),
        days => format!("nog {}", words::days(days)),
    };
    format!("tot en met {}: {left}", words::day_without_year(last))
}

/// The day on which a card of the team was handed in.
fn handed_in(content: Option<&Content>) -> Option<NaiveDate> {
    match content {
        Some(Content::Kaart(card)) if card.casus.is_some() => Some(card.ingebracht.as_ref()?.op?.day()),
        _ => None,
    }
}

/// The first meeting for which a card can still be handed in today.
pub fn in_time(calendar: &Calendar, today: NaiveDate) -> Option<NaiveDate> {
    let later = |day: &NaiveDate| day.succ_opt().and_then(|day| calendar.next(day));
    iter::successors(calendar.next(today), later).take(60).find(|meeting| calendar.last_day(*meeting) >= today)
}

fn next(check: &args::Check, context: &Context, open: usize, asks: bool, meeting: Option<NaiveDate>) -> Next {
    let mut next = Next::default();
    if open > 0 {
        if asks {
            let command = format!("{} --vul-aan", paste::check(check, context));
            next.commands.push((command, "vraagt wat ontbreekt".to_owned()));
        }
        next.commands.push((paste::check(check, context), "zegt bij elk punt wat er nog moet".to_owned()));
    }
    if let Some(day) = meeting {
        next.commands.push((paste::check_for(check, context, day), "ook of het op tijd is".to_owned()));
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_point() {
        assert_eq!(as_point("Het gezin weet het."), "het gezin weet het");
        assert_eq!(as_point("VeiligheidsTeam en gezin praten."), "VeiligheidsTeam en gezin praten");
        assert_eq!(as_point("Één vraag."), "één vraag");
    }
}
