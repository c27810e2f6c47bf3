//! What looking back found: the places where a family is named, never the words.

use super::{Ink, Screen, escape};
use crate::work::look_back::Teruggezocht;

/// The lines about the search in the team's folder.
#[must_use]
pub fn look_back_text(found: &Teruggezocht, screen: &Screen) -> String {
    let mut lines = Vec::new();
    if found.traces.is_empty() {
        lines.extend(screen.wrap("Namen uit je dossier in de teammap gezocht: vt vond niets.", "", ""));
    } else {
        let title = "In de teammap staat iets waaraan een gezin te kennen is";
        lines.push(screen.paint(Ink::Bold, title));
        for trace in &found.traces {
            let place = format!("  {}:{}", escape::line(&trace.file), trace.line);
            let kind = trace.kind.noun();
            // A path is not broken, so that it can be pasted.
            if place.chars().count() + 2 + kind.len() <= screen.width {
                lines.push(format!("{place}  {kind}"));
            } else {
                lines.extend([place, format!("    {kind}")]);
            }
        }
        let mend = "Vraag wie het schreef om daar een label van te maken, zoals Kind 1 of Moeder. Is het verstuurd? Meld \
                    het dan ook bij de voorzitter.";
        lines.extend(screen.wrap(mend, "  ", "  "));
    }
    let count = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    if found.niet_gelezen > 0 {
        let text = count(found.niet_gelezen, "bestand", "bestanden");
        lines.extend(screen.wrap(&format!("Niet gezocht in {text} in de teammap: vt kan dat niet lezen."), "", ""));
    }
    if found.zonder_namen > 0 {
        let text = count(found.zonder_namen, "casus", "casussen");
        let text = format!("Niet gezocht voor {text} uit je dossier: vt kan de kaart of de koppeling niet lezen.");
        lines.extend(screen.wrap(&text, "", ""));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}
