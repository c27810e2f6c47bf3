//! What people and scripts see.

mod agenda_cases;
mod agenda_json;
mod agenda_outside;
mod agenda_text;
pub mod escape;
mod screen;

pub use agenda_json::agenda_json;
pub use agenda_text::agenda_text;
pub use screen::{Ink, Screen};
