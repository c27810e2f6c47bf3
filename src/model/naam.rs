//! One organisation under its several names.

use super::{Gemeente, OrganisatieSoort, Regio};
use chrono::NaiveDate;

/// An organisation or municipality that the region lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bekend<'a> {
    /// Its name as the region writes it.
    pub naam: &'a str,
    /// What it is; none for a municipality.
    pub soort: Option<OrganisatieSoort>,
    /// Whether the name was another spelling that the region lists under `ook`.
    pub andere_spelling: bool,
}

impl Bekend<'_> {
    /// Whether it is a municipality.
    #[must_use]
    pub fn is_gemeente(self) -> bool {
        self.soort.is_none()
    }
}

/// "Gemeente Roosendaal" is the same organisation as "Roosendaal".
fn bare(name: &str) -> &str {
    let name = name.trim();
    match name.get(..9) {
        Some(prefix) if prefix.eq_ignore_ascii_case("gemeente ") => name[9..].trim_start(),
        _ => name,
    }
}

fn same(a: &str, b: &str) -> bool {
    // Nearly every name is ASCII, and every card asks this of every professional.
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

impl Regio {
    /// The municipality under this name on this day: of one that merged, the one it merged into.
    #[must_use]
    pub fn gemeente(&self, name: &str, day: NaiveDate) -> Option<Bekend<'_>> {
        let wanted = bare(name);
        let is = |gemeente: &Gemeente, wanted: &str| gemeente.naam.as_deref().is_some_and(|naam| same(naam, wanted));
        let alias = |gemeente: &Gemeente| gemeente.ook.values().any(|ook| same(bare(ook), wanted));
        let by_name = self.gemeenten.values().find(|gemeente| is(gemeente, wanted));
        let found = by_name.or_else(|| self.gemeenten.values().find(|gemeente| alias(gemeente)))?;
        let gone = found.tot.is_some_and(|tot| tot.0 < day);
        let successor = found.op_in.as_deref().filter(|_| gone);
        let now = successor.and_then(|naam| self.gemeenten.values().find(|gemeente| is(gemeente, naam)));
        if gone && now.is_none() {
            return None;
        }
        let naam = now.unwrap_or(found).naam.as_deref()?;
        Some(Bekend { naam, soort: None, andere_spelling: by_name.is_none() || now.is_some() })
    }

    /// Whether every municipality could be read, with its name: only then one can be unknown.
    #[must_use]
    pub fn kent_gemeenten(&self) -> bool {
        let all = &self.gemeenten;
        all.is_asked() && all.is_whole() && all.values().all(|gemeente| gemeente.naam.is_some())
    }

    /// The same of every organisation too.
    #[must_use]
    pub fn kent_iedereen(&self) -> bool {
        let all = &self.organisaties;
        let organisations = all.is_asked() && all.is_whole() && all.values().all(|known| known.naam.is_some());
        organisations && self.kent_gemeenten()
    }

    /// The organisation or municipality under this name on this day.
    #[must_use]
    pub fn bekend(&self, name: &str, day: NaiveDate) -> Option<Bekend<'_>> {
        let by_name =
            self.organisaties.values().find(|o| o.naam.as_deref().is_some_and(|naam| same(naam, name.trim())));
        let by_alias = || self.organisaties.values().find(|o| o.ook.values().any(|ook| same(ook, name.trim())));
        if let Some(found) = by_name.or_else(by_alias) {
            let soort = found.soort.or(Some(OrganisatieSoort::Partner));
            return found.naam.as_deref().map(|naam| Bekend { naam, soort, andere_spelling: by_name.is_none() });
        }
        self.gemeente(name, day)
    }

    /// The name as the region writes it, or the name as it was given.
    #[must_use]
    pub fn naam_van<'a>(&'a self, name: &'a str, day: NaiveDate) -> &'a str {
        self.bekend(name, day).map_or_else(|| bare(name), |bekend| bekend.naam)
    }

    /// Whether two names are of the same organisation.
    #[must_use]
    pub fn zelfde(&self, a: &str, b: &str, day: NaiveDate) -> bool {
        same(self.naam_van(a, day), self.naam_van(b, day))
    }
}
