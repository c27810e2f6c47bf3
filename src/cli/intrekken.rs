//! `vt intrekken`: takes a case back from a meeting, with the reason.

use super::asking::{self, Asked as Answered};
use super::case::{casus_or_dossier, not_under_way, put_off};
use super::context::Context;
use super::cross::{gate_closed, kept};
use super::error::{Kind, ToolError};
use super::inbrengen::standing;
use super::keyboard::typed;
use super::labels;
use super::long_text::{door, long_text};
use super::meeting::Asked;
use super::prompt::Prompt;
use super::source::{Source, region};
use super::write::{carry_out, dry, too_close, turn};
use super::{Answer, args};
use crate::calendar::words;
use crate::model::Casus;
use crate::output;
use crate::pseudo::{Choice, Given, Names, Reviewing, TeamFile, gate, names_of, review};
use crate::route::{Stand, zaak};
use crate::store::{CaseFile, Folder, Root, Roots, Slot, Zone, dossier_above, walk};
use crate::work::inbrengen::{Plek, intrekken};
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Intrekken, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(withdraw(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

fn withdraw(
    asked: &args::Intrekken,
    context: &Context,
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let casus = casus_or_dossier(&asked.casus, context)?;
    let team = context.team("vt intrekken CASUS")?;
    let dossier = context.dossier.clone().or_else(|| dossier_above(&context.here).map(|root| root.path));
    let roots = Roots::of(Some(&team.path), dossier.as_deref()).map_err(too_close)?;
    let day = meeting(asked, casus, &team, context)?;
    not_under_way(&team, day, casus, context)?;
    let ingetrokken = standing(&team, day, casus, CaseFile::Ingetrokken)?;
    if ingetrokken.is_some() {
        let day = words::day_in_words(day);
        return Err(ToolError::new(Kind::Refused, format!("deze casus is al ingetrokken, van {day}."))
            .because("De reden die er staat, blijft staan. Er is niets geschreven."));
    }
    let regio = region(Some(&team));
    let own = dossier.as_deref().map(|dossier| own_case(dossier, casus, context)).transpose()?.flatten();
    if let Some(own) = &own {
        own.not_handed_over()?;
    }
    let dossier = dossier.map(|path| Root { zone: Zone::Dossier, path });
    let names = own.as_ref().map(|own| Names::of(&own.card, &regio, day)).unwrap_or_default();
    let koppeling = own.as_ref().and_then(Source::koppeling);
    let used = labels::in_team(&team, casus, context)?;
    labels::one_each(&names, koppeling, &used)?;
    let door = door(asked.door.as_deref(), dossier.as_ref(), prompt.as_deref_mut())?;
    let reden = long_text(asked.reden.as_deref(), "--reden", "Waarom trek je de casus in?", prompt.as_deref_mut())?;
    let stays = names_of(&regio, own.as_ref().map(|own| &own.card));
    let file = TeamFile::ingetrokken(context.now, &door, &reden);
    let review = |choices: &[Choice], said: &[Given]| {
        review(
            file.clone(),
            &Reviewing { names: &names, stays: &stays, koppeling, team: &used, choices, said, asks_labels: false },
        )
    };
    let answered = asking::ask(&[], &names.people(koppeling, &used), prompt, &context.screen, review, &mut |_| Ok(()))?;
    let Answered { reviewed, stopped, .. } = answered;
    if let Some(stopped) = stopped {
        return Err(stopped);
    }
    if !reviewed.questions.is_empty() {
        let mut text = output::open_questions(&reviewed.questions, false, &context.screen);
        let ways = "Schrijf in je reden een rol of een algemeen woord, of geef de opdracht in een terminal.";
        text.extend(context.screen.wrap(ways, "", "").into_iter().map(|line| line + "\n"));
        return Ok(Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() });
    }
    let gated = match gate(&reviewed.file, &names, &regio) {
        Ok(gated) => gated,
        Err(stopped) => return gate_closed(&stopped, context),
    };
    let _turn = turn(&team)?;
    if let Some(own) = &own {
        Source::read(&own.path, context)?.not_handed_over()?;
    }
    if meeting(asked, casus, &team, context)? != day {
        return Err(ToolError::new(Kind::Refused, "er veranderde net iets aan deze casus. Er is niets geschreven.")
            .advise("Geef de opdracht nog een keer."));
    }
    not_under_way(&team, day, casus, context)?;
    let plek = Plek { day, casus, kaart: None, ingetrokken: None };
    let koppeling = own
        .as_ref()
        .map(|own| {
            let was = own.dossier.as_ref().and_then(|own| own.koppeling.as_ref()).map(|(bytes, _)| bytes.as_slice());
            kept(own, casus, was, &reviewed.given, &[])
        })
        .transpose()?
        .flatten();
    let changes = intrekken(koppeling, &plek, gated)
        .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
    if asked.droog {
        return dry(&roots, &changes, &context.screen);
    }
    carry_out(&roots, &changes)?;
    let mut stderr = String::new();
    if own.is_none() && !context.quiet {
        let text = "Deze casus staat niet in je dossier, dus vt kent de namen van dit gezin niet. Lees de reden zelf nog \
                    eens na.";
        let lines = super::context::stderr_screen().wrap(text, "* ", "  ");
        stderr.extend(lines.into_iter().map(|line| line + "\n"));
    }
    let mut lines =
        context.screen.wrap(&format!("Ingetrokken: casus {casus}, van {}.", words::day_in_words(day)), "", "");
    if !context.quiet {
        if reviewed.replaced > 0 {
            let text = "In je reden zijn namen vervangen door een label, zoals op de kaart.";
            lines.extend(context.screen.wrap(text, "", ""));
        }
        let next = "Opnieuw inbrengen kan: met vt inbrengen staat de casus er weer.";
        lines.extend(context.screen.wrap(next, "", ""));
    }
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    Ok(Answer { stdout: text.into_bytes(), stderr: stderr.into_bytes(), ..Answer::default() })
}

/// The meeting in which the case stands: the one that was asked for, else the next. A case that was
/// put off stands where it went, with the card that it has.
fn meeting(asked: &args::Intrekken, casus: Casus, team: &Root, context: &Context) -> Result<NaiveDate, ToolError> {
    let offer = |day| format!("vt intrekken {casus} --vergadering {day}");
    let of_team = Asked { root: team, context, offer: &offer };
    let way = Folder::new(&team.path).meetings_of(casus);
    let stand = |day: NaiveDate| zaak(&way, day, casus).map(|zaak| zaak.stand);
    let absent = || {
        ToolError::new(Kind::Absent, "deze casus is niet ingebracht voor een vergadering die nog komt.")
            .because("Er staat geen kaart van deze casus om in te trekken.")
    };
    let stands_there =
        |stand| matches!(stand, Some(Stand::Ingebracht | Stand::Geagendeerd | Stand::Ingetrokken | Stand::Besproken));
    let coming = || way.meetings.keys().copied().filter(|day| *day >= context.today);
    let day = match asked.vergadering {
        Some(day) => of_team.on(day)?.0,
        None => coming().find(|day| stands_there(stand(*day))).ok_or_else(absent)?,
    };
    match stand(day) {
        Some(Stand::Besproken) => {
            Err(ToolError::new(Kind::Refused, "deze casus is in die vergadering al besproken. Er is niets geschreven."))
        }
        Some(Stand::Uitgesteld) => Err(put_off(&way, day, casus, offer)),
        stand if stands_there(stand) => Ok(day),
        _ => Err(absent()),
    }
}

/// The card of the case in one's own dossier: there the names are known. A card that can't be
/// read might be the one, and then its names would not be.
fn own_case(dossier: &Path, casus: Casus, context: &Context) -> Result<Option<Source>, ToolError> {
    let Some(root) = Root::at(dossier, Zone::Dossier) else { return Ok(None) };
    let cards = walk(&root).files.into_iter().filter(|found| matches!(found.slot, Slot::DossierKaart(_)));
    let mut is_unsure = false;
    for card in cards {
        match Source::read(&card.path, context) {
            Ok(source) => {
                let own = source.koppeling().and_then(|koppeling| koppeling.casus.as_deref());
                if own.is_some_and(|own| Casus::read(own) == Ok(casus)) {
                    return Ok(Some(source));
                }
                is_unsure |= own.is_none() && source.dossier.as_ref().is_some_and(|own| own.koppeling.is_some());
            }
            Err(_) => is_unsure = true,
        }
    }
    if is_unsure {
        return Err(ToolError::new(
            Kind::Refused,
            "vt kan niet alle kaarten in je dossier lezen. Er is niets geschreven.",
        )
        .because("Een daarvan kan deze casus zijn; dan kent vt de namen niet die uit je reden moeten.")
        .try_command("vt check", "wat er mis is, en waar"));
    }
    Ok(None)
}
