//! `vt check --vul-aan`: asks what the rules miss on one card, and puts it there.

use super::args;
use super::context::{Context, stderr_screen, team_of};
use super::error::{Kind, ToolError};
use super::interview::{Only, Talk, must_be_editable};
use super::keyboard::keyboard;
use super::paste;
use super::prompt::Prompt as _;
use super::targets::Target;
use super::write::{carry_out, too_close};
use crate::interview::{Interview, Which};
use crate::model::Dossiernummer;
use crate::output;
use crate::rules::{OneCard, Options, Scope};
use crate::store::{Root, Roots, Slot, Zone, dossier_above, read, team_above};
use crate::work::antwoord;
use std::path::{Path, PathBuf};

/// A card of a dossier.
struct Card {
    root: Root,
    nummer: Dossiernummer,
    path: PathBuf,
}

/// Holds the conversation. What the card still misses is for the check that follows.
pub fn run(check: &args::Check, context: &Context) -> Result<(), ToolError> {
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
    talk.hold(Interview::new(Which::Findings), &mut keyboard)?;
    keyboard.say("\n");
    Ok(())
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
