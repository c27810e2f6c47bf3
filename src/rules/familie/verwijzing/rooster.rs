//! References of a roster: to meetings, groups and seats.

use super::{NO_MEETING, no_meeting};
use crate::model::{Groep, Regio, Rooster};
use crate::rules::{Findings, TreeView};
use crate::store::Slot;
use crate::yaml::Path;
use chrono::{Datelike, NaiveDate};

pub(super) fn in_rosters(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    for (year, roster) in &view.team.roosters {
        turns(view, *year, roster, findings);
        swaps(view, *year, roster, findings);
    }
}

fn turns(view: &TreeView<'_>, year: i32, roster: &Rooster, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    let slot = Slot::Rooster(year);
    for (day, groups) in &roster.beurten {
        let on_day = Path::root().key("beurten").key(day.to_string());
        if day.0.year() != year {
            findings.add_in(&slot, on_day.to_string(), "Deze dag hoort in het rooster van een ander jaar.").mend =
                "Zet deze beurten in het bestand van dat jaar, in de map `rooster`.".into();
        } else if let Some(message) = no_meeting(view, day.0).filter(|_| groups.values().any(|turns| !turns.is_empty()))
        {
            findings.add_in(&slot, on_day.to_string(), message).mend = NO_MEETING.into();
        }
        for (name, turns) in groups {
            let in_group = on_day.clone().key(name.clone());
            match group(regio, name) {
                Some(group) => {
                    for (at, _) in turns.iter().filter(|(_, seat)| !has_seat(regio, group, seat, day.0)) {
                        no_seat(&slot, in_group.clone().index(at).to_string(), findings);
                    }
                }
                None if knows_groups(regio) => {
                    // The name of a group that nobody knows may be anything: it is marked, not named.
                    let finding = findings.add_in(&slot, on_day.to_string(), NO_GROUP);
                    finding.at = Some(in_group);
                    finding.mend = NO_GROUP_MEND.into();
                }
                None => {}
            }
        }
    }
}

fn swaps(view: &TreeView<'_>, year: i32, roster: &Rooster, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    let slot = Slot::Rooster(year);
    for (index, swap) in roster.ruilingen.iter() {
        let key = format!("ruilingen[{index}]");
        let day = swap.datum.map(|day| day.0);
        if let Some(message) = day.and_then(|day| no_meeting(view, day)) {
            findings.add_in(&slot, format!("{key}.datum"), message).mend = NO_MEETING.into();
        }
        let Some(name) = &swap.groep else { continue };
        match (group(regio, name), &swap.zetel) {
            (None, _) if knows_groups(regio) => {
                findings.add_in(&slot, format!("{key}.groep"), NO_GROUP).mend = NO_GROUP_MEND.into();
            }
            (Some(group), Some(seat)) if !has_seat(regio, group, seat, day.unwrap_or(NaiveDate::MIN)) => {
                no_seat(&slot, format!("{key}.zetel"), findings);
            }
            _ => {}
        }
    }
}

const NO_GROUP: &str = "Deze groep staat niet bij `toerbeurt` in `regio.yaml`.";
const NO_GROUP_MEND: &str = "Schrijf de naam van een `groep` zoals in `regio.yaml`.";

fn no_seat(slot: &Slot, key: String, findings: &mut Findings<'_>) {
    findings.add_in(slot, key, "Deze zetel staat niet bij deze groep in `regio.yaml`.").mend =
        "Schrijf de `naam` van een zetel van deze groep, of van een gedeelde zetel de gemeente die komt.".into();
}

fn knows_groups(regio: &Regio) -> bool {
    regio.toerbeurt.is_asked()
        && regio.toerbeurt.is_whole()
        && regio.toerbeurt.values().all(|group| group.groep.is_some())
}

fn group<'a>(regio: &'a Regio, name: &str) -> Option<&'a Groep> {
    regio.toerbeurt.values().find(|group| group.groep.as_deref().is_some_and(|own| own.trim() == name.trim()))
}

/// Whether the group has this seat, or a shared seat with this municipality.
fn has_seat(regio: &Regio, group: &Groep, name: &str, day: NaiveDate) -> bool {
    !group.zetels.is_whole()
        || group.zetels.values().any(|seat| {
            let own = seat.naam.iter();
            own.chain(seat.gemeenten.values()).any(|own| regio.zelfde(own, name, day))
        })
}
