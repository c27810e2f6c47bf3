//! `vt nazorg`: what is open or overdue after the discussions, by owner and day.

use super::case::casus_or_dossier;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::overzien::{Dossiermap, Teammap};
use super::{Answer, afronden, args, paste};
use crate::agenda::{OpenPunt, Opvolging, Wat};
use crate::calendar::words;
use crate::model::Casus;
use crate::output::{Wegen, nazorg_text, show_nazorg};
use crate::store::{Root, Slot, Zone, dossier_above};
use std::collections::BTreeSet;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Nazorg, context: &Context) -> anyhow::Result<Answer> {
    if asked.afronden {
        return afronden::run(asked, context);
    }
    Ok(show(asked, context)?)
}

/// The dossier in which one stands, or that was asked for.
pub fn dossier_here(command: &str, context: &Context) -> Result<Option<Root>, ToolError> {
    match &context.dossier {
        Some(folder) => Context::asked_root(folder, Zone::Dossier, &format!("{command} --dossier MAP")).map(Some),
        None => Ok(dossier_above(&context.here)),
    }
}

fn show(asked: &args::Nazorg, context: &Context) -> Result<Answer, ToolError> {
    let wanted = asked.casus.as_deref().map(|typed| casus_or_dossier(typed, context)).transpose()?;
    let command = wanted.map_or_else(|| "vt nazorg".to_owned(), |casus| format!("vt nazorg {casus}"));
    let dossier = dossier_here(&command, context)?.map(Dossiermap::read);
    let team = Teammap::beside(dossier.as_ref(), &command, context)?;
    let own: Option<BTreeSet<Casus>> = dossier.as_ref().map(|own| own.own().map(|(casus, _)| casus).collect());
    if let Some(casus) = wanted {
        known(casus, &team, own.as_ref())?;
    }
    let all = team.opvolging(dossier.as_ref(), context);
    let all = all.only(|casus| match (wanted, &own) {
        (Some(wanted), _) => casus == Some(wanted),
        (None, Some(own)) => casus.is_none_or(|casus| own.contains(&casus)),
        (None, None) => true,
    });
    // Whoever handed a case over neither brings it in again nor tells the family.
    let is_gone = wanted.is_some_and(|casus| dossier.as_ref().is_some_and(|own| own.handed_over(casus)));
    let is_others =
        |punt: &OpenPunt| is_gone && matches!(punt.wat, Wat::KomtTerug(_) | Wat::Gemist(_) | Wat::Terugkoppeling);
    let all = Opvolging { punten: all.punten.into_iter().filter(|punt| !is_others(punt)).collect(), ..all };
    let kop = match (wanted, &own) {
        (Some(casus), _) => format!("Wat open is van casus {casus}, op {}", words::day_in_words(context.today)),
        (None, Some(_)) => format!("Wat open is van je eigen casussen, op {}", words::day_in_words(context.today)),
        (None, None) => format!("Wat open is, op {}", words::day_in_words(context.today)),
    };
    let next = if context.quiet { Vec::new() } else { next(&all, dossier.as_ref(), context) };
    let is_whole = team.read.unread.is_empty();
    let is_own = own.is_some_and(|own| wanted.is_none_or(|casus| own.contains(&casus)));
    let wegen = Wegen { command: &|text| paste::command(text, context), is_whole, is_own, next };
    let shown = show_nazorg(&all, &team.read.team, context.today, context.screen.terminal);
    let mut text = nazorg_text(&shown, &kop, &wegen, &context.screen);
    if is_gone {
        let gone =
            "Je hebt deze casus overgedragen: een ander deelt het advies met het gezin en brengt de casus weer in.";
        text.push('\n');
        text.extend(context.screen.wrap(gone, "", "").into_iter().map(|line| line + "\n"));
    }
    if let Some(own) = &dossier {
        text.push('\n');
        text += &own.look_back(&team, context);
    }
    let unread = team.unread(context);
    Ok(Answer { stdout: text.into_bytes(), status: u8::from(!unread.is_empty()), stderr: unread.into_bytes() })
}

/// A case of which nothing stands anywhere can't be followed.
fn known(casus: Casus, team: &Teammap, own: Option<&BTreeSet<Casus>>) -> Result<(), ToolError> {
    let stands = team.present.iter().any(|slot| matches!(slot, Slot::Case(_, own, _) if *own == casus));
    if stands || own.is_some_and(|own| own.contains(&casus)) {
        return Ok(());
    }
    Err(ToolError::new(Kind::Absent, "deze casus staat in geen vergadering.")
        .because("In de teammap staat geen map met dit pseudoniem.")
        .advise("Kijk het pseudoniem na op de agenda of in koppeling.yaml."))
}

/// What settles it: of one's own cases the command for each.
fn next(all: &Opvolging, dossier: Option<&Dossiermap>, context: &Context) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    if let Some(dossier) = dossier {
        let is_near = |punt: &&OpenPunt| is_soon(punt, context);
        rows.extend(all.punten.iter().filter(is_near).filter_map(|punt| settles(punt, dossier, context)));
        rows.sort_by_key(|(command, number)| (number.clone(), command.clone()));
        rows.dedup();
    }
    if !all.voorbij.is_empty() {
        rows.push((paste::command("opruimen", context), "welke casussen weg kunnen".to_owned()));
    }
    rows
}

/// In how many days something that comes back has to be handed in for it to be named now.
const SOON: i64 = 28;

/// Whether it is time to think of it: what comes back in months waits.
pub fn is_soon(punt: &OpenPunt, context: &Context) -> bool {
    let days = punt.wanneer.map(|wanneer| wanneer.last().signed_duration_since(context.today).num_days());
    !matches!(punt.wat, Wat::KomtTerug(_)) || days.is_none_or(|days| days <= SOON)
}

/// The command that settles something of one's own, and of which case that is.
pub fn settles(punt: &OpenPunt, dossier: &Dossiermap, context: &Context) -> Option<(String, String)> {
    let (number, casus) = (punt.dossiernummer.clone()?, punt.casus?);
    let command = match punt.wat {
        Wat::Afspraak { .. } | Wat::Terugkoppeling => paste::command(&format!("nazorg {casus} --afronden"), context),
        Wat::KomtTerug(day) => {
            let card = dossier.root.path.join(Slot::DossierKaart(number.clone()).path());
            let card = paste::quoted(Path::new(&context.named(&card)));
            // The card still says what it said then.
            format!("vt check {card} --vergadering {day} --lijst")
        }
        _ => return None,
    };
    Some((command, number))
}
