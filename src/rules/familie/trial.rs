//! How the rules of a family are tried on a few keys of a card.

use super::{CardView, Check, DiscussionView, Finding, Findings, MeetingDay};
use crate::calendar::Calendar;
use crate::model::{Aanwezig, Bespreking, Regio, Veiligheidskaart};
use crate::rules::{Betrokkenen, find};
use crate::store::{Team, default_regio};
use crate::tafel::{Plaats, was_there};
use chrono::NaiveDate;

/// The card that this text says.
pub(in crate::rules) fn card(text: &str) -> Veiligheidskaart {
    let doc = crate::yaml::parse(text.as_bytes()).unwrap();
    let (card, problems) = doc.read::<Veiligheidskaart>();
    assert!(problems.is_empty(), "{text}");
    card.unwrap()
}

/// West-Brabant West.
pub(in crate::rules) fn region() -> Regio {
    default_regio()
}

/// What one rule finds on a card for the meeting of 12 March 2026, handed in on 4 March.
pub(in crate::rules) fn found(rule: &str, text: &str) -> Vec<Finding> {
    found_in(rule, text, &region(), Some("2026-03-04"))
}

/// The same in another region, handed in on another day.
pub(in crate::rules) fn found_in(rule: &str, text: &str, regio: &Regio, handed_in: Option<&str>) -> Vec<Finding> {
    let card = card(text);
    let day: NaiveDate = "2026-03-12".parse().unwrap();
    let last_day = Calendar::new(regio).last_day(day);
    let meeting = MeetingDay { day, last_day, handed_in: handed_in.map(|day| day.parse().unwrap()) };
    let of_team = card.casus.is_some();
    let betrokkenen = Betrokkenen::of(&card, regio, day);
    let view = CardView { card: &card, regio, of_team, day, rare: Vec::new(), betrokkenen };
    let rule = find(rule).unwrap();
    let mut out = Vec::new();
    for check in rule.checks {
        let mut findings = Findings::new(rule, "kaart.yaml", &mut out);
        match check {
            Check::Card(check) => check(&view, &mut findings),
            Check::CardInMeeting(check) => check(&view, &meeting, &mut findings),
            _ => {}
        }
    }
    out
}

/// The paths of what one rule finds.
pub(in crate::rules) fn paths(rule: &str, text: &str) -> Vec<String> {
    found(rule, text).iter().map(path).collect()
}

/// The path of a finding.
pub(in crate::rules) fn path(finding: &Finding) -> String {
    finding.key.as_ref().unwrap().to_string()
}

/// What one rule finds in a discussion of 12 March 2026, of a case that Roosendaal brought in;
/// the keys of its card laid over that, and who sat there.
pub(in crate::rules) fn discussion(rule: &str, text: &str, kaart: &str, table: Option<Vec<Plaats>>) -> Vec<Finding> {
    let doc = crate::yaml::parse(text.as_bytes()).unwrap();
    let (bespreking, problems) = doc.read::<Bespreking>();
    assert!(problems.is_empty(), "{text}");
    let kaart = card(&format!("inbrenger: {{organisatie: Gemeente Roosendaal}}\n{kaart}"));
    let regio = region();
    let view = DiscussionView {
        day: "2026-03-12".parse().unwrap(),
        regio: &regio,
        bespreking: &bespreking.unwrap(),
        kaart: Some(&kaart),
        soort: kaart.soort,
        aan_tafel: table,
    };
    let rule = find(rule).unwrap();
    let mut out = Vec::new();
    for check in rule.checks {
        if let Check::Discussion(check) = check {
            check(&view, &mut Findings::new(rule, "bespreking.yaml", &mut out));
        }
    }
    out
}

/// The same, with this table.
pub(in crate::rules) fn at_table(rule: &str, text: &str, table: Option<Vec<Plaats>>) -> Vec<Finding> {
    discussion(rule, text, "soort: nieuw", table)
}

/// The paths of what one rule finds in a discussion of which nobody wrote down who was there.
pub(in crate::rules) fn discussion_paths(rule: &str, text: &str) -> Vec<String> {
    at_table(rule, text, None).iter().map(path).collect()
}

/// Who sat at the table: role, organisation and name of each.
pub(in crate::rules) fn sat(table: &[(&str, &str, &str)]) -> Vec<Plaats> {
    let rows = table
        .iter()
        .map(|(rol, organisatie, naam)| format!("{{rol: {rol}, organisatie: {organisatie}, naam: {naam}}}"));
    let text = format!("aanwezig: [{}]", rows.collect::<Vec<_>>().join(", "));
    let there = crate::yaml::parse(text.as_bytes()).unwrap().read::<Aanwezig>().0.unwrap();
    let team = Team { regio: region(), ..Team::default() };
    was_there(&there, &team, "2026-03-12".parse().unwrap())
}
