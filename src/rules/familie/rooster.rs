//! ROO: what was published about turns holds (chapter 2: CVC'er, Gecertificeerde
//! Instellingen).

use super::{Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity, TreeView};
use crate::calendar::{NoMeeting, words::day_in_words};
use crate::model::Datum;
use crate::roster::{Pool, Stand, instance_of, seat_of};
use crate::store::{Slot, Zone};
use crate::tafel::was_there;
use crate::yaml::Path;
use chrono::{Datelike, NaiveDate};

pub(super) const RULES: &[Rule] = &[ROO01, ROO02, ROO03, ROO04];

const ROOSTER: &str = "rooster/2026.yaml";
const SOURCES: &[Heading] = &[Heading::Cvc, Heading::GecertificeerdeInstellingen];
const REPLAN: &str = "Laat `vt rooster 2026 --vastleggen` de beurten opnieuw verdelen; dat verandert zo min mogelijk.";

const ROO01: Rule = Rule {
    id: "ROO01",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: SOURCES,
    title: "Het rooster zegt bij elke vergadering wie er komt.",
    asks: "Tot en met de laatste dag die in het rooster staat, staat bij elke vergadering die nog komt wie er van elke groep komt.",
    reason: "Wie niet weet wanneer de beurt komt, kan er niet zijn.",
    mend: REPLAN,
    see: &["VRG04", "VRG05"],
    wrong: Example::Teammap(&[(
        ROOSTER,
        "versie: 1\nbeurten:\n  2026-01-15: {groot: [Roosendaal], klein: [Woensdrecht], gi: [Leger des Heils]}\n  2026-03-05: {groot: [Bergen op Zoom], klein: [Steenbergen], gi: [William Schrikker Stichting]}\n  2026-03-12: {groot: [Zundert], klein: [Rucphen], gi: [Leger des Heils]}\n  2026-03-26: {groot: [Bergen op Zoom], klein: [Woensdrecht], gi: [William Schrikker Stichting]}\n",
    )]),
    right: Example::Teammap(&[(
        ROOSTER,
        "versie: 1\nbeurten:\n  2026-01-15: {groot: [Roosendaal], klein: [Woensdrecht], gi: [Leger des Heils]}\n  2026-03-05: {groot: [Bergen op Zoom], klein: [Steenbergen], gi: [William Schrikker Stichting]}\n  2026-03-12: {groot: [Zundert], klein: [Rucphen], gi: [Leger des Heils]}\n  2026-03-19: {groot: [Roosendaal], klein: [Moerdijk], gi: [William Schrikker Stichting]}\n  2026-03-26: {groot: [Bergen op Zoom], klein: [Woensdrecht], gi: [Leger des Heils]}\n",
    )]),
    checks: &[Check::Tree(roo01)],
};

fn roo01(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    for (year, pools) in published(view) {
        let Some(roster) = view.team.roosters.get(&year) else { continue };
        let Some(last) = roster.beurten.keys().next_back() else { continue };
        let lacks = |day: NaiveDate| {
            let line = roster.beurten.get(&Datum(day));
            pools.iter().any(|pool| {
                let own = line.and_then(|line| line.iter().find(|(group, _)| group.trim() == pool.name));
                let wanted = pool.meeting(day).map_or(0, |meeting| pool.filled(meeting));
                own.is_none_or(|(_, names)| names.is_whole())
                    && own.map_or(0, |(_, names)| names.values().count()) < wanted
            })
        };
        let days = view.calendar.meetings(year).into_iter();
        let days = days.filter(|day| view.today <= *day && *day <= last.0 && !is_unread(view, *day));
        let days: Vec<NaiveDate> = days.filter(|day| lacks(*day)).collect();
        let Some(first) = days.first() else { continue };
        let more = match days.len() - 1 {
            0 => String::new(),
            1 => " En bij nog een vergadering.".to_owned(),
            more => format!(" En bij nog {more} vergaderingen."),
        };
        let message = format!("Bij {} staat niet wie er van elke groep komt.{more}", day_in_words(*first));
        findings.add_in(Slot::Rooster(year), "beurten", message).mend = mend(year);
    }
}

const ROO02: Rule = Rule {
    id: "ROO02",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: SOURCES,
    title: "In het rooster staat niemand die dan niet kan.",
    asks: "Wie er in het rooster staat, is die dag niet afwezig en doet dan mee. Zodra de voorzitter over de agenda beslist, gaan VRG04 en VRG05 hierover.",
    reason: "Dan blijft een stoel leeg, terwijl een ander nog de tijd heeft om te komen.",
    mend: REPLAN,
    see: &["VRG04", "VRG05"],
    wrong: Example::Teammap(&[(
        "afwezigheid/moerdijk.yaml",
        "versie: 1\nafwezig:\n  - {van: 2026-03-16, tot: 2026-03-20}\n",
    )]),
    right: Example::Teammap(&[(
        "afwezigheid/moerdijk.yaml",
        "versie: 1\nafwezig:\n  - {van: 2026-03-23, tot: 2026-03-27}\n",
    )]),
    checks: &[Check::Tree(roo02)],
};

fn roo02(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    for (year, pools) in published(view) {
        let Some(roster) = view.team.roosters.get(&year) else { continue };
        for (day, line) in roster.beurten.range(Datum(view.today)..) {
            // Then the table of the meeting shows who comes instead.
            let meeting = view.team.meetings.get(&day.0);
            let is_decided = meeting.is_some_and(|meeting| {
                meeting.verzonden.is_some() || meeting.cases.values().any(|case| case.besluit.is_some())
            });
            if is_decided {
                continue;
            }
            for (group, names) in line {
                let Some(pool) = pools.iter().find(|pool| pool.name == group.trim()) else { continue };
                let Some(of) = crate::roster::group_named(regio, group) else { continue };
                for (index, name) in names.iter() {
                    let seat = seat_of(regio, of, name, day.0).and_then(|seat| pool.seat(seat.naam.as_deref()?.trim()));
                    let stand = seat.and_then(|seat| Some(pool.stand[pool.at(pool.meeting(day.0)?, seat)]));
                    let message = match stand {
                        Some(Stand::Afwezig) => "Wie hier aan de beurt is, is die dag afwezig.",
                        Some(Stand::DoetNietMee) => "Wie hier aan de beurt is, doet op die dag niet mee.",
                        _ => continue,
                    };
                    let at = Path::root().key("beurten").key(day.0.to_string()).key(group.clone()).index(index);
                    findings.add_in(Slot::Rooster(year), at.to_string(), message).mend = mend(year);
                }
            }
        }
    }
}

const ROO03: Rule = Rule {
    id: "ROO03",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: SOURCES,
    title: "In het rooster staat niemand op een dag die vervalt.",
    asks: "Van een vergadering die vervalt, staat in het rooster niet meer wie er komt.",
    reason: "Anders komt iemand voor niets, en telt een beurt die er niet was.",
    mend: REPLAN,
    see: &["ROO01"],
    wrong: Example::Teammap(&[(
        "vergaderingen/2026-03-19/vergadering.yaml",
        "versie: 1\nvervalt: {reden: Te weinig casussen.}\n",
    )]),
    right: Example::Teammap(&[
        ("vergaderingen/2026-03-19/vergadering.yaml", "versie: 1\nvervalt: {reden: Te weinig casussen.}\n"),
        (
            ROOSTER,
            "versie: 1\nbeurten:\n  2026-01-15: {groot: [Roosendaal], klein: [Woensdrecht], gi: [Leger des Heils]}\n  2026-03-05: {groot: [Bergen op Zoom], klein: [Steenbergen], gi: [William Schrikker Stichting]}\n  2026-03-12: {groot: [Zundert], klein: [Rucphen], gi: [Leger des Heils]}\n  2026-03-19: {groot: [], klein: [], gi: []}\n  2026-03-26: {groot: [Roosendaal], klein: [Moerdijk], gi: [William Schrikker Stichting]}\n",
        ),
    ]),
    checks: &[Check::Tree(roo03)],
};

fn roo03(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    for (year, roster) in &view.team.roosters {
        for (day, line) in roster.beurten.range(Datum(view.today)..) {
            let is_cancelled = view.calendar.why_not(day.0) == Some(NoMeeting::Cancelled);
            if is_cancelled && line.values().any(|names| !names.is_empty()) {
                let at = Path::root().key("beurten").key(day.0.to_string());
                let message = "Deze vergadering vervalt, en er staat nog wie er komt.";
                findings.add_in(Slot::Rooster(*year), at.to_string(), message).mend = mend(*year);
            }
        }
    }
}

const ROO04: Rule = Rule {
    id: "ROO04",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Na],
    sources: SOURCES,
    title: "Het rooster zegt wie er bij toerbeurt was.",
    asks: "Kwam er van een groep een ander dan in het rooster stond, dan staat die ander nu in het rooster.",
    reason: "Wie inviel, had die beurt. Anders klopt het later niet meer wie er aan de beurt is.",
    mend: "Leg vast wie er was met `vt rooster --ruil 2026-01-15 --groep klein --aan Woensdrecht`.",
    see: &["VRG01"],
    wrong: Example::Teammap(&[(
        ROOSTER,
        "versie: 1\nbeurten:\n  2026-01-15: {groot: [Roosendaal], klein: [Moerdijk], gi: [Leger des Heils]}\n  2026-03-05: {groot: [Bergen op Zoom], klein: [Steenbergen], gi: [William Schrikker Stichting]}\n  2026-03-12: {groot: [Zundert], klein: [Rucphen], gi: [Leger des Heils]}\n",
    )]),
    right: Example::Teammap(&[(
        ROOSTER,
        "versie: 1\nbeurten:\n  2026-01-15: {groot: [Roosendaal], klein: [Woensdrecht], gi: [Leger des Heils]}\n  2026-03-05: {groot: [Bergen op Zoom], klein: [Steenbergen], gi: [William Schrikker Stichting]}\n  2026-03-12: {groot: [Zundert], klein: [Rucphen], gi: [Leger des Heils]}\n",
    )]),
    checks: &[Check::Meeting(roo04)],
};

fn roo04(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    let line = view.team.roosters.get(&view.day.year()).and_then(|roster| roster.beurten.get(&Datum(view.day)));
    let (Some(line), Some(aanwezig), true) = (line, view.meeting.aanwezig.as_ref(), view.held) else { return };
    let there = was_there(aanwezig, view.team, view.day);
    for (group, names) in line {
        let Some(of) = crate::roster::group_named(regio, group) else { continue };
        let came = there.iter().filter(|plaats| Some(plaats.rol) == of.rol && plaats.voor.is_none());
        let came = came.filter_map(|plaats| plaats.organisatie.as_deref());
        let came: Vec<&str> = came.filter(|name| seat_of(regio, of, name, view.day).is_some()).collect();
        // Whether anyone came at all is for VRG01.
        let is_in = |name: &str| {
            names.values().any(|own| {
                let whole_seat = seat_of(regio, of, own, view.day).filter(|seat| seat.naam.as_deref() == Some(own));
                let shared = whole_seat.into_iter().flat_map(|seat| seat.gemeenten.values());
                regio.zelfde(own, name, view.day) || shared.into_iter().any(|own| regio.zelfde(own, name, view.day))
            })
        };
        if let Some(other) = came.iter().find(|name| !is_in(name)) {
            let at = Path::root().key("beurten").key(view.day.to_string()).key(group.clone());
            let message = "Van deze groep kwam een ander dan hier staat.";
            let slot = Slot::Rooster(view.day.year());
            let known = regio.bekend(other, view.day).map_or("ORGANISATIE", |known| known.naam);
            let group = of.groep.as_deref().unwrap_or("GROEP");
            let command = format!("vt rooster --ruil {} --groep {group} --aan \"{known}\"", view.day);
            findings.add_in(slot, at.to_string(), message).mend =
                format!("Leg vast wie er was met `{command}`.").into();
        }
    }
}

/// The groups of each year in which turns were published, made ready from today on.
fn published(view: &TreeView<'_>) -> Vec<(i32, Vec<Pool>)> {
    let years = view.team.roosters.iter().filter(|(_, roster)| !roster.beurten.is_empty());
    let years = years.map(|(year, _)| *year).filter(|year| view.zone == Zone::Team && *year >= view.today.year());
    let pools = |year| {
        let instance = instance_of(view.team, view.calendar, year, view.today);
        instance.pools.iter().map(|pool| Pool::of(&instance, pool)).collect()
    };
    years.map(|year| (year, pools(year))).collect()
}

/// Whether it is not known if a meeting was cancelled, since that file was not read.
fn is_unread(view: &TreeView<'_>, day: NaiveDate) -> bool {
    let read = view.team.meetings.get(&day).is_some_and(|meeting| meeting.vergadering.is_some());
    view.present.contains(&Slot::Vergadering(day)) && !read
}

fn mend(year: i32) -> std::borrow::Cow<'static, str> {
    REPLAN.replace("2026", &year.to_string()).into()
}
