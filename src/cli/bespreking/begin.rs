//! Whether a discussion can be written down now, who weighs in it, and what is said first.

use super::Recording;
use crate::calendar::words::day_in_words;
use crate::cli::case::InMeeting;
use crate::cli::context::{Context, stderr_screen};
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::cli::prompt::Prompt;
use crate::interview::bespreking::Weger;
use crate::model::TafelRol;
use crate::output::{Veil, escape};
use crate::route::{Stand, Zaak};
use crate::store::CaseFile;
use crate::tafel::{Plaats, tafel_for, was_there};
use chrono::NaiveDate;

/// Only a case with a card that was not discussed yet.
pub fn may_be_discussed(zaak: &Zaak<'_>, found: &InMeeting, context: &Context) -> Result<(), ToolError> {
    let refused = |what: &str| ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven."));
    let day = found.day;
    match zaak.stand {
        Stand::Besproken if zaak.files.unreadable.contains(&CaseFile::Bespreking) => Err(unreadable(day, context)),
        Stand::Besproken => Err(refused("deze bespreking is al opgeschreven.")
            .because(format!("In de vergadering van {} staat er een bespreking.yaml.", day_in_words(day)))
            .try_command(paste::command(&format!("toon {} --vergadering {day}", zaak.casus), context), "wat er staat")
            .advise("Klopt er iets niet? Pas het bestand aan.")),
        Stand::Verwacht => Err(refused("van deze casus is er nog geen kaart.")),
        Stand::Afgewezen | Stand::Uitgesteld | Stand::Ingetrokken => {
            Err(refused("deze casus stond niet op de agenda.")
                .try_command(paste::command(&format!("agenda {day}"), context), "waarom niet"))
        }
        Stand::Ingebracht | Stand::Geagendeerd => Ok(()),
    }
}

/// Whatever stands in the file of the discussion, nobody can read it.
pub fn unreadable(day: NaiveDate, context: &Context) -> ToolError {
    ToolError::new(Kind::Refused, "vt kan bespreking.yaml van deze casus niet lezen. Er is niets veranderd.")
        .try_command(paste::command(&format!("check --vergadering {day}"), context), "wat er mis is, en waar")
}

/// Who gives a figure: everyone at this case but chair and inbrenger; who has two roles once.
pub fn wegers(found: &InMeeting, zaak: &Zaak<'_>) -> Vec<Weger> {
    let team = &found.reading.team;
    let present = team.meetings.get(&found.day).and_then(|meeting| meeting.aanwezig.as_ref());
    let places: Vec<Plaats> = match present {
        Some(present) => was_there(present, team, found.day),
        None => tafel_for(team, found.day, &[zaak]).plaatsen,
    };
    let same = |one: &Plaats, other: &Plaats| {
        one.naam.is_some() && one.naam == other.naam && one.organisatie == other.organisatie
    };
    let no_figure = [TafelRol::Voorzitter, TafelRol::Inbrenger, TafelRol::VasteDeelnemer];
    let mut seen: Vec<&Plaats> = Vec::new();
    let mut wegers = Vec::new();
    let here: Vec<&Plaats> = places.iter().filter(|plaats| plaats.is_at(zaak.casus)).collect();
    for plaats in &here {
        let is_out =
            here.iter().any(|other| no_figure.contains(&other.rol) && (same(other, plaats) || other == plaats));
        if is_out || seen.iter().any(|one| same(one, plaats)) {
            continue;
        }
        seen.push(plaats);
        let wie = plaats.organisatie.clone().or_else(|| plaats.naam.clone()).or_else(|| plaats.expertise.clone());
        wegers.push(Weger { rol: plaats.rol, wie: wie.unwrap_or_default() });
    }
    wegers
}

impl Recording<'_> {
    /// A text of the team as it may be seen.
    fn shown(&self, text: &str) -> String {
        let team = &self.found.reading.team;
        escape::flat(&Veil::new(&team.regio).of_case(text, team, self.casus))
    }

    /// The facts of the card with their numbers.
    pub(super) fn facts(&self) -> Vec<(u32, String)> {
        let facts = self.zaak.kaart.into_iter().flat_map(|card| card.onveiligheid.values());
        facts.filter_map(|fact| Some((fact.nr?, self.shown(fact.wat.as_deref().unwrap_or_default())))).collect()
    }

    /// What it is about, and how to answer.
    pub(super) fn open(&self, goes_on: bool, prompt: &mut dyn Prompt) {
        let screen = stderr_screen();
        let mut say = |text: &str| prompt.say(&(screen.wrap(text, "", "  ").join("\n") + "\n"));
        say(&format!("Casus {}, {}.", self.casus, day_in_words(self.found.day)));
        if let Some(question) = self.zaak.kaart.and_then(|card| card.vraag.as_ref()?.tekst.as_deref()) {
            say(&format!("De vraag: {}", self.shown(question)));
        }
        say(if goes_on {
            "Je gaat verder waar je stopte."
        } else {
            "Elk antwoord wordt bewaard. Met dezelfde opdracht ga je later verder."
        });
        say(
            "Typ terug voor de vraag ervoor, ? voor uitleg en stop om te stoppen. Een tekst mag meer regels hebben; een \
             lege regel is het eind.",
        );
    }
}
