//! `docs/regels.md` is the table of rules as a page. `VT_SCHRIJF=1 cargo test --test regels`
//! writes it anew.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod pages;

use std::fmt::Write as _;
use vt::output::{Screen, catalogue, escape, word};
use vt::rules::{Example, Moment, Rule, all, citation, find};

const HEAD: &str = "\
# Regels

Deze pagina komt uit de tabel met regels in `src/rules/familie/`. Verander haar niet met de hand:
`VT_SCHRIJF=1 cargo test --test regels` schrijft haar opnieuw. `vt uitleg INB05` toont hetzelfde op
het scherm.

Een **fout** houdt inbrengen tegen, of zegt dat een bestand nog niet af is. Een **waarschuwing** vraagt
aandacht en houdt niets tegen. Een **tip** ook niet; die staat er alleen met `--tips`. De voorbeelden
tonen de sleutels waar het om gaat, niet het hele bestand. Alles erin is verzonnen.
";

#[test]
fn the_page_is_the_table() {
    pages::hold("docs/regels.md", &page(), "regels");
}

fn page() -> String {
    let mut out = HEAD.to_owned();
    let mut rules: Vec<&Rule> = all().collect();
    // The families as the catalogue has them, the rules of each by number.
    for group in rules.chunk_by_mut(|a, b| letters(a) == letters(b)) {
        group.sort_unstable_by_key(|rule| rule.id);
    }
    out += "\n| familie | regels |\n| --- | --- |\n";
    for group in rules.chunk_by(|a, b| family(a) == family(b)) {
        let links: Vec<String> = group.iter().map(|rule| link(rule.id)).collect();
        writeln!(out, "| {} | {} |", family(group[0]), links.join(" ")).unwrap();
    }
    for group in rules.chunk_by(|a, b| family(a) == family(b)) {
        writeln!(out, "\n## {}", family(group[0])).unwrap();
        for rule in group {
            out += &section(rule);
        }
    }
    out
}

/// The letters of a rule's id.
fn letters(rule: &Rule) -> &str {
    rule.id.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// The name of a rule's family: what the catalogue writes above it.
fn family(rule: &'static Rule) -> String {
    let mut list = Vec::new();
    catalogue(&[rule], &Screen::default(), &mut list).unwrap();
    String::from_utf8(list).unwrap().lines().next().unwrap().to_owned()
}

fn link(id: &str) -> String {
    format!("[{id}](#{})", id.to_lowercase())
}

fn section(rule: &Rule) -> String {
    let moments: Vec<&str> = rule.moments.iter().map(|moment| moment_in_words(*moment)).collect();
    let mut out = format!("\n### {}\n\n**{}** {}\n\n", rule.id, rule.title, prose(rule.asks));
    writeln!(out, "- Ernst: {}. Geldt {}.", word(rule.severity), moments.join("; ")).unwrap();
    writeln!(out, "- Waarom: {}", prose(rule.reason)).unwrap();
    if let Some(source) = citation(rule.sources) {
        writeln!(out, "- Bron: {}{}", source, if source.ends_with(['.', '?']) { "" } else { "." }).unwrap();
    }
    writeln!(out, "- Zo los je het op: {}", prose(rule.mend)).unwrap();
    let near: Vec<String> = rule.see.iter().filter(|id| find(id).is_some()).map(|id| link(id)).collect();
    if !near.is_empty() {
        writeln!(out, "- Zie ook: {}.", near.join(", ")).unwrap();
    }
    out + &example("Nog niet goed", &rule.wrong) + &example("Goed", &rule.right)
}

fn moment_in_words(moment: Moment) -> &'static str {
    match moment {
        Moment::Any => "altijd",
        Moment::Kaart => "voor een kaart, tot en met de dag van de vergadering",
        Moment::Afsluiten => "voor een kaart die een maatregel afsluit",
        Moment::Monitor => "voor een kaart die terugkomt als monitor",
        Moment::Agenda => "voor een vergadering die komt, zodra de voorzitter besluit",
        Moment::Na => "voor een vergadering die geweest is",
    }
}

/// Text as Markdown shows it: only what stands between backticks is code.
fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let shown = parts.map(|(index, part)| match index % 2 {
        0 => part.replace('*', "\\*").replace('<', "&lt;"),
        _ => format!("`{part}`"),
    });
    shown.collect()
}

fn example(name: &str, example: &Example) -> String {
    let (what, files): (_, Vec<(&str, &str)>) = match example {
        Example::Dossierkaart(text) => (" (kaart in het dossier)", vec![("", *text)]),
        Example::Teamkaart(text) => (" (kaart in de teammap)", vec![("", *text)]),
        Example::Bespreking(text) => (" (bespreking.yaml)", vec![("", *text)]),
        Example::Regio(text) => (" (regio.yaml)", vec![("", *text)]),
        Example::Teammap(files) => (" (teammap)", files.to_vec()),
        Example::Dossiermap(files) => (" (dossier)", files.to_vec()),
    };
    let mut out = format!("\n{name}{what}:\n\n```yaml\n");
    for (file, text) in files {
        if !file.is_empty() {
            writeln!(out, "# {file}{}", if text.is_empty() { " (dit bestand is er niet)" } else { "" }).unwrap();
        }
        for line in text.trim_end().lines() {
            // A key that an example takes away shows as one with nothing behind it.
            writeln!(out, "{}", escape::line(line.strip_suffix(" null").unwrap_or(line))).unwrap();
        }
    }
    out + "```\n"
}
