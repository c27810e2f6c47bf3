//! `vt besluit`: what the chair decides on a case that was handed in.

use super::case::{InMeeting, Which, casus, in_meeting, professionals};
use super::context::Context;
use super::desk::{Desk, Written};
use super::error::{Kind, ToolError};
use super::invite::{asked_for, invited};
use super::keyboard::typed;
use super::long_text::{door, long_text};
use super::prompt::Prompt;
use super::{Answer, args, paste};
use crate::calendar::words::{day_in_words, day_without_year};
use crate::model::{Besluit, BesluitSoort, Casus, Datum, Expert, Lijst, Tijdstip, Verwacht, VerwachtWaarom};
use crate::pseudo::TeamFile;
use crate::route::{Stand, Zaak};
use crate::rules::{Finding, Severity};
use crate::store::{At, CaseFile, Change, Folder, Root, Slot, Zone, dossier_above, read};
use crate::work::besluit::besluit;
use crate::work::merge::Merge;
use crate::yaml::parse;
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Besluit, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(decide(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

fn decide(asked: &args::Besluit, context: &Context, mut prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let casus = casus(&asked.casus)?;
    let root = context.team("vt besluit CASUS")?;
    let found = in_meeting(&root, context, casus, asked.vergadering, Which::Next, "besluit")?;
    let zaak = found.zaak(casus)?;
    let deciding = Deciding { asked, context, found: &found, zaak: &zaak, casus };
    deciding.may_be_decided()?;
    let soort = deciding.soort(prompt.as_deref_mut())?;
    deciding.not_under_way(soort, &root)?;
    let naar = deciding.naar(soort, prompt.as_deref_mut())?;
    let broken = deciding.broken(soort, &root)?;
    let reden = deciding.reden(soort, &broken, prompt.as_deref_mut())?;
    let dossier = context.dossier.clone().or_else(|| dossier_above(&context.here).map(|root| root.path));
    let dossier = dossier.map(|path| Root { zone: Zone::Dossier, path });
    let door = door(asked.door.as_deref(), dossier.as_ref(), prompt.as_deref_mut())?;
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
    let desk = Desk::new(&root, &found.reading.team.regio, context).of_case(casus, professionals(&found, &zaak));
    let changes = match deciding.changes(&desk, &decision, prompt)? {
        Ok(changes) => changes,
        Err(stopped) => return Ok(stopped),
    };
    let (said, next) = deciding.told(soort, naar);
    desk.done(&changes, asked.droog, said, &next)
}

/// A decision in the making.
struct Deciding<'a> {
    asked: &'a args::Besluit,
    context: &'a Context,
    found: &'a InMeeting,
    zaak: &'a Zaak<'a>,
    casus: Casus,
}

impl Deciding<'_> {
    /// A case without a card, withdrawn or discussed is none to decide on.
    fn may_be_decided(&self) -> Result<(), ToolError> {
        let day = day_in_words(self.found.day);
        let refused = |what: &str| ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven."));
        match self.zaak.stand {
            Stand::Besproken => Err(refused("deze casus is in die vergadering al besproken.")),
            Stand::Ingetrokken => {
                Err(refused("deze casus is ingetrokken.").because(format!("De inbrenger trok de kaart in, van {day}.")))
            }
            Stand::Verwacht => Err(refused("van deze casus is er nog geen kaart.")
                .because(format!("De casus wordt verwacht op {day}, maar is nog niet ingebracht."))
                .advise("Vraag de inbrenger de kaart in te brengen.")),
            _ => Ok(()),
        }
    }

    /// A case of which the discussion is being written down stays on the agenda.
    fn not_under_way(&self, soort: BesluitSoort, root: &Root) -> Result<(), ToolError> {
        let concept = At::concept(self.found.day, self.casus).ok().map(|at| root.path.join(at.path()));
        let is_under_way = concept.is_some_and(|path| read(&path).is_ok());
        if soort == BesluitSoort::Agenderen || !is_under_way {
            return Ok(());
        }
        Err(ToolError::new(Kind::Refused, "de bespreking van deze casus is begonnen. Er is niets geschreven.")
            .try_command(
                paste::command(&format!("bespreking {} --vergadering {}", self.casus, self.found.day), self.context),
                "gaat daar verder",
            ))
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
        prompt
            .say(&format!("Casus {}, {day}. Wat besluit je?\n  1 agenderen   2 uitstellen   3 afwijzen\n", self.casus));
        loop {
            match prompt.line("Je antwoord")?.as_deref() {
                Some("1" | "agenderen") => return Ok(BesluitSoort::Agenderen),
                Some("2" | "uitstellen") => return Ok(BesluitSoort::Uitstellen),
                Some("3" | "afwijzen") => return Ok(BesluitSoort::Afwijzen),
                _ => prompt.say("Typ 1, 2 of 3.\n"),
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
        let calendar = &self.found.reading.calendar;
        let first = self.found.day.max(self.context.today);
        let next = first.succ_opt().and_then(|day| calendar.next(day));
        let own = self.zaak.files.besluit.as_ref().and_then(|own| own.naar).map(|day| day.0);
        let day = match (self.asked.uitstellen.or(own), prompt, next) {
            (Some(day), ..) => day,
            (None, Some(prompt), Some(next)) => {
                prompt.say(&format!("Naar welke vergadering? Enter: {}.\n", day_in_words(next)));
                loop {
                    match prompt.line("De dag")?.map(|text| text.parse::<Datum>()) {
                        None => break next,
                        Some(Ok(Datum(day))) => break day,
                        Some(Err(_)) => prompt.say("Schrijf de dag als jaar-maand-dag, zoals 2026-03-19.\n"),
                    }
                }
            }
            (None, ..) => {
                return Err(ToolError::new(Kind::Usage, "vt moet weten naar welke vergadering.")
                    .advise("Geef de dag achter --uitstellen."));
            }
        };
        if day > first && calendar.is_meeting(day) {
            return Ok(Some(day));
        }
        let what = if day <= first { "uitstellen kan alleen naar later." } else { "op die dag is geen vergadering." };
        let mut error = ToolError::new(Kind::Absent, format!("{what} Er is niets geschreven."));
        let mut near: Vec<NaiveDate> =
            calendar.nearest(day).into_iter().filter(|near| *near > first).chain(next).collect();
        near.sort_unstable();
        near.dedup();
        for near in near.into_iter().take(2) {
            let command = format!("besluit {} --vergadering {} --uitstellen {near}", self.casus, self.found.day);
            error = error.try_command(paste::command(&command, self.context), day_in_words(near));
        }
        Err(error)
    }

    /// What stops the card: a card that breaks a rule is taken with a reason, or not at all.
    fn broken(&self, soort: BesluitSoort, root: &Root) -> Result<Vec<&Finding>, ToolError> {
        if soort != BesluitSoort::Agenderen {
            return Ok(Vec::new());
        }
        let card = self.found.reading.cards.get(&(self.zaak.kaart_in, self.casus));
        let findings = card.map(Vec::as_slice).unwrap_or_default();
        // An earlier reason of the chair answers no new decision.
        let reason = self.zaak.files.besluit.as_ref().and_then(|own| own.reden.clone());
        let is_open = |finding: &&Finding| finding.is_open() || reason.is_some() && finding.answer == reason;
        let broken: Vec<&Finding> =
            findings.iter().filter(is_open).filter(|finding| finding.rule.severity == Severity::Fout).collect();
        let mut never: Vec<&str> =
            broken.iter().map(|finding| finding.rule).filter(|rule| !rule.is_passable()).map(|rule| rule.id).collect();
        never.dedup();
        if never.is_empty() {
            return Ok(broken);
        }
        let path = root.path.join(Slot::Case(self.zaak.kaart_in, self.casus, CaseFile::Kaart).path());
        let path = paste::quoted(Path::new(&self.context.named(&path)));
        Err(ToolError::new(Kind::Refused, "deze kaart kan zo niet op de agenda. Er is niets geschreven.")
            .because(format!("Hierover kan de voorzitter niet heen stappen: {}.", never.join(", ")))
            .try_command(format!("vt check {path}"), "wat er mis is, en waar"))
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

    /// The list of changes, or the screen that says what is still open.
    fn changes(
        &self,
        desk: &Desk<'_>,
        decision: &Besluit,
        mut prompt: Option<&mut dyn Prompt>,
    ) -> Result<Result<Vec<Change>, Answer>, ToolError> {
        let naar = decision.naar.map(|day| day.0);
        let expected = match naar {
            Some(day) => {
                let slot = Slot::Case(day, self.casus, CaseFile::Verwacht);
                let file = Verwacht {
                    waarom: Some(VerwachtWaarom::Uitgesteld),
                    van: Some(Datum(self.found.day)),
                    ..Verwacht::default()
                };
                match desk.file(&slot, &TeamFile::from(&file), &Merge::default(), None)? {
                    Written::Change(change) => change,
                    Written::Stopped(answer) => return Ok(Err(answer)),
                }
            }
            None => None,
        };
        let slot = Slot::Case(self.found.day, self.casus, CaseFile::Besluit);
        self.as_it_was(desk, &slot)?;
        let mut emptied = Vec::new();
        emptied.extend(naar.is_none().then_some("naar"));
        emptied.extend(decision.reden.is_none().then_some("reden"));
        let how = Merge { emptied: &emptied, ..Merge::default() };
        let written = match desk.file(&slot, &TeamFile::from(decision), &how, prompt.take())? {
            Written::Change(change) => change,
            Written::Stopped(answer) => return Ok(Err(answer)),
        };
        let before = self.moved(desk, naar)?;
        besluit(written, expected, self.casus, &before)
            .map(Ok)
            .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))
    }

    /// The meetings to which it was moved from here and where it goes away, with the announcement
    /// there; also after work that stopped halfway. Where more was done since, that goes first.
    fn moved(&self, desk: &Desk<'_>, naar: Option<NaiveDate>) -> Result<Vec<(NaiveDate, Vec<u8>)>, ToolError> {
        let here = self.found.day;
        let is_ours = |bytes: &Vec<u8>| {
            let file: Option<Verwacht> = parse(bytes).ok().and_then(|doc| doc.read().0);
            file.is_some_and(|file| file.waarom == Some(VerwachtWaarom::Uitgesteld) && file.van == Some(Datum(here)))
        };
        let mut moved = Vec::new();
        for day in Folder::new(&desk.root.path).days() {
            if day == here || Some(day) == naar {
                continue;
            }
            let slot = |file| Slot::Case(day, self.casus, file);
            let Some(was) = desk.standing(&slot(CaseFile::Verwacht))?.filter(is_ours) else { continue };
            for file in [CaseFile::Kaart, CaseFile::Besluit, CaseFile::Bespreking] {
                if desk.standing(&slot(file))?.is_some() {
                    return Err(self.goes_on_there(day));
                }
            }
            moved.push((day, was));
        }
        Ok(moved)
    }

    fn goes_on_there(&self, day: NaiveDate) -> ToolError {
        let (from, to) = (day_without_year(self.found.day), day_in_words(day));
        let what = format!("deze casus ging van {from} naar {to}, en daar gebeurde al meer.");
        let command = format!("besluit {} --vergadering {day}", self.casus);
        ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven."))
            .try_command(paste::command(&command, self.context), "besluit daar")
    }

    /// Whether the decision that stands there is still the one that was read.
    fn as_it_was(&self, desk: &Desk<'_>, slot: &Slot) -> Result<(), ToolError> {
        let now = desk.standing(slot)?;
        let now: Option<Besluit> = now.and_then(|bytes| parse(&bytes).ok().and_then(|doc| doc.read().0));
        let said = |own: &Besluit| (own.besluit, own.naar, own.reden.clone(), own.door.clone());
        if now.as_ref().map(said) == self.zaak.files.besluit.as_ref().map(said) {
            return Ok(());
        }
        Err(ToolError::new(Kind::Refused, "iemand anders besloot net over deze casus. Er is niets geschreven.")
            .try_command(paste::command(&format!("agenda {}", self.found.day), self.context), "hoe het nu staat"))
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
