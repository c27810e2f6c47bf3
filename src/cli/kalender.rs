//! `vt kalender`: the year of the team, and fixing what is still to plan.

use super::args::{self, KalenderFormaat};
use super::context::{Context, stderr_screen};
use super::error::{Kind, ToolError};
use super::meeting::{check_file, no_region};
use super::write::{carry_out, rehearsal, rehearsed, too_close, turn};
use super::{Answer, paste};
use crate::calendar::words::day_in_words;
use crate::calendar::{Planned, Year};
use crate::model::{Regio, Vergadering};
use crate::output::{show_year, year_csv, year_ics, year_json, year_text};
use crate::pseudo::{Stopped, gate_edited};
use crate::store::{Content, Folder, Look, ReadProblem, Root, Roots, Slot, decode, dossier_above, read_found};
use crate::work::kalender::{vastleggen, with_moments};
use crate::yaml::parse;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Runs the command.
pub fn run(asked: &args::Kalender, context: &Context) -> anyhow::Result<Answer> {
    if asked.vastleggen {
        context.by_the_clock().map_err(|error| error.because("De voorstellen komen op dagen na vandaag."))?;
    }
    let root = context.team("vt kalender")?;
    let _turn = asked.vastleggen.then(|| turn(&root)).transpose()?;
    let folder = Folder::new(&root.path);
    let number = asked.jaar.unwrap_or_else(|| context.today.year());
    let bytes = folder.regio().map_err(|problem| no_region(problem, &root, context))?;
    let region: Option<Regio> = parse(&bytes).ok().and_then(|doc| doc.read().0);
    let region = region.ok_or_else(|| no_region(ReadProblem::Failed, &root, context))?;
    let (files, unread) = files(&folder.deviations(|day| day.year() == number));
    let year = Year::of(&region, &files, number, context.today);
    if asked.vastleggen {
        if let Some(file) = unread.first() {
            return Err(half_read(file, &root, context).into());
        }
        return Ok(fix(asked, context, &root, &bytes, &region, &year)?);
    }
    let has_proposals = year.proposals().next().is_some();
    let shown = show_year(year, &region);
    let mut answer = Answer { status: u8::from(!unread.is_empty()), ..Answer::default() };
    for file in &unread {
        let screen = stderr_screen();
        let text = format!("Let op: vt kan {file} niet of niet helemaal lezen. {HALF_READ}");
        let mut lines = screen.wrap(&text, "", "  ");
        lines.extend(screen.rows(&[(check_file(&root, file, context), "wat er mis is, en waar".to_owned())], "  "));
        answer.stderr.extend(said(lines).stdout);
    }
    match asked.formaat {
        KalenderFormaat::Tekst => {
            let mut next = Vec::new();
            if has_proposals {
                let command = paste::command(&format!("kalender {number} --vastleggen"), context);
                next.push((command, "zet de voorstellen in regio.yaml".to_owned()));
            }
            year_text(&shown, &context.screen, context.quiet, &next, &mut answer.stdout)?;
        }
        KalenderFormaat::Json => year_json(&shown, &mut answer.stdout)?,
        KalenderFormaat::Csv => answer.stdout = year_csv(&shown).into_bytes(),
        KalenderFormaat::Ics => answer.stdout = year_ics(&shown, context.now.0.to_utc()).into_bytes(),
    }
    Ok(answer)
}

/// What is not known when the file of a meeting can't be read.
const HALF_READ: &str = "Misschien gaat die vergadering niet door, of is zij op een andere tijd of plaats.";

/// The files of the meetings by day, and those that could not be read whole: what they
/// change in the year is not known.
fn files(look: &Look) -> (BTreeMap<NaiveDate, Vergadering>, Vec<String>) {
    let mut files = BTreeMap::new();
    let mut unread: Vec<String> = look.closed.iter().map(|closed| closed.path.clone()).collect();
    for found in &look.files {
        let bytes = read_found(found);
        if bytes == Err(ReadProblem::Absent) {
            continue;
        }
        let doc = bytes.as_deref().ok().and_then(|bytes| parse(bytes).ok());
        let decoded = doc.as_ref().map(|doc| decode(&found.slot, doc));
        match (&found.slot, decoded) {
            (Slot::Vergadering(day), Some((Some(Content::Vergadering(file)), problems))) => {
                if !problems.is_empty() {
                    unread.push(found.slot.path());
                }
                files.insert(*day, file);
            }
            _ => unread.push(found.slot.path()),
        }
    }
    (files, unread)
}

/// Writes the proposals into `regio.yaml`.
fn fix(
    asked: &args::Kalender,
    context: &Context,
    root: &Root,
    bytes: &[u8],
    region: &Regio,
    year: &Year,
) -> Result<Answer, ToolError> {
    let moments: Vec<Planned> =
        year.proposals().map(|planned| Planned { is_proposal: false, ..planned.clone() }).collect();
    if moments.is_empty() {
        let why = if year.to_plan.is_empty() {
            format!("Alle momenten van {} staan er al. Er is niets geschreven.", year.year)
        } else {
            format!("In {} is geen dag meer vrij voor wat nog te plannen is. Er is niets geschreven.", year.year)
        };
        return Ok(said(context.screen.wrap(&why, "", "")));
    }
    let dossier = context.dossier.clone().or_else(|| dossier_above(&context.here).map(|root| root.path));
    let roots = Roots::of(Some(&root.path), dossier.as_deref()).map_err(too_close)?;
    let refused = |cause: String| {
        ToolError::new(Kind::Refused, "vt kan `momenten` in regio.yaml niet aanvullen. Er is niets geschreven.")
            .because(cause)
            .try_command(check_file(root, "regio.yaml", context), "wat er mis is, en waar")
    };
    let doc = parse(bytes).map_err(|_| no_region(ReadProblem::Failed, root, context))?;
    let text = with_moments(&doc, &moments).map_err(|why| refused(why.to_string()))?;
    let gated = match gate_edited(text, region) {
        Ok(gated) => gated,
        Err(Stopped::Found(_)) => {
            let text = "Nog niet: in regio.yaml staat iets dat een gezin kan noemen. Er is niets geschreven.";
            let mut lines = context.screen.wrap(text, "", "  ");
            let next = (check_file(root, "regio.yaml", context), "waar het staat".to_owned());
            lines.extend([String::new(), "Wat nu?".to_owned()]);
            lines.extend(context.screen.rows(&[next], "  "));
            return Ok(Answer { status: 1, ..said(lines) });
        }
        Err(Stopped::Unwritable) => {
            return Err(refused("In een tekst staan tekens die niet elk programma hetzelfde leest.".to_owned()));
        }
    };
    let changes = vastleggen(bytes, gated);
    let rows = moments.iter().map(|planned| format!("  {}: {}", planned.soort.sleutel(), day_in_words(planned.day)));
    if asked.droog {
        let expected = rehearsed(&roots, &changes)?;
        let mut lines = vec![rehearsal(&changes, &expected, &context.screen).trim_end().to_owned()];
        lines.push("Bij `momenten` komt:".to_owned());
        lines.extend(rows);
        return Ok(said(lines));
    }
    carry_out(&roots, &changes)?;
    let mut lines = vec![format!("Vastgelegd in regio.yaml, voor {}:", year.year)];
    lines.extend(rows);
    if !context.quiet {
        let text = "Een andere dag of een titel? Verander het bij `momenten` in regio.yaml.";
        lines.extend(context.screen.wrap(text, "", ""));
    }
    Ok(said(lines))
}

fn said(lines: Vec<String>) -> Answer {
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    Answer { stdout: text.into_bytes(), ..Answer::default() }
}

fn half_read(file: &str, root: &Root, context: &Context) -> ToolError {
    ToolError::new(Kind::Io, format!("vt kan {file} niet of niet helemaal lezen."))
        .because(HALF_READ)
        .try_command(check_file(root, file, context), "wat er mis is, en waar")
}
