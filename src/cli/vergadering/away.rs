//! Who is away, who comes instead, and who comes after all.

use super::Meeting;
use super::seat::{Wie, is_same};
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::cli::desk::Written;
use crate::cli::error::{Kind, ToolError};
use crate::cli::prompt::{Prompt, professional};
use crate::cli::{Answer, paste};
use crate::model::{Afgemeld, Casus, Deelnemer, Soort, TafelRol, Vergadering};
use crate::output::{Veil, escape};
use crate::pseudo::TeamFile;
use crate::route::zaak;
use crate::rules::read_meeting;
use crate::store::{Change, Folder, Slot, decode};
use crate::tafel::{Plaats, Reden, was_there};
use crate::work::merge::Merge;
use crate::yaml::parse;

/// Somebody who was signed off or on.
struct Signed {
    wie: Wie,
    is_away: bool,
    /// Those who are away after it; who is only added to them stands here alone.
    all: Vec<Afgemeld>,
    is_added: bool,
}

impl Meeting<'_> {
    /// Signs somebody off or on, and says what that does.
    pub(super) fn signed(&self, prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
        let Signed { wie, is_away, all, is_added } = self.signing()?;
        let how = Merge { appended: if is_added { &["afgemeld"] } else { &[] }, ..Merge::default() };
        let file = TeamFile::from(&Vergadering { afgemeld: all.iter().cloned().collect(), ..Vergadering::default() });
        let slot = Slot::Vergadering(self.day);
        let file = match self.desk.passed_for(&slot, &file, &how, prompt)? {
            Ok(file) => file,
            Err(answer) => return Ok(answer),
        };
        let (_turn, reading) = self.again()?;
        let Self { asked, day, desk, .. } = *self;
        let now = Meeting { asked, day, reading: &reading, desk };
        let was = desk.standing(&slot)?;
        if now.signing()?.all != all || !now.is_as_it_was(was.as_deref()) {
            let command = paste::command(&format!("agenda {}", self.day), self.desk.context);
            return Err(ToolError::new(
                Kind::Refused,
                "iemand anders veranderde net wie er afgemeld is. Er is niets geschreven.",
            )
            .try_command(command, "wie er nu komt"));
        }
        let change = match desk.passed_over(&slot, was, &file, &how)? {
            Written::Change(change) => change,
            Written::Stopped(answer) => return Ok(answer),
        };
        let after = change.as_ref().and_then(|change| now.after(change));
        let (mut told, mut next) = after.as_ref().map(|after| now.told(&wie, is_away, after)).unwrap_or_default();
        if let Some((line, command)) = after.as_ref().and_then(|after| now.against_presence(&wie, is_away, after)) {
            told.push(line);
            next.push(command);
        }
        now.done(change, told, next)
    }

    fn signing(&self) -> Result<Signed, ToolError> {
        match (&self.asked.afmelden, &self.asked.aanmelden) {
            (Some(who), _) => self.off(who),
            (None, who) => self.on(who.as_deref().unwrap_or_default()),
        }
    }

    /// Whether those who are away are still the ones that were read.
    fn is_as_it_was(&self, now: Option<&[u8]>) -> bool {
        let now: Option<Vergadering> = now.and_then(|bytes| parse(bytes).ok()?.read().0);
        let now: Vec<Afgemeld> = now.iter().flat_map(|own| own.afgemeld.values()).cloned().collect();
        now == self.afgemeld()
    }

    fn off(&self, who: &str) -> Result<Signed, ToolError> {
        let wie = match self.inbrenger(who)? {
            Some(wie) => wie,
            None => self.seat(who)?,
        };
        let instead = self.asked.vervanger.as_deref().map(professional).transpose()?;
        if wie.rol == TafelRol::Inbrenger && instead.is_some() {
            return Err(ToolError::new(
                Kind::Usage,
                "voor een inbrenger komt niemand in de plaats. Er is niets geschreven.",
            )
            .advise("Laat --vervanger weg. De vaste deelnemer maakt dan de aantekeningen; een monitor stel je uit."));
        }
        let instead = instead.map(|one| self.with_organisation(one, &wie)).transpose()?;
        let mut all = self.afgemeld();
        let known = all.iter_mut().find(|entry| self.is_about(entry, &wie));
        let is_added = known.is_none();
        if let Some(entry) = known {
            entry.vervanger = instead.or_else(|| entry.vervanger.take());
        } else {
            all = vec![Afgemeld {
                rol: Some(wie.rol),
                organisatie: wie.organisatie.clone(),
                casus: wie.casus.map(|casus| casus.to_string()),
                vervanger: instead,
            }];
        }
        Ok(Signed { wie, is_away: true, all, is_added })
    }

    fn on(&self, who: &str) -> Result<Signed, ToolError> {
        let named = self.inbrenger(who)?;
        let regio = &self.reading.team.regio;
        let all = self.afgemeld();
        let is_it = |entry: &&Afgemeld| {
            if let Some(wie) = &named {
                return self.is_about(entry, wie);
            }
            let is_role = self.asked.rol.is_none_or(|rol| entry.rol == Some(rol));
            let (Some(rol), organisation) = (entry.rol, entry.organisatie.as_deref()) else { return false };
            let of_seat = |name: &str| regio.zelfde(name, who, self.day) || self.sits_for(who, rol, name);
            is_role && (organisation.is_some_and(of_seat) || self.brought_by(entry, who).is_some())
        };
        let found: Vec<&Afgemeld> = all.iter().filter(is_it).collect();
        let entry = match found.as_slice() {
            [entry] => *entry,
            [] => {
                let away: Vec<String> = all.iter().filter_map(|entry| self.named(entry)).collect();
                let agenda = paste::command(&format!("agenda {}", self.day), self.desk.context);
                let error = ToolError::new(Kind::Absent, "die is niet afgemeld. Er is niets geschreven.")
                    .try_command(agenda, "wie er komt");
                return Err(match away.as_slice() {
                    [] => error.because("Er is niemand afgemeld."),
                    away => error.because(format!("Afgemeld: {}.", away.join("; "))),
                });
            }
            more => {
                let mut words: Vec<&str> = more.iter().filter_map(|one| one.rol).map(TafelRol::sleutel).collect();
                words.dedup();
                return Err(ToolError::new(Kind::Usage, "die is meer dan één keer afgemeld. Er is niets geschreven.")
                    .advise(format!(
                        "Geef erbij welke: --rol {}. Bij een inbrenger: schrijf inbrenger, met --casus.",
                        words.join(" of --rol ")
                    )));
            }
        };
        let wie = Wie {
            rol: entry.rol.unwrap_or(TafelRol::Overig),
            organisatie: entry.organisatie.clone(),
            casus: entry.casus.as_deref().and_then(|text| Casus::read(text).ok()),
        };
        let all = all.iter().filter(|one| !self.is_about(one, &wie)).cloned().collect();
        Ok(Signed { wie, is_away: false, all, is_added: false })
    }

    /// Who is away, in words; an organisation that the region does not know is not named.
    fn named(&self, entry: &Afgemeld) -> Option<String> {
        let casus = entry.casus.as_deref().and_then(|text| Casus::read(text).ok());
        if let Some(casus) = casus {
            return Some(format!("inbrenger van {casus}"));
        }
        let known = self.reading.team.regio.bekend(entry.organisatie.as_deref()?, self.day)?;
        Some(format!("{} ({})", known.naam, entry.rol?.woord()))
    }

    /// Who comes instead, with the organisation where the region knows that person.
    fn with_organisation(&self, one: Deelnemer, wie: &Wie) -> Result<Deelnemer, ToolError> {
        let regio = &self.reading.team.regio;
        let (None, Some(name), Some(own)) = (&one.organisatie, &one.naam, &wie.organisatie) else { return Ok(one) };
        let people =
            regio.personen.values().filter(|person| person.naam.as_deref().is_some_and(|own| is_same(own, name)));
        let mut homes: Vec<&str> = people.filter_map(|person| person.organisatie.as_deref()).collect();
        homes.sort_unstable();
        homes.dedup_by(|a, b| regio.zelfde(a, b, self.day));
        if homes.iter().any(|home| regio.zelfde(home, own, self.day)) {
            return Ok(one);
        }
        match homes.as_slice() {
            [] => Ok(one),
            [home] => Ok(Deelnemer { organisatie: Some((*home).to_owned()), ..one }),
            _ => Err(ToolError::new(
                Kind::Usage,
                "van welke organisatie is wie in de plaats komt? Er is niets geschreven.",
            )
            .because("In regio.yaml staat die naam bij meer dan één organisatie.")
            .advise("Schrijf achter --vervanger: \"Naam, Organisatie\".")),
        }
    }

    /// What it does at the table, and how to go on.
    fn told(&self, wie: &Wie, is_away: bool, after: &Agenda) -> (Vec<String>, Vec<(String, String)>) {
        let veil = Veil::new(&self.reading.team.regio);
        let shown = |text: &str| escape::flat(&veil.name(text));
        let named = |plaats: &Plaats| {
            let parts = [plaats.naam.as_deref(), plaats.organisatie.as_deref()];
            parts.into_iter().flatten().map(shown).collect::<Vec<_>>().join(", ")
        };
        if let Some(casus) = wie.casus {
            return self.told_of_inbrenger(casus, is_away, after, &named);
        }
        let own = wie.organisatie.clone().unwrap_or_default();
        let same = |name: &str| self.reading.team.regio.zelfde(name, &own, self.day);
        let own = shown(&own);
        let sits = after.tafel.plaatsen.iter().find(|plaats| match &plaats.vervangt {
            Some((rol, name)) => is_away && *rol == wie.rol && same(name),
            None => !is_away && plaats.rol == wie.rol && plaats.organisatie.as_deref().is_some_and(same),
        });
        let mut lines = Vec::new();
        match sits {
            Some(plaats) if is_away => lines.push(format!("In de plaats van {own} komt {}.", named(plaats))),
            Some(plaats) => lines.push(format!("Nu komt weer: {}.", named(plaats))),
            None if is_away => lines.push(format!("In de plaats van {own} komt niemand.")),
            None => lines.push(format!("{own} is niet meer afgemeld.")),
        }
        if is_away && !after.tafel.has_minimum() {
            lines.push(
                "Let op: zo is niet iedereen er die er moet zijn. Zonder hen gaat de vergadering niet door.".to_owned(),
            );
        }
        (lines, Vec::new())
    }

    /// What becomes of the case of an inbrenger: a monitor is not discussed without its own.
    fn told_of_inbrenger(
        &self,
        casus: Casus,
        is_away: bool,
        after: &Agenda,
        named: &dyn Fn(&Plaats) -> String,
    ) -> (Vec<String>, Vec<(String, String)>) {
        if !is_away {
            return (vec![format!("De inbrenger van casus {casus} komt nu weer.")], Vec::new());
        }
        let soort = zaak(&self.reading.team, self.day, casus).and_then(|zaak| zaak.soort());
        if soort == Some(Soort::Monitor) {
            let text = format!("Casus {casus} is een monitor. Zonder de inbrenger wordt hij niet besproken (NAZ02).");
            let first = self.day.max(self.desk.context.today);
            let to = first.succ_opt().and_then(|day| self.reading.calendar.next(day));
            let next = to.map(|to| {
                let command = format!("besluit {casus} --vergadering {} --uitstellen {to}", self.day);
                let when = format!("stelt de casus uit naar {}", day_in_words(to));
                (paste::command(&command, self.desk.context), when)
            });
            return (vec![text], next.into_iter().collect());
        }
        let writes = |plaats: &&Plaats| plaats.redenen.contains(&Reden::Notulist) && plaats.is_at(casus);
        let writes = after.tafel.plaatsen.iter().find(writes);
        let line = match writes {
            Some(plaats) => format!("Bij casus {casus} maakt {} dan de aantekeningen.", named(plaats)),
            None => format!("De inbrenger van casus {casus} is er dan niet."),
        };
        (vec![line], Vec::new())
    }

    /// Who was there counts once it was written down, whatever is signed off or on after it: where
    /// the two differ, that is said, with the command that sets it right.
    fn against_presence(&self, wie: &Wie, is_away: bool, after: &Agenda) -> Option<(String, (String, String))> {
        let team = &self.reading.team;
        let present = team.meetings.get(&self.day)?.aanwezig.as_ref()?;
        let same = |one: Option<&str>, other: Option<&str>| {
            one.zip(other).is_some_and(|(one, other)| team.regio.zelfde(one, other, self.day))
        };
        let own = wie.organisatie.as_deref();
        let is_it = |plaats: &Plaats| {
            let is_seat =
                wie.casus.map_or_else(|| same(own, plaats.organisatie.as_deref()), |casus| plaats.is_at(casus));
            plaats.rol == wie.rol && is_seat
        };
        // Somebody else of the same organisation comes in the place of who is away.
        let is_instead = |plaats: &Plaats| {
            let instead =
                after.tafel.plaatsen.iter().filter(|one| one.vervangt.as_ref().is_some_and(|(rol, _)| *rol == wie.rol));
            let names = |one: &Plaats| Some((one.naam.clone()?, plaats.naam.clone()?));
            instead.filter_map(names).any(|(one, other)| is_same(&one, &other))
        };
        let there = was_there(present, team, self.day);
        if there.iter().any(|plaats| is_it(plaats) && !(is_away && is_instead(plaats))) != is_away {
            return None;
        }
        let with = if is_away { "staat deze plaats er wel bij" } else { "staat deze plaats er niet bij" };
        let line = format!("Let op: wie er was, is al opgeschreven, en daar {with}. Een bespreking gaat daarvan uit.");
        let command = paste::command(&format!("vergadering {} --aanwezig", self.day), self.desk.context);
        Some((line, (command, "zet recht wie er was".to_owned())))
    }

    /// The agenda as it is with this change.
    fn after(&self, change: &Change) -> Option<Agenda> {
        let mut reading = read_meeting(&Folder::new(&self.desk.root.path), self.day).ok()?;
        let slot = Slot::Vergadering(self.day);
        let content = decode(&slot, &parse(change.text()?).ok()?).0?;
        reading.team.put(&slot, content);
        Some(Agenda::of(&reading, self.day))
    }
}
