//! Who was at a meeting: as the agenda has it, with what was otherwise.

use super::desk::{Desk, Written, professional};
use super::error::{Kind, ToolError};
use super::prompt::Prompt;
use super::vergadering::looked_at;
use super::write::turn;
use super::{Answer, args, paste};
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::model::{Aanwezig, Aanwezige, Deelnemer, TafelRol};
use crate::output::escape;
use crate::pseudo::TeamFile;
use crate::rules::MeetingRead;
use crate::store::Slot;
use crate::tafel::Plaats;
use crate::work::merge::Merge;
use chrono::NaiveDate;

/// Notes who was there.
pub fn present(
    desk: &Desk<'_>,
    reading: &MeetingRead,
    day: NaiveDate,
    asked: &args::Vergadering,
    prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    if day > desk.context.today {
        return Err(ToolError::new(Kind::Usage, "deze vergadering moet nog komen. Er is niets geschreven.")
            .try_command(paste::command(&format!("agenda {day}"), desk.context), "wie er komt"));
    }
    is_open(desk, day)?;
    let answered = match prompt {
        _ if asked.volgens_agenda => None,
        Some(prompt) => Some(ask(&Agenda::of(reading, day).tafel.plaatsen, prompt)?),
        None => {
            return Err(ToolError::new(Kind::Usage, "vt moet weten wie er was, en kan hier niets vragen.")
                .because("Er is geen terminal om op te antwoorden. Er is niets geschreven.")
                .advise("Was iedereen er die op de agenda staat? Geef --volgens-agenda."));
        }
    };
    let _turn = turn(desk.root)?;
    // While questions were answered others went on.
    let reading = looked_at(desk.root, day, desk.context)?;
    is_open(desk, day)?;
    let planned = || Agenda::of(&reading, day).tafel.plaatsen.iter().map(|plaats| row(plaats, None)).collect();
    let rows = answered.unwrap_or_else(planned);
    let count = rows.len();
    let file = Aanwezig { aanwezig: rows.into_iter().collect(), ..Aanwezig::default() };
    let written = desk.file(&Slot::Aanwezig(day), &TeamFile::from(&file), &Merge::default())?;
    let change = match written {
        Written::Change(change) => change,
        Written::Stopped(answer) => return Ok(answer),
    };
    let said = vec![format!("Opgeschreven wie er was op {}: {count} plaatsen.", day_in_words(day))];
    let next =
        [(paste::command("check", desk.context), "of het klopt met het rooster, en met wie er moet zijn".to_owned())];
    desk.done(&change.into_iter().collect::<Vec<_>>(), asked.droog, said, &next)
}

/// Whether nobody wrote down yet who was there.
fn is_open(desk: &Desk<'_>, day: NaiveDate) -> Result<(), ToolError> {
    if desk.standing(&Slot::Aanwezig(day))?.is_none() {
        return Ok(());
    }
    Err(ToolError::new(Kind::Refused, "wie er was, staat al opgeschreven. Er is niets geschreven.")
        .advise(format!("Klopt er iets niet? Pas {} aan.", Slot::Aanwezig(day).path())))
}

/// Asks place by place.
fn ask(plaatsen: &[Plaats], prompt: &mut dyn Prompt) -> Result<Vec<Aanwezige>, ToolError> {
    prompt.say("Wie was er? Enter: deze. n: niemand. Of typ wie er in die plaats was: Naam, Organisatie.\n");
    let mut rows = Vec::new();
    for plaats in plaatsen {
        let known = [plaats.naam.as_deref(), plaats.organisatie.as_deref()];
        let who = known.into_iter().flatten().map(escape::flat).collect::<Vec<_>>().join(", ");
        loop {
            let answer = prompt.line(&format!("{} {who}", plaats.rol.woord()))?;
            let other = match answer.as_deref() {
                None | Some("j" | "ja") => None,
                Some("n" | "nee" | "niemand") => break,
                Some(other) => Some(professional(other)),
            };
            if let Some(Err(_)) = other {
                prompt.say("Schrijf: Naam, Organisatie.\n");
                continue;
            }
            rows.push(row(plaats, other.and_then(Result::ok)));
            break;
        }
    }
    while let Some(other) = prompt.line("Nog iemand? Naam, Organisatie; Enter: niemand meer")? {
        let Ok(one) = professional(&other) else {
            prompt.say("Schrijf: Naam, Organisatie.\n");
            continue;
        };
        rows.push(Aanwezige {
            rol: Some(TafelRol::Overig),
            organisatie: one.organisatie,
            naam: one.naam,
            ..Aanwezige::default()
        });
    }
    Ok(rows)
}

/// A place with who sat there: another than planned brings its own organisation when it says so.
fn row(plaats: &Plaats, other: Option<Deelnemer>) -> Aanwezige {
    let (naam, organisatie) = match other {
        Some(other) => (other.naam, other.organisatie.or_else(|| plaats.organisatie.clone())),
        None => (plaats.naam.clone(), plaats.organisatie.clone()),
    };
    let alone = plaats.voor.as_ref().map(|cases| cases.iter().map(ToString::to_string).collect());
    Aanwezige { rol: Some(plaats.rol), organisatie, naam, alleen_bij: alone.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;
    use crate::tafel::Reden;

    fn plaats(rol: TafelRol, organisatie: &str) -> Plaats {
        Plaats {
            rol,
            groep: None,
            organisatie: Some(organisatie.to_owned()),
            naam: Some("Rachid Amrani".to_owned()),
            voor: None,
            redenen: vec![Reden::Vast],
            vervangt: None,
            voorlopig: false,
            expertise: None,
            reden: None,
        }
    }

    #[test]
    fn who_was_there_is_who_was_planned_unless_another_is_typed() {
        let places = [
            plaats(TafelRol::VeiligThuis, "Veilig Thuis"),
            plaats(TafelRol::Cvc, "Rucphen"),
            plaats(TafelRol::Cvc, "Zundert"),
        ];
        // A slip is asked again, and throws nothing away.
        let mut script = Script::new(&["?", "", "Ilse Braspenning", "n", ", Zi2T", "Els Maas, Novadic-Kentron", ""]);
        let rows = ask(&places, &mut script).unwrap();
        let rows: Vec<_> = rows.iter().map(|row| (row.rol, row.naam.as_deref(), row.organisatie.as_deref())).collect();
        assert_eq!(
            rows,
            [
                (Some(TafelRol::VeiligThuis), Some("Rachid Amrani"), Some("Veilig Thuis")),
                (Some(TafelRol::Cvc), Some("Ilse Braspenning"), Some("Rucphen")),
                (Some(TafelRol::Overig), Some("Els Maas"), Some("Novadic-Kentron")),
            ]
        );
    }
}
