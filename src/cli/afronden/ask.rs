//! What became of an advice: from the options, or asked in turn.

use crate::calendar::{typed_day, words};
use crate::cli::args;
use crate::cli::context::Context;
use crate::cli::error::{Kind, ToolError};
use crate::cli::long_text::text_called;
use crate::cli::paste;
use crate::cli::prompt::{Prompt, is_yes};
use crate::model::{
    AfspraakStand, Casus, Lijst, Nazorg, NazorgAfspraak, Terugkoppeling, Tijdstip, Veiligheidskaart, VerderGeholpen,
};
use crate::output::Veil;
use crate::route::{Gemaakt, afspraken};
use crate::store::Team;
use chrono::NaiveDate;
use std::path::Path;

/// What the questions are about.
pub struct Gevraagd<'a> {
    /// What was given.
    pub asked: &'a args::Nazorg,
    /// The discussion.
    pub day: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The case.
    pub casus: Casus,
    /// What was read of it.
    pub team: &'a Team,
    /// The card of the dossier.
    pub card: &'a Veiligheidskaart,
    /// What surrounds the command.
    pub context: &'a Context,
}

/// What is to be written: what was given, else what is answered.
pub fn answers(about: &Gevraagd<'_>, prompt: Option<&mut (dyn Prompt + '_)>) -> Result<Nazorg, ToolError> {
    let asked = about.asked;
    let is_given = asked.terugkoppeling.is_some() || asked.afspraak.is_some() || asked.verder_geholpen.is_some();
    match (is_given, prompt) {
        (true, prompt) => about.given(prompt),
        (false, Some(prompt)) => about.in_turn(prompt),
        (false, None) => Err(ToolError::new(Kind::Usage, "vt moet weten wat er is gebeurd, en kan hier niets vragen.")
            .because("Er is geen terminal om op te antwoorden. Er is niets geschreven.")
            .advise("Geef --terugkoppeling DATUM, --afspraak NR met --gedaan, of --verder-geholpen.")),
    }
}

impl Gevraagd<'_> {
    fn given(&self, mut prompt: Option<&mut (dyn Prompt + '_)>) -> Result<Nazorg, ToolError> {
        let asked = self.asked;
        if [&asked.reactie, &asked.reden].into_iter().flatten().filter(|path| path.as_os_str() == "-").count() > 1 {
            return Err(ToolError::new(Kind::Usage, "op stdin past maar één tekst. Er is niets geschreven.")
                .advise("Zet de reactie of de reden in een bestand."));
        }
        let mut nazorg =
            Nazorg { verder_geholpen: asked.verder_geholpen.as_deref().and_then(helped), ..Nazorg::default() };
        if let Some(day) = asked.terugkoppeling {
            self.may_be(day, "--terugkoppeling")?;
            self.no_other_talk(day)?;
            let reactie = asked.reactie.as_deref().map(|path| text(path, "--reactie", "de reactie")).transpose()?;
            let met = match (asked.met.as_slice(), prompt.as_deref_mut()) {
                ([], None) => return Err(self.with_whom("vt moet weten met wie je het advies besprak.")),
                ([], Some(prompt)) => self.ask_whom(prompt)?,
                (met, _) => {
                    self.members(met).ok_or_else(|| self.with_whom("achter `--met` staat iemand die vt niet kent."))?
                }
            };
            nazorg.terugkoppeling =
                Some(Terugkoppeling { datum: Some(Tijdstip::Dag(day)), met: self.with_before(&met), reactie });
        }
        if let Some(nr) = asked.afspraak {
            self.agreement(nr)?;
            let stand = match (asked.gedaan, asked.kon_niet) {
                (true, _) => AfspraakStand::Gedaan,
                (_, true) => AfspraakStand::KonNiet,
                _ => AfspraakStand::NietGedaan,
            };
            let op = asked.op.unwrap_or(self.today);
            self.may_be(op, "--op")?;
            let reden = match (&asked.reden, stand) {
                (None, AfspraakStand::Gedaan) => None,
                (path, _) => Some(text_called("de reden", path.as_deref(), "--reden", why(stand), prompt)?),
            };
            nazorg.afspraken = Lijst::from_iter([settled(nr, stand, op, reden)]);
        }
        Ok(nazorg)
    }

    /// Asks for what is still open; an empty answer leaves it so. What was answered until somebody
    /// stops is kept.
    fn in_turn(&self, prompt: &mut (dyn Prompt + '_)) -> Result<Nazorg, ToolError> {
        let mut nazorg = Nazorg::default();
        match self.fill(&mut nazorg, prompt) {
            Err(stopped) if nazorg.terugkoppeling.is_none() && nazorg.afspraken.is_empty() => Err(stopped),
            Err(_) => {
                prompt.tell("Gestopt. Wat je tot nu toe antwoordde, gaat mee.");
                Ok(nazorg)
            }
            Ok(()) => Ok(nazorg),
        }
    }

    fn fill(&self, nazorg: &mut Nazorg, prompt: &mut (dyn Prompt + '_)) -> Result<(), ToolError> {
        let now = self.now();
        let screen = &self.context.screen;
        let (casus, day) = (self.casus, words::day_in_words(self.day));
        let head = format!("Casus {casus}, besproken op {day}. Met Enter laat je iets open. Stoppen mag: typ stop.");
        prompt.tell(&head);
        if now.and_then(|now| now.terugkoppeling.as_ref()?.datum).is_none()
            && let Some(day) = self.ask_day("Op welke dag besprak je het advies met het gezin?", prompt)?
        {
            let met = self.ask_whom(prompt)?;
            let reactie = prompt.text("Wat was hun reactie? Een lege regel is klaar.")?;
            nazorg.terugkoppeling = Some(Terugkoppeling { datum: Some(Tijdstip::Dag(day)), met, reactie });
        }
        let veil = Veil::new(&self.team.regio);
        for made in self.agreements().iter().filter(|made| made.stand.is_none()) {
            let Some(nr) = made.afspraak.nr else { continue };
            let what = veil.of_case(made.afspraak.wat.as_deref().unwrap_or("(geen tekst)"), self.team, self.casus);
            let lines = screen.wrap(&format!("Afspraak {nr}: {}", what.trim()), "", "  ");
            prompt.say(&format!("{}\n  1 gedaan   2 kon niet   3 niet gedaan\n", lines.join("\n")));
            let Some(stand) = ask_state(prompt)? else { continue };
            let op = self.ask_day("Op welke dag? Enter: vandaag", prompt)?.unwrap_or(self.today);
            let reden = match stand {
                AfspraakStand::Gedaan => None,
                _ => Some(text_called("de reden", None, "--reden", why(stand), Some(prompt))?),
            };
            let done = nazorg.afspraken.values().cloned().chain([settled(nr, stand, op, reden)]);
            nazorg.afspraken = done.collect();
        }
        if now.and_then(|now| now.verder_geholpen).is_none() {
            nazorg.verder_geholpen = loop {
                match prompt.line("Kon je verder met het advies? (ja/deels/nee)")? {
                    None => break None,
                    Some(word) => match helped(&word) {
                        Some(helped) => break Some(helped),
                        None => prompt.tell("Typ ja, deels of nee, of Enter."),
                    },
                }
            };
        }
        Ok(())
    }

    /// What stands there by now.
    fn now(&self) -> Option<&Nazorg> {
        self.team.case(self.day, self.casus)?.nazorg.as_ref()
    }

    /// A talk that was written down is not written over: the file has room for one.
    fn no_other_talk(&self, day: NaiveDate) -> Result<(), ToolError> {
        let stands = self.now().and_then(|now| now.terugkoppeling.as_ref()?.datum);
        let Some(stands) = stands.filter(|stands| *stands != Tijdstip::Dag(day)) else { return Ok(()) };
        Err(ToolError::new(Kind::Refused, "er is al een gesprek over het advies opgeschreven. Er is niets geschreven.")
            .because(format!("Dat was op {}.", words::span(stands)))
            .advise(
                "Was er daarna nog een gesprek? Schrijf dat zelf bij `reactie` in nazorg.yaml van die vergadering.",
            ))
    }

    /// These with who stand there already.
    fn with_before(&self, met: &Lijst<String>) -> Lijst<String> {
        let before = self.now().and_then(|now| now.terugkoppeling.as_ref());
        let mut all: Vec<String> = before.into_iter().flat_map(|own| own.met.values()).cloned().collect();
        for wie in met.values() {
            if !all.contains(wie) {
                all.push(wie.clone());
            }
        }
        all.into_iter().collect()
    }

    fn agreements(&self) -> Vec<Gemaakt<'_>> {
        self.team.case(self.day, self.casus).map(afspraken).unwrap_or_default()
    }

    /// The agreement with this number.
    fn agreement(&self, nr: u32) -> Result<(), ToolError> {
        let numbers: Vec<u32> = self.agreements().iter().filter_map(|made| made.afspraak.nr).collect();
        if numbers.contains(&nr) {
            return Ok(());
        }
        let error = ToolError::new(Kind::Absent, "deze afspraak staat niet in de bespreking. Er is niets geschreven.");
        if numbers.is_empty() {
            return Err(error.because("In die bespreking staan geen afspraken met een nummer."));
        }
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        let show = paste::command(&format!("toon {} --vergadering {}", self.casus, self.day), self.context);
        Err(error
            .because(format!("Er staan afspraken met nummer {}.", numbers.join(", ")))
            .try_command(show, "de bespreking"))
    }

    /// Between the discussion and today.
    fn may_be(&self, day: NaiveDate, option: &str) -> Result<(), ToolError> {
        if (self.day..=self.today).contains(&day) {
            return Ok(());
        }
        Err(ToolError::new(Kind::Usage, format!("de dag achter `{option}` kan niet. Er is niets geschreven.")).because(
            format!(
                "De casus is besproken op {}, en vandaag is het {}: de dag ligt daartussen.",
                words::day_in_words(self.day),
                words::day_in_words(self.today)
            ),
        ))
    }

    /// Who of the family the card knows, as it calls them.
    fn family(&self) -> Vec<&str> {
        let leden = self.card.gezin.iter().flat_map(|gezin| gezin.leden.values());
        leden.filter_map(|lid| lid.wie.as_deref().map(str::trim)).filter(|wie| !wie.is_empty()).collect()
    }

    /// These, when the card knows them all.
    fn members(&self, typed: &[String]) -> Option<Lijst<String>> {
        let family = self.family();
        let known = typed.iter().map(|word| family.iter().find(|wie| wie.eq_ignore_ascii_case(word.trim())));
        known.map(|wie| wie.map(|wie| (*wie).to_owned())).collect::<Option<Vec<_>>>().map(Lijst::from_iter)
    }

    fn with_whom(&self, what: &str) -> ToolError {
        let error = ToolError::new(Kind::Usage, format!("{what} Er is niets geschreven."));
        let roles: Vec<&str> = self.family().into_iter().filter(|wie| crate::model::is_role(wie)).collect();
        let error = error.because(format!("Op de kaart staan bij `wie`: {}.", roles.join(", ")));
        error.advise("Geef achter `--met` een of meer van die woorden, met een komma ertussen.")
    }

    fn ask_whom(&self, prompt: &mut (dyn Prompt + '_)) -> Result<Lijst<String>, ToolError> {
        let family = self.family().join(", ");
        loop {
            let answer = prompt.line(&format!("Met wie? Met een komma ertussen, uit: {family}"))?;
            let typed: Vec<String> =
                answer.iter().flat_map(|answer| answer.split(',')).map(ToOwned::to_owned).collect();
            match self.members(&typed).filter(|met| !met.is_empty()) {
                Some(met) => return Ok(met),
                None => prompt.tell("Typ de woorden zoals ze op de kaart bij `wie` staan."),
            }
        }
    }

    fn ask_day(&self, question: &str, prompt: &mut (dyn Prompt + '_)) -> Result<Option<NaiveDate>, ToolError> {
        loop {
            let Some(answer) = prompt.line(question)? else { return Ok(None) };
            match typed_day(&answer, self.today) {
                Some(day) if (self.day..=self.today).contains(&day) => {
                    prompt.tell(&format!("  {}", words::day_in_words(day)));
                    return Ok(Some(day));
                }
                Some(_) => prompt.tell("Die dag ligt niet tussen de bespreking en vandaag."),
                None => prompt.tell("Schrijf de dag, zoals 12-3-2026, 12 maart of gisteren."),
            }
        }
    }
}

fn ask_state(prompt: &mut (dyn Prompt + '_)) -> Result<Option<AfspraakStand>, ToolError> {
    loop {
        return Ok(match prompt.line("Je antwoord")?.as_deref() {
            None => None,
            Some("1" | "gedaan") => Some(AfspraakStand::Gedaan),
            Some("2" | "kon niet") => Some(AfspraakStand::KonNiet),
            Some("3" | "niet gedaan") => Some(AfspraakStand::NietGedaan),
            Some(_) => {
                prompt.tell("Typ 1, 2 of 3, of Enter als het nog open is.");
                continue;
            }
        });
    }
}

fn text(path: &Path, option: &str, called: &str) -> Result<String, ToolError> {
    text_called(called, Some(path), option, "", None)
}

fn settled(nr: u32, stand: AfspraakStand, op: NaiveDate, reden: Option<String>) -> NazorgAfspraak {
    NazorgAfspraak { nr: Some(nr), stand: Some(stand), op: Some(Tijdstip::Dag(op)), reden }
}

fn why(stand: AfspraakStand) -> &'static str {
    if stand == AfspraakStand::KonNiet { "Waarom kon het niet?" } else { "Waarom is het niet gedaan?" }
}

fn helped(word: &str) -> Option<VerderGeholpen> {
    match is_yes(word) {
        Some(true) => Some(VerderGeholpen::Ja),
        Some(false) => Some(VerderGeholpen::Nee),
        None => word.eq_ignore_ascii_case("deels").then_some(VerderGeholpen::Deels),
    }
}
