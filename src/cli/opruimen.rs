//! `vt opruimen`: cases past their term of keeping, and taking one of them away.

use super::case::casus;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::nazorg::dossier_here;
use super::overzien::{Dossiermap, Teammap};
use super::prompt::{self, Prompt, yes};
use super::write::{carry_out, dry, too_close, turn};
use super::{Answer, args, paste};
use crate::calendar::{months_after, words};
use crate::model::Casus;
use crate::output::{Veil, escape};
use crate::rules::{Bewaard, te_lang_bewaard};
use crate::store::{At, CaseFile, ReadProblem, Roots, Slot, read};
use crate::work::opruimen::{InVergadering, opruimen};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Runs the command.
pub fn run(asked: &args::Opruimen, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = prompt::terminal();
    let prompt = prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt);
    Ok(match &asked.casus {
        None => list(context)?,
        Some(typed) => remove(asked, casus(typed)?, context, prompt)?,
    })
}

/// The cases that can go.
fn list(context: &Context) -> Result<Answer, ToolError> {
    let dossier = dossier_here("vt opruimen", context)?.map(Dossiermap::read);
    let team = Teammap::beside(dossier.as_ref(), "vt opruimen", context)?;
    let kept = te_lang_bewaard(&team.read.team, &team.present, context.today);
    let months = team.read.team.regio.termijnen.bewaren_maanden;
    let screen = &context.screen;
    let mut lines = Vec::new();
    if kept.is_empty() {
        let text = format!("Geen casus staat langer dan {months} maanden in de teammap zonder dat er iets open is.");
        lines.extend(screen.wrap(&text, "", ""));
    } else {
        let what = if kept.len() == 1 { "1 casus staat".to_owned() } else { format!("{} casussen staan", kept.len()) };
        let text = format!("{what} langer dan {months} maanden in de teammap, en er is niets meer open.");
        lines.extend(screen.wrap(&text, "", ""));
        lines.extend(kept.iter().map(|Bewaard { casus, laatst }| {
            format!("  {casus}  laatste vergadering {}", words::date_with_year(*laatst))
        }));
        if !context.quiet {
            lines.extend([String::new(), "Wat nu?".to_owned()]);
            let command = |casus: &Casus| paste::command(&format!("opruimen {casus}"), context);
            let rows: Vec<_> = kept.iter().map(|one| (command(&one.casus), "haalt de casus weg".to_owned())).collect();
            lines.extend(screen.rows(&rows, "  "));
        }
    }
    let unread = team.unread(context);
    let stdout = lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes();
    Ok(Answer { stdout, status: u8::from(!unread.is_empty()), stderr: unread.into_bytes() })
}

fn remove(
    asked: &args::Opruimen,
    casus: Casus,
    context: &Context,
    prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let found = gather(casus, context)?;
    let meetings: BTreeSet<NaiveDate> = found.files.iter().map(|own| own.day).collect();
    let changes = opruimen(casus, &found.of_dossier, &found.files)
        .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets weghalen."))?;
    let roots = &found.roots;
    let screen = &context.screen;
    if asked.droog {
        return dry(roots, &changes, screen);
    }
    let what =
        |count: usize, one: &str, more: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {more}") };
    let mut question = format!(
        "Casus {casus}: {} uit {}",
        what(changes.len(), "bestand", "bestanden"),
        what(meetings.len(), "vergadering", "vergaderingen")
    );
    if !found.of_dossier.is_empty() {
        question += " en uit je eigen dossier, met de kaart en de koppeling";
    }
    match prompt {
        _ if asked.ja => {}
        Some(prompt) => {
            if !yes(prompt, &format!("{question}. Dit kan vt niet terugdraaien. Weghalen?"))? {
                return Ok(Answer { stdout: b"Er is niets weggehaald.\n".to_vec(), ..Answer::default() });
            }
        }
        None => {
            return Err(ToolError::new(Kind::Usage, "vt haalt een casus alleen weg als je dat zeker weet.")
                .because("Er is geen terminal om op te antwoorden. Er is niets weggehaald.")
                .try_command(paste::command(&format!("opruimen {casus} --droog"), context), "wat er weg zou gaan")
                .try_command(paste::command(&format!("opruimen {casus} --ja"), context), "haalt de casus weg"));
        }
    }
    let _turn = turn(&found.team.root)?;
    // Somebody may have handed the case in again before the answer came.
    let now = gather(casus, context)?;
    if (&now.of_dossier, &now.files) != (&found.of_dossier, &found.files) {
        let what = "bij deze casus veranderde net iets. Er is niets weggehaald.";
        return Err(ToolError::new(Kind::Refused, what)
            .try_command(paste::command(&format!("opruimen {casus}"), context), "kijkt opnieuw"));
    }
    carry_out(roots, &changes)?;
    let mut lines = screen.wrap(&format!("Weggehaald. {question}."), "", "");
    let still = "Git en reservekopieën bewaren deze bestanden nog. Vraag wie die beheert om ze ook daar weg te halen. Wat de \
                 Jeugdwet vraagt te bewaren, hoort in het dossier van je organisatie.";
    lines.extend(screen.wrap(still, "", ""));
    lines.extend(left_over(casus, &found.team, context));
    let beside = found.folder.and_then(|folder| folder.read_dir().ok()).map_or(0, Iterator::count);
    if beside > 0 {
        let what = if beside == 1 {
            "staat nog 1 ander bestand".to_owned()
        } else {
            format!("staan nog {beside} andere bestanden")
        };
        let text = format!(
            "In de map van deze casus in je dossier {what}. Kijk of daar namen in staan, en haal die zelf weg."
        );
        lines.extend(screen.wrap(&text, "", ""));
    }
    Ok(Answer {
        stdout: lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes(),
        ..Answer::default()
    })
}

/// What would go, as it is now.
struct Gathered {
    team: Teammap,
    roots: Roots,
    /// The folder of the case in one's own dossier.
    folder: Option<PathBuf>,
    of_dossier: Vec<(Slot, Vec<u8>)>,
    files: Vec<InVergadering>,
}

fn gather(casus: Casus, context: &Context) -> Result<Gathered, ToolError> {
    let command = format!("vt opruimen {casus}");
    let dossier = dossier_here(&command, context)?.map(Dossiermap::read);
    let team = Teammap::beside(dossier.as_ref(), &command, context)?;
    let roots = Roots::of(Some(&team.root.path), dossier.as_ref().map(|own| own.root.path.as_path()));
    let roots = roots.map_err(too_close)?;
    may_go(casus, &team, context)?;
    let own = match dossier.as_ref().map(|own| own.cases.one(casus, &own.root, context)) {
        Some(Ok(own)) => Some(own),
        Some(Err(error)) if error.kind != Kind::Absent => return Err(error),
        _ => None,
    };
    let mut of_dossier = Vec::new();
    let mut folder = None;
    if let (Some(own), Some(dossier)) = (own, &dossier) {
        folder = Some(dossier.root.path.join(&own.folder));
        for slot in [Slot::DossierKaart(own.folder.clone()), Slot::Koppeling(own.folder.clone())] {
            if let Some(was) = standing(&dossier.root.path.join(slot.path()))? {
                of_dossier.push((slot, was));
            }
        }
    }
    let files = of_team(casus, &team)?;
    Ok(Gathered { team, roots, folder, of_dossier, files })
}

/// Only a case that is past its term and of which nothing is open may go.
fn may_go(casus: Casus, team: &Teammap, context: &Context) -> Result<(), ToolError> {
    let of_case = |slot: &&Slot| matches!(slot, Slot::Case(_, own, _) if *own == casus);
    let days: Vec<NaiveDate> = team.present.iter().filter(of_case).filter_map(Slot::meeting).collect();
    let Some(last) = days.iter().max().copied() else {
        return Err(ToolError::new(Kind::Absent, "deze casus staat in geen vergadering. Er is niets weggehaald.")
            .because("In de teammap staat geen map met dit pseudoniem.")
            .try_command(paste::command("opruimen", context), "welke casussen weg kunnen"));
    };
    if te_lang_bewaard(&team.read.team, &team.present, context.today).iter().any(|one| one.casus == casus) {
        return Ok(());
    }
    let discussed = team.present.iter().filter_map(|slot| match slot {
        Slot::Case(day, own, CaseFile::Bespreking) if *own == casus => Some(*day),
        _ => None,
    });
    let from = discussed.max().unwrap_or(last);
    let error = ToolError::new(Kind::Refused, "deze casus mag nog niet weg. Er is niets weggehaald.");
    let months = team.read.team.regio.termijnen.bewaren_maanden;
    let end = months_after(from, months).filter(|end| *end >= context.today);
    Err(match end {
        Some(end) => {
            error.because(format!("De termijn van {months} maanden loopt tot en met {}.", words::day_in_words(end)))
        }
        None => error
            .because("Er staat nog iets van open, of vt kan niet alles van de casus lezen.")
            .try_command(paste::command(&format!("nazorg {casus}"), context), "wat er open staat"),
    })
}

/// Every file of the case in the team's folder.
fn of_team(casus: Casus, team: &Teammap) -> Result<Vec<InVergadering>, ToolError> {
    let mut files = Vec::new();
    let mut days = BTreeSet::new();
    for found in &team.walk.files {
        let Slot::Case(day, own, file) = found.slot else { continue };
        if own == casus
            && let Some(was) = standing(&found.path)?
        {
            files.push(InVergadering { day, file: Some(file), was });
            days.insert(day);
        }
    }
    for day in days {
        let Ok(at) = At::concept(day, casus) else { continue };
        if let Some(was) = standing(&team.root.path.join(at.path()))? {
            files.push(InVergadering { day, file: None, was });
        }
    }
    Ok(files)
}

fn standing(path: &std::path::Path) -> Result<Option<Vec<u8>>, ToolError> {
    match read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadProblem::Absent) => Ok(None),
        Err(_) => Err(ToolError::new(Kind::Refused, "vt kan niet alles van deze casus lezen. Er is niets weggehaald.")
            .because("Een bestand is een snelkoppeling (link) of apparaat, of je mag het niet lezen.")
            .advise("Vraag wie de map beheert om het vrij te geven.")),
    }
}

/// What others put beside the files of the case, which `vt` leaves alone.
fn left_over(casus: Casus, team: &Teammap, context: &Context) -> Vec<String> {
    let folder = format!("/{casus}/");
    let concept = ".bespreking.concept.yaml";
    let others = team.walk.others.iter().filter(|other| other.name.contains(&folder) && !other.name.ends_with(concept));
    let veil = Veil::new(&team.read.team.regio);
    let names: Vec<String> = others.map(|other| format!("  {}", escape::line(&veil.path(&other.name)))).collect();
    if names.is_empty() {
        return names;
    }
    let text = "In de mappen van deze casus staat ook iets dat niet van vt is. Haal dat zelf weg:";
    context.screen.wrap(text, "", "").into_iter().chain(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;

    /// Only a yes takes a case away.
    #[test]
    fn it_is_asked_first() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("vergaderingen/2023-06-15/2kt7-hptm");
        std::fs::create_dir_all(&case).unwrap();
        std::fs::write(folder.path().join("regio.yaml"), "versie: 1\n").unwrap();
        std::fs::write(case.join("ingetrokken.yaml"), "versie: 1\nreden: Verhuisd.\n").unwrap();
        let context = Context::test(folder.path(), "2026-03-04T10:00:00+01:00");
        let asked = args::Opruimen { casus: None, ja: false, droog: false };
        let answered = |words: &[&'static str]| {
            let mut script = Script::new(words);
            let casus = Casus::read("2kt7-hptm").unwrap();
            let answer = remove(&asked, casus, &context, Some(&mut script)).unwrap();
            (String::from_utf8(answer.stdout).unwrap(), script.asked)
        };
        let (text, said) = answered(&["misschien", "nee"]);
        assert_eq!(text, "Er is niets weggehaald.\n");
        let question = "Casus 2kt7-hptm: 1 bestand uit 1 vergadering. Dit kan vt niet terugdraaien. Weghalen? (ja/nee)";
        assert_eq!(said[0], question);
        assert!(case.join("ingetrokken.yaml").exists());
        assert!(answered(&["ja"]).0.starts_with("Weggehaald."));
        assert!(folder.path().join("vergaderingen").exists() && !case.parent().unwrap().exists());
    }
}
