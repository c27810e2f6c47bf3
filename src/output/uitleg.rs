//! The rules explained: the catalogue, and one rule in full. All of it comes from the
//! table of rules; only the names of the families stand here.

use super::screen::{Ink, Screen};
use super::word;
use crate::rules::{Example, Rule, citation, find};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use std::io::{self, Write};

/// What a family of rules is about, by the letters of its ids.
const FAMILIES: [(&str, &str); 22] = [
    ("YAML", "Vorm van bestanden en mappen"),
    ("VOL", "Vorm van bestanden en mappen"),
    ("VER", "Vorm van bestanden en mappen"),
    ("MAP", "Vorm van bestanden en mappen"),
    ("INB", "Inbrengen"),
    ("MEL", "Meldcode"),
    ("FEI", "Feiten"),
    ("KRT", "De Veiligheidskaart"),
    ("STM", "De stem van jeugdigen en ouders"),
    ("ROU", "Routes"),
    ("PSE", "Pseudonimiseren"),
    ("VRG", "Aan tafel"),
    ("AGD", "Agenda"),
    ("BSP", "Bespreking"),
    ("NAZ", "Nazorg"),
    ("RVK", "Raad voor de Kinderbescherming"),
    ("MTR", "Een maatregel afsluiten"),
    ("OVD", "Overdracht"),
    ("VIE", "Succes vieren"),
    ("ROO", "Rooster"),
    ("JAR", "Jaarprogramma"),
    ("BEW", "Bewaren"),
];

/// The name of a rule's family.
fn family(rule: &Rule) -> &'static str {
    let letters = rule.id.trim_end_matches(|c: char| c.is_ascii_digit());
    FAMILIES.iter().find(|(prefix, _)| *prefix == letters).map_or(letters, |(_, name)| name)
}

/// Writes rules by family, the families in the order of the rules: id, severity, title.
pub fn catalogue(rules: &[&'static Rule], screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let first = |rule: &Rule| rules.iter().position(|other| family(other) == family(rule));
    let mut rules = rules.to_vec();
    rules.sort_by_cached_key(|rule| (first(rule), rule.id));
    for (index, group) in rules.chunk_by(|a, b| family(a) == family(b)).enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", screen.paint(Ink::Bold, family(group[0])))?;
        for line in table(group, screen) {
            // Painted after the table was laid out: codes have no width.
            let id = line.trim_start().split(' ').next().filter(|word| find(word).is_some());
            let line = id.map_or(line.clone(), |id| line.replacen(id, &screen.paint(Ink::Dim, id), 1));
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn table(rules: &[&'static Rule], screen: &Screen) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    for rule in rules {
        table.add_row([rule.id, word(rule.severity), rule.title]);
    }
    // The same widths in each family, so that the whole list lines up.
    let widths = [6, 12];
    for (column, width) in table.column_iter_mut().zip(widths) {
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + 2)));
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    table.lines().map(|line| format!("  {}", line.trim_end())).collect()
}

/// How far the text of a section stands in.
const INDENT: &str = "        ";

/// Writes one rule in full.
pub fn explanation(rule: &Rule, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let title = format!("{} ({}): {}", rule.id, word(rule.severity), rule.title);
    for line in screen.wrap(&title, "", "  ") {
        writeln!(out, "{}", screen.paint(Ink::Bold, &line))?;
    }
    writeln!(out)?;
    section("Wat", rule.asks, screen, out)?;
    section("Waarom", rule.reason, screen, out)?;
    for line in citation(rule.sources).iter().flat_map(|text| screen.wrap(text, INDENT, INDENT)) {
        writeln!(out, "{}", screen.paint(Ink::Dim, &line))?;
    }
    section("Zo los je het op", rule.mend, screen, out)?;
    writeln!(out)?;
    example("Nog niet goed", &rule.wrong, screen, out)?;
    example("Goed", &rule.right, screen, out)?;
    if rule.is_answerable() {
        writeln!(out)?;
        section(
            "Kan het niet anders?",
            "Zet onderaan in het bestand waarom. Dan telt deze regel daar als beantwoord.",
            screen,
            out,
        )?;
        let answer = format!("verantwoording:\n  - regel: {}\n    reden: Schrijf hier waarom.\n", rule.id);
        for line in keys(&answer) {
            writeln!(out, "{INDENT}{line}")?;
        }
    }
    let near = rule.see.iter().filter_map(|id| find(id)).map(|rule| (rule.id.to_owned(), rule.title.to_owned()));
    let near: Vec<(String, String)> = near.collect();
    for (index, line) in screen.rows(&near, INDENT).into_iter().enumerate() {
        match line.strip_prefix(INDENT) {
            Some(line) if index == 0 => writeln!(out, "\n{}{line}", heading("Zie ook", screen))?,
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// A heading with the text behind it, or below it when it is a long one.
fn section(name: &str, text: &str, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let mut first = heading(name, screen);
    if name.len() >= INDENT.len() {
        writeln!(out, "{first}")?;
        INDENT.clone_into(&mut first);
    }
    hanging(&first, text, screen, out)
}

/// The heading, filled out to where the text begins.
fn heading(name: &str, screen: &Screen) -> String {
    format!("{}{}", screen.paint(Ink::Bold, name), " ".repeat(INDENT.len().saturating_sub(name.len())))
}

fn hanging(first: &str, text: &str, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    for (index, line) in screen.wrap(text, INDENT, INDENT).iter().enumerate() {
        match line.strip_prefix(INDENT) {
            Some(line) if index == 0 => writeln!(out, "{first}{line}")?,
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// An example, its lines as they would stand in a file.
fn example(name: &str, example: &Example, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let mut lines: Vec<String> = Vec::new();
    match example {
        Example::Dossierkaart(text) | Example::Teamkaart(text) | Example::Bespreking(text) | Example::Regio(text) => {
            lines.extend(keys(text));
        }
        Example::Teammap(files) | Example::Dossiermap(files) => {
            for (path, text) in *files {
                lines.push(screen.paint(Ink::Dim, path));
                if text.is_empty() {
                    lines.push("  (dit bestand is er niet)".to_owned());
                }
                lines.extend(keys(text).map(|line| format!("  {line}")));
            }
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    let mut first = heading(name, screen);
    if name.len() >= INDENT.len() {
        writeln!(out, "{first}")?;
        INDENT.clone_into(&mut first);
    }
    for line in lines.iter().flat_map(|line| fitting(line, screen)) {
        writeln!(out, "{}", format!("{first}{line}").trim_end())?;
        INDENT.clone_into(&mut first);
    }
    Ok(())
}

/// A line of an example, broken where YAML may be broken too when it is too long.
fn fitting(line: &str, screen: &Screen) -> Vec<String> {
    let narrow = Screen { width: screen.width - INDENT.len(), ..*screen };
    let indent: String = line.chars().take_while(|c| *c == ' ').collect();
    narrow.wrap(line.trim_start(), &indent, &format!("{indent}    "))
}

/// The lines of an example; a key that it takes away shows as a key with nothing behind it.
fn keys(text: &str) -> impl Iterator<Item = String> {
    text.trim_end().lines().map(|line| line.strip_suffix(" null").unwrap_or(line).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::all;

    #[test]
    fn every_family_has_a_name() {
        for rule in all() {
            assert!(family(rule).len() > 4, "{} has no family with a name", rule.id);
        }
    }
}
