//! The agenda for one who comes: only the cases that one is at the table for.

use super::Agenda;
use crate::model::{Casus, Regio};
use crate::tafel::Plaats;

impl Agenda {
    /// Leaves only the cases for which an organisation or a person sits at the table, or that it
    /// brought in. Who sits the whole meeting keeps all of it. False when there is nobody of
    /// that name.
    pub fn keep_for(&mut self, who: &str, regio: &Regio) -> bool {
        let is_name = |name: &Option<String>| name.as_deref().is_some_and(|name| regio.zelfde(name, who, self.day));
        let is_it = |plaats: &&Plaats| is_name(&plaats.organisatie) || is_name(&plaats.naam);
        let own: Vec<&Plaats> = self.tafel.plaatsen.iter().filter(is_it).collect();
        let brought = self.niet_besproken.iter().filter(|entry| {
            [&entry.kaart.inbrenger, &entry.kaart.organisatie, &entry.kaart.via].into_iter().any(is_name)
        });
        let brought: Vec<Casus> = brought.map(|entry| entry.casus).collect();
        let name = own.first().map(|plaats| if is_name(&plaats.naam) { &plaats.naam } else { &plaats.organisatie });
        let name = name.cloned().flatten();
        if own.is_empty() && brought.is_empty() {
            return false;
        }
        if own.iter().any(|plaats| plaats.voor.is_none()) {
            self.voor = name;
            return true;
        }
        let mut cases = brought;
        cases.extend(own.iter().filter_map(|plaats| plaats.voor.as_ref()).flatten());
        self.voor = name.or_else(|| Some(who.trim().to_owned()));
        self.zaken.retain(|punt| cases.contains(&punt.casus));
        self.openstaand.retain(|entry| cases.contains(&entry.casus));
        self.niet_besproken.retain(|entry| cases.contains(&entry.casus));
        self.te_besluiten.retain(|casus| cases.contains(casus));
        // Who comes for another case, and why, is of that case.
        self.tafel.plaatsen.retain_mut(|plaats| {
            let Some(voor) = &mut plaats.voor else { return true };
            voor.retain(|casus| cases.contains(casus));
            !voor.is_empty()
        });
        self.tafel.niet_bezet.retain_mut(|empty| {
            let Some(voor) = &mut empty.voor else { return true };
            voor.retain(|casus| cases.contains(casus));
            !voor.is_empty()
        });
        if let Some(sent) = &mut self.verzonden {
            sent.gewijzigd.retain(|casus| cases.contains(casus));
            sent.niet_verstuurd.retain(|casus| cases.contains(casus));
        }
        true
    }
}
