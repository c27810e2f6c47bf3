//! The conversation about a card: a question, the answer into the file, the next question.

use super::error::{Kind, ToolError};
use super::prompt::Prompt;
use crate::calendar::words::day_in_words;
use crate::interview::{self, Answer, Ask, Chosen, Form, Gap, Interview, Sheet, What};
use crate::model::{Datum, Soort, Tijdstip};
use crate::output::{self, Asked, Screen};
use crate::rules::{Finding, OneCard, Rule, Severity, find};
use crate::work::antwoord::{Antwoord, answered, up_to_date};
use crate::yaml::{Path, Refused, Value, parse};
use chrono::NaiveDate;

/// Puts the text that was and the text that comes in its place.
pub type Save<'s> = &'s mut dyn FnMut(&str, &str) -> Result<(), ToolError>;

/// A card that is talked about.
pub struct Talk<'t> {
    /// The text of its file.
    pub text: String,
    /// What judges it.
    pub card: &'t OneCard,
    /// Today.
    pub today: NaiveDate,
    /// The screen of the questions.
    pub screen: Screen,
    /// Whether what is missing is all that is talked about: then each finding is named, and
    /// what is left after each answer. Hints count when they were asked for.
    pub only: Option<Only>,
    /// When the case was last discussed, as far as the team's folder says.
    pub last: Option<NaiveDate>,
    /// How many answers came into the file.
    pub count: usize,
    /// Keeps the text.
    pub save: Save<'t>,
    said: Vec<&'static str>,
    item: Option<(&'static str, String)>,
}

/// What a conversation about what is missing takes in.
#[derive(Clone, Copy)]
pub struct Only {
    /// Hints too.
    pub tips: bool,
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// There is no question left.
    Done,
    /// Somebody stopped.
    Stopped,
}

/// What somebody did with a question.
enum Did {
    Put(Value),
    Item,
    Nothing,
    Back,
    Stop,
}

impl<'t> Talk<'t> {
    /// About the card with this text.
    pub fn new(text: String, card: &'t OneCard, today: NaiveDate, screen: Screen, save: Save<'t>) -> Self {
        Self { text, card, today, screen, only: None, last: None, count: 0, save, said: Vec::new(), item: None }
    }

    /// Goes through the questions. What was answered is kept, however it ends.
    pub fn hold(&mut self, mut interview: Interview, prompt: &mut dyn Prompt) -> Result<End, ToolError> {
        let mut back = false;
        loop {
            let gaps = self.gaps();
            let text = self.text.clone();
            let doc = parse(text.as_bytes()).map_err(|_| unreadable())?;
            let sheet = Sheet::new(&doc, &gaps, self.card.regio(), self.today);
            let ask = if back { interview.back(&sheet) } else { interview.next(&sheet) };
            let Some(ask) = ask else { return Ok(End::Done) };
            back = false;
            match self.ask(&ask, &sheet, prompt) {
                Did::Put(value) => self.put(&ask, value, prompt)?,
                Did::Item => interview.begin_item(&ask, &sheet),
                Did::Back => back = true,
                Did::Stop => return Ok(End::Stopped),
                Did::Nothing => {}
            }
            if ask.question.key == "soort" && !back {
                self.note_last(prompt)?;
            }
        }
    }

    /// How many questions have no answer.
    pub fn left(&self) -> usize {
        let gaps = self.gaps();
        let Ok(doc) = parse(self.text.as_bytes()) else { return 0 };
        interview::open_questions(&Sheet::new(&doc, &gaps, self.card.regio(), self.today))
    }

    /// What the rules find open.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.card.open(&self.text);
        if self.only.is_some_and(|only| !only.tips) {
            findings.retain(|finding| finding.rule.severity > Severity::Advies);
        }
        findings
    }

    fn gaps(&self) -> Vec<Gap> {
        self.findings().iter().flat_map(interview::gaps).collect()
    }

    /// Asks until there is an answer that can be read. When nobody answers any more it stops.
    fn ask(&mut self, ask: &Ask, sheet: &Sheet<'_>, prompt: &mut dyn Prompt) -> Did {
        let choices = interview::choices(ask, sheet);
        prompt.say(&self.show(ask, sheet, &choices));
        let is_text = ask.what == What::Answer && matches!(ask.question.form, Form::Text | Form::Lines);
        loop {
            let given = if is_text { prompt.text("") } else { prompt.line("") };
            let Ok(given) = given else { return Did::Stop };
            let Some(given) = given else { return Did::Nothing };
            match given.to_lowercase().as_str() {
                "?" => prompt.say(&output::asked_why(ask.question.key, &why(ask, sheet), &self.screen)),
                "terug" => return Did::Back,
                "stop" => return Did::Stop,
                "leeg" if ask.what == What::Answer => {
                    return if sheet.is_answered(&ask.path) { Did::Put(Value::Null) } else { Did::Nothing };
                }
                _ => match interview::read(ask, &given, sheet) {
                    Ok(Answer::Put(value)) => {
                        let is_day = ask.question.form == Form::Day || ask.question.key == "meldcode.gemeld";
                        if let (true, Value::Text(text)) = (is_day, &value)
                            && let Ok(day) = text.parse::<Tijdstip>()
                        {
                            prompt.say(&output::understood(day));
                        }
                        return Did::Put(value);
                    }
                    Ok(Answer::Item) => return Did::Item,
                    Ok(Answer::NoItem) => return Did::Nothing,
                    Err(again) => prompt.tell(&format!("  {again}")),
                },
            }
        }
    }

    /// The question with what stands around it.
    fn show(&mut self, ask: &Ask, sheet: &Sheet<'_>, choices: &[Chosen]) -> String {
        let mut titles = Vec::new();
        for part in interview::parts(ask) {
            if !self.said.contains(&part) {
                self.said.push(part);
                titles.push(part.to_owned());
            }
        }
        if ask.what == What::Begin {
            self.said.push(ask.question.ask);
        }
        let item = interview::item(ask, sheet);
        if item != self.item {
            titles.extend(item.as_ref().map(|(_, label)| label.clone()));
        }
        self.item = item;
        let kept = sheet.is_answered(&ask.path);
        let gap = sheet.gap(&ask.path).filter(|_| self.only.is_some() || kept);
        let is_item = ask.what != What::Answer;
        let now = interview::now(ask, sheet, choices);
        let (question, how) = match (&ask.what, ask.question.form) {
            (What::More, _) => (ask.question.each.1, "ja voor nog een"),
            (What::Begin, _) => (ask.question.ask, "ja om het in te vullen, geen als er geen is"),
            (_, Form::Text) => (ask.question.ask, "Meer regels mag. Een lege regel is klaar."),
            (_, Form::Lines) if kept => {
                (ask.question.ask, "Alles, elk op een eigen regel; het komt in plaats van wat er staat.")
            }
            (_, Form::Lines) => (ask.question.ask, "Elk op een eigen regel. Een lege regel is klaar."),
            (_, Form::YesNo) => (ask.question.ask, "ja, nee of onbekend"),
            (_, Form::Members) if choices.is_empty() => {
                (ask.question.ask, "een rol, zoals moeder; meer? zet er een komma tussen")
            }
            (_, Form::Choices(_) | Form::Members) if kept => {
                (ask.question.ask, "alle cijfers die gelden, of geen; het komt in plaats van wat er staat")
            }
            (_, Form::Choices(_) | Form::Members) => (ask.question.ask, "een of meer cijfers, of geen"),
            (_, Form::Words) if kept => {
                (ask.question.ask, "alles wat geldt, met komma's ertussen; het komt in plaats van wat er staat")
            }
            (_, Form::Words) => (ask.question.ask, "meer? zet er een komma tussen"),
            (_, Form::Day) if ask.question.hint.is_empty() => (ask.question.ask, "een dag of maand, zoals 12-3-2026"),
            _ => (ask.question.ask, ""),
        };
        // What can be chosen says by itself what belongs there.
        let chooses = matches!(ask.question.form, Form::Choice(_) | Form::Choices(_) | Form::Member | Form::Members);
        let hint = if is_item || chooses || ask.question.key == "soort" { "" } else { ask.question.hint };
        let asked = Asked {
            titles,
            found: gap.map(|gap| (gap.rule.id, gap.message.as_ref())),
            ask: question,
            hint,
            choices: if is_item { Vec::new() } else { choices.iter().map(|choice| choice.words.as_str()).collect() },
            now,
            is_list: ask.what == What::More,
            how,
        };
        output::asked(&asked, &self.screen)
    }

    /// Puts an answer into the file.
    fn put(&mut self, ask: &Ask, value: Value, prompt: &mut dyn Prompt) -> Result<(), ToolError> {
        let wie = ask.fresh.as_ref().and_then(|fresh| fresh.wie.as_deref());
        match answered(&self.text, &Antwoord { path: &ask.path, value, wie }, self.today) {
            Ok(text) => self.keep(text)?,
            Err(refused) => {
                prompt.say(&cannot(refused, ask.question.key, &self.screen));
                return Ok(());
            }
        }
        self.count += 1;
        if matches!(ask.question.form, Form::Choices(_) | Form::Members | Form::Words) {
            let doc = parse(self.text.as_bytes()).map_err(|_| unreadable())?;
            let sheet = Sheet::new(&doc, &[], self.card.regio(), self.today);
            let now = interview::now(ask, &sheet, &interview::choices(ask, &sheet));
            prompt.tell(&format!("  Nu: {}.", now.as_deref().unwrap_or("niets")));
        }
        if self.only.is_some() {
            prompt.tell(&format!("  Bewaard. {}", output::still_open(&self.findings())));
        } else if let Some(finding) = self.findings().iter().find(|one| one.key.as_ref() == Some(&ask.path)) {
            prompt.tell(&format!("  Let op: {} {}", finding.message, finding.mend));
        }
        Ok(())
    }

    fn keep(&mut self, text: String) -> Result<(), ToolError> {
        if text != self.text {
            (self.save)(&self.text, &text).map_err(|error| match error.cause.clone() {
                // What was answered before does stand in the file.
                Some(cause) if self.count > 0 => {
                    error.because(cause.replace("Er is niets geschreven.", "Alleen dit antwoord is niet bewaard."))
                }
                _ => error,
            })?;
            self.text = text;
        }
        Ok(())
    }

    /// A card that comes back names the meeting in which it was last discussed.
    fn note_last(&mut self, prompt: &mut dyn Prompt) -> Result<(), ToolError> {
        let Some(last) = self.last else { return Ok(()) };
        let path = Path::root().key("eerder");
        let is_behind = {
            let doc = parse(self.text.as_bytes()).map_err(|_| unreadable())?;
            let sheet = Sheet::new(&doc, &[], self.card.regio(), self.today);
            let known = sheet.text(&path).and_then(|text| text.parse::<Datum>().ok());
            sheet.soort() != Soort::Nieuw && known.is_none_or(|known| known.0 < last)
        };
        let antwoord = Antwoord { path: &path, value: Value::Text(last.to_string()), wie: None };
        if is_behind && let Ok(text) = answered(&self.text, &antwoord, self.today) {
            self.keep(text)?;
            self.count += 1;
            prompt.tell(&format!("  Laatst besproken op {}; dat staat nu bij `eerder`.", day_in_words(last)));
        }
        Ok(())
    }
}

/// Whether a card with this text can be edited at all.
pub fn must_be_editable(text: &str, today: NaiveDate) -> Result<(), ToolError> {
    up_to_date(text, today).map(drop).map_err(|refused| unreadable().because(refused.to_string()))
}

fn unreadable() -> ToolError {
    ToolError::new(Kind::Refused, "vt kan in deze kaart geen antwoord zetten. Er is niets geschreven.")
}

/// The rules that wait for an answer: the one that found something first.
fn why(ask: &Ask, sheet: &Sheet<'_>) -> Vec<&'static Rule> {
    let found = sheet.gap(&ask.path).map(|gap| gap.rule);
    let known = || ask.question.rules.iter().filter_map(|id| find(id));
    // A rule about form says nothing about this key.
    let found = found.filter(|rule| !rule.sources.is_empty());
    found.into_iter().chain(known()).take(1).collect()
}

/// What is said when an answer has no place in the file as it is written.
fn cannot(refused: Refused, key: &str, screen: &Screen) -> String {
    let key = key.replace("[]", "");
    let text = format!("Dit antwoord is niet bewaard. {refused} Zet het zelf in het bestand, bij `{key}`.");
    screen.wrap(&text, "  ", "  ").into_iter().map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests;
