//! `vt check --vul-aan`: asks what the rules miss on one card, and puts it there.

use super::context::{Context, stderr_screen, team_of};
use super::error::{Kind, ToolError};
use super::hand_in::{self, Step};
use super::interview::{End, Only, Talk, must_be_editable};
use super::keyboard::keyboard;
use super::prompt::Prompt as _;
use super::targets::Target;
use super::write::{carry_out, too_close};
use super::{Answer, args, paste};
use crate::interview::{Interview, Which};
use crate::model::Dossiernummer;
use crate::output;
use crate::rules::{Finding, OneCard, Options, Scope, Severity};
use crate::store::{Root, Roots, Slot, Zone, dossier_above, read, team_above};
use crate::work::antwoord;
use std::path::{Path, PathBuf};

/// A card of a dossier.
struct Card {
    root: Root,
    nummer: Dossiernummer,
    path: PathBuf,
}

/// How the conversation ended.
pub enum Held {
    /// There is no question left: a check follows, and this is the next step when it finds nothing.
    Done(Option<Step>),
    /// Somebody stopped; this is all there is to say.
    Stopped(Answer),
}

/// Holds the conversation.
pub fn run(check: &args::Check, context: &Context) -> Result<Held, ToolError> {
    context.by_the_clock()?;
    let here = [PathBuf::from(".")];
    let is_here = check.pad.is_empty() && context.here.join("kaart.yaml").is_file();
    let [given] = (if is_here { &here } else { check.pad.as_slice() }) else {
        return Err(one_card());
    };
    let card = Card::at(given, context)?;
    let team = team_of(&card.root.path);
    let roots = Roots::of(team.as_ref().map(|team| team.path.as_path()), Some(&card.root.path)).map_err(too_close)?;
    let without = paste::check(check, context);
    let look = |error: ToolError| error.try_command(without.clone(), "wat er mis is, en waar");
    let bytes = read(&card.path).map_err(super::scan::unreadable)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| look(ToolError::new(Kind::Refused, "vt kan deze kaart niet lezen. Er is niets geschreven.")))?;
    must_be_editable(&text, context.today).map_err(look)?;
    let Some(mut keyboard) = keyboard() else {
        return Err(ToolError::new(Kind::Usage, "vt kan hier niets vragen. Er is niets geschreven.")
            .because("Er is geen terminal om op te antwoorden.")
            .try_command(without, "wat er ontbreekt"));
    };
    let options = Options { today: context.today, past_too: false, scope: Scope::All, meeting: check.vergadering };
    let one_card = OneCard::of(&card.root, &card.nummer, &options);
    let mut save = |was: &str, with: &str| {
        let change = antwoord::change(&card.nummer, was, with.to_owned());
        carry_out(&roots, &[change]).map(drop)
    };
    let mut talk = Talk::new(text, &one_card, context.today, stderr_screen(), &mut save);
    talk.only = Some(Only { tips: check.tips });
    if !talk.findings().is_empty() {
        keyboard.say(&output::interview_keys(&talk.screen));
    }
    let end = talk.hold(Interview::new(Which::Findings), &mut keyboard)?;
    keyboard.say("\n");
    if end == End::Stopped {
        return Ok(Held::Stopped(stopped(&talk.findings(), talk.count, check, context)));
    }
    let step = hand_in::step(&card.path, team.as_ref(), one_card.regio(), context);
    Ok(Held::Done(step))
}

/// What is said to who stopped: what is open is counted and not told.
fn stopped(findings: &[Finding], count: usize, check: &args::Check, context: &Context) -> Answer {
    let kept = if count == 0 { "er is niets veranderd" } else { "je antwoorden zijn bewaard" };
    let mut lines = context.screen.wrap(&format!("Gestopt; {kept}. {}", output::still_open(findings)), "", "");
    if !context.quiet {
        let command = paste::check(check, context) + if check.tips { " --tips" } else { "" };
        let rows =
            [(format!("{command} --vul-aan"), "gaat hier verder"), (command, "zegt wat er nog open is, en waarom")];
        lines.extend([String::new(), "Wat nu?".to_owned()]);
        lines.extend(context.screen.rows(&rows.map(|(command, does)| (command, does.to_owned())), "  "));
    }
    let least = if check.streng { Severity::Waarschuwing } else { Severity::Fout };
    let stdout = lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes();
    let status = u8::from(findings.iter().any(|finding| finding.rule.severity >= least));
    Answer { stdout, status, ..Answer::default() }
}

fn one_card() -> ToolError {
    ToolError::new(Kind::Usage, "--vul-aan gaat over één kaart.")
        .try_command("vt check KAART --vul-aan", "met de kaart in je dossier")
}

/// Whether it can be offered: for one card of a dossier, on the day that it is.
pub fn can_ask(targets: &[Target], context: &Context) -> bool {
    let [Target::Tree(root, Scope::Below(paths))] = targets else { return false };
    let [path] = paths.as_slice() else { return false };
    let is_card = path.ends_with("kaart.yaml") || path.join("kaart.yaml").is_file();
    root.zone == Zone::Dossier && is_card && context.asked_today.is_none()
}

impl Card {
    /// The card at a path that was given: a file, or the folder in which it lies.
    fn at(given: &Path, context: &Context) -> Result<Self, ToolError> {
        let mut path = context.here.join(given);
        if path.is_dir() {
            path.push("kaart.yaml");
            if !path.is_file() {
                return Err(one_card());
            }
        }
        let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        if let (Some(folder), Some(name)) = (folder, path.file_name().map(ToOwned::to_owned)) {
            path = folder.join(name);
        }
        if team_above(&path).is_some() {
            return Err(ToolError::new(Kind::Refused, "een kaart van het team vul je niet zelf aan.")
                .because("vt maakt die van de kaart in het dossier; daar staan de antwoorden.")
                .advise("Vul de kaart in je dossier aan en breng die opnieuw in."));
        }
        let Some(root) = dossier_above(&path) else {
            return Err(ToolError::new(Kind::Refused, "deze kaart staat niet in een dossier. Er is niets geschreven.")
                .because("vt schrijft alleen in een dossier.")
                .try_command("vt init dossier MAP", "een eigen dossier; zet de kaart daarin"));
        };
        let relative = path.strip_prefix(&root.path).ok();
        let parts: Vec<&str> = relative.into_iter().flatten().filter_map(|part| part.to_str()).collect();
        let nummer = match Slot::in_dossier(&parts) {
            Ok(Slot::DossierKaart(folder)) => Dossiernummer::read(&folder).ok(),
            _ => None,
        };
        let Some(nummer) = nummer else {
            return Err(ToolError::new(Kind::Refused, "deze kaart staat niet op haar plek in het dossier.")
                .because("Een kaart staat in een map met haar dossiernummer, als kaart.yaml."));
        };
        Ok(Self { root, nummer, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Zone;
    use chrono::NaiveDate;
    use clap::Parser as _;

    #[test]
    fn who_stops_hears_what_is_open_and_how_to_go_on() {
        let context = Context::test(Path::new("."), "2026-03-04T10:00:00+01:00");
        let args = args::Args::parse_from(["vt", "check", "A-1/kaart.yaml", "--vul-aan"]);
        let Some(args::Command::Check(check)) = args.command else { panic!("no check") };
        let options = Options {
            today: NaiveDate::from_ymd_opt(2026, 3, 4).unwrap(),
            past_too: false,
            scope: Scope::All,
            meeting: None,
        };
        let root = Root { path: "nergens".into(), zone: Zone::Dossier };
        let nummer = Dossiernummer::read("RSD-2026-00412").unwrap();
        let good = include_str!("../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
        let text = good.replace(", reactie: Ik wil weten wat eruit komt.", "");
        let findings = OneCard::of(&root, &nummer, &options).open(&text);
        let answer = stopped(&findings, 2, &check, &context);
        assert_eq!(answer.status, 1);
        insta::assert_snapshot!(String::from_utf8(answer.stdout).unwrap());
        let nothing = stopped(&[], 0, &check, &context);
        let said = String::from_utf8(nothing.stdout).unwrap();
        assert!(
            nothing.status == 0 && said.starts_with("Gestopt; er is niets veranderd. Niets meer open.\n"),
            "{said}"
        );
    }
}
