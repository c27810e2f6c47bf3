//! `vt init`: a new team's folder, or a new dossier.

use super::args::{self, InitSoort};
use super::context::Context;
use super::error::{Kind, ToolError};
use super::prompt::{self, Prompt};
use super::write::{NOTHING_WRITTEN, carry_out, rehearsal, rehearsed, too_close};
use super::{Answer, hooks, paste};
use crate::output::escape;
use crate::store::{Change, Root, Roots, Zone};
use crate::work::init::{self as work, Eigenaar};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(init: &args::Init, context: &Context) -> anyhow::Result<Answer> {
    let answer = match init.soort {
        InitSoort::Team => team(init, context),
        InitSoort::Dossier => {
            let mut prompt = prompt::terminal();
            dossier(init, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))
        }
    };
    Ok(answer?)
}

fn team(init: &args::Init, context: &Context) -> Result<Answer, ToolError> {
    let of_dossier = [("--naam", init.naam.is_some()), ("--organisatie", init.organisatie.is_some())];
    let of_dossier = of_dossier.into_iter().chain([("--via", init.via.is_some()), ("--team", init.team.is_some())]);
    if let Some((option, _)) = of_dossier.into_iter().find(|(_, is_given)| *is_given) {
        return Err(ToolError::new(Kind::Usage, format!("`{option}` hoort bij een dossier, niet bij een teammap."))
            .try_command("vt init team DIR", "een nieuwe teammap"));
    }
    let roots = Roots::of(Some(&init.dir), None).map_err(too_close)?;
    let folder = roots.path(Zone::Team).unwrap_or(&init.dir);
    let hooks = init.haak.then(|| hooks::place(folder)).transpose()?;
    let hook = || match &hooks {
        Some(hooks) => hooks::make(hooks, init.droog, context.quiet, &context.screen),
        None => Ok(String::new()),
    };
    // The hooks alone, of a folder that is there; a clone has none of its own.
    if hooks.is_some() && Root::at(folder, Zone::Team).is_some() {
        let head = if init.droog { NOTHING_WRITTEN } else { "" };
        return Ok(Answer { stdout: (head.to_owned() + &hook()?).into_bytes(), ..Answer::default() });
    }
    free(&roots, Zone::Team)?;
    let next = |folder: &str| {
        vec![
            "Bij \"niet uit de handleiding: pas aan\" in regio.yaml staat een voorstel. Lees dat na.".to_owned(),
            "Geef alleen wie bij het team hoort toegang tot de map.".to_owned(),
            format!("  vt check {folder}"),
        ]
    };
    let mut answer = make(&roots, Zone::Team, &work::team(), init, context, &next)?;
    answer.stdout.extend(hook()?.into_bytes());
    Ok(answer)
}

fn dossier(init: &args::Init, context: &Context, prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
    if init.haak {
        return Err(ToolError::new(Kind::Usage, "`--haak` hoort bij een teammap, niet bij een dossier.")
            .because("Een dossier gaat nooit in git.")
            .try_command("vt init team DIR --haak", "voor een teammap"));
    }
    let before = Roots::of(None, Some(&init.dir)).map_err(too_close)?;
    free(&before, Zone::Dossier)?;
    let folder = before.path(Zone::Dossier).unwrap_or(&init.dir).to_owned();
    let (eigenaar, team) = eigenaar(init, &folder, prompt)?;
    let roots = Roots::of(team.as_deref(), Some(&folder)).map_err(too_close)?;
    let next = |_: &str| {
        let place = "Op Windows en op een netwerkschijf kan vt de map niet afsluiten: zorg daar zelf dat niemand \
                     anders erin kan.";
        let first = "De eerste kaart maak je in die map met: vt nieuw NUMMER".to_owned();
        vec!["In een dossier staan namen. De map is van jou alleen.".to_owned(), place.to_owned(), first]
    };
    make(&roots, Zone::Dossier, &work::dossier(&eigenaar), init, context, &next)
}

/// Whether a folder can become a tree: its parent is there, and neither it nor a folder
/// above it is such a tree already.
fn free(roots: &Roots, zone: Zone) -> Result<(), ToolError> {
    let folder = roots.path(zone).unwrap_or(Path::new(""));
    let (this, marker) = (tree(zone), zone.marker());
    let refused = |what: String| ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven."));
    if Root::at(folder, zone).is_some() {
        return Err(refused(format!("deze map is al een {this}."))
            .because(format!("Er staat een {marker} in."))
            .advise("Gebruik deze map, of kies een andere."));
    }
    if folder.ancestors().skip(1).any(|above| Root::at(above, zone).is_some()) {
        return Err(refused(format!("deze map ligt in een {this}."))
            .because(format!("In een map hierboven staat een {marker}."))
            .advise("Kies een map daarbuiten."));
    }
    if folder.exists() && !folder.is_dir() {
        return Err(refused("dit is een bestand, geen map.".to_owned()).advise("Kies een andere naam."));
    }
    if !folder.parent().is_some_and(Path::is_dir) {
        return Err(refused("de map waarin deze moet komen, is er niet.".to_owned())
            .advise("Maak eerst die map, of kies een plek die er al is."));
    }
    Ok(())
}

fn tree(zone: Zone) -> &'static str {
    match zone {
        Zone::Team => "teammap",
        Zone::Dossier => "dossier",
    }
}

/// Who the dossier is of, from the options and else from the person at the terminal; and
/// where the team's folder is.
fn eigenaar(
    init: &args::Init,
    folder: &Path,
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<(Eigenaar, Option<PathBuf>), ToolError> {
    let given = [("--naam", &init.naam), ("--organisatie", &init.organisatie), ("--via", &init.via)];
    for (option, value) in given {
        if value.as_deref().is_some_and(|value| !is_one_line(value)) {
            return Err(ToolError::new(Kind::Usage, format!("achter `{option}` hoort een naam op één regel.")));
        }
    }
    if prompt.is_none() && (init.naam.is_none() || init.organisatie.is_none()) {
        return Err(ToolError::new(Kind::Usage, "vt moet weten van wie het dossier is, en kan hier niets vragen.")
            .because("Er is geen terminal om op te antwoorden.")
            .try_command("vt init dossier DIR --naam NAAM --organisatie NAAM", "zonder vragen"));
    }
    let mut ask = |given: Option<&str>, question: &str, is_needed: bool| -> Result<Option<String>, ToolError> {
        let Some(prompt) = prompt.as_deref_mut().filter(|_| given.is_none()) else {
            return Ok(given.map(|given| given.trim().to_owned()));
        };
        loop {
            match prompt.line(question)? {
                None if is_needed => {
                    prompt.tell("  Dit moet vt weten: het komt op elke kaart te staan. Stoppen kan: typ stop.");
                }
                Some(answer) if !is_one_line(&answer) => {
                    prompt.tell("  Hierin staat een teken dat niet kan. Typ het opnieuw.");
                }
                answer => return Ok(answer),
            }
        }
    };
    let naam = ask(init.naam.as_deref(), "Hoe heet je?", true)?.unwrap_or_default();
    let organisatie = ask(init.organisatie.as_deref(), "Bij welke organisatie werk je?", true)?.unwrap_or_default();
    let via = ask(init.via.as_deref(), "Via welke vaste deelnemer breng je in? (mag leeg)", false)?;
    let team = match &init.team {
        Some(team) => Some(team.clone()),
        None => ask(None, "In welke map staat de teammap? (mag leeg)", false)?.map(PathBuf::from),
    };
    let team = team.map(|team| team_root(&team)).transpose()?;
    let named = team.as_deref().map(|team| seen_from(folder, team));
    Ok((Eigenaar { naam, organisatie, via, team: named }, team))
}

/// A text that can stand on one line, without characters that hide or turn others.
fn is_one_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(escape::is_unsafe)
}

fn team_root(team: &Path) -> Result<PathBuf, ToolError> {
    let root = team.canonicalize().ok().filter(|team| Root::at(team, Zone::Team).is_some());
    root.ok_or_else(|| {
        ToolError::new(Kind::Absent, "de map van `--team` is geen teammap.")
            .because("Daar staat geen regio.yaml.")
            .advise("Laat `--team` weg als de teammap er nog niet is; schrijf hem later bij `team` in dossier.yaml.")
    })
}

/// The way from one folder to another, both without links. Folders that share no more than
/// the root of the disk are named whole.
fn seen_from(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if shared < 2 {
        return paste::slashed(to);
    }
    let up = from.components().skip(shared).map(|_| "..");
    let up: PathBuf = up.collect();
    paste::slashed(&to.components().skip(shared).fold(up, |path, part| path.join(part)))
}

/// Makes the tree, or says what would be made.
fn make(
    roots: &Roots,
    zone: Zone,
    changes: &[Change],
    init: &args::Init,
    context: &Context,
    next: &dyn Fn(&str) -> Vec<String>,
) -> Result<Answer, ToolError> {
    let screen = &context.screen;
    let expected = rehearsed(roots, changes)?;
    if init.droog {
        return Ok(Answer { stdout: rehearsal(changes, &expected, screen).into_bytes(), ..Answer::default() });
    }
    roots.make(zone).map_err(|trouble| {
        ToolError::new(Kind::Io, "vt kan de map niet maken.")
            .because(format!("{trouble} Er is niets geschreven."))
            .advise("Kies een andere plek, of vraag wie die beheert om schrijfrecht.")
    })?;
    carry_out(roots, changes)?;
    let made = match zone {
        Zone::Team => "Teammap gemaakt, voor West-Brabant West.",
        Zone::Dossier => "Dossier gemaakt.",
    };
    let files = changes.iter().map(|change| change.at().path()).collect::<Vec<_>>().join(", ");
    let mut lines = vec![made.to_owned()];
    lines.extend(screen.wrap(&format!("Daarin: {files}."), "  ", "  "));
    if !context.quiet {
        lines.extend([String::new(), "Wat nu?".to_owned()]);
        let folder = paste::quoted(Path::new(&context.named(roots.path(zone).unwrap_or(&init.dir))));
        for line in next(&folder) {
            let command = line.strip_prefix("  ").map(|command| vec![format!("  {command}")]);
            lines.extend(command.unwrap_or_else(|| screen.wrap(&line, "  ", "  ")));
        }
    }
    let stdout: String = lines.into_iter().map(|line| line + "\n").collect();
    Ok(Answer { stdout: stdout.into_bytes(), ..Answer::default() })
}

#[cfg(test)]
mod tests {
    use super::super::prompt::Script;
    use super::*;

    fn init(dir: &Path) -> args::Init {
        let (naam, organisatie, via, team) = (None, None, None, None);
        args::Init {
            soort: InitSoort::Dossier,
            dir: dir.to_owned(),
            naam,
            organisatie,
            via,
            team,
            haak: false,
            droog: false,
        }
    }

    fn context(here: &Path) -> Context {
        Context::test(here, "2026-03-04T10:00:00+01:00")
    }

    #[test]
    fn what_no_option_says_is_asked_until_it_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let mut script = Script::new(&["", "Anke Wouters", "Gemeente Roosendaal", "", ""]);
        let dir = folder.path().join("dossier");
        let answer = dossier(&init(&dir), &context(folder.path()), Some(&mut script)).unwrap();
        assert!(answer.stdout.starts_with(b"Dossier gemaakt.\n"));
        assert_eq!(script.asked.len(), 6);
        let needed = "  Dit moet vt weten: het komt op elke kaart te staan. Stoppen kan: typ stop.\n";
        assert_eq!(script.asked[..3], ["Hoe heet je?", needed, "Hoe heet je?"]);
        let text = std::fs::read_to_string(dir.join("dossier.yaml")).unwrap();
        assert!(text.contains("naam: Anke Wouters\n") && text.contains("via:\n"), "{text}");
        let given = args::Init {
            naam: Some("A".into()),
            organisatie: Some("B".into()),
            via: Some("C".into()),
            team: Some(folder.path().to_owned()),
            ..init(&folder.path().join("ander"))
        };
        let mut nobody = Script::new(&[]);
        let error = dossier(&given, &context(folder.path()), Some(&mut nobody)).err().unwrap();
        assert_eq!(error.what, "de map van `--team` is geen teammap.");
    }

    #[test]
    fn the_way_to_the_team_is_short_where_it_can_be() {
        let way = |from: &str, to: &str| seen_from(Path::new(from), Path::new(to));
        assert_eq!(way("/home/a/dossier", "/home/a/team"), "../team");
        assert_eq!(way("/home/a/x/dossier", "/home/a/team"), "../../team");
        assert_eq!(way("/home/a/dossier", "/mnt/deel/team"), "/mnt/deel/team");
    }
}
