//! Where you are and what is due, a line for each with its command.

use super::{Ink, Screen, escape};
use textwrap::core::display_width;

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regel {
    /// Of which case or day.
    pub van: String,
    /// What it is.
    pub tekst: String,
    /// The command for it.
    pub opdracht: Option<String>,
}

/// A heading with its lines.
pub struct Deel<'a> {
    /// The heading.
    pub kop: &'a str,
    /// The lines; without any the part is left out.
    pub regels: Vec<Regel>,
}

/// The whole screen: a first line, the parts, and what stands below them.
#[must_use]
pub fn overzicht_text(kop: &str, delen: &[Deel<'_>], slot: &str, screen: &Screen) -> String {
    let mut blocks = vec![screen.wrap(kop, "", "").join("\n") + "\n"];
    for deel in delen.iter().filter(|deel| !deel.regels.is_empty()) {
        let mut lines = vec![screen.paint(Ink::Bold, deel.kop)];
        let column = deel.regels.iter().map(|regel| display_width(&escape::line(&regel.van))).max().unwrap_or(0);
        for Regel { van, tekst, opdracht } in &deel.regels {
            let van = escape::line(van);
            let first = match column {
                0 => "  ".to_owned(),
                _ => format!("  {van}{}", " ".repeat(column + 2 - display_width(&van))),
            };
            lines.extend(screen.wrap(tekst, &first, &" ".repeat(display_width(&first))));
            lines.extend(opdracht.iter().map(|opdracht| format!("    {opdracht}")));
        }
        blocks.push(lines.join("\n") + "\n");
    }
    if !slot.is_empty() {
        blocks.push(slot.to_owned());
    }
    blocks.join("\n")
}
