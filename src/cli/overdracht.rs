//! `vt overdracht`: a case goes to another casusregisseur. The card says how that went, and this
//! dossier can't bring the case in any more.

use super::context::{Context, dossier_file};
use super::error::{Kind, ToolError};
use super::keyboard::typed;
use super::long_text::long_text;
use super::prompt::{Prompt, is_name, yes};
use super::pseudonimiseer::named;
use super::source::{Own, Source};
use super::write::{carry_out, dry, turn};
use super::{Answer, args};
use crate::calendar::typed_day;
use crate::calendar::words::day_in_words;
use crate::model::Casus;
use crate::store::{CaseFile, Root, Slot, read, walk};
use crate::work::overdracht::{Overdracht, Professional, handed_over, overdracht};
use chrono::NaiveDate;

/// Runs the command.
pub fn run(asked: &args::Overdracht, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(hand_over(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

/// Hands the case over with whoever is there.
pub(super) fn hand_over(
    asked: &args::Overdracht,
    context: &Context,
    prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let source = Source::read(&asked.kaart, context)?;
    let own = own_dossier(&source)?;
    source.own_casus()?;
    // Nobody answers questions to be refused afterwards.
    if asked.aan.is_none() {
        source.not_handed_over().map_err(|error| {
            error.advise("Klopt er iets niet aan die overdracht? Geef de opdracht dan met `--aan` en wie hem kreeg.")
        })?;
    }
    // Whoever can't reach the team's folder hands over too.
    let team = match source.team(&format!("vt overdracht {}", named(&asked.kaart)), context) {
        Ok(team) => Some(team),
        Err(error) if context.map.is_some() => return Err(error),
        Err(_) => None,
    };
    let roots = source.roots(team.as_ref())?;
    if prompt.is_none() {
        all_given(asked)?;
    }
    let over = questions(asked, &source, own, context, prompt)?;
    // What is handed in from this dossier at the same time comes first, or not any more.
    let _turn = team.as_ref().map(turn).transpose()?;
    let source = Source::read(&asked.kaart, context)?;
    let own = own_dossier(&source)?;
    not_to_another(&source, &over.aan)?;
    let casus = source.own_casus()?;
    let bytes = read(&source.path).map_err(super::scan::unreadable)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    let changes = handed_over(text, &source.card, &over, context.today).and_then(|with| {
        let link = own.koppeling.as_ref().map(|(bytes, _)| bytes.as_slice());
        overdracht(&own.nummer, &bytes, with, link, &over)
    });
    let changes = changes.map_err(|refused| {
        ToolError::new(Kind::Refused, "vt kan de overdracht niet op de kaart zetten. Er is niets geschreven.")
            .because(refused.to_string())
            .try_command(format!("vt check {}", named(&asked.kaart)), "wat er mis is, en waar")
    })?;
    if changes.is_empty() {
        let text = "Er verandert niets: deze overdracht staat er al zo.\n";
        return Ok(Answer { stdout: text.into(), ..Answer::default() });
    }
    if asked.droog {
        return dry(&roots, &changes, &context.screen);
    }
    carry_out(&roots, &changes)?;
    let standing = team.as_ref().zip(casus).and_then(|(team, casus)| still_to_come(team, casus, context.today));
    let lines = told(own, &over, casus, standing, context);
    Ok(Answer {
        stdout: lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes(),
        ..Answer::default()
    })
}

/// The dossier of the card; a card of the team has none.
fn own_dossier(source: &Source) -> Result<&Own, ToolError> {
    source.dossier.as_ref().ok_or_else(|| {
        ToolError::new(Kind::Refused, "dit is een kaart van het team. Er is niets geschreven.")
            .advise("Draag over vanuit het dossier waarin de kaart met namen staat.")
    })
}

/// Refuses a case that was handed over to somebody else.
fn not_to_another(source: &Source, aan: &Professional) -> Result<(), ToolError> {
    let before = source.koppeling().and_then(|link| link.overgedragen.as_ref()?.aan.as_deref());
    if before.is_some_and(|before| before.trim() != aan.beide()) { source.not_handed_over() } else { Ok(()) }
}

/// Where nobody can be asked all of it has to be given.
fn all_given(asked: &args::Overdracht) -> Result<(), ToolError> {
    let needed = [
        (asked.aan.is_none(), "`--aan`"),
        (asked.datum.is_none(), "`--datum`"),
        (asked.met.is_none(), "`--met`"),
        (asked.blijft_aangehaakt.is_none(), "`--blijft-aangehaakt`"),
    ];
    let missing: Vec<&str> = needed.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, name)| name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(ToolError::new(Kind::Usage, "vt moet weten hoe de overdracht ging, en kan hier niets vragen.")
        .because(format!("Er is geen terminal om op te antwoorden. Nog nodig: {}.", missing.join(", ")))
        .try_command("vt overdracht --help", "een voorbeeld met alle opties"))
}

/// What the handbook asks of a handover, in its order.
fn questions(
    asked: &args::Overdracht,
    source: &Source,
    own: &Own,
    context: &Context,
    mut prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<Overdracht, ToolError> {
    let dossier = dossier_file(&own.root.path).unwrap_or_default();
    let me =
        Professional { naam: dossier.naam.unwrap_or_default(), organisatie: dossier.organisatie.unwrap_or_default() };
    let aan = new_one(asked.aan.as_deref(), prompt.as_deref_mut())?;
    if aan.naam.eq_ignore_ascii_case(me.naam.trim()) && aan.organisatie.eq_ignore_ascii_case(me.organisatie.trim()) {
        return Err(ToolError::new(Kind::Usage, "dit dossier is al van wie je achter `--aan` noemt.")
            .because("Overdragen doet wie de casus had. Wie hem krijgt, neemt de kaart over.")
            .try_command("vt nieuw NUMMER --van KAART --casus CASUS", "een casus die je krijgt"));
    }
    not_to_another(source, &aan)?;
    let datum = the_day(asked.datum, context, prompt.as_deref_mut())?;
    let aanwezig = who_was_there(asked.met.as_deref(), source, prompt.as_deref_mut())?;
    let reden = match (aanwezig.is_empty(), &asked.reden) {
        (true, given) => {
            let question = "Waarom was er niemand van het gezin bij?";
            Some(long_text(given.as_deref(), "--reden", question, prompt.as_deref_mut())?)
        }
        (false, None) => None,
        (false, Some(_)) => {
            return Err(ToolError::new(Kind::Usage, "`--reden` hoort bij `--met geen`. Er is niets geschreven.")
                .because("De reden zegt waarom er niemand van het gezin bij was.")
                .advise("Laat `--reden` weg, of geef `--met geen`."));
        }
    };
    let blijft_aangehaakt = match (&asked.blijft_aangehaakt, prompt) {
        (Some(given), _) => given.clone(),
        (None, Some(prompt)) => {
            let stays =
                yes(prompt, "Blijft de vorige casusregisseur betrokken, om het gezin weer te kunnen opvangen?")?;
            (if stays { "ja" } else { "nee" }).to_owned()
        }
        (None, None) => return Err(unasked()),
    };
    let on_card = source.card.casusregisseur.as_ref().filter(|_| !aan.runs(&source.card));
    let said = |text: Option<&String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let van = Professional {
        naam: on_card.and_then(|one| said(one.naam.as_ref())).unwrap_or(me.naam),
        organisatie: on_card.and_then(|one| said(one.organisatie.as_ref())).unwrap_or(me.organisatie),
    };
    Ok(Overdracht { aan, van, datum, aanwezig, reden, blijft_aangehaakt })
}

/// [`all_given`] asks before: what is left has somebody to answer.
fn unasked() -> ToolError {
    ToolError::new(Kind::Usage, "vt moet weten hoe de overdracht ging, en kan hier niets vragen.")
}

/// Who takes over.
fn new_one(given: Option<&str>, prompt: Option<&mut (dyn Prompt + '_)>) -> Result<Professional, ToolError> {
    let both = |text: &str| {
        let (naam, organisatie) = text.split_once(',')?;
        let (naam, organisatie) = (naam.trim().to_owned(), organisatie.trim().to_owned());
        let is_one = |part: &String| !part.is_empty() && part.len() <= 100 && !part.chars().any(char::is_control);
        (is_one(&naam) && is_one(&organisatie)).then_some(Professional { naam, organisatie })
    };
    match (given, prompt) {
        (Some(given), _) => both(given).ok_or_else(|| {
            ToolError::new(Kind::Usage, "achter `--aan` horen een naam en een organisatie. Er is niets geschreven.")
                .because("Op de kaart staan van de casusregisseur allebei.")
                .advise("Zet er een komma tussen, zoals --aan \"Femke de Rooij, Jeugdbescherming Brabant\".")
        }),
        (None, Some(prompt)) => loop {
            let answer = prompt.line("Wie is de nieuwe casusregisseur? (naam, organisatie)")?;
            if let Some(one) = answer.as_deref().and_then(both).filter(|one| is_name(&one.naam)) {
                return Ok(one);
            }
            prompt.tell("Typ een naam en een organisatie, met een komma ertussen.");
        },
        (None, None) => Err(unasked()),
    }
}

/// The day of the handover, which has been: what is planned is not done yet.
fn the_day(
    given: Option<NaiveDate>,
    context: &Context,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<NaiveDate, ToolError> {
    match (given, prompt) {
        (Some(day), _) if day > context.today => {
            Err(ToolError::new(Kind::Usage, "die overdracht is nog niet geweest. Er is niets geschreven.")
                .because("Na deze opdracht kun je de casus niet meer inbrengen.")
                .advise("Zet een geplande overdracht zelf bij `overdracht` op de kaart, en geef deze opdracht erna."))
        }
        (Some(day), _) => Ok(day),
        (None, Some(prompt)) => loop {
            match prompt
                .line("Wanneer was de overdracht? (Enter: vandaag)")?
                .map(|text| typed_day(&text, context.today))
            {
                None => return Ok(context.today),
                Some(Some(day)) if day <= context.today => {
                    prompt.tell(&format!("  {}", day_in_words(day)));
                    return Ok(day);
                }
                Some(Some(_)) => prompt.tell("Die dag komt nog. Geef deze opdracht als de overdracht geweest is."),
                Some(None) => prompt.tell("Schrijf de dag, zoals 4-3-2026, 4 maart of gisteren."),
            }
        },
        (None, None) => Err(unasked()),
    }
}

/// Who of the family was there, as the card calls them.
fn who_was_there(
    given: Option<&str>,
    source: &Source,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<Vec<String>, ToolError> {
    let leden = source.card.gezin.iter().flat_map(|gezin| gezin.leden.values());
    let family: Vec<&str> = leden.filter_map(|lid| lid.wie.as_deref()).map(str::trim).collect();
    let listed = |text: &str| {
        let mut there: Vec<String> = Vec::new();
        for wie in text.split([',', ' ']).map(|wie| wie.trim().to_lowercase()).filter(|wie| !wie.is_empty()) {
            if !family.contains(&wie.as_str()) {
                return None;
            }
            if !there.contains(&wie) {
                there.push(wie);
            }
        }
        Some(there)
    };
    let is_nobody = |text: &str| ["geen", "niemand"].contains(&text.trim().to_lowercase().as_str());
    match (given, prompt) {
        (Some(text), _) if is_nobody(text) => Ok(Vec::new()),
        (Some(text), _) => listed(text).filter(|there| !there.is_empty()).ok_or_else(|| {
            ToolError::new(Kind::Usage, "wie je achter `--met` noemt, staat niet op de kaart. Er is niets geschreven.")
                .because("Daar hoort bij wie het is, zoals bij `wie` op de kaart: moeder of kind1.")
                .advise("Kijk bij `leden` op de kaart. Was er niemand bij? Geef dan --met geen.")
        }),
        (None, Some(prompt)) => {
            let question = format!("Wie van het gezin was erbij? ({}; Enter: niemand)", family.join(", "));
            loop {
                let Some(text) = prompt.line(&question)? else { return Ok(Vec::new()) };
                match listed(&text) {
                    _ if is_nobody(&text) => return Ok(Vec::new()),
                    Some(there) => return Ok(there),
                    None => prompt.tell("Typ wie het was zoals het tussen de haakjes staat, met een komma ertussen."),
                }
            }
        }
        (None, None) => Err(unasked()),
    }
}

/// The meeting to come in which the case stands and was not discussed.
fn still_to_come(team: &Root, casus: Casus, today: NaiveDate) -> Option<NaiveDate> {
    let files = walk(team).files;
    let has = |day: NaiveDate, file: CaseFile| files.iter().any(|found| found.slot == Slot::Case(day, casus, file));
    let days = files.iter().filter_map(|found| match found.slot {
        Slot::Case(day, own, CaseFile::Kaart | CaseFile::Verwacht) if own == casus && day >= today => Some(day),
        _ => None,
    });
    days.filter(|day| !has(*day, CaseFile::Bespreking) && !has(*day, CaseFile::Ingetrokken)).min()
}

fn told(
    own: &Own,
    over: &Overdracht,
    casus: Option<Casus>,
    standing: Option<NaiveDate>,
    context: &Context,
) -> Vec<String> {
    let screen = &context.screen;
    let first = format!("Overgedragen: dossier {}, aan {}.", own.nummer.as_str(), over.aan.beide());
    let mut lines = screen.wrap(&first, "", "  ");
    let now = match casus {
        Some(_) => "Vanuit dit dossier kan de casus nu niet meer worden ingebracht of ingetrokken.",
        None => "De casus had nog geen pseudoniem. Breng hem vanuit dit dossier niet meer in.",
    };
    lines.extend(screen.wrap(now, "", ""));
    if let Some(day) = standing {
        let text = format!(
            "De casus staat nog bij {}. Spreek af wie erbij is: de nieuwe casusregisseur kan hem daar opnieuw inbrengen \
             of intrekken.",
            day_in_words(day)
        );
        lines.extend(screen.wrap(&text, "", ""));
    }
    if context.quiet {
        return lines;
    }
    lines.extend([String::new(), "Wat nu?".to_owned()]);
    let mut step = |text: &str| lines.extend(screen.wrap(text, "  * ", "    "));
    step("Loop de kaart nog eens na: staat erop hoe veilig het nu is, en wat je met het gezin hebt afgesproken?");
    let stays = if own.koppeling.is_some() { " koppeling.yaml blijft hier." } else { "" };
    step(&format!("Stuur de kaart zoals jullie organisaties dat veilig doen.{stays}"));
    let command = match casus {
        Some(casus) => {
            step(&format!("Zeg het pseudoniem: {casus}. Bel daarvoor; zet het niet bij de kaart."));
            "vt nieuw NUMMER --van KAART --casus CASUS"
        }
        None => "vt nieuw NUMMER --van KAART",
    };
    step("Wie de casus krijgt, neemt hem over met:");
    lines.push(format!("      {command}"));
    lines
}

#[cfg(test)]
mod tests;
