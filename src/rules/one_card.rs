//! One card of a dossier, judged over and over while it is being filled in.

use super::Finding;
use super::check::{Options, is_silenced, region_of};
use super::judge::{Context, judge};
use crate::calendar::Calendar;
use crate::model::{Dossiernummer, Regio};
use crate::store::{Root, Slot};
use chrono::NaiveDate;

/// What a card of a dossier is judged with. It is read once.
pub struct OneCard {
    slot: Slot,
    regio: Regio,
    calendar: Calendar,
    today: NaiveDate,
    meeting: Option<NaiveDate>,
}

impl OneCard {
    /// The card with this number in a dossier.
    #[must_use]
    pub fn of(root: &Root, nummer: &Dossiernummer, options: &Options) -> Self {
        let regio = region_of(root).0;
        Self {
            slot: Slot::DossierKaart(nummer.as_str().to_owned()),
            calendar: Calendar::new(&regio),
            regio,
            today: options.today,
            meeting: options.meeting,
        }
    }

    /// The region.
    #[must_use]
    pub fn regio(&self) -> &Regio {
        &self.regio
    }

    /// What is open on the card with this text, in order of place and rule. What follows
    /// from other files is for a check of the whole dossier.
    #[must_use]
    pub fn open(&self, text: &str) -> Vec<Finding> {
        let context = Context {
            regio: &self.regio,
            calendar: &self.calendar,
            today: self.today,
            meeting: self.meeting,
            past_too: false,
            scan: None,
            hash: false,
        };
        let mut findings = judge(&self.slot, &self.slot.path(), &Ok(text.as_bytes().to_vec()), &context).findings;
        findings.retain(|finding| finding.is_open() && !is_silenced(finding, &self.regio));
        findings.sort_by_key(|finding| (finding.spot.as_ref().map(|spot| (spot.line, spot.column)), finding.rule.id));
        findings
    }
}
