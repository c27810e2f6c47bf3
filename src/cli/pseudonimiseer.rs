//! `vt pseudonimiseer`: the card as the team would see it, and what stays in it.

use super::context::{Context, dossier_file};
use super::cross::{Onto, Outcome, cross};
use super::error::{Kind, ToolError};
use super::meeting::Asked;
use super::prompt::{self, Prompt};
use super::source::{Source, drawn, region};
use super::write::{carry_out, rehearsal, rehearsed};
use super::{Answer, args, paste};
use crate::calendar::{Calendar, words};
use crate::model::{Casus, Regio, Veiligheidskaart, is_device, named_path};
use crate::output::{self, Checked, Next, Veil};
use crate::pseudo::{At, Gated, rare};
use crate::rules::{Finding, Report, Severity};
use crate::store::{CaseFile, Root, Slot, export, team_above, walk};
use crate::yaml::{Kind as Node, parse};
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Pseudonimiseer, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = prompt::terminal();
    Ok(show(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

fn show(asked: &args::Pseudonimiseer, context: &Context, prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
    let source = Source::read(&asked.kaart, context)?;
    let command = format!("vt pseudonimiseer {}", named(&asked.kaart));
    // Whoever can't reach the team's folder hands in by mail.
    let team = match source.team(&command, context) {
        Ok(team) => Some(team),
        Err(error) if context.map.is_some() => return Err(error),
        Err(_) => None,
    };
    let roots = source.roots(team.as_ref())?;
    if let Some(to) = &asked.naar {
        outside(&context.here.join(to))?;
    }
    let regio = region(team.as_ref());
    let (day, last_day) = meeting(asked, team.as_ref(), &Calendar::new(&regio), context)?;
    let report = source.report(day, context);
    if let Some(stopped) = stopped_by_form(&report, context)? {
        return Ok(stopped);
    }
    let casus = match source.casus()? {
        Some(casus) => casus,
        None => drawn(team.as_ref())?,
    };
    let inbrenger = || source.card.inbrenger.as_ref().and_then(|inbrenger| inbrenger.naam.clone());
    let of_dossier = source.dossier.as_ref().and_then(|own| dossier_file(&own.root.path)?.naam);
    let onto = Onto {
        regio: &regio,
        team: team.as_ref(),
        day,
        casus,
        op: context.now,
        door: of_dossier.or_else(inbrenger).unwrap_or_default(),
        spoed: None,
        is_dry: asked.droog,
    };
    let crossed = match cross(&source, onto, &roots, prompt, context)? {
        Outcome::Crossed(crossed) => crossed,
        Outcome::Stopped(answer) => return Ok(how_to_answer(answer, &source, &command, context)),
    };
    let changes: Vec<_> = crossed.koppeling.into_iter().collect();
    let mut answer = Answer::default();
    if asked.droog {
        let expected = rehearsed(&roots, &changes)?;
        let plan = if changes.is_empty() { String::new() } else { rehearsal(&changes, &expected, &context.screen) };
        answer.stdout.extend_from_slice(crossed.gated.as_ref());
        answer.stdout.extend(format!("\n{plan}").into_bytes());
        return Ok(answer);
    }
    carry_out(&roots, &changes)?;
    if let Some(to) = &asked.naar {
        export(&context.here.join(to), &crossed.gated).map_err(|trouble| not_exported(trouble.to_string()))?;
    } else {
        answer.stdout.extend_from_slice(crossed.gated.as_ref());
    }
    if context.quiet {
        return Ok(answer);
    }
    let screen = &context.screen;
    let mut lines = if asked.naar.is_some() { Vec::new() } else { vec![String::new()] };
    let before = source.koppeling().into_iter().flat_map(|koppeling| koppeling.vervangingen.values());
    let before = before.filter_map(|one| Some((one.tekst.as_deref()?, one.door.as_deref()?)));
    let given = before.chain(crossed.reviewed.given.iter().map(|one| (one.tekst.as_str(), one.door.as_str())));
    lines.extend(output::replacements(given, screen));
    lines.extend(output::stays(&crossed.reviewed, &source.card, &rare_facts(&crossed.gated), screen));
    lines.push(String::new());
    let standing = team.as_ref().and_then(|team| handed_in(team, casus, context));
    let bewaard = match (&source.dossier, standing) {
        (_, Some(day)) => {
            format!("Casus {casus} is al ingebracht, voor {}.", words::day_in_words(day))
        }
        (Some(_), None) => format!("Casus {casus}, bewaard in je dossier. Er is nog niets ingebracht."),
        (None, None) => format!("Casus {casus}. Er is nog niets ingebracht."),
    };
    lines.extend(screen.wrap(&bewaard, "", ""));
    let open = report.open(Severity::Fout);
    if open > 0 {
        let errors = if open == 1 { "1 fout".to_owned() } else { format!("{open} fouten") };
        lines.extend(screen.wrap(&format!("Op de kaart is nog {errors}; eerst die, dan inbrengen:"), "", ""));
        lines.push(format!("  vt check {} --vergadering {day}", named(&asked.kaart)));
    } else if let Some(to) = &asked.naar {
        let sent = "Mail dit bestand beveiligd naar je vaste deelnemer of de voorzitter; die brengt het in met:";
        lines.extend(screen.wrap(sent, "", ""));
        lines.push(format!("  vt inbrengen {} --vergadering {day}", file_name(to)));
    } else if let Some(day) = standing {
        lines.push("Opnieuw inbrengen kan; de eerste dag blijft tellen:".to_owned());
        lines.push(format!("  vt inbrengen {} --vergadering {day}", named(&asked.kaart)));
    } else {
        let until = words::day_without_year(last_day);
        lines.extend(screen.wrap(&format!("Voor {} kan dat tot en met {until}:", words::day_short(day)), "", ""));
        lines.push(format!("  vt inbrengen {} --vergadering {day}", named(&asked.kaart)));
    }
    answer.stdout.extend(lines.into_iter().flat_map(|line| (line + "\n").into_bytes()));
    Ok(answer)
}

/// The meeting to come in which the card of this case stands.
pub fn handed_in(team: &Root, casus: Casus, context: &Context) -> Option<NaiveDate> {
    let days = walk(team).files.into_iter().filter_map(|found| match found.slot {
        Slot::Case(day, own, CaseFile::Kaart) if own == casus && day >= context.today => Some(day),
        _ => None,
    });
    days.min()
}

/// The meeting that was asked for, else the next one for which the card is still in time;
/// and the last day to hand in for it.
fn meeting(
    asked: &args::Pseudonimiseer,
    team: Option<&Root>,
    calendar: &Calendar,
    context: &Context,
) -> Result<(NaiveDate, NaiveDate), ToolError> {
    let command = |day| format!("vt pseudonimiseer {} --vergadering {day}", named(&asked.kaart));
    let in_time = |calendar: &Calendar, day| context.today <= calendar.last_day(day);
    if let Some(root) = team {
        let of_team = Asked { root, context, offer: &command };
        let (day, reading) = match asked.vergadering {
            Some(day) => of_team.on(day)?,
            None => of_team.next(in_time)?,
        };
        return Ok((day, reading.calendar.last_day(day)));
    }
    let first = calendar.next(context.today);
    let mut days = std::iter::successors(first, |day| calendar.next(day.succ_opt()?));
    let day = match asked.vergadering {
        Some(day) => Some(day).filter(|day| calendar.is_meeting(*day)),
        None => days.find(|day| in_time(calendar, *day)),
    };
    match day {
        Some(day) => Ok((day, calendar.last_day(day))),
        None => Err(ToolError::new(Kind::Absent, "op die dag is geen vergadering.")
            .because("De teammap is niet te bereiken; vt gaat uit van West-Brabant West.")),
    }
}

/// What on the card may point at one family together with something else, and how to coarsen it.
fn rare_facts(card: &Gated) -> Vec<String> {
    let Ok(doc) = parse(card.as_ref()) else { return Vec::new() };
    let card: Veiligheidskaart = doc.read().0.unwrap_or_default();
    let nodes = doc.texts();
    let texts = nodes.iter().filter_map(|node| match doc.kind(*node) {
        Node::Scalar(text, _) => Some((*node, text)),
        _ => None,
    });
    let told = rare(card.gezin.as_ref(), texts).into_iter().map(|one| {
        let place = match one.at {
            At::Leden | At::Lid(_) => "gezin.leden".to_owned(),
            At::Text(node) => named_path(&doc, node).to_string(),
        };
        format!("{place}: {}; {}.", one.fact.what(), one.fact.how())
    });
    told.collect()
}

/// Findings about the form of the card: what can't be read whole does not cross.
fn stopped_by_form(report: &Report, context: &Context) -> Result<Option<Answer>, ToolError> {
    let is_form = |finding: &&Finding| {
        let of = |family: &str| finding.rule.id.starts_with(family);
        finding.is_open()
            && finding.rule.severity == Severity::Fout
            && ["YAML", "VER", "MAP", "PSE"].into_iter().any(of)
    };
    let found: Vec<Finding> = report.findings.iter().filter(is_form).cloned().collect();
    if found.is_empty() {
        return Ok(None);
    }
    let words = "Nog niet gepseudonimiseerd: eerst dit. Er is niets geschreven.".to_owned();
    Ok(Some(refused(&found, Next { words: Some(words), commands: Vec::new() }, context)?))
}

/// Findings that stop a card, with what that means.
pub fn refused(found: &[Finding], next: Next, context: &Context) -> Result<Answer, ToolError> {
    let mut answer = Answer { status: 1, ..Answer::default() };
    let checked = Checked {
        findings: output::show(found, context.screen.terminal, &Veil::new(&Regio::default())),
        heading: None,
        files: None,
        without_meeting: 0,
        past: 0,
        tips: false,
        quiet: context.quiet,
        next,
    };
    output::check_text(&checked, &context.screen, &mut answer.stdout)
        .map_err(|_| ToolError::new(Kind::Io, "vt kan het antwoord niet opschrijven."))?;
    Ok(answer)
}

/// Where questions that nobody answered can be answered. `command` is the one that asks.
pub fn how_to_answer(mut answer: Answer, source: &Source, command: &str, context: &Context) -> Answer {
    let ways = [(command.to_owned(), "in een terminal; daar stelt vt de vragen".to_owned())];
    let mut lines = vec![String::new()];
    lines.extend(context.screen.rows(&ways, "  "));
    let by_hand = match source.dossier {
        Some(_) => "Of zet je antwoord bij `keuzes` in koppeling.yaml, met `tekst`, `in`, `keuze` en `reden`.",
        None => "Of zet je antwoord bij `blijft_staan` op de kaart, met `tekst`, `in` en `reden`.",
    };
    lines.extend(context.screen.wrap(by_hand, "  ", "  "));
    answer.stdout.extend(lines.into_iter().flat_map(|line| (line + "\n").into_bytes()));
    answer
}

/// A file to be mailed never lands in a team's folder: there `vt inbrengen` puts it.
fn outside(to: &Path) -> Result<(), ToolError> {
    let name = to.file_name().and_then(std::ffi::OsStr::to_str).unwrap_or_default();
    if name.is_empty() || name == "-" || is_device(name) || name.chars().any(char::is_control) {
        return Err(ToolError::new(Kind::Usage, "achter `--naar` hoort de naam van een bestand.")
            .because("Deze naam kan niet op elk systeem een bestand zijn.")
            .advise("Gebruik een naam zonder namen van mensen, zoals kaart.yaml."));
    }
    let folder = to.parent().and_then(|folder| folder.canonicalize().ok());
    let Some(folder) = folder else {
        return Err(ToolError::new(Kind::Absent, "de map waarin het bestand moet komen, is er niet.")
            .advise("Kies achter `--naar` een plek in een map die er al is."));
    };
    if team_above(&folder).is_some() {
        return Err(ToolError::new(Kind::Refused, "`--naar` wijst in een teammap. Er is niets geschreven.")
            .because("In de teammap komt een kaart alleen met vt inbrengen.")
            .advise("Kies een plek daarbuiten, of breng de kaart in."));
    }
    Ok(())
}

fn not_exported(cause: String) -> ToolError {
    ToolError::new(Kind::Refused, "vt kan het bestand achter `--naar` niet schrijven.")
        .because(cause)
        .advise("Kies een andere naam of een andere map. Je antwoorden zijn bewaard in je dossier.")
}

/// The card as it was given, for a command to paste.
pub fn named(kaart: &Path) -> String {
    paste::quoted(Path::new(&paste::slashed(kaart)))
}

fn file_name(path: &Path) -> String {
    paste::quoted(Path::new(path.file_name().unwrap_or(path.as_os_str())))
}
