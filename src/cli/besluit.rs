//! `vt besluit`: what the chair decides on a case that was handed in.

mod changes;
mod may;
mod waiting;

use super::case::{InMeeting, Which, casus, in_meeting, professionals};
use super::context::Context;
use super::desk::Desk;
use super::error::{Kind, ToolError};
use super::invite::{asked_for, invited};
use super::keyboard::typed;
use super::long_text::{door_or, long_text};
use super::prompt::Prompt;
use super::write::turn;
use super::{Answer, args, paste};
use crate::calendar::typed_day;
use crate::calendar::words::{day_in_words, day_without_year, span};
use crate::model::{Besluit, BesluitSoort, Casus, Datum, Expert, Lijst, TafelRol, Tijdstip};
use crate::output::{Veil, escape};
use crate::pseudo::TeamFile;
use crate::route::Zaak;
use crate::rules::Finding;
use crate::store::{Folder, Root, Team, Zone, dossier_above};
use chrono::NaiveDate;

/// Runs the command.
pub fn run(asked: &args::Besluit, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(decide(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

fn decide(asked: &args::Besluit, context: &Context, mut prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let root = context.team("vt besluit CASUS")?;
    let Some(typed) = &asked.casus else { return waiting::waiting(&root, asked.vergadering, context) };
    let casus = casus(typed)?;
    let found = in_meeting(&root, context, casus, asked.vergadering, Which::Next, "besluit")?;
    let zaak = found.zaak(casus)?;
    let way = Folder::new(&root.path).meetings_of(casus);
    let deciding = Deciding { asked, context, found: &found, zaak: &zaak, casus, way: &way };
    deciding.may_be_decided()?;
    let desk = Desk::new(&root, &found.reading.team.regio, context).of_case(casus, professionals(&found, &zaak));
    deciding.takes_any(&desk)?;
    let soort = deciding.soort(prompt.as_deref_mut())?;
    deciding.can_be_done(soort, &root)?;
    let naar = deciding.naar(soort, prompt.as_deref_mut())?;
    deciding.stands_here(naar)?;
    deciding.announced(&desk, naar)?;
    let broken = deciding.broken(soort, &root)?;
    let reden = deciding.reden(soort, &broken, prompt.as_deref_mut())?;
    let dossier = context.dossier.clone().or_else(|| dossier_above(&context.here).map(|root| root.path));
    let dossier = dossier.map(|path| Root { zone: Zone::Dossier, path });
    let door = door_or(asked.door.as_deref(), dossier.as_ref(), deciding.chair(), prompt.as_deref_mut())?;
    let wishes: Vec<&Expert> = zaak.kaart.map(|kaart| kaart.experts.values().collect()).unwrap_or_default();
    let uitnodigen = match (soort, asked.uitnodigen.as_slice()) {
        (BesluitSoort::Agenderen, []) if zaak.files.besluit.as_ref().is_none_or(|own| !own.uitnodigen.is_asked()) => {
            asked_for(&wishes, prompt.as_deref_mut())?
        }
        (BesluitSoort::Agenderen, words) if !words.is_empty() => invited(words, &wishes)?,
        _ => Lijst::default(),
    };
    let advies_vooraf = match &asked.advies_vooraf {
        Some(path) => Some(long_text(Some(path), "--advies-vooraf", "", None)?),
        None => None,
    };
    let decision = Besluit {
        besluit: Some(soort),
        datum: Some(Tijdstip::Dag(context.today)),
        door: Some(door),
        reden,
        naar: naar.map(Datum),
        volgorde: asked.volgorde,
        minuten: asked.minuten,
        uitnodigen,
        advies_vooraf,
        ..Besluit::default()
    };
    let file = match desk.passed(&TeamFile::from(&decision), prompt)? {
        Ok(file) => file,
        Err(answer) => return Ok(answer),
    };
    let _turn = turn(&root)?;
    // While questions were answered others went on: what stands there now is decided on.
    if !deciding.is_as_it_was(desk.standing(&deciding.slot())?.as_deref()) {
        return Err(deciding.somebody_else());
    }
    let found = in_meeting(&root, context, casus, Some(found.day), Which::Next, "besluit")?;
    let zaak = found.zaak(casus)?;
    let way = Folder::new(&root.path).meetings_of(casus);
    let deciding = Deciding { asked, context, found: &found, zaak: &zaak, casus, way: &way };
    deciding.may_be_decided()?;
    deciding.can_be_done(soort, &root)?;
    match naar {
        Some(day) => deciding.can_go(day)?,
        None => deciding.stands_here(None)?,
    }
    deciding.written(&desk, &decision, &file)
}

/// A decision in the making.
struct Deciding<'a> {
    asked: &'a args::Besluit,
    context: &'a Context,
    found: &'a InMeeting,
    zaak: &'a Zaak<'a>,
    casus: Casus,
    /// Every meeting of the case.
    way: &'a Team,
}

impl Deciding<'_> {
    /// The decision that stands there, for who is asked for another one.
    fn earlier(&self) -> Vec<String> {
        let Some(own) = &self.zaak.files.besluit else { return Vec::new() };
        let team = &self.found.reading.team;
        let veil = Veil::new(&team.regio);
        let text = |text: &str| escape::flat(&veil.of_case(text, team, self.casus));
        let name = |text: &Option<String>| text.as_deref().map(|text| escape::flat(&veil.name(text)));
        let soort = match own.besluit {
            Some(BesluitSoort::Agenderen) => "agenderen",
            Some(BesluitSoort::Uitstellen) => "uitstellen",
            Some(BesluitSoort::Afwijzen) => "afwijzen",
            None => "nog geen keuze",
        };
        let mut head = vec![soort.to_owned()];
        head.extend(own.naar.map(|naar| format!("naar {}", day_in_words(naar.0))));
        head.extend(name(&own.door).map(|door| format!("door {door}")));
        head.extend(own.datum.map(|datum| format!("op {}", span(datum))));
        let mut lines = vec![format!("Er staat al een besluit: {}.", head.join(" "))];
        lines.extend(own.reden.as_deref().map(|reason| format!("Reden: {}", text(reason))));
        let invited = own.uitnodigen.values().map(|one| {
            let who = [name(&one.naam), name(&one.organisatie)].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let what = one.expertise.as_deref().map(text).unwrap_or_default();
            if who.is_empty() { what } else { format!("{what} ({who})") }
        });
        let invited: Vec<String> = invited.collect();
        lines.extend((!invited.is_empty()).then(|| format!("Uitgenodigd: {}.", invited.join(", "))));
        lines
    }

    /// The chair, when the region knows one.
    fn chair(&self) -> Option<&str> {
        let people = self.found.reading.team.regio.personen.values();
        let mut chairs = people.filter(|person| person.rol == Some(TafelRol::Voorzitter));
        let first = chairs.next()?;
        if chairs.next().is_some() { None } else { first.naam.as_deref() }
    }

    fn soort(&self, prompt: Option<&mut (dyn Prompt + '_)>) -> Result<BesluitSoort, ToolError> {
        let asked = self.asked;
        if asked.agenderen {
            return Ok(BesluitSoort::Agenderen);
        }
        if asked.uitstellen.is_some() {
            return Ok(BesluitSoort::Uitstellen);
        }
        if asked.afwijzen {
            return Ok(BesluitSoort::Afwijzen);
        }
        // What is only added to a decision leaves it as it is.
        let adds = asked.volgorde.is_some() || asked.minuten.is_some() || asked.advies_vooraf.is_some();
        let own = self.zaak.files.besluit.as_ref().and_then(|own| own.besluit);
        if let Some(own) = own.filter(|_| adds || !asked.uitnodigen.is_empty()) {
            return Ok(own);
        }
        let Some(prompt) = prompt else {
            return Err(ToolError::new(Kind::Usage, "vt moet weten wat je besluit, en kan hier niets vragen.")
                .because("Er is geen terminal om op te antwoorden. Er is niets geschreven.")
                .advise("Geef --agenderen, --uitstellen DATUM of --afwijzen."));
        };
        let day = day_in_words(self.found.day);
        prompt.tell(&format!("Casus {}, {day}.", self.casus));
        for line in self.earlier() {
            prompt.tell(&line);
        }
        prompt.say("Wat besluit je?\n  1 agenderen   2 uitstellen   3 afwijzen\n");
        loop {
            match prompt.line("Je antwoord")?.as_deref() {
                Some("1" | "agenderen") => return Ok(BesluitSoort::Agenderen),
                Some("2" | "uitstellen") => return Ok(BesluitSoort::Uitstellen),
                Some("3" | "afwijzen") => return Ok(BesluitSoort::Afwijzen),
                _ => prompt.tell("Typ 1, 2 of 3."),
            }
        }
    }

    /// The meeting to which a case is postponed.
    fn naar(
        &self,
        soort: BesluitSoort,
        prompt: Option<&mut (dyn Prompt + '_)>,
    ) -> Result<Option<NaiveDate>, ToolError> {
        if soort != BesluitSoort::Uitstellen {
            return Ok(None);
        }
        let next = self.next();
        let own = self.zaak.files.besluit.as_ref().and_then(|own| own.naar).map(|day| day.0);
        let day = match (self.asked.uitstellen.or(own), prompt, next) {
            (Some(day), ..) => day,
            (None, Some(prompt), Some(next)) => {
                prompt.tell(&format!("Naar welke vergadering? Enter: {}.", day_in_words(next)));
                loop {
                    match prompt.line("De dag")?.map(|text| typed_day(&text, self.context.today)) {
                        None => break next,
                        Some(Some(day)) => {
                            prompt.tell(&format!("  {}", day_in_words(day)));
                            break day;
                        }
                        Some(None) => prompt.tell("Schrijf de dag, zoals 19-3-2026 of 19 maart."),
                    }
                }
            }
            (None, ..) => {
                return Err(ToolError::new(Kind::Usage, "vt moet weten naar welke vergadering.")
                    .advise("Geef de dag achter --uitstellen."));
            }
        };
        self.can_go(day).map(|()| Some(day))
    }

    /// Whether the case can go from here to that day; else the days to which it can.
    fn can_go(&self, day: NaiveDate) -> Result<(), ToolError> {
        let calendar = &self.found.reading.calendar;
        let first = self.found.day.max(self.context.today);
        let next = self.next();
        self.stands_here(Some(day))?;
        let mut error = if day <= first {
            ToolError::new(Kind::Absent, "uitstellen kan alleen naar later. Er is niets geschreven.")
        } else if !calendar.is_meeting(day) {
            ToolError::new(Kind::Absent, "op die dag is geen vergadering. Er is niets geschreven.")
        } else {
            match self.can_come(day) {
                Ok(()) => return Ok(()),
                Err(error) => error,
            }
        };
        let near = calendar.nearest(day).into_iter().filter(|near| *near > first && self.can_come(*near).is_ok());
        let mut near: Vec<NaiveDate> = near.chain(next).collect();
        near.sort_unstable();
        near.dedup();
        for near in near.into_iter().take(2) {
            let command = format!("besluit {} --vergadering {} --uitstellen {near}", self.casus, self.found.day);
            error = error.try_command(paste::command(&command, self.context), day_in_words(near));
        }
        Err(error)
    }

    fn reden(
        &self,
        soort: BesluitSoort,
        broken: &[&Finding],
        prompt: Option<&mut (dyn Prompt + '_)>,
    ) -> Result<Option<String>, ToolError> {
        let own = self.zaak.files.besluit.as_ref().filter(|own| own.besluit == Some(soort));
        let own = own.and_then(|own| own.reden.clone()).filter(|reason| !reason.trim().is_empty());
        if self.asked.reden.is_none() && own.is_some() {
            return Ok(own);
        }
        let question = match soort {
            BesluitSoort::Uitstellen => "Waarom stel je uit?".to_owned(),
            BesluitSoort::Afwijzen => "Waarom wijs je de casus af?".to_owned(),
            BesluitSoort::Agenderen if broken.is_empty() => {
                let given = self.asked.reden.as_deref();
                return given.map(|path| long_text(Some(path), "--reden", "", None)).transpose();
            }
            BesluitSoort::Agenderen => {
                let mut rules: Vec<&str> = broken.iter().map(|finding| finding.rule.id).collect();
                rules.dedup();
                format!("De kaart voldoet nog niet aan {}. Waarom agendeer je de casus toch?", rules.join(", "))
            }
        };
        long_text(self.asked.reden.as_deref(), "--reden", &question, prompt).map(Some)
    }

    fn told(&self, soort: BesluitSoort, naar: Option<NaiveDate>) -> (Vec<String>, Vec<(String, String)>) {
        let day = day_in_words(self.found.day);
        let casus = self.casus;
        let mut lines = vec![match (soort, naar) {
            (BesluitSoort::Agenderen, _) => format!("Besloten: casus {casus} komt op de agenda van {day}."),
            (BesluitSoort::Uitstellen, Some(naar)) => {
                format!(
                    "Besloten: casus {casus} gaat van {} naar {}.",
                    day_without_year(self.found.day),
                    day_in_words(naar)
                )
            }
            _ => format!("Besloten: casus {casus} komt niet op de agenda van {day}."),
        }];
        let mut next = Vec::new();
        if soort == BesluitSoort::Agenderen {
            let agenda = paste::command(&format!("agenda {}", self.found.day), self.context);
            next.push((agenda, "de agenda, zoals zij nu is".to_owned()));
        } else {
            lines.push("Laat het de inbrenger weten, met de reden.".to_owned());
        }
        (lines, next)
    }
}

#[cfg(test)]
mod tests;
