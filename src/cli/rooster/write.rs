//! What `vt rooster` writes: turns that are published, trades, and absences.

use super::Planned;
use crate::calendar::words;
use crate::cli::context::Context;
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::cli::write::{carry_out, rehearsal, rehearsed, too_close};
use crate::cli::{Answer, args};
use crate::model::{Afwezigheid, Groep, Rooster};
use crate::output::{rooster_changes, show_rooster, what_next};
use crate::pseudo::gate_edited;
use crate::roster::{Jaarrooster, seat_of};
use crate::store::{ReadProblem, Roots, Slot, dossier_above, name_as_file, read};
use crate::tafel::Absent;
use crate::work::rooster::{EMPTY, Plaats, absence, change, publish as published, trade as traded};
use crate::yaml::Refused;
use chrono::{Datelike as _, NaiveDate};
use std::path::Path;

/// `--vastleggen`.
pub fn publish(planned: &Planned<'_>, droog: bool) -> Result<Answer, ToolError> {
    planned.context.by_the_clock()?;
    let rooster = planned.rooster()?;
    let today = planned.context.today;
    let team = &planned.reading.team;
    let none = Rooster::default();
    let now = team.roosters.get(&planned.jaar).unwrap_or(&none);
    let file = File::read(planned, Slot::Rooster(planned.jaar))?;
    let text = file.edited(|text| published(text, now, &rooster, &team.regio, today))?;
    let shown = show_rooster(rooster, team);
    let lines = rooster_changes(&shown, &planned.context.screen);
    let next = format!("Vastgelegd: het rooster van {}.", planned.jaar);
    file.write(text, lines, &next, &[], droog)
}

/// `--ruil`: two days, or one that is given away.
pub fn trade(planned: &Planned<'_>, asked: &args::Rooster) -> Result<Answer, ToolError> {
    planned.context.by_the_clock()?;
    let rooster = planned.rooster()?;
    let regio = &planned.reading.team.regio;
    let group = planned.group(asked.groep.as_deref().unwrap_or_default())?;
    let name = group.groep.as_deref().unwrap_or_default().trim().to_owned();
    if group.aantal.unwrap_or(1) > 1 {
        return Err(ToolError::new(Kind::Usage, "in deze groep komen er meer dan één per vergadering.")
            .because("vt weet dan niet wie met wie ruilt.")
            .advise("Zet de ruiling in het rooster bij `ruilingen`, met `datum`, `groep` en `zetel`."));
    }
    let trading =
        Trading { planned, rooster: &rooster, group, name: &name, to: asked.aan.as_deref(), days: &asked.ruil };
    let places = match (asked.ruil.as_slice(), asked.aan.as_deref()) {
        ([one, other], None) => trading.both(*one, *other)?,
        ([day], Some(to)) => vec![trading.given(*day, to)?],
        ([_], None) => {
            return Err(ToolError::new(Kind::Usage, "met wie wordt er geruild?")
                .because("Na --ruil hoort een tweede dag, of met --aan wie er dan komt.")
                .try_command("vt rooster --help", "met voorbeelden"));
        }
        _ => {
            return Err(ToolError::new(Kind::Usage, "twee dagen en --aan gaan niet samen.")
                .because("Met twee dagen ruilen zij hun beurt; met --aan gaat één beurt naar een ander.")
                .try_command("vt rooster --help", "met voorbeelden"));
        }
    };
    let none = Rooster::default();
    let now = planned.reading.team.roosters.get(&planned.jaar).unwrap_or(&none);
    let file = File::read(planned, Slot::Rooster(planned.jaar))?;
    let text = file.edited(|text| traded(text, now, regio, &places, planned.context.today))?;
    let line = |place: &Plaats| {
        let day = words::day_in_words(place.datum);
        format!("  {day}: {} komt.", planned.shown(std::iter::once(place.wie.as_str())).concat())
    };
    file.write(
        text,
        places.iter().map(line).collect(),
        "Geruild. Een nieuw rooster houdt zich hieraan.",
        &[],
        asked.droog,
    )
}

/// `--afwezig`.
pub fn absent(
    planned: &Planned<'_>,
    organisation: &str,
    (van, tot): (NaiveDate, NaiveDate),
    droog: bool,
) -> Result<Answer, ToolError> {
    planned.context.by_the_clock()?;
    if tot < van {
        return Err(ToolError::new(Kind::Usage, "de afwezigheid eindigt voordat zij begint.")
            .because("De dag van --tot ligt voor die van --van.")
            .advise("Draai de twee dagen om, of kijk het jaar na."));
    }
    let team = &planned.reading.team;
    let known = team.regio.bekend(organisation, van).map(|known| known.naam);
    let shared = known.is_none().then(|| planned.shared(organisation, van)).flatten();
    if let Some(names) = shared {
        return Err(ToolError::new(Kind::Usage, "deze zetel wordt gedeeld. Er is niets geschreven.")
            .because(format!("De zetel is van {names}. Pas als zij allemaal niet kunnen, is hij leeg."))
            .advise("Geef de gemeente die niet kan; kunnen zij allemaal niet, geef ze dan een voor een."));
    }
    let seats = team.regio.toerbeurt.values().find_map(|group| seat_of(&team.regio, group, organisation, van));
    let Some(name) = known.or(seats.and_then(|seat| seat.naam.as_deref())) else {
        return Err(ToolError::new(Kind::Absent, "deze organisatie staat niet in regio.yaml.")
            .because("vt kan niemand afwezig zetten die het niet kent.")
            .advise("Schrijf de naam zoals in regio.yaml, of zet de organisatie daar eerst bij."));
    };
    let none = Afwezigheid::default();
    let file_name = name_as_file(name);
    let now = team.afwezigheid.get(&file_name).unwrap_or(&none);
    let file = File::read(planned, Slot::Afwezigheid(file_name))?;
    let text = file.edited(|text| absence(text, now, van, tot))?;
    let (from, to) = (words::day_in_words(van), words::day_in_words(tot));
    let when = if van == tot { format!("op {from}") } else { format!("van {from} t/m {to}") };
    let shown = planned.shown(std::iter::once(name)).concat();
    let mut lines = planned.context.screen.wrap(&format!("{shown}: afwezig {when}."), "", "  ");
    if let Ok(rooster) = planned.rooster() {
        for groep in &rooster.groepen {
            let hit = groep.beurten.iter().filter(|komst| (van..=tot).contains(&komst.datum));
            let hit = hit.filter(|komst| komst.datum >= planned.context.today && komst.namen().any(|own| own == name));
            lines.extend(
                hit.map(|komst| format!("  {}: dan was {shown} aan de beurt.", words::day_in_words(komst.datum))),
            );
        }
    }
    // Turns of a year that is past, or that nobody published, are not divided again.
    let today = planned.context.today;
    let years = (van.year()..=tot.year()).filter(|year| *year >= today.year() && tot >= today);
    let next: Vec<(String, String)> = years
        .map(|year| {
            let again = paste::command(&format!("rooster {year} --vastleggen"), planned.context);
            (again, format!("verdeelt de beurten van {year} opnieuw"))
        })
        .collect();
    file.write(text, lines, "Opgeschreven. Een reden hoort er niet bij.", &next, droog)
}

/// A trade in one group.
struct Trading<'a> {
    planned: &'a Planned<'a>,
    rooster: &'a Jaarrooster,
    group: &'a Groep,
    name: &'a str,
    to: Option<&'a str>,
    days: &'a [NaiveDate],
}

impl Trading<'_> {
    fn both(&self, one: NaiveDate, other: NaiveDate) -> Result<Vec<Plaats>, ToolError> {
        if one == other {
            return Err(ToolError::new(Kind::Usage, "dit is twee keer dezelfde dag.")
                .advise("Geef twee verschillende vergaderingen, of één dag met --aan."));
        }
        if one.year() != other.year() {
            return Err(ToolError::new(Kind::Usage, "deze dagen liggen in twee jaren.")
                .because("Elk jaar heeft een eigen rooster.")
                .advise("Geef van elke dag de beurt weg, met --ruil DATUM en --aan."));
        }
        let today = self.planned.context.today;
        if (one < today) != (other < today) {
            return Err(ToolError::new(Kind::Usage, "een dag die geweest is, ruilt niet met een dag die nog komt.")
                .because("Wie er zat, staat vast.")
                .advise("Zat er een ander? Leg dat vast met die ene dag en --aan."));
        }
        let (first, second) = (self.comes(one)?, self.comes(other)?);
        let regio = &self.planned.reading.team.regio;
        if regio.zelfde(&first, &second, one) {
            return Err(ToolError::new(Kind::Usage, "op beide dagen komt dezelfde; er valt niets te ruilen.")
                .try_command(
                    paste::command(&format!("rooster {}", one.year()), self.planned.context),
                    "wie wanneer komt",
                ));
        }
        self.can_come(&second, one)?;
        self.can_come(&first, other)?;
        let place = |datum, wie| Plaats { datum, groep: self.name.to_owned(), wie };
        Ok(vec![place(one, second), place(other, first)])
    }

    fn given(&self, day: NaiveDate, to: &str) -> Result<Plaats, ToolError> {
        self.meets(day)?;
        let regio = &self.planned.reading.team.regio;
        let Some(seat) = seat_of(regio, self.group, to, day) else {
            let seats = self.planned.shown(self.group.zetels.values().filter_map(|seat| seat.naam.as_deref()));
            return Err(ToolError::new(Kind::Absent, "deze zetel hoort niet bij de groep.")
                .because(format!("In deze groep zitten: {}.", seats.join(", "))));
        };
        let shared = seat.gemeenten.values().find(|own| regio.zelfde(own, to, day));
        let name = shared.or(seat.naam.as_ref()).map(|name| name.trim().to_owned()).unwrap_or_default();
        let komst =
            self.rooster.groep(self.name).and_then(|groep| groep.beurten.iter().find(|komst| komst.datum == day));
        if komst.is_some_and(|komst| komst.namen().any(|own| regio.zelfde(own, &name, day))) {
            return Err(ToolError::new(Kind::Usage, "die komt op deze dag al.")
                .advise("Kies een andere dag, of een andere organisatie."));
        }
        self.can_come(&name, day)?;
        Ok(Plaats { datum: day, groep: self.name.to_owned(), wie: name })
    }

    fn meets(&self, day: NaiveDate) -> Result<(), ToolError> {
        let group = paste::quoted(Path::new(self.name));
        // Who gets the turn is named again when the region knows it.
        let regio = &self.planned.reading.team.regio;
        let to = self.to.map(|to| seat_of(regio, self.group, to, day).map_or("ORGANISATIE", |_| to));
        let to = to.map(|to| format!(" --aan {}", paste::quoted(Path::new(to)))).unwrap_or_default();
        // Of two days the other stays.
        let offer = |near: NaiveDate| {
            let days: Vec<String> =
                self.days.iter().map(|own| if *own == day { near.to_string() } else { own.to_string() }).collect();
            format!("rooster --ruil {} --groep {group}{to}", days.join(" "))
        };
        self.planned.is_meeting(self.rooster, day, self.days, offer)
    }

    /// Who comes on a day.
    fn comes(&self, day: NaiveDate) -> Result<String, ToolError> {
        self.meets(day)?;
        let groep = self.rooster.groep(self.name);
        let komst = groep.and_then(|groep| groep.beurten.iter().find(|komst| komst.datum == day));
        komst.and_then(|komst| komst.namen().next()).map(ToOwned::to_owned).ok_or_else(|| {
            ToolError::new(Kind::Absent, format!("op {} komt er niemand van deze groep.", words::day_in_words(day)))
                .advise("Geef die plaats met --aan aan wie er wel kan.")
        })
    }

    /// Of a day that has been it is a fact who sat; else who comes must be able to.
    fn can_come(&self, name: &str, day: NaiveDate) -> Result<(), ToolError> {
        let team = &self.planned.reading.team;
        if day < self.planned.context.today {
            return Ok(());
        }
        let seat = seat_of(&team.regio, self.group, name, day);
        let seat = seat.and_then(|seat| seat.naam.as_deref()).unwrap_or(name).trim();
        let is_away = Absent::of(team, day).is_organisation_away(name);
        if !is_away && self.rooster.can_come(self.name, seat, day) {
            return Ok(());
        }
        let why = if is_away { "is dan afwezig" } else { "kan dan niet, of doet dan niet mee" };
        // A name that the region does not know may be anything.
        let known = team.regio.bekend(name, day).is_some();
        let shown = || self.planned.shown(std::iter::once(name)).concat();
        let who = if known { shown() } else { "Wie daar staat,".to_owned() };
        Err(ToolError::new(Kind::Refused, "deze ruil kan niet. Er is niets geschreven.")
            .because(format!("{who} {why}: {}.", words::day_in_words(day)))
            .advise("Kies een andere dag, of een ander."))
    }
}

/// A file of the team's folder that is changed.
struct File<'a> {
    planned: &'a Planned<'a>,
    slot: Slot,
    was: Option<Vec<u8>>,
}

impl<'a> File<'a> {
    fn read(planned: &'a Planned<'a>, slot: Slot) -> Result<Self, ToolError> {
        let was = match read(&planned.root.path.join(slot.path())) {
            Ok(bytes) => Some(bytes),
            Err(ReadProblem::Absent) => None,
            Err(_) => return Err(ToolError::new(Kind::Io, format!("vt kan {} niet lezen.", slot.path()))),
        };
        Ok(Self { planned, slot, was })
    }

    fn edited(&self, edit: impl FnOnce(&str) -> Result<String, Refused>) -> Result<String, ToolError> {
        let broken = |_| {
            ToolError::new(
                Kind::Refused,
                format!("vt kan {} niet aanpassen. Er is niets geschreven.", self.slot.path()),
            )
            .because("Wat er staat, is anders opgeschreven dan vt kan aanvullen.")
            .try_command(paste::command("check", self.planned.context), "of er iets mis mee is")
        };
        let text = self.was.as_deref().map_or(Ok(EMPTY), std::str::from_utf8).map_err(|_| broken(Refused::Broken))?;
        edit(text).map_err(broken)
    }

    /// Shows what changes, and writes it.
    fn write(
        self,
        text: String,
        mut lines: Vec<String>,
        said: &str,
        next: &[(String, String)],
        droog: bool,
    ) -> Result<Answer, ToolError> {
        let Context { screen, quiet, .. } = self.planned.context;
        let gated = gate_edited(text, &self.planned.reading.team.regio).map_err(|_| {
            ToolError::new(Kind::Refused, format!("in {} staat iets wat een gezin kan noemen.", self.slot.path()))
                .because("Zo komt het niet in de teammap. Er is niets geschreven.")
                .try_command(paste::command("check", self.planned.context), "waar het staat")
        })?;
        let no_place =
            |_| ToolError::new(Kind::Refused, "voor dit bestand heeft vt geen plek. Er is niets geschreven.");
        let changes: Vec<_> = change(&self.slot, self.was.as_deref(), gated).map_err(no_place)?.into_iter().collect();
        if changes.is_empty() {
            lines = vec!["Er verandert niets: dit staat er al zo.".to_owned()];
        } else {
            let dossier = self.planned.context.dossier.clone();
            let dossier = dossier.or_else(|| dossier_above(&self.planned.context.here).map(|root| root.path));
            let roots = Roots::of(Some(&self.planned.root.path), dossier.as_deref()).map_err(too_close)?;
            if droog {
                let expected = rehearsed(&roots, &changes)?;
                lines.extend(rehearsal(&changes, &expected, screen).lines().map(ToOwned::to_owned));
            } else {
                carry_out(&roots, &changes)?;
                if !quiet {
                    lines.extend(screen.wrap(said, "", ""));
                    lines.extend(what_next(next, screen));
                }
            }
        }
        let text: String = lines.into_iter().map(|line| line + "\n").collect();
        Ok(Answer { stdout: text.into_bytes(), ..Answer::default() })
    }
}
