//! From a card to the bytes that the team may have: stripped, reviewed, asked, and through
//! the gate. What stops it is an answer for people, not an error of the program.

use super::Answer;
use super::asking::{Answers, Asked, ask, ask_bands, bands};
use super::context::Context;
use super::error::{Kind, ToolError};
use super::labels;
use super::prompt::Prompt;
use super::source::Source;
use super::write::carry_out;
use crate::model::{Casus, Moment, Regio};
use crate::output;
use crate::pseudo::{
    Choice, Crossing, Gated, Given, InTeam, Names, Reviewed, Reviewing, Stopped, ages_stand_out, gate, review, strip,
};
use crate::store::{Change, Root, Roots};
use crate::work;
use chrono::NaiveDate;

/// With what a card crosses.
pub struct Onto<'a> {
    /// The region of the team.
    pub regio: &'a Regio,
    /// The team's folder, where it can be reached.
    pub team: Option<&'a Root>,
    /// The meeting.
    pub day: NaiveDate,
    /// The pseudonym.
    pub casus: Casus,
    /// When it was first handed in.
    pub op: Moment,
    /// Who hands it in.
    pub door: String,
    /// Why it can't wait.
    pub spoed: Option<String>,
    /// Whether nothing is written, not even answers.
    pub is_dry: bool,
}

/// A card that may cross.
pub struct Crossed {
    /// The card as it was reviewed.
    pub reviewed: Reviewed,
    /// Its bytes.
    pub gated: Gated,
    /// The way back, when it has to be written.
    pub koppeling: Option<Change>,
}

/// What came of it.
pub enum Outcome {
    /// It may cross.
    Crossed(Box<Crossed>),
    /// Something is still open: the screen that says what, with status 1.
    Stopped(Answer),
}

/// Takes a card through all of it. Answers are kept in the koppeling, also when somebody
/// stops halfway.
pub fn cross(
    source: &Source,
    onto: Onto<'_>,
    roots: &Roots,
    mut prompt: Option<&mut dyn Prompt>,
    context: &Context,
) -> Result<Outcome, ToolError> {
    let Onto { regio, team, day, casus, op, door, spoed, is_dry } = onto;
    let names = Names::of(&source.card, regio, day);
    let used = team.map_or_else(|| Ok(InTeam::default()), |team| labels::in_team(team, casus, context))?;
    labels::one_each(&names, source.koppeling(), &used)?;
    let mut before = source.choices();
    let known = before.len();
    let many = source.card.gezin.as_ref().is_some_and(ages_stand_out);
    let mut ages_open = many && source.dossier.is_some() && bands(&before).is_none();
    if let Some(prompt) = prompt.as_deref_mut().filter(|_| ages_open) {
        before.push(ask_bands(prompt, &context.screen)?);
        ages_open = false;
    }
    let bands = many && bands(&before).unwrap_or(true) && source.dossier.is_some();
    let crossing = Crossing { regio, casus, op, door, spoed, day, bands };
    let stays = source.stays(regio);
    let koppeling = source.koppeling();
    let people = if source.dossier.is_some() { names.people(koppeling, &used) } else { Vec::new() };
    let first: Vec<Choice> = before[known..].to_vec();
    let all = |answers: &Answers| {
        let choices = first.iter().chain(&answers.choices).cloned().collect();
        Answers { choices, said: answers.said.clone() }
    };
    // The file as it stands by now: each answer is added to what the one before left.
    let mut written = source.dossier.as_ref().and_then(|own| own.koppeling.as_ref()).map(|(bytes, _)| bytes.clone());
    let mut done = (0, 0);
    let mut keep = |answers: &Answers| {
        if is_dry {
            return Ok(());
        }
        let answers = all(answers);
        let (choices, said) = (&answers.choices[done.0..], &answers.said[done.1..]);
        if let Some(change) = kept(source, casus, written.as_deref(), said, choices)? {
            written = change.text().map(<[u8]>::to_vec);
            carry_out(roots, &[change])?;
        }
        done = (answers.choices.len(), answers.said.len());
        Ok(())
    };
    let review = |choices: &[Choice], said: &[Given]| {
        let with = Reviewing { names: &names, stays: &stays, koppeling, team: &used, choices, said, asks_labels: true };
        review(strip(&source.card, &crossing).into(), &with)
    };
    if !first.is_empty() {
        keep(&Answers::default())?;
    }
    let Asked { reviewed, new, stopped } = ask(&before, &people, prompt, &context.screen, review, &mut keep)?;
    if let Some(stopped) = stopped {
        let is_kept = source.dossier.is_some() && !is_dry && !(new.choices.is_empty() && first.is_empty());
        if !is_kept {
            return Err(stopped);
        }
        return Err(ToolError {
            what: "je bent gestopt. Je antwoorden tot nu toe zijn bewaard.".to_owned(),
            ..stopped
        });
    }
    let (new, said) = (all(&new).choices.split_off(done.0), new.said.len());
    let was_said = if done.1 > 0 { said } else { 0 };
    if ages_open || !reviewed.questions.is_empty() {
        let text = output::open_questions(&reviewed.questions, ages_open, &context.screen);
        return Ok(Outcome::Stopped(Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() }));
    }
    match gate(&reviewed.file, &names, regio) {
        Ok(gated) => {
            // What was said is at the front of what was given, and may be kept already.
            let mut given = reviewed.given[was_said.min(reviewed.given.len())..].to_vec();
            given.extend(names.rows(koppeling, &used, &reviewed.given));
            let koppeling = kept(source, casus, written.as_deref(), &given, &new)?;
            Ok(Outcome::Crossed(Box::new(Crossed { reviewed, gated, koppeling })))
        }
        Err(stopped) => Ok(Outcome::Stopped(gate_closed(&stopped, context)?)),
    }
}

/// The screen of a gate that stays shut.
pub fn gate_closed(stopped: &Stopped, context: &Context) -> Result<Answer, ToolError> {
    match stopped {
        Stopped::Found(found) => {
            let found: Vec<_> = found.iter().map(|(path, kind)| (path.to_string(), *kind)).collect();
            let text = output::still_found(&found, &context.screen);
            Ok(Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() })
        }
        Stopped::Unwritable => {
            Err(ToolError::new(Kind::Refused, "vt kan deze kaart niet veilig opschrijven. Er is niets geschreven.")
                .because("In een tekst staan tekens die niet elk programma hetzelfde leest.")
                .advise("Haal onzichtbare of vreemde tekens uit de teksten van de kaart."))
        }
    }
}

/// The change that keeps the way back and the answers; of a team's card there is none.
pub fn kept(
    source: &Source,
    casus: Casus,
    was: Option<&[u8]>,
    given: &[Given],
    new: &[Choice],
) -> Result<Option<Change>, ToolError> {
    let Some(own) = &source.dossier else { return Ok(None) };
    work::koppeling::koppeling(&own.nummer, casus, was, given, new).map_err(|refused| {
        ToolError::new(Kind::Refused, "vt kan `koppeling.yaml` niet aanvullen. Er is niets geschreven.")
            .because(refused.to_string())
            .try_command("vt check", "wat er mis is, en waar")
    })
}
