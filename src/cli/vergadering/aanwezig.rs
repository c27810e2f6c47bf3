//! Who was at a meeting: as the agenda has it, with what was otherwise. What was written down
//! before is set right the same way.

use super::looked_at;
use super::seat::is_same;
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::cli::desk::{Desk, Written};
use crate::cli::error::{Kind, ToolError};
use crate::cli::prompt::{Prompt, is_nobody, is_yes, somebody, yes};
use crate::cli::write::turn;
use crate::cli::{Answer, args, paste};
use crate::model::{Aanwezig, Aanwezige, Regio, TafelRol};
use crate::output::{Veil, escape};
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
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    if day > desk.context.today {
        return Err(ToolError::new(Kind::Usage, "deze vergadering moet nog komen. Er is niets geschreven.")
            .try_command(paste::command(&format!("agenda {day}"), desk.context), "wie er komt"));
    }
    let slot = Slot::Aanwezig(day);
    let was = desk.standing(&slot)?;
    let file = |rows: &[Aanwezige]| {
        TeamFile::from(&Aanwezig { aanwezig: rows.iter().cloned().collect(), ..Aanwezig::default() })
    };
    let planned = places(reading, day);
    desk.takes(&slot, was.as_deref(), &file(&planned), &Merge::default())?;
    let now = reading.team.meetings.get(&day).and_then(|meeting| meeting.aanwezig.as_ref());
    let now: Vec<Aanwezige> = now.into_iter().flat_map(|own| own.aanwezig.values()).cloned().collect();
    let table = Table { regio: &reading.team.regio, day, now: &now, planned: &planned };
    let rows = match prompt.as_deref_mut() {
        _ if asked.volgens_agenda => planned.clone(),
        Some(prompt) if was.is_some() => table.again(prompt)?,
        Some(prompt) => table.ask(prompt)?,
        None if was.is_some() => return Err(stands(&slot)),
        None => {
            return Err(ToolError::new(Kind::Usage, "vt moet weten wie er was, en kan hier niets vragen.")
                .because("Er is geen terminal om op te antwoorden. Er is niets geschreven.")
                .advise("Was iedereen er die op de agenda staat? Geef --volgens-agenda."));
        }
    };
    if was.is_some() && rows == now {
        return desk.done(&[], asked.droog, Vec::new(), &[]);
    }
    let is_meant = match prompt {
        _ if was.is_none() && asked.volgens_agenda => true,
        Some(prompt) => table.is_meant(&rows, prompt)?,
        None => return Err(stands(&slot)),
    };
    if !is_meant {
        return Ok(Answer { stdout: b"Er is niets geschreven.\n".to_vec(), ..Answer::default() });
    }
    let _turn = turn(desk.root)?;
    // While questions were answered others went on.
    let reading = looked_at(desk.root, day, desk.context)?;
    if desk.standing(&slot)? != was {
        return Err(ToolError::new(Kind::Refused, "iemand anders schreef net op wie er was. Er is niets geschreven.")
            .advise("Geef de opdracht opnieuw; dan zie je wat er nu staat."));
    }
    let rows = if asked.volgens_agenda && was.is_none() { places(&reading, day) } else { rows };
    let change = match desk.file_over(&slot, was, &file(&rows), &Merge::default())? {
        Written::Change(change) => change,
        Written::Stopped(answer) => return Ok(answer),
    };
    let said = vec![format!("Opgeschreven wie er was op {}: {} plaatsen.", day_in_words(day), rows.len())];
    let next =
        [(paste::command("check", desk.context), "of het klopt met het rooster, en met wie er moet zijn".to_owned())];
    desk.done(&change.into_iter().collect::<Vec<_>>(), asked.droog, said, &next)
}

/// Nothing takes the place of what was written down unless somebody saw what that is.
fn stands(slot: &Slot) -> ToolError {
    ToolError::new(Kind::Refused, "wie er was, staat al opgeschreven. Er is niets geschreven.")
        .because("In een terminal laat dezelfde opdracht zien wat er staat, en vraagt wat er anders was.")
        .advise(format!("Geef de opdracht in een terminal, of pas {} zelf aan.", slot.path()))
}

const SHAPE: &str = "Schrijf: Naam, Organisatie.";

/// Who was to come to a meeting, and who was there as far as that was written down.
struct Table<'a> {
    regio: &'a Regio,
    day: NaiveDate,
    now: &'a [Aanwezige],
    planned: &'a [Aanwezige],
}

impl Table<'_> {
    /// Asks place by place who was there.
    fn ask(&self, prompt: &mut dyn Prompt) -> Result<Vec<Aanwezige>, ToolError> {
        prompt.tell("Wie was er? Enter: deze. n: niemand. Of typ wie er in die plaats was: Naam, Organisatie.");
        let mut rows = self.each(self.planned, true, prompt)?;
        self.others(&mut rows, prompt)?;
        Ok(rows)
    }

    /// Asks what is otherwise than it was written down.
    fn again(&self, prompt: &mut dyn Prompt) -> Result<Vec<Aanwezige>, ToolError> {
        prompt.tell(
            "Dit staat er. Enter: dat klopt. n: die was er niet. Of typ wie er in die plaats was: Naam, Organisatie.",
        );
        let mut rows = self.each(self.now, true, prompt)?;
        let mut left: Vec<&Aanwezige> = self.now.iter().collect();
        let mut open = Vec::new();
        for row in self.planned {
            match left.iter().position(|own| self.is_same_place(own, row)) {
                Some(at) => drop(left.swap_remove(at)),
                None => open.push(row.clone()),
            }
        }
        if !open.is_empty() {
            prompt.tell(
                "Dit staat er niet, maar wel op de agenda. Enter: die was er niet. j: wel. Of typ wie er in die plaats \
                 was: Naam, Organisatie.",
            );
            rows.extend(self.each(&open, false, prompt)?);
        }
        self.others(&mut rows, prompt)?;
        Ok(rows)
    }

    /// Asks about each of these; an empty answer says whether that one was there.
    fn each(&self, rows: &[Aanwezige], usual: bool, prompt: &mut dyn Prompt) -> Result<Vec<Aanwezige>, ToolError> {
        let mut there = Vec::new();
        for row in rows {
            let question = self.named(row);
            loop {
                let answer = prompt.line(&question)?;
                match answer.as_deref() {
                    None if usual => there.push(row.clone()),
                    None => {}
                    Some(answer) if is_nobody(answer) => {}
                    Some(answer) if is_yes(answer) == Some(true) => there.push(row.clone()),
                    Some(other) => {
                        let Some(other) = somebody(other) else {
                            prompt.tell(SHAPE);
                            continue;
                        };
                        // Another than planned brings its own organisation when it says so.
                        let organisatie = other.organisatie.or_else(|| row.organisatie.clone());
                        there.push(Aanwezige { naam: other.naam, organisatie, ..row.clone() });
                    }
                }
                break;
            }
        }
        Ok(there)
    }

    fn is_same_place(&self, one: &Aanwezige, other: &Aanwezige) -> bool {
        let same = match (&one.organisatie, &other.organisatie) {
            (Some(one), Some(other)) => self.regio.zelfde(one, other, self.day),
            (one, other) => one.is_none() && other.is_none(),
        };
        one.rol == other.rol && same
    }

    fn named(&self, row: &Aanwezige) -> String {
        let veil = Veil::new(self.regio);
        let known = [row.naam.as_deref(), row.organisatie.as_deref()];
        let who: Vec<String> = known.into_iter().flatten().map(|text| escape::flat(&veil.name(text))).collect();
        match row.rol.map_or("zonder rol:", TafelRol::woord) {
            // An organisation that is called as its role is not said twice.
            rol if who == [rol] => rol.to_owned(),
            rol => format!("{rol} {}", who.join(", ")).trim_end().to_owned(),
        }
    }

    /// Whether what stands there may become this.
    fn is_meant(&self, rows: &[Aanwezige], prompt: &mut dyn Prompt) -> Result<bool, ToolError> {
        if self.now.is_empty() {
            prompt.tell(if rows.is_empty() { "Er was niemand." } else { "Er was:" });
            for row in rows {
                prompt.tell(&format!("  {}", self.named(row)));
            }
            return yes(prompt, "Zo opschrijven?");
        }
        for (what, some, others) in [("Eraf", self.now, rows), ("Erbij", rows, self.now)] {
            for row in some.iter().filter(|row| !others.contains(row)) {
                prompt.tell(&format!("{what}: {}", self.named(row)));
            }
        }
        yes(prompt, "Zo opschrijven?")
    }

    /// Asks who was there besides.
    fn others(&self, rows: &mut Vec<Aanwezige>, prompt: &mut dyn Prompt) -> Result<(), ToolError> {
        while let Some(other) = prompt.line("Nog iemand? Naam, Organisatie; Enter: niemand meer")? {
            if is_nobody(&other) {
                break;
            }
            let Some(one) = somebody(&other) else {
                prompt.tell(SHAPE);
                continue;
            };
            let is_one = |row: &&Aanwezige| {
                let named = row.naam.as_deref().zip(one.naam.as_deref());
                let of = row.organisatie.as_deref().zip(one.organisatie.as_deref());
                named.is_some_and(|(own, other)| is_same(own, other))
                    && of.is_none_or(|(own, other)| self.regio.zelfde(own, other, self.day))
            };
            if let Some(row) = rows.iter().find(is_one) {
                prompt.tell(&format!("Die staat er al: {}.", self.named(row)));
                continue;
            }
            rows.push(Aanwezige {
                rol: Some(TafelRol::Overig),
                organisatie: one.organisatie,
                naam: one.naam,
                ..Aanwezige::default()
            });
        }
        Ok(())
    }
}

/// Everybody who is to come.
fn places(reading: &MeetingRead, day: NaiveDate) -> Vec<Aanwezige> {
    Agenda::of(reading, day).tafel.plaatsen.iter().map(row).collect()
}

/// A place as it was planned.
fn row(plaats: &Plaats) -> Aanwezige {
    let alone = plaats.voor.as_ref().map(|cases| cases.iter().map(ToString::to_string).collect());
    Aanwezige {
        rol: Some(plaats.rol),
        organisatie: plaats.organisatie.clone(),
        naam: plaats.naam.clone(),
        alleen_bij: alone.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;

    fn place(rol: TafelRol, naam: &str, organisatie: &str) -> Aanwezige {
        let (naam, organisatie) = (Some(naam.to_owned()), Some(organisatie.to_owned()));
        Aanwezige { rol: Some(rol), organisatie, naam, ..Aanwezige::default() }
    }

    fn planned() -> [Aanwezige; 3] {
        let place = |rol, organisatie| place(rol, "Rachid Amrani", organisatie);
        [place(TafelRol::VeiligThuis, "Veilig Thuis"), place(TafelRol::Cvc, "Rucphen"), place(TafelRol::Cvc, "Zundert")]
    }

    fn shown(rows: &[Aanwezige]) -> Vec<(Option<TafelRol>, Option<&str>, Option<&str>)> {
        rows.iter().map(|row| (row.rol, row.naam.as_deref(), row.organisatie.as_deref())).collect()
    }

    #[test]
    fn who_was_there_is_who_was_planned_unless_another_is_typed() {
        let (planned, regio) = (planned(), Regio::default());
        let table = Table { regio: &regio, day: "2026-03-12".parse().unwrap(), now: &[], planned: &planned };
        // A slip is asked again, and throws nothing away.
        let mut script = Script::new(&["?", "", "Ilse Braspenning", "n", ", Zi2T", "Els Maas, Novadic-Kentron", ""]);
        let rows = table.ask(&mut script).unwrap();
        assert_eq!(
            shown(&rows),
            [
                (Some(TafelRol::VeiligThuis), Some("Rachid Amrani"), Some("Veilig Thuis")),
                (Some(TafelRol::Cvc), Some("Ilse Braspenning"), Some("Rucphen")),
                (Some(TafelRol::Overig), Some("Els Maas"), Some("Novadic-Kentron")),
            ]
        );
    }

    /// No answer of talk becomes somebody who was there, and nobody is there twice.
    #[test]
    fn a_no_is_nobody_and_the_same_one_is_not_added_again() {
        let (planned, regio) = (planned(), Regio::default());
        let table = Table { regio: &regio, day: "2026-03-12".parse().unwrap(), now: &[], planned: &planned[..1] };
        let mut script =
            Script::new(&["weet niet", "j", "ja", "rachid  amrani, Veilig Thuis", "Els Maas", "Els Maas", "Nee hoor"]);
        let rows = table.ask(&mut script).unwrap();
        assert_eq!(
            rows.iter().filter_map(|row| row.naam.as_deref()).collect::<Vec<_>>(),
            ["Rachid Amrani", "Els Maas"]
        );
        let said = script.asked.concat();
        assert!(said.contains("Die staat er al: Veilig Thuis Rachid Amrani, Veilig Thuis.\n"), "{said}");
        // The first time too it is seen before it is written.
        let mut script = Script::new(&["n"]);
        assert!(!table.is_meant(&rows, &mut script).unwrap());
        let lines = ["Er was:\n", "  Veilig Thuis Rachid Amrani, Veilig Thuis\n", "  overig Els Maas\n"];
        assert_eq!(script.asked[..3], lines);
        let nobody = Aanwezige { naam: None, ..planned[0].clone() };
        assert_eq!(table.named(&nobody), "Veilig Thuis");
    }

    /// What stands there is shown, and who was passed over can still be put in the place that was
    /// planned.
    #[test]
    fn a_mistake_is_set_right_and_said_before_it_is_written() {
        let (planned, regio) = (planned(), Regio::default());
        let now = [
            place(TafelRol::VeiligThuis, "Rachid Amrani", "Veilig Thuis"),
            place(TafelRol::Cvc, "Ilse Braspenning", "Rucphen"),
        ];
        let table = Table { regio: &regio, day: "2026-03-12".parse().unwrap(), now: &now, planned: &planned };
        let mut script = Script::new(&["", "n", "j", ""]);
        let rows = table.again(&mut script).unwrap();
        assert_eq!(
            shown(&rows),
            [
                (Some(TafelRol::VeiligThuis), Some("Rachid Amrani"), Some("Veilig Thuis")),
                (Some(TafelRol::Cvc), Some("Rachid Amrani"), Some("Zundert")),
            ]
        );
        assert!(script.asked.contains(&"CVC'er Ilse Braspenning, Rucphen".to_owned()), "{:?}", script.asked);
        let mut script = Script::new(&["nee"]);
        assert!(!table.is_meant(&rows, &mut script).unwrap());
        let lines = ["Eraf: CVC'er Ilse Braspenning, Rucphen\n", "Erbij: CVC'er Rachid Amrani, Zundert\n"];
        assert_eq!(script.asked[..2], lines);
        // Enter everywhere leaves all as it stands.
        let mut script = Script::new(&["", "", "", ""]);
        assert!(table.again(&mut script).unwrap() == now);
    }
}
