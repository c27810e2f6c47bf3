//! What people and scripts see: findings, checklists and explanations as text or JSON.
//!
//! This room decides nothing: what is open, what is next and which status follows is
//! handed to it. It knows no argument and no environment, only a [`Screen`]. Whether a
//! line or an answer may be seen at all is settled in `shown`, before any format.

mod agenda_cases;
mod agenda_json;
mod agenda_outside;
mod agenda_text;
mod brief;
mod check_json;
mod check_text;
pub mod escape;
mod event;
mod excerpt;
mod finding;
pub mod haak;
mod herleid_parts;
mod herleid_text;
mod inbreng;
mod interview;
mod lijst;
mod nazorg_text;
mod overzicht;
mod question;
mod rooster_data;
mod rooster_events;
mod rooster_fair;
mod rooster_text;
mod rooster_whatif;
mod rooster_why;
mod scan;
mod screen;
mod shown;
mod shown_agenda;
mod shown_nazorg;
mod shown_rooster;
mod shown_toon;
mod shown_year;
mod stays;
mod terugzoek;
mod toon_bespreking;
mod toon_gesprek;
mod toon_kaart;
mod toon_page;
mod toon_zaak;
mod traced;
mod uitleg;
mod veil;
mod waiting;
mod year_events;
mod year_json;
mod year_text;

pub use agenda_json::agenda_json;
pub use agenda_text::{agenda_text, meeting_text};
pub use brief::{Afzender, Geschreven, brief_text};
pub use check_json::check_json;
pub use check_text::{Checked, Next, check_text};
pub use event::{CalendarEvent, Standing, csv, ics};
pub use herleid_text::{Herleid, herleid_text};
pub use inbreng::{Late, late};
pub use interview::{Asked, asked, asked_why, interview_keys, still_open, understood};
pub use lijst::{Lijst, Point, Tick, lijst};
pub use nazorg_text::{Wegen, nazorg_text, zonder_uitkomst};
pub use overzicht::{Deel, Regel, overzicht_text};
pub use question::{ages_question, open_questions, people, question, reasons, still_found};
pub use rooster_data::{rooster_csv, rooster_json};
pub use rooster_events::rooster_ics;
pub use rooster_fair::rooster_fair;
pub use rooster_text::{rooster_changes, rooster_text, what_next};
pub use rooster_whatif::rooster_whatif;
pub use rooster_why::rooster_why;
pub use scan::{scan_json, scan_text};
pub use screen::{Ink, Screen};
pub use shown::{Excerpt, LEFT_OUT, Shown, show};
pub use shown_agenda::{ShownAgenda, show_agenda};
pub use shown_nazorg::{ShownOpvolging, ShownPunt, show_nazorg};
pub use shown_rooster::{ShownRooster, ShownScenario, show_rooster, show_scenario};
pub use shown_toon::{ShownPage, show_card, show_case, show_own_card};
pub use shown_year::{ShownYear, show_year};
pub use stays::{replacements, stays};
pub use terugzoek::look_back_text;
pub use toon_page::toon_text;
pub use uitleg::{catalogue, explanation};
pub use veil::Veil;
pub use waiting::waiting_text;
pub use year_events::{year_csv, year_ics};
pub use year_json::year_json;
pub use year_text::year_text;

use crate::rules::Severity;

/// The severity as a word on a screen.
#[must_use]
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Fout => "fout",
        Severity::Waarschuwing => "waarschuwing",
        Severity::Advies => "tip",
    }
}
