//! The questions of a discussion on a terminal, and their answers as values.

use super::left::Left;
use super::lists::{choice, listed, numbers};
use crate::calendar::words::{day_in_words, day_without_year, span};
use crate::calendar::{Calendar, typed, typed_day};
use crate::cli::case::outcome;
use crate::cli::error::ToolError;
use crate::cli::prompt::{Prompt, is_yes, somebody};
use crate::interview::bespreking::{Over, Vraag, moet_terug, uiterlijk_terug};
use crate::model::{
    Advies, AdviesSoort, Afspraak, Bespreking, Casus, Datum, Haalbaar, Interventie, InterventieSoort, JaNee,
    KaartAanvulling, Keuze, Lijst, MonitorAfspraak, Notulist, ReactieInbrenger, Regio, Visie,
};
use crate::output::Screen;
use crate::route::closed;
use crate::store::Team;
use chrono::NaiveDate;

/// Asks the questions of one discussion.
pub struct Asking<'a> {
    /// Whoever answers.
    pub prompt: &'a mut dyn Prompt,
    /// What it is about.
    pub over: &'a Over<'a>,
    /// The facts of the card, as they may be seen.
    pub facts: &'a [(u32, String)],
    /// The day of the meeting.
    pub day: NaiveDate,
    /// When the team meets.
    pub calendar: &'a Calendar,
    /// The region.
    pub regio: &'a Regio,
    /// The step that was said last.
    pub step: u8,
    /// Where text goes.
    pub screen: Screen,
    /// Where the case stands in each meeting.
    pub way: &'a Team,
    /// The case.
    pub casus: Casus,
    /// What is asked now.
    pub vraag: Vraag,
    /// Whether something stands there that an empty answer keeps.
    pub kept: bool,
    /// How many parts of the question were answered.
    pub parts: usize,
}

impl Asking<'_> {
    /// Asks one question. False: it has to be asked again.
    pub fn ask(&mut self, vraag: Vraag, own: &mut Bespreking) -> Result<bool, Left> {
        (self.vraag, self.parts) = (vraag, 0);
        let (step, name) = vraag.stap();
        if step != self.step {
            if (self.step, step) == (1, 3) {
                let text = "De inbrenger licht de kaart toe. Daar vraagt vt niets over.";
                self.prompt.say(&format!("\nStap 2 van 7: toelichting\n{text}\n"));
            }
            self.prompt.say(&format!("\nStap {step} van 7: {name}\n"));
            self.step = step;
        }
        let text = vraag.tekst();
        let advies = || own.advies.clone().unwrap_or_default();
        match vraag {
            Vraag::InbrengerAanwezig => own.inbrenger_aanwezig = Some(self.yes_no(text)?),
            Vraag::Vragenronde => own.vragenronde_gehouden = Some(self.yes_no(text)?),
            Vraag::Stem => own.stem_gehoord = Some(self.yes_no(text)?),
            Vraag::Notulist => {
                let one = self.needed(text, somebody, "Schrijf: Naam, Organisatie.")?;
                own.notulist = Some(Notulist { naam: one.naam, organisatie: one.organisatie });
            }
            Vraag::Cijfer(nth) => self.figure(nth, own)?,
            Vraag::Eens => self.agreed(own)?,
            Vraag::Visie(nth) => self.view(nth, own)?,
            Vraag::Delers(nth) => self.sharers(nth, own)?,
            Vraag::Ronde => self.second_round(own)?,
            Vraag::Soort => {
                let words: Vec<&str> = AdviesSoort::ALL.iter().map(|soort| soort.woorden()).collect();
                let soort = AdviesSoort::ALL[self.choose(text, &words)?];
                own.advies = Some(Advies { soort: Some(soort), ..advies() });
            }
            Vraag::Tekst => own.advies = Some(Advies { tekst: Some(self.text(text)?), ..advies() }),
            Vraag::SteuntOp => {
                for (nr, what) in self.facts {
                    let lines = self.screen.wrap(what, &format!("  {nr}  "), "     ");
                    self.prompt.say(&(lines.join("\n") + "\n"));
                }
                let known: Vec<u32> = self.facts.iter().map(|(nr, _)| *nr).collect();
                let numbers =
                    self.needed(text, |answer| numbers(answer, &known), "Typ de nummers die hierboven staan.")?;
                own.advies = Some(Advies { steunt_op: numbers.into_iter().collect(), ..advies() });
            }
            Vraag::Reden => own.advies = Some(Advies { reden: Some(self.text(text)?), ..advies() }),
            Vraag::SamenMet => {
                let names: Lijst<String> = self.words(text)?.into_iter().collect();
                own.advies = Some(Advies { samen_met: names, ..advies() });
            }
            Vraag::Keuze => {
                let count = |one: &Visie| one.deelnemers.values().count();
                let most = own.visies.values().map(count).max();
                let tied = own.visies.values().filter(|one| Some(count(one)) == most);
                let views: Vec<String> = tied.filter_map(|one| one.visie.clone()).collect();
                let nth = self.choose(text, &views.iter().map(String::as_str).collect::<Vec<_>>())?;
                let wat = views.get(nth).cloned();
                let reden = Some(self.text("Waarom kiest de inbrenger dat?")?);
                let keuze = Keuze { wat: wat.clone(), reden };
                own.advies = Some(Advies { tekst: wat, keuze_inbrenger: Some(keuze), ..advies() });
            }
            Vraag::NeemtMee | Vraag::Passend => {
                let answer = Some(self.text(text)?);
                let mut reactie = own.reactie_inbrenger.take().unwrap_or_default();
                let ReactieInbrenger { neemt_mee, passend } = &mut reactie;
                *(if vraag == Vraag::NeemtMee { neemt_mee } else { passend }) = answer;
                own.reactie_inbrenger = Some(reactie);
            }
            Vraag::Nodig => own.nodig = Some(self.text(text)?),
            Vraag::Interventies => own.interventies = self.interventions()?,
            Vraag::Afspraken => self.agreement(own)?,
            Vraag::Aanvulling => {
                let tekst = self.long(text)?;
                own.aanvulling_kaart = Some(KaartAanvulling { tekst, ..KaartAanvulling::default() });
            }
            Vraag::Successen | Vraag::Haalbaar | Vraag::WatHoudtHet => self.addition(vraag, own)?,
            Vraag::Terug => return self.back(own),
            Vraag::Hoe => {
                let monitor = own.monitor.take().unwrap_or_default();
                own.monitor = Some(MonitorAfspraak { hoe: Some(self.text(text)?), ..monitor });
            }
        }
        Ok(true)
    }

    /// What stands there, and that it may stay so.
    pub fn stands(&mut self, now: &str) {
        self.prompt.say("\n");
        for (nth, line) in now.lines().enumerate() {
            self.say(&format!("{}{line}", if nth == 0 { "Nu: " } else { "    " }), "    ");
        }
        self.say("Enter: dat blijft zo.", "");
    }

    /// Something to read first, in lines that fit.
    pub fn say(&mut self, text: &str, rest: &str) {
        let lines = self.screen.wrap(text, "", rest);
        self.prompt.say(&(lines.join("\n") + "\n"));
    }

    /// What stands before the answer: a question that is no word or two stands on lines of its own.
    fn short<'q>(&mut self, question: &'q str) -> &'q str {
        if question.chars().count() <= 40 && !question.ends_with(['?', '.']) {
            return question;
        }
        self.say(question, "");
        "Je antwoord"
    }

    fn line(&mut self, question: &str) -> Result<Option<String>, Left> {
        let short = self.short(question);
        self.going_on(|prompt| prompt.line(short))
    }

    fn long(&mut self, question: &str) -> Result<Option<String>, Left> {
        let stop = if question.ends_with(['?', '.']) { "" } else { "." };
        self.say(&format!("{question}{stop} Een lege regel is klaar."), "");
        self.going_on(|prompt| prompt.text("Je antwoord"))
    }

    /// An answer, unless it is a word that is none.
    fn going_on(
        &mut self,
        mut given: impl FnMut(&mut dyn Prompt) -> Result<Option<String>, ToolError>,
    ) -> Result<Option<String>, Left> {
        loop {
            let answer = given(self.prompt)?;
            match answer.as_deref().map(str::to_lowercase).as_deref() {
                Some("stop") => return Err(Left::Stop),
                Some("terug") => return Err(Left::Back),
                Some("?") => self.say(self.vraag.uitleg(), ""),
                None if self.kept && self.parts == 0 => return Err(Left::Keep),
                _ => return Ok(answer),
            }
        }
    }

    pub fn yes_no(&mut self, question: &str) -> Result<JaNee, Left> {
        let is_yes = self.needed(&format!("{question} (ja/nee)"), is_yes, "Typ ja of nee.")?;
        Ok(if is_yes { JaNee::Ja } else { JaNee::Nee })
    }

    /// A text that has to be there.
    pub fn text(&mut self, question: &str) -> Result<String, Left> {
        loop {
            if let Some(text) = self.long(question)? {
                self.parts += 1;
                return Ok(text);
            }
            self.prompt.tell("Hier hoort een antwoord. Stoppen kan: typ stop.");
        }
    }

    /// An answer that can be understood.
    pub fn needed<T>(&mut self, question: &str, read: impl Fn(&str) -> Option<T>, again: &str) -> Result<T, Left> {
        loop {
            if let Some(value) = self.line(question)?.and_then(|answer| read(&answer)) {
                self.parts += 1;
                return Ok(value);
            }
            self.prompt.tell(again);
        }
    }

    fn words(&mut self, question: &str) -> Result<Vec<String>, Left> {
        let split = |answer: &str| {
            let words = answer.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
            Some(words.collect::<Vec<_>>()).filter(|words| !words.is_empty())
        };
        self.needed(question, split, "Schrijf namen, met een komma ertussen.")
    }

    fn choose(&mut self, question: &str, words: &[&str]) -> Result<usize, Left> {
        self.prompt.tell(question);
        self.prompt.say(&listed((1..).zip(words.iter().copied())));
        let again = format!("Typ een cijfer van 1 tot en met {}.", words.len());
        self.needed("Je antwoord", |answer| choice(answer, words), &again)
    }

    fn interventions(&mut self) -> Result<Lijst<Interventie>, Left> {
        let words: Vec<&str> = InterventieSoort::ALL.iter().map(|soort| soort.woorden()).collect();
        self.prompt.tell(Vraag::Interventies.tekst());
        self.prompt.say(&listed((1..).zip(words.iter().copied())));
        let known: Vec<u32> = (1..).take(words.len()).collect();
        let chosen = loop {
            match self.line("De nummers; Enter: geen")? {
                None => break Vec::new(),
                Some(answer) => match numbers(&answer, &known) {
                    Some(chosen) => {
                        self.parts += 1;
                        break chosen;
                    }
                    None => self.prompt.tell("Typ de nummers, met een spatie ertussen."),
                },
            }
        };
        let mut all = Vec::new();
        for number in chosen {
            let soort = InterventieSoort::ALL[number as usize - 1];
            let met =
                self.line(&format!("Wie doen mee aan {}? Met een komma ertussen. Enter: nog open.", soort.woorden()))?;
            let met = met
                .iter()
                .flat_map(|own| own.split(','))
                .map(|own| own.trim().to_owned())
                .filter(|own| !own.is_empty());
            let met: Lijst<String> = met.collect();
            let verwijzing = match soort {
                InterventieSoort::OndersteuningEnZorg => Some(self.yes_no("Is er een verwijzing nodig?")?),
                _ => None,
            };
            all.push(Interventie { soort: Some(soort), met, verwijzing });
        }
        Ok(all.into_iter().collect())
    }

    /// One more agreement, or that there is none more.
    fn agreement(&mut self, own: &mut Bespreking) -> Result<(), Left> {
        let mut all: Vec<Afspraak> = own.afspraken.values().cloned().collect();
        let nr = u32::try_from(all.len() + 1).unwrap_or(u32::MAX);
        if all.is_empty() {
            self.say(Vraag::Afspraken.tekst(), "");
            let wat = self.text("Afspraak 1: wat?")?;
            all.push(self.who_and_when(nr, wat)?);
        } else {
            match self.long("Nog een afspraak? Schrijf wat. Enter: niets meer.")? {
                Some(wat) => {
                    self.parts += 1;
                    all.push(self.who_and_when(nr, wat)?);
                }
                None => self.over.afspraken_klaar.set(true),
            }
        }
        own.afspraken = all.into_iter().collect();
        Ok(())
    }

    fn who_and_when(&mut self, nr: u32, wat: String) -> Result<Afspraak, Left> {
        let wie = self.needed("Wie?", |answer| Some(answer.to_owned()), "Schrijf wie het doet.")?;
        let today = self.day;
        let again = "Schrijf een dag of maand die nog komt, zoals 1 april of 2026-04-01.";
        let read = |answer: &str| typed(answer, today).filter(|day| day.last() >= today);
        let wanneer = self.needed("Wanneer?", read, again)?;
        self.prompt.tell(&span(wanneer));
        Ok(Afspraak { nr: Some(nr), wat: Some(wat), wie: Some(wie), wanneer: Some(wanneer) })
    }

    fn addition(&mut self, vraag: Vraag, own: &mut Bespreking) -> Result<(), Left> {
        let mut addition = own.aanvulling_kaart.take().unwrap_or_default();
        if vraag == Vraag::Successen {
            let text = self.long(vraag.tekst())?;
            let lines = text.iter().flat_map(|text| text.lines()).map(|line| line.trim().to_owned());
            addition.successen = lines.filter(|line| !line.is_empty()).collect();
        } else {
            let answer = Some(self.text(vraag.tekst())?);
            let mut haalbaar = addition.haalbaar.take().unwrap_or_default();
            let Haalbaar { niveau, wat_houdt_het } = &mut haalbaar;
            *(if vraag == Vraag::Haalbaar { niveau } else { wat_houdt_het }) = answer;
            addition.haalbaar = Some(haalbaar);
        }
        own.aanvulling_kaart = Some(addition);
        Ok(())
    }

    /// Whether and when the case comes back.
    fn back(&mut self, own: &mut Bespreking) -> Result<bool, Left> {
        let monitor = own.monitor.take().unwrap_or_default();
        let must = moet_terug(own);
        let latest = uiterlijk_terug(own, self.day, self.regio.termijnen.verschil_monitor_dagen);
        let terug = if must || monitor.terug == Some(JaNee::Ja) {
            let until = latest.map(|day| format!(", uiterlijk {}", day_in_words(day))).unwrap_or_default();
            self.prompt.tell(&format!("Spreek nu af wanneer de casus terugkomt{until}."));
            JaNee::Ja
        } else {
            self.yes_no(Vraag::Terug.tekst())?
        };
        if terug == JaNee::Nee {
            own.monitor = Some(MonitorAfspraak { terug: Some(terug), ..monitor });
            return Ok(true);
        }
        let asked = self.line("Terug op")?.and_then(|answer| typed_day(&answer, self.day));
        if let Some(stand) = asked.and_then(|day| closed(self.way, day, self.casus)) {
            self.prompt.tell(&format!("Daar is de casus {}. Kies een andere dag.", outcome(stand)));
            own.monitor = Some(MonitorAfspraak { terug: Some(terug), ..monitor });
            return Ok(false);
        }
        let day = asked.filter(|day| *day > self.day && self.calendar.is_meeting(*day));
        let Some(day) = day.filter(|day| latest.is_none_or(|latest| *day <= latest)) else {
            let near = self.calendar.nearest(asked.unwrap_or(self.day));
            let near = near.into_iter().filter(|day| *day > self.day && latest.is_none_or(|latest| *day <= latest));
            let near: Vec<String> = near.map(|day| day.to_string()).collect();
            self.prompt.tell(&format!("Kies een dag waarop het team vergadert, zoals {}.", near.join(" of ")));
            own.monitor = Some(MonitorAfspraak { terug: Some(terug), ..monitor });
            return Ok(false);
        };
        let last = self.calendar.last_day(day);
        self.prompt.tell(&format!("{}. Inbrengen kan tot en met {}.", day_in_words(day), day_without_year(last)));
        own.monitor = Some(MonitorAfspraak { terug: Some(terug), datum: Some(Datum(day)), ..monitor });
        Ok(true)
    }
}
