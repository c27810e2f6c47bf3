//! `vt check`: from what was asked to findings, and from findings to a screen and a status.

use super::args::{self, Formaat};
use super::context::{Context, dossier_file};
use super::error::{Kind, ToolError};
use super::targets::{Target, targets};
use super::vul_aan::{self, Held};
use super::{Answer, lijst, paste};
use crate::calendar::words;
use crate::model::Regio;
use crate::output::{self, Checked, Next, Veil};
use crate::rules::{Finding, Report, Scope, Severity};
use crate::store::{Root, Zone, absence_files, veiled};
use chrono::Datelike;
use std::fmt::Write as _;

/// Everything that was found in all that was asked for.
#[derive(Default)]
struct Outcome {
    findings: Vec<Finding>,
    files: usize,
    without_meeting: usize,
    past: usize,
    is_region_assumed: bool,
    idle: Vec<(String, usize)>,
    /// The region of the team's folder or the card that was checked.
    of_team: Option<Regio>,
}

/// Runs the command.
pub fn run(check: &args::Check, context: &Context) -> anyhow::Result<Answer> {
    let mut hand_in = None;
    if check.vul_aan {
        match vul_aan::run(check, context)? {
            Held::Stopped(answer) => return Ok(answer),
            Held::Done(step) => hand_in = step,
        }
    }
    if check.lijst && check.formaat == Formaat::Json {
        let error = ToolError::new(Kind::Usage, "--lijst is er alleen als tekst.");
        let command = format!("{} --formaat json", paste::check(check, context));
        return Err(error.try_command(command, "dezelfde bevindingen als json").into());
    }
    let targets = targets(check, context)?;
    if check.lijst {
        return lijst::run(check, &targets, context);
    }
    let mut outcome = Outcome::default();
    let several = targets.len() > 1;
    let mut region = None;
    for target in &targets {
        let report = target.judged(check, context)?;
        region = region.or_else(|| report.regio.regio.clone());
        outcome.add(report, target, several, context);
    }
    outcome.settle();
    let heading = heading(&targets, region.as_deref(), context);
    let mut next = next(check, context, &targets, &outcome);
    if outcome.open(Severity::Fout).next().is_none() {
        next.commands.extend(hand_in);
    }
    answer(check, context, &outcome, heading, next)
}

impl Outcome {
    fn add(&mut self, report: Report, target: &Target, several: bool, context: &Context) {
        let prefix = match target {
            Target::Tree(root, _) if several => format!("{}/", context.named(&root.path)),
            _ => String::new(),
        };
        self.files += report.files;
        let absence = absence_files(&report.regio);
        let is_team = matches!(target, Target::Tree(root, _) if root.zone == Zone::Team);
        let named = |file: String| if is_team { veiled(&file, &absence) } else { file };
        let idle = report.idle_answers.into_iter().map(|(file, index)| (prefix.clone() + &named(file), index));
        self.idle.extend(idle);
        self.without_meeting = self.without_meeting.max(report.without_meeting);
        let is_dossier = matches!(target, Target::Tree(root, _) if root.zone == Zone::Dossier);
        self.is_region_assumed |= report.is_region_assumed && is_dossier;
        if self.of_team.is_none() && report.findings.iter().any(|finding| finding.of_team) {
            self.of_team = Some(report.regio);
        }
        // Of a whole folder it goes without saying that the years before are left alone.
        if !matches!(target, Target::Tree(_, Scope::All)) {
            self.past += report.past;
        }
        self.findings.extend(report.findings.into_iter().map(|mut finding| {
            finding.file.insert_str(0, &prefix);
            finding.above = prefix.len();
            finding
        }));
    }

    fn veil(&self) -> Veil {
        self.of_team.as_ref().map_or_else(|| Veil::new(&Regio::default()), Veil::new)
    }

    /// In order of file, place and rule.
    fn settle(&mut self) {
        let place = |finding: &Finding| {
            let spot = finding.spot.as_ref().map(|spot| (spot.line, spot.column));
            (finding.file.clone(), spot, finding.rule.id)
        };
        self.findings.sort_by_cached_key(place);
    }

    fn open(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.is_open() && finding.rule.severity == severity)
    }
}

fn answer(
    check: &args::Check,
    context: &Context,
    outcome: &Outcome,
    heading: Option<String>,
    next: Next,
) -> anyhow::Result<Answer> {
    let findings = output::show(&outcome.findings, context.screen.terminal, &outcome.veil());
    let mut answer = Answer::default();
    match check.formaat {
        Formaat::Json => {
            output::check_json(&findings, context.today, outcome.files, outcome.without_meeting, &mut answer.stdout)?;
        }
        Formaat::Tekst => {
            let checked = Checked {
                findings,
                files: heading.is_some().then_some(outcome.files),
                heading,
                without_meeting: outcome.without_meeting,
                past: outcome.past,
                tips: check.tips,
                quiet: context.quiet,
                next,
            };
            output::check_text(&checked, &context.screen, &mut answer.stdout)?;
        }
    }
    if !context.quiet {
        answer.stderr = remarks(outcome).into_bytes();
    }
    let stops = outcome.open(Severity::Fout).next().is_some()
        || check.streng && outcome.open(Severity::Waarschuwing).next().is_some();
    answer.status = u8::from(stops);
    Ok(answer)
}

/// What is said beside the answer: a team's folder that is out of reach, and answers that
/// answer nothing.
fn remarks(outcome: &Outcome) -> String {
    let screen = super::context::stderr_screen();
    let mut out = String::new();
    if outcome.is_region_assumed {
        let text =
            "De teammap die `team` in dossier.yaml noemt, is nu niet te lezen. vt gaat uit van West-Brabant West.";
        out.extend(screen.wrap(text, "* ", "  ").into_iter().map(|line| line + "\n"));
    }
    for (file, index) in &outcome.idle {
        let text = format!(
            "{file}: antwoord {} bij `verantwoording` hoort bij geen bevinding. Haal het weg, of kijk `regel` en \
             `sleutel` na.",
            index + 1
        );
        for line in screen.wrap(&text, "* ", "  ") {
            // Writing to a string can't fail.
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

/// What was checked, when it is more than a file or folder of a tree.
fn heading(targets: &[Target], region: Option<&str>, context: &Context) -> Option<String> {
    let whole = |target: &Target| matches!(target, Target::Tree(_, Scope::All | Scope::Meeting(_)));
    if !targets.iter().any(whole) {
        return None;
    }
    let what = match targets {
        [Target::Tree(root, _)] => name(root, region),
        _ => format!("{} mappen", targets.len()),
    };
    Some(format!("{what}, {} {}", words::day_short(context.today), context.today.year()))
}

fn name(root: &Root, region: Option<&str>) -> String {
    match root.zone {
        Zone::Team => region.map_or_else(|| "Teammap".to_owned(), |region| format!("Teammap {region}")),
        Zone::Dossier => match dossier_file(&root.path).and_then(|dossier| dossier.naam) {
            Some(name) => format!("Dossier van {name}"),
            None => "Dossier".to_owned(),
        },
    }
}

/// What to do next.
fn next(check: &args::Check, context: &Context, targets: &[Target], outcome: &Outcome) -> Next {
    let mut next = Next::default();
    let command = paste::check(check, context);
    let hands_in = targets.iter().all(|target| match target {
        Target::Tree(root, _) => root.zone == Zone::Dossier,
        Target::Lone(..) => true,
    });
    if let Some(first) = outcome.open(Severity::Fout).next() {
        if hands_in {
            next.words = Some("Zonder fouten kun je inbrengen; een waarschuwing mag blijven staan.".to_owned());
        }
        if vul_aan::can_ask(targets, context) {
            next.commands.push((format!("{command} --vul-aan"), "vraagt wat ontbreekt".to_owned()));
        }
        next.commands.push((format!("vt uitleg {}", first.rule.id), "waarom, met een voorbeeld".to_owned()));
        if lijst::card(targets).is_some() {
            next.commands.push((format!("{command} --lijst"), "wat er nodig is, punt voor punt".to_owned()));
        }
    }
    if !check.tips && outcome.open(Severity::Advies).next().is_some() {
        next.commands.push((format!("{command} --tips"), "toont de tips; ze houden niets tegen".to_owned()));
    }
    next
}
