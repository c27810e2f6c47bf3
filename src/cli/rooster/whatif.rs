//! `vt rooster --stel-dat`: what a change would do to the turns, in the words in which one
//! would say it.

use super::Planned;
use crate::cli::Answer;
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::model::{Datum, Regio};
use crate::output::{LEFT_OUT, rooster_whatif, show_rooster, show_scenario};
use crate::roster::{Instance, Jaarrooster, Scenario};
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn what_if(planned: &Planned<'_>, words: &[String]) -> anyhow::Result<Answer> {
    let now = planned.rooster()?;
    let team = &planned.reading.team;
    let instance = planned.instance();
    let Some(first) = instance.vergaderingen.iter().min().copied() else {
        let error = ToolError::new(Kind::Absent, "in dat jaar komt er geen vergadering meer.")
            .because("Er is dan niets meer te verdelen.")
            .try_command(paste::command(&format!("rooster {}", planned.jaar + 1), planned.context), "het jaar erna");
        return Err(error.into());
    };
    let asked = Asked { regio: &team.regio, instance: &instance, first, planned };
    let scenario = asked.scenario(words)?;
    let mut changed = instance.clone();
    scenario.apply(&mut changed, &team.regio, &planned.reading.calendar);
    let then = Jaarrooster::solved(team, changed, planned.jaar);
    let scenario = show_scenario(scenario, &team.regio, first);
    let mut next = Vec::new();
    // A name that may not be shown can't be typed again.
    if let Some(anew) = planned.way_out(&then).filter(|_| !scenario.typed().contains(LEFT_OUT)) {
        let typed = scenario.typed();
        let words: Vec<String> = typed.split_whitespace().map(|word| paste::quoted(Path::new(word))).collect();
        let command = format!("rooster {}{anew} --stel-dat {}", planned.jaar, words.join(" "));
        let why = "als de rest van het jaar dan opnieuw verdeeld wordt";
        next.push((paste::command(&command, planned.context), why.to_owned()));
    }
    let mut answer = Answer::default();
    let (now, then) = (show_rooster(now, team), show_rooster(then, team));
    rooster_whatif(&scenario, &now, &then, &planned.context.screen, &next, &mut answer.stdout)?;
    Ok(answer)
}

struct Asked<'a> {
    regio: &'a Regio,
    instance: &'a Instance,
    /// The first meeting that is planned.
    first: NaiveDate,
    planned: &'a Planned<'a>,
}

impl Asked<'_> {
    /// The change that the words say.
    fn scenario(&self, words: &[String]) -> Result<Scenario, ToolError> {
        let text = words.join(" ");
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let day = match words.as_slice() {
            [.., key, day] if key.eq_ignore_ascii_case("vanaf") => {
                let day = day.parse::<Datum>().map_err(|_| {
                    ToolError::new(Kind::Usage, "achter `vanaf` hoort een dag.")
                        .advise("Schrijf de dag als jaar-maand-dag, bijvoorbeeld vanaf 2026-07-01.")
                })?;
                words.truncate(words.len() - 2);
                Some(day.0)
            }
            _ => None,
        };
        let vanaf = day.unwrap_or(self.first).max(self.first);
        // What one says around it: gaat weg, komt erbij, telt dubbel, doet niet meer mee.
        words.retain(|word| !matches!(word.to_lowercase().as_str(), "gaat" | "komt" | "telt"));
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        let name = |count: usize| words[..count].join(" ");
        match lower.as_slice() {
            ["dubbel", "zo", "vaak"] => Ok(Scenario::VakerVergaderen { vanaf }),
            ["half", "zo", "vaak"] => Ok(Scenario::MinderVergaderen { vanaf }),
            [seat @ .., "weg"] | [seat @ .., "doet", "niet", "meer", "mee"] if !seat.is_empty() => {
                Ok(Scenario::Weg { zetel: self.seat(&name(seat.len()))?, vanaf })
            }
            [_, .., "dubbel"] if day.is_some() => {
                Err(ToolError::new(Kind::Usage, "een zetel telt het hele jaar dubbel, of niet.")
                    .because("`gewicht` in regio.yaml heeft geen begindag.")
                    .advise("Laat `vanaf` weg."))
            }
            [seat @ .., "dubbel"] if !seat.is_empty() => Ok(Scenario::Dubbel { zetel: self.seat(&name(seat.len()))? }),
            all if all.windows(2).any(|pair| pair == ["erbij", "in"]) => {
                let at = all.windows(2).position(|pair| pair == ["erbij", "in"]).unwrap_or(0);
                let clear = |name: &str| {
                    !name.is_empty() && !all[..at].iter().any(|word| matches!(*word, "weg" | "dubbel" | "en"))
                };
                let (seat, group) = (name(at), words[at + 2..].join(" "));
                if clear(&seat) && !group.is_empty() { self.joins(&seat, &group, vanaf) } else { Err(self.unclear()) }
            }
            _ => Err(self.unclear()),
        }
    }

    fn unclear(&self) -> ToolError {
        let word = |text: Option<&str>, other: &str| paste::quoted(Path::new(text.unwrap_or(other)));
        let group = word(self.instance.pools.first().map(|pool| pool.naam.as_str()), "GROEP");
        let mut seats = self.instance.pools.iter().flat_map(|pool| &pool.zetels).map(|seat| seat.naam.as_str());
        let seat = word(seats.next(), "ZETEL");
        let forms = [
            (format!("{seat} weg vanaf {}", self.first), "een zetel gaat weg"),
            (format!("NAAM erbij in {group}"), "een zetel komt erbij"),
            (format!("{seat} dubbel"), "een zetel telt dubbel"),
            ("dubbel zo vaak".to_owned(), "vaker vergaderen"),
            ("half zo vaak".to_owned(), "minder vaak"),
        ];
        let error = ToolError::new(Kind::Usage, "vt begrijpt niet wat er achter `--stel-dat` staat.");
        forms.into_iter().fold(error, |error, (form, what)| {
            error.try_command(paste::command(&format!("rooster --stel-dat {form}"), self.planned.context), what)
        })
    }

    /// A seat by its name, as the region writes it.
    fn seat(&self, name: &str) -> Result<String, ToolError> {
        let seats = || self.instance.pools.iter().flat_map(|pool| &pool.zetels);
        if let Some(seat) = seats().find(|seat| self.regio.zelfde(&seat.naam, name, self.first)) {
            return Ok(seat.naam.clone());
        }
        let mut zetels = self.regio.toerbeurt.values().flat_map(|group| group.zetels.values());
        let shared = zetels.find(|seat| seat.gemeenten.values().any(|own| self.regio.zelfde(own, name, self.first)));
        let error = ToolError::new(Kind::Absent, "deze zetel staat niet bij `toerbeurt` in regio.yaml.");
        if let Some(shared) = shared.and_then(|seat| seat.naam.as_deref()) {
            let shared = self.planned.shown(std::iter::once(shared)).concat();
            let cause = format!("Deze gemeente deelt een zetel. Die heet: {shared}.");
            return Err(error.because(cause).advise("Geef de naam van de zetel."));
        }
        let names = self.planned.shown(seats().map(|seat| seat.naam.as_str()));
        Err(error.because(format!("De zetels zijn: {}.", names.join(", "))))
    }

    fn joins(&self, name: &str, group: &str, vanaf: NaiveDate) -> Result<Scenario, ToolError> {
        let group = self.planned.group(group)?.groep.as_deref().unwrap_or_default().trim();
        let pool = self.instance.pools.iter().find(|pool| pool.naam == group);
        let seats = pool.into_iter().flat_map(|pool| &pool.zetels);
        if seats.into_iter().any(|seat| self.regio.zelfde(&seat.naam, name, self.first)) {
            return Err(ToolError::new(Kind::Usage, "deze zetel zit al in die groep.")
                .advise("Geef een andere naam of een andere groep."));
        }
        let zetel = self.regio.naam_van(name, self.first).to_owned();
        Ok(Scenario::Erbij { zetel, groep: group.to_owned(), vanaf })
    }
}
