//! `vt` alone: where you are, what is due and the command for it. It never ends with an error.

mod own;

use super::case::is_kept;
use super::context::{Context, stderr_screen};
use super::error::ToolError;
use super::overzien::{Dossiermap, Teammap};
use super::{Answer, paste};
use crate::agenda::{Teamdag, Vandaag, ZonderUitkomst};
use crate::calendar::words::{capital, day_column, day_in_words, day_short};
use crate::output::{Deel, Regel, overzicht_text, zonder_uitkomst};
use crate::store::{Root, Zone, below, dossier_above, team_above};
use chrono::NaiveDate;
use own::of_dossier;
use std::path::Path;

/// Runs the command.
pub fn run(context: &Context) -> Answer {
    shown(context).unwrap_or_else(|error| Answer {
        stdout: begin(false, context).into_bytes(),
        stderr: error.text(&stderr_screen()).into_bytes(),
        status: 0,
    })
}

fn shown(context: &Context) -> Result<Answer, ToolError> {
    let asked = |zone| Context::root_of_environment(zone, "vt");
    let dossier = match &context.dossier {
        Some(folder) => Some(Context::asked_root(folder, Zone::Dossier, "vt --dossier MAP")?),
        None => dossier_above(&context.here),
    };
    let is_team = context.map.is_some() || team_above(&context.here).is_some();
    let dossier = match dossier {
        None if !is_team => asked(Zone::Dossier).transpose()?,
        found => found,
    };
    if let Some(root) = dossier {
        return Ok(of_dossier(&Dossiermap::read(root), context));
    }
    if is_team || asked(Zone::Team).is_some() {
        return Ok(of_team(&Teammap::read(context.team("vt")?, context)?, context));
    }
    Ok(Answer { stdout: begin(true, context).into_bytes(), ..Answer::default() })
}

/// How to begin, and which trees lie below. `is_nowhere`: neither tree is here.
fn begin(is_nowhere: bool, context: &Context) -> String {
    let near = below(&context.here).into_iter().map(|root| {
        let (option, what) = match root.zone {
            Zone::Team => ("--map", "wat er in deze teammap te doen is"),
            Zone::Dossier => ("--dossier", "wat er in dit dossier te doen is"),
        };
        (format!("vt {option} {}", paste::quoted(Path::new(&context.named(&root.path)))), what.to_owned())
    });
    let near: Vec<(String, String)> = near.collect();
    let mut lines = vec![format!("{}.", capital(&day_in_words(context.today)))];
    if is_nowhere {
        lines[0] += " Hier is geen dossier en geen teammap.";
    }
    let block = |kop: &str, rows: &[(String, String)]| {
        let mut block = vec![String::new(), kop.to_owned()];
        block.extend(context.screen.rows(rows, "  "));
        block
    };
    if !near.is_empty() {
        lines.extend(block("Hieronder", &near));
    }
    let row = |command: &str, what: &str| (command.to_owned(), what.to_owned());
    lines.extend(block(
        "Beginnen",
        &[
            row("vt init dossier MAP", "een dossier van jou alleen, voor je kaarten"),
            row("vt init team MAP", "een teammap, voor het hele VeiligheidsTeam"),
            row("vt --help", "alle opdrachten"),
        ],
    ));
    lines.into_iter().map(|line| line + "\n").collect()
}

fn regel(van: impl Into<String>, tekst: impl Into<String>, opdracht: Option<String>) -> Regel {
    Regel { van: van.into(), tekst: tekst.into(), opdracht }
}

fn count(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

fn without_outcome(one: &ZonderUitkomst, team: &Teammap, context: &Context) -> Regel {
    let (mut what, typed) = zonder_uitkomst(one, false);
    if is_kept(&team.root, one.day, one.casus) {
        what = format!("{}: ga verder met de bespreking", one.casus);
    }
    regel(day_column(one.day), what, Some(paste::command(&typed, context)))
}

/// The screen of the chair.
fn of_team(team: &Teammap, context: &Context) -> Answer {
    let command = |text: &str| Some(paste::command(text, context));
    let all = team.opvolging(None, context);
    let day = Teamdag::of(&team.read.team, &team.calendar, context.today);
    let mut nu: Vec<Regel> = all.zonder_uitkomst.iter().map(|one| without_outcome(one, team, context)).collect();
    nu.extend(day.vandaag.iter().flat_map(|today| meeting_today(today, &team.root, context)));
    nu.extend(day.zonder_aanwezig.iter().map(|day| {
        regel(day_column(*day), "nog niet opgeschreven wie er was", command(&format!("vergadering {day} --aanwezig")))
    }));
    nu.extend(day.te_besluiten.iter().map(|(day, open)| {
        let text = count(*open, "casus wacht op je besluit", "casussen wachten op je besluit");
        regel(day_column(*day), text, command(&format!("besluit --vergadering {day}")))
    }));
    nu.extend(day.niet_verzonden.iter().map(|day| {
        regel(day_column(*day), "de agenda is nog niet verstuurd", command(&format!("agenda {day} --verzonden")))
    }));
    let late = all.punten.iter().filter(|punt| punt.is_late(context.today)).count();
    if late > 0 {
        let text = count(late, "punt van de nazorg is te laat", "punten van de nazorg zijn te laat");
        nu.push(regel("", text, command("nazorg")));
    }
    if !all.voorbij.is_empty() {
        let text = count(all.voorbij.len(), "casus is lang genoeg bewaard", "casussen zijn lang genoeg bewaard");
        nu.push(regel("", text, command("opruimen")));
    }
    let straks = day.straks.iter().map(|next| {
        let mut text = match next.last_day {
            last if last < context.today => format!("inbrengen kon t/m {}", day_short(last)),
            last => format!("inbrengen kan {}", until(last, context.today)),
        };
        for (many, one, more) in [
            (next.ingebracht, "casus ingebracht", "casussen ingebracht"),
            (next.verwacht, "casus verwacht", "casussen verwacht"),
        ] {
            if many > 0 {
                text.push_str("; ");
                text.push_str(&count(many, one, more));
            }
        }
        regel(day_column(next.day), text, None)
    });
    let naam = team.read.team.regio.regio.as_deref().unwrap_or_default();
    let kop = format!("Teammap {naam}").trim().to_owned() + &format!(". {}.", capital(&day_in_words(context.today)));
    finish(&kop, nu, ("Straks", straks.collect()), "", team.unread(context), context)
}

/// What is written down at the table, in the order of a meeting.
fn meeting_today(today: &Vandaag, root: &Root, context: &Context) -> Vec<Regel> {
    let day = context.today;
    let command = |text: String| Some(paste::command(&text, context));
    let van = || day_column(day);
    let mut rows = vec![regel(van(), "vandaag vergadert het team", command(format!("agenda {day}")))];
    if !today.is_aanwezig {
        rows.push(regel(van(), "schrijf op wie er is", command(format!("vergadering {day} --aanwezig"))));
    }
    rows.extend(today.te_bespreken.iter().map(|casus| {
        let is_kept = is_kept(root, day, *casus);
        let what = if is_kept { "ga verder met de bespreking" } else { "schrijf de bespreking op" };
        regel(van(), format!("casus {casus}: {what}"), command(format!("bespreking {casus}")))
    }));
    rows
}

fn finish(
    kop: &str,
    nu: Vec<Regel>,
    (later, rest): (&str, Vec<Regel>),
    slot: &str,
    unread: String,
    context: &Context,
) -> Answer {
    let nu = if nu.is_empty() { vec![regel("", "Er wacht nu niets op je.", None)] } else { nu };
    let delen = [Deel { kop: "Nu", regels: nu }, Deel { kop: later, regels: rest }];
    let text = overzicht_text(kop, &delen, slot, &context.screen);
    Answer { stdout: text.into_bytes(), stderr: unread.into_bytes(), status: 0 }
}

/// Until when, as people say it.
fn until(last: NaiveDate, today: NaiveDate) -> String {
    match last.signed_duration_since(today).num_days() {
        0 => "alleen vandaag nog".to_owned(),
        1 => "t/m morgen".to_owned(),
        _ => format!("t/m {}", day_short(last)),
    }
}
