//! What of a card and of a case may be seen: the veil lies over every text and every name of
//! the team's folder before a page is laid out. Only a card of one's own dossier goes without.

use super::toon_kaart::{Reading, card, professionals, text};
use super::toon_page::{Days, Line, Page, Piece, Said, Section};
use super::toon_zaak::{not_read, page};
use super::veil::{Veil, stays_of};
use crate::agenda::Casusblad;
use crate::model::{Regio, Veiligheidskaart, is_role};
use crate::pseudo::{label_of, names_of};
use crate::store::Team;
use chrono::{Datelike as _, NaiveDate};

/// A page as far as it may be seen.
pub struct ShownPage(Page);

impl ShownPage {
    pub(super) fn page(&self) -> &Page {
        &self.0
    }
}

/// A case of the team's folder. `offer` is the command that shows it in another meeting,
/// `unread` the checks of what could not be read whole.
#[must_use]
pub fn show_case(
    blad: &Casusblad<'_>,
    team: &Team,
    offer: &dyn Fn(NaiveDate) -> String,
    unread: &[String],
) -> ShownPage {
    let stays = stays_of(team, blad.casus);
    veiled(page(blad, offer, unread), &Veil::new(&team.regio), &stays)
}

/// A card of the team that lies elsewhere: it came by mail.
#[must_use]
pub fn show_card(kaart: &Veiligheidskaart, regio: &Regio, unread: &[String]) -> ShownPage {
    let mut stays = names_of(regio, Some(kaart));
    stays.extend(kaart.blijft_staan.values().filter_map(|entry| entry.tekst.clone()));
    let own = page_of_card(kaart, false, "Gepseudonimiseerd, niet anoniem.", unread);
    veiled(own, &Veil::new(regio), &stays)
}

/// A card of one's own dossier, names and all.
#[must_use]
pub fn show_own_card(kaart: &Veiligheidskaart, unread: &[String]) -> ShownPage {
    let foot = "Hier staan namen: alleen voor jou. Het team ziet wat vt pseudonimiseer toont.";
    let mut page = page_of_card(kaart, true, foot, unread);
    pieces(&mut page, |piece| {
        if let Piece::Who(wie) = piece {
            *wie = label_of(wie);
        }
    });
    ShownPage(page)
}

fn page_of_card(kaart: &Veiligheidskaart, own: bool, foot: &'static str, unread: &[String]) -> Page {
    let days = Days(kaart.bijgewerkt.map(|day| day.first().year()));
    let mut head = Section::new("Veiligheidskaart");
    if own {
        head.row("Dossier", text(&kaart.dossiernummer));
    } else {
        head.row("Casus", text(&kaart.casus));
    }
    let kind = kaart.soort.map(|soort| Said::own(soort.woord())).unwrap_or_default();
    head.row("Soort", Said::joined([kind, Said::name(kaart.gemeente.as_deref())], ", "));
    head.row("Eerder", kaart.eerder.map(|day| days.day(day.0)).unwrap_or_default().after("besproken op "));
    professionals(kaart, Days(None), &mut head);
    not_read(unread, &mut head);
    let mut page = Page { head, sections: Vec::new(), foot };
    card(kaart, Reading { days, own }, &mut page);
    page
}

/// Holds the veil over all that comes from a file.
fn veiled(mut page: Page, veil: &Veil, stays: &[String]) -> ShownPage {
    pieces(&mut page, |piece| match piece {
        Piece::Own(_) => {}
        Piece::Name(name) => *name = veil.name(name),
        Piece::Text(text) => *text = veil.text(text, stays),
        Piece::Who(wie) if is_role(wie) => *wie = label_of(wie),
        // Where a role belongs, any other word may be a name.
        Piece::Who(wie) => *wie = veil.who(wie),
    });
    ShownPage(page)
}

fn pieces(page: &mut Page, mut change: impl FnMut(&mut Piece)) {
    let sections = std::iter::once(&mut page.head).chain(&mut page.sections);
    for line in sections.flat_map(|section| &mut section.lines) {
        if let Line::Row { lead: _, column: _, said } = line {
            said.0.iter_mut().for_each(&mut change);
        }
    }
}
