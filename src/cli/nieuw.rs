//! `vt nieuw`: a new card in the dossier. So far only as a template.

use super::context::{self, Context};
use super::error::{Kind, ToolError};
use super::write::{carry_out, rehearsal, rehearsed, too_close};
use super::{Answer, args, overnemen, paste};
use crate::interview::Bekend;
use crate::model::{Bestand, Dossiernummer, DossiernummerFout, Soort};
use crate::pseudo::{Kind as Found, scan_file};
use crate::store::{At, Fixed, Roots, default_regio, read};
use crate::work::nieuw as work;
use std::path::Path;

/// Runs the command.
pub fn run(nieuw: &args::Nieuw, context: &Context) -> anyhow::Result<Answer> {
    match &nieuw.van {
        Some(van) => Ok(overnemen::run(&nieuw.nummer, van, nieuw, context)?),
        None => Ok(make(nieuw, context)?),
    }
}

fn make(nieuw: &args::Nieuw, context: &Context) -> Result<Answer, ToolError> {
    if !nieuw.sjabloon {
        return Err(ToolError::new(Kind::Usage, "vt kan de vragen van een kaart nog niet stellen.")
            .because("Dat komt later. Er is niets geschreven.")
            .try_command("vt nieuw NUMMER --sjabloon", "een kaart om zelf in te vullen"));
    }
    let nummer = number(&nieuw.nummer)?;
    let soort = Soort::ALL.into_iter().find(|soort| soort.sleutel() == nieuw.soort).unwrap_or(Soort::Nieuw);
    let root = context.dossier("vt nieuw NUMMER --sjabloon")?;
    let team = context::team_of(&root.path);
    let roots = Roots::of(team.as_ref().map(|team| team.path.as_path()), Some(&root.path)).map_err(too_close)?;
    let folder = root.path.join(nummer.as_str());
    let card = folder.join("kaart.yaml");
    free(&folder, &card, context)?;
    let dossier = context::dossier_file(&root.path).unwrap_or_default();
    let bekend = Bekend {
        nummer: &nummer,
        soort,
        dag: context.today,
        naam: dossier.naam.as_deref(),
        organisatie: dossier.organisatie.as_deref(),
        via: dossier.via.as_deref(),
    };
    let schema = read(&root.path.join(At::fixed(Fixed::Schema(Bestand::Kaart)).path())).ok();
    let changes = work::kaart(&bekend, schema.as_deref());
    let expected = rehearsed(&roots, &changes)?;
    if nieuw.droog {
        return Ok(Answer {
            stdout: rehearsal(&changes, &expected, &context.screen).into_bytes(),
            ..Answer::default()
        });
    }
    carry_out(&roots, &changes)?;
    let named = context.named(&card);
    let mut lines = context.screen.wrap(&format!("Sjabloon gemaakt: {named}"), "", "  ");
    if !context.quiet {
        lines.push(String::new());
        lines.extend(context.screen.wrap("Wat nu? Vul de kaart in, samen met het gezin. Kijk haar daarna na:", "", ""));
        lines.push(format!("  vt check {}", paste::quoted(Path::new(&named))));
    }
    let stdout: String = lines.into_iter().map(|line| line + "\n").collect();
    Ok(Answer { stdout: stdout.into_bytes(), ..Answer::default() })
}

/// The number, when a folder can be named after it and it names nobody.
pub fn number(given: &str) -> Result<Dossiernummer, ToolError> {
    let nummer = Dossiernummer::read(given).map_err(no_folder)?;
    if scan_file(nummer.as_str(), false, &default_regio()).iter().any(|hit| hit.kind == Found::Persoon) {
        return Err(ToolError::new(Kind::Usage, "een map in je dossier heet naar een nummer, niet naar mensen.")
            .because("De naam van de map staat in elke melding over de kaart.")
            .advise("Gebruik het nummer van je dossier."));
    }
    Ok(nummer)
}

/// Why a number can't be a folder. Never the number itself.
fn no_folder(why: DossiernummerFout) -> ToolError {
    let (cause, way_out) = match why {
        DossiernummerFout::Leeg => ("Er staat niets.", "Geef het nummer van je dossier."),
        DossiernummerFout::Lang => ("Het is te lang: hooguit 64 tekens.", "Gebruik alleen het nummer zelf."),
        DossiernummerFout::Teken => (
            "Het mag alleen gewone letters, cijfers, spaties, punten en de tekens - en _ hebben.",
            "Zet een streepje waar een ander teken staat.",
        ),
        DossiernummerFout::Rand => (
            "Het moet beginnen en eindigen met een letter of een cijfer.",
            "Laat weg wat daarvoor of daarachter staat.",
        ),
        DossiernummerFout::Bezet => (
            "Deze naam gebruikt Windows of vt al voor iets anders.",
            "Zet er iets voor, zoals de letters van je organisatie.",
        ),
    };
    ToolError::new(Kind::Usage, "van dit dossiernummer kan geen map worden gemaakt.").because(cause).advise(way_out)
}

/// Nothing stands in the folder yet but what an interrupted `vt` left.
pub fn free(folder: &Path, card: &Path, context: &Context) -> Result<(), ToolError> {
    let is_left = |name: &str| name.starts_with(".vt-");
    let is_free = match folder.symlink_metadata() {
        Err(_) => true,
        Ok(data) if !data.is_dir() => false,
        Ok(_) => folder.read_dir().is_ok_and(|mut entries| {
            entries.all(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(is_left)))
        }),
    };
    if is_free {
        return Ok(());
    }
    let error = ToolError::new(Kind::Refused, "dit dossier is er al. Er is niets geschreven.")
        .because("In de map met dit nummer staat al iets, en vt overschrijft niets.");
    if card.is_file() {
        let named = paste::quoted(Path::new(&context.named(card)));
        return Err(error.try_command(format!("vt check {named}"), "de kaart die er staat"));
    }
    Err(error.advise("Kijk wat er in die map staat, of gebruik een ander nummer."))
}
