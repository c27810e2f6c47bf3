//! Whether a decision can be taken: the case still stands in this meeting, can come to the
//! other, and nothing on its card or at the table stops it.

use super::Deciding;
use crate::calendar::words::{day_in_words, day_without_year};
use crate::cli::case::{can_come, not_under_way};
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::model::{BesluitSoort, Soort, VerwachtWaarom};
use crate::route::{Stand, moved_on, moved_to, zaak};
use crate::rules::{Finding, Severity};
use crate::store::{CaseFile, Root, Slot};
use crate::tafel::Absent;
use chrono::NaiveDate;
use std::path::Path;

fn refused(what: &str) -> ToolError {
    ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven."))
}

impl Deciding<'_> {
    fn command(&self, command: &str) -> String {
        paste::command(command, self.context)
    }

    /// A case that was discussed or withdrawn is none to decide on, nor one that left a meeting
    /// that is over.
    pub(super) fn may_be_decided(&self) -> Result<(), ToolError> {
        let (casus, day) = (self.casus, self.found.day);
        let show = self.command(&format!("toon {casus} --vergadering {day}"));
        match self.zaak.stand {
            Stand::Besproken => {
                Err(refused("deze casus is in die vergadering al besproken.").try_command(show, "wat er besproken is"))
            }
            Stand::Ingetrokken => Err(refused("deze casus is ingetrokken.")
                .because(format!("De inbrenger trok de kaart in, van {}.", day_in_words(day)))
                .advise("Moet hij toch aan de beurt komen? De inbrenger brengt de kaart dan opnieuw in.")),
            _ if day >= self.context.today || self.completes() => Ok(()),
            Stand::Uitgesteld => {
                let own = self.zaak.files.besluit.as_ref().and_then(|own| own.naar).map(|naar| naar.0);
                Err(self.is_over(moved_on(self.way, day, casus).or(own).unwrap_or(day)))
            }
            Stand::Afgewezen => Err(refused("die vergadering is geweest, en de casus is daar afgewezen.")
                .try_command(show, "wat er besloten is")
                .advise("Moet hij toch aan de beurt komen? De inbrenger brengt de kaart in voor een vergadering die nog komt.")),
            _ => self.comes_later().map_or(Ok(()), |later| Err(self.is_over(later))),
        }
    }

    /// Whether it is the decision that stands there already and its work stopped halfway.
    fn completes(&self) -> bool {
        let Some(own) = &self.zaak.files.besluit else { return false };
        let to = own.naar.map(|naar| naar.0);
        let is_same = match own.besluit {
            Some(BesluitSoort::Uitstellen) => self.asked.uitstellen.is_some() && self.asked.uitstellen == to,
            Some(BesluitSoort::Afwijzen) => self.asked.afwijzen,
            Some(BesluitSoort::Agenderen) | None => false,
        };
        let moved = moved_to(self.way, self.found.day, self.casus);
        is_same
            && (moved.iter().any(|day| Some(*day) != to)
                || to.is_some_and(|to| self.way.case(to, self.casus).is_none()))
    }

    /// The later meeting for which the case was handed in anew, or in which it was discussed.
    fn comes_later(&self) -> Option<NaiveDate> {
        let later = self.way.meetings.keys().copied().filter(|day| *day > self.found.day);
        let stands = |day: &NaiveDate| {
            let zaak = zaak(self.way, *day, self.casus);
            zaak.is_some_and(|zaak| match zaak.stand {
                Stand::Besproken => true,
                Stand::Ingebracht | Stand::Geagendeerd => zaak.kaart_in == *day,
                _ => false,
            })
        };
        later.rev().find(stands)
    }

    /// A case that was moved from here and of which more was done there, or that was moved on
    /// from there, is decided on where it stands now. `naar` is where it goes by this decision.
    pub(super) fn stands_here(&self, naar: Option<NaiveDate>) -> Result<(), ToolError> {
        let (casus, day) = (self.casus, self.found.day);
        let own = self.zaak.files.besluit.as_ref().filter(|own| own.besluit == Some(BesluitSoort::Uitstellen));
        let mut left = moved_to(self.way, day, casus);
        left.extend(own.and_then(|own| own.naar).map(|to| to.0).filter(|to| *to > day));
        for to in left.into_iter().filter(|to| Some(*to) != naar) {
            let on = moved_on(self.way, to, casus);
            if on.is_some() || self.has_more(to) {
                let to = on.unwrap_or(to);
                let (from, to_words) = (day_without_year(day), day_in_words(to));
                let what = format!("deze casus ging van {from} naar {to_words}, en daar gebeurde al meer.");
                return Err(self.stands_there(to, &what));
            }
        }
        Ok(())
    }

    /// Whether more stands of the case in a meeting than its announcement.
    fn has_more(&self, day: NaiveDate) -> bool {
        let Some(files) = self.way.case(day, self.casus) else { return false };
        let unread = files.unreadable.iter().any(|file| *file != CaseFile::Verwacht);
        let settled = files.ingetrokken.is_some() || files.bespreking.is_some() || files.nazorg.is_some();
        unread || settled || files.kaart.is_some() || files.besluit.is_some()
    }

    /// Refuses, since the meeting was held and the case stands in a later one now.
    fn is_over(&self, to: NaiveDate) -> ToolError {
        let (from, to_words) = (day_without_year(self.found.day), day_in_words(to));
        self.stands_there(to, &format!("{from} is geweest, en deze casus staat nu in de vergadering van {to_words}."))
    }

    /// Refuses, since the case stands in a later meeting now.
    fn stands_there(&self, to: NaiveDate, what: &str) -> ToolError {
        let casus = self.casus;
        let error = refused(what);
        let stand = zaak(self.way, to, casus).map(|zaak| zaak.stand);
        match stand {
            Some(Stand::Besproken) => {
                let show = self.command(&format!("toon {casus} --vergadering {to}"));
                error.because("Daar is hij besproken.").try_command(show, "wat er besproken is")
            }
            Some(Stand::Ingetrokken) => error
                .because("Daar is hij ingetrokken.")
                .advise("Moet hij toch aan de beurt komen? De inbrenger brengt de kaart dan opnieuw in."),
            _ => error.try_command(self.command(&format!("besluit {casus} --vergadering {to}")), "besluit daar"),
        }
    }

    /// Whether the case can be sent to another meeting, and is not expected there for another
    /// reason: that agreement would be lost.
    pub(super) fn can_come(&self, day: NaiveDate) -> Result<(), ToolError> {
        can_come(self.way, day, self.casus)?;
        let expected = self.way.case(day, self.casus).and_then(|files| files.verwacht.as_ref());
        let from = expected.and_then(|expected| expected.van).map(|van| van.0);
        let is_ours = expected
            .is_none_or(|expected| expected.waarom == Some(VerwachtWaarom::Uitgesteld) && from == Some(self.found.day));
        if is_ours {
            return Ok(());
        }
        let agreed = from.map(|from| format!(" Dat is afgesproken op {}.", day_in_words(from))).unwrap_or_default();
        Err(refused("in die vergadering wordt deze casus al verwacht.")
            .because(format!("Hij komt daar dus al.{agreed}"))
            .try_command(
                self.command(&format!("besluit {} --vergadering {} --afwijzen", self.casus, self.found.day)),
                "hij komt dan alleen daar",
            ))
    }

    /// The first meeting to which the case can be postponed.
    pub(super) fn next(&self) -> Option<NaiveDate> {
        let calendar = &self.found.reading.calendar;
        let mut from = self.found.day.max(self.context.today).succ_opt();
        while let Some(day) = from.and_then(|from| calendar.next(from)) {
            if self.can_come(day).is_ok() {
                return Some(day);
            }
            from = day.succ_opt();
        }
        None
    }

    fn postpone(&self, error: ToolError) -> ToolError {
        let Some(next) = self.next() else { return error };
        let command = format!("besluit {} --vergadering {} --uitstellen {next}", self.casus, self.found.day);
        error.try_command(self.command(&command), format!("naar {}", day_in_words(next)))
    }

    /// What stops this decision whatever stands on the card.
    pub(super) fn can_be_done(&self, soort: BesluitSoort, root: &Root) -> Result<(), ToolError> {
        let (casus, day) = (self.casus, self.found.day);
        if soort != BesluitSoort::Agenderen {
            return not_under_way(root, day, casus, self.context);
        }
        if self.zaak.kaart.is_none() && !self.zaak.files.unreadable.contains(&CaseFile::Kaart) {
            return Err(refused("van deze casus is er nog geen kaart.")
                .because(format!("De casus wordt verwacht op {}, maar is nog niet ingebracht.", day_in_words(day)))
                .advise("Vraag de inbrenger de kaart in te brengen."));
        }
        if day < self.context.today {
            let error = refused("die vergadering is geweest. Agenderen kan niet meer.");
            return Err(self
                .postpone(error)
                .try_command(self.command(&format!("besluit {casus} --vergadering {day} --afwijzen")), "hij komt niet")
                .try_command(
                    self.command(&format!("bespreking {casus} --vergadering {day}")),
                    "als hij besproken is",
                ));
        }
        if self.zaak.soort() == Some(Soort::Monitor)
            && Absent::of(&self.found.reading.team, day).is_inbrenger_away(casus)
        {
            let error = refused("de inbrenger van deze casus kan niet. Een monitor wordt dan niet besproken (NAZ02).")
                .because("Bij een monitor is de inbrenger er zelf bij.");
            let back = format!("vergadering {day} --aanmelden inbrenger --casus {casus}");
            return Err(self.postpone(error).try_command(self.command(&back), "als de inbrenger toch kan"));
        }
        Ok(())
    }

    /// What stops the card: a card that breaks a rule is taken with a reason, or not at all.
    pub(super) fn broken(&self, soort: BesluitSoort, root: &Root) -> Result<Vec<&Finding>, ToolError> {
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
}
