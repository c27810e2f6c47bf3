//! How findings look: excerpts, marks, redaction, colour. The rule and the findings are
//! made here, so that nothing hangs on the words of the real ones.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::NaiveDate;
use insta::assert_snapshot;
use std::borrow::Cow;
use vt::model::Regio;
use vt::output::{Checked, Next, Screen, Veil, check_json, check_text, show};
use vt::rules::{Example, Finding, Heading, Moment, Rule, Severity, Spot};

const fn rule(id: &'static str, severity: Severity, sources: &'static [Heading]) -> Rule {
    Rule {
        id,
        severity,
        moments: &[Moment::Kaart],
        sources,
        title: "De visie staat erop.",
        asks: "Wat jullie samen vinden, staat op de kaart.",
        reason: "Het team bouwt voort op wat jullie zelf al vinden.",
        mend: "Schrijf bij `visie` wat jullie van de situatie vinden.",
        see: &[],
        wrong: Example::Dossierkaart("visie: null"),
        right: Example::Dossierkaart("visie: Oma kan helpen."),
        checks: &[],
    }
}

static FOUT: Rule = rule("TST01", Severity::Fout, &[Heading::WatIsNodig, Heading::StemKlinktDoor]);
static WAARSCHUWING: Rule = rule("TST02", Severity::Waarschuwing, &[]);
static TIP: Rule = rule("TST03", Severity::Advies, &[]);
static PSE: Rule = rule("PSE01", Severity::Fout, &[]);

fn finding(rule: &'static Rule, line: &str, marked: &str) -> Finding {
    let before = line.split(marked).next().unwrap().chars().count();
    let mut finding = Finding::new(
        rule,
        "RSD-2026-00412/kaart.yaml".to_owned(),
        Some("intern_besproken.visie".parse().unwrap()),
        Cow::Borrowed("De visie ontbreekt."),
    );
    finding.spot = Some(Spot {
        line: 41,
        column: u32::try_from(before).unwrap() + 1,
        text: line.to_owned(),
        mark: before..before + marked.chars().count(),
    });
    finding
}

fn on(findings: &[Finding], screen: &Screen) -> String {
    let checked = Checked {
        findings: show(findings, screen.terminal, &Veil::new(&Regio::default())),
        heading: None,
        files: None,
        past: 0,
        without_meeting: 0,
        tips: true,
        quiet: true,
        next: Next::default(),
    };
    let mut out = Vec::new();
    check_text(&checked, screen, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const TERMINAL: Screen = Screen { width: 80, colour: false, terminal: true };
const PIPE: Screen = Screen { width: 80, colour: false, terminal: false };

#[test]
fn a_finding_on_a_terminal() {
    let mut found = finding(&FOUT, "  datum: 2026-02-24", "datum");
    found.label = Some(Cow::Borrowed("hier ontbreekt `visie`"));
    assert_snapshot!(on(&[found], &TERMINAL));
}

#[test]
fn a_finding_of_each_severity_without_a_source() {
    let warning = finding(&WAARSCHUWING, "aantal: vaak", "vaak");
    let tip = finding(&TIP, "aantal: soms", "soms");
    assert_snapshot!(on(&[warning, tip], &TERMINAL));
}

#[test]
fn a_finding_about_a_file_without_a_line() {
    let mut found = finding(&FOUT, "a", "a");
    found.spot = None;
    found.file = "vergaderingen/2026-03-12/verzonden.yaml".to_owned();
    assert_snapshot!(on(&[found], &PIPE));
}

#[test]
fn the_line_of_a_family_is_for_a_terminal_only() {
    let mut found = finding(&FOUT, "  visie: Daan de Vries mist zijn opa", "Daan");
    found.identifiable = true;
    found.label = Some(Cow::Borrowed("hier"));
    assert!(on(&[found.clone()], &TERMINAL).contains("Daan de Vries"));
    let piped = on(&[found.clone()], &PIPE);
    assert!(!piped.contains("Daan"), "{piped}");
    assert_snapshot!(piped);
    // Colour that was asked for does not make a pipe a terminal.
    assert!(!on(&[found], &Screen { colour: true, ..PIPE }).contains("Daan"));
}

#[test]
fn the_line_of_a_name_in_the_teams_folder_is_for_a_terminal_only_whichever_rule_points_at_it() {
    let name = finding(&PSE, "voornaam: Daan", "Daan");
    let unknown_key = finding(&FOUT, "voornaam: Daan", "voornaam");
    let findings = [unknown_key, name];
    assert!(on(&findings, &TERMINAL).contains("Daan"));
    assert!(!on(&findings, &PIPE).contains("Daan"));
}

#[test]
fn an_answer_is_shown_as_answered_and_not_to_everyone() {
    let mut answered = finding(&FOUT, "visie: nee", "nee");
    answered.answer = Some("Vader is\nonbereikbaar \u{1b}[2Jsinds mei. ".repeat(12));
    assert_snapshot!(on(&[answered.clone()], &TERMINAL));
    answered.identifiable = true;
    assert!(on(&[answered.clone()], &TERMINAL).contains("Vader is onbereikbaar"));
    let piped = on(&[answered.clone()], &PIPE);
    assert!(!piped.contains("Vader") && piped.contains("[weggelaten]"), "{piped}");
    let json = json(&[answered], false);
    assert!(!json.contains("Vader") && json.contains("\"antwoord\": \"[weggelaten]\""), "{json}");
}

#[test]
fn what_moves_turns_or_hides_never_reaches_the_screen() {
    let mut found = finding(&FOUT, "a\t\u{1b}]0;x\u{7}: \u{202e}naaD \u{200b}weg\u{9b}2J", "weg");
    found.file = "map\u{1b}[31m/kaart\u{202e}lmay.yaml".to_owned();
    let shown = on(&[found], &TERMINAL);
    assert!(!shown.chars().any(|c| c != '\n' && vt::output::escape::is_unsafe(c)), "{shown:?}");
    assert_snapshot!(shown);
}

#[test]
fn a_long_line_is_shown_around_its_mark() {
    let long = format!("situatie: {}hier {}", "heel lang verhaal ".repeat(20), "en nog veel meer ".repeat(20));
    let mut found = finding(&FOUT, &long, "hier");
    found.label = Some(Cow::Borrowed("dit woord is vaag"));
    let end = finding(&FOUT, &long, "meer en nog veel meer ");
    let whole = finding(&FOUT, &long, &long);
    let wide = finding(&FOUT, &format!("{}naam: é\u{301}漢字", "é".repeat(90)), "漢字");
    let shown = on(&[found, end, whole, wide], &TERMINAL);
    for line in shown.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert_snapshot!(shown);
}

#[test]
fn a_mark_behind_the_line_and_a_label_without_room() {
    let mut found = finding(&FOUT, "visie:", "visie:");
    let spot = found.spot.as_mut().unwrap();
    spot.mark = 6..9;
    spot.column = 7;
    found.label = Some(Cow::Owned("hier ontbreekt van alles en nog wat ".repeat(3).trim_end().to_owned()));
    assert_snapshot!(on(&[found], &TERMINAL));
}

#[test]
fn colour_doubles_what_the_words_say() {
    let found = finding(&FOUT, "visie: nee", "nee");
    let plain = on(std::slice::from_ref(&found), &TERMINAL);
    let colour = on(&[found], &Screen { colour: true, ..TERMINAL });
    assert!(colour.starts_with("\u{1b}[1m\u{1b}[31mfout[TST01]\u{1b}[0m\u{1b}[1m: De visie ontbreekt.\u{1b}[0m\n"));
    let mut stripped = String::new();
    let mut rest = colour.as_str();
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        stripped += before;
        rest = code.split_once('m').unwrap().1;
    }
    assert_eq!(stripped + rest, plain);
}

#[test]
fn a_narrow_terminal_holds_its_width() {
    let mut found = finding(&FOUT, "  onveiligheid: dit is een vrij lange regel van het bestand", "lange");
    found.label = Some(Cow::Borrowed("dit is vaag"));
    let shown = on(&[found], &Screen { width: 40, ..TERMINAL });
    for line in shown.lines() {
        assert!(line.chars().count() <= 40, "{line}");
    }
    assert_snapshot!(shown);
}

fn json(findings: &[Finding], terminal: bool) -> String {
    let mut out = Vec::new();
    let today = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    check_json(&show(findings, terminal, &Veil::new(&Regio::default())), today, 312, 2, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn json_keeps_its_contract() {
    let open = finding(&FOUT, "visie: \u{202e}nee", "nee");
    let mut absent = finding(&TIP, "a", "a");
    absent.spot = None;
    absent.key = None;
    absent.file = "map\u{9b}/b.yaml".to_owned();
    let mut answered = finding(&WAARSCHUWING, "visie: nee", "nee");
    answered.answer = Some("Kon niet.\nEcht niet.".to_owned());
    assert_snapshot!(json(&[open, absent, answered], false));
}

#[test]
fn json_of_nothing_has_every_key() {
    let mut out = Vec::new();
    check_json(&[], NaiveDate::from_ymd_opt(2026, 3, 4).unwrap(), 1, 0, &mut out).unwrap();
    assert_snapshot!(String::from_utf8(out).unwrap());
}

proptest::proptest! {
    /// Whatever a line holds and wherever the mark stands: it is drawn, it fits, it is safe.
    #[test]
    fn any_line_is_drawn_within_the_width(
        line in "[^\r\n]{0,200}",
        start in 0_usize..220,
        length in 0_usize..220,
        number in 1_u32..2_000_000,
        width in 40_usize..100,
        label in proptest::option::of("[a-z` ]{1,60}"),
    ) {
        let mut found = finding(&FOUT, "a", "a");
        found.spot = Some(Spot { line: number, column: 1, text: line, mark: start..start + length });
        found.file = "kaart.yaml".to_owned();
        found.label = label.map(Cow::Owned);
        let shown = on(&[found], &Screen { width, ..TERMINAL });
        for line in shown.lines() {
            proptest::prop_assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{line}");
            proptest::prop_assert!(!line.chars().any(vt::output::escape::is_unsafe), "{line:?}");
        }
    }
}

#[test]
fn a_deep_indent_keeps_its_mark() {
    let found = finding(&FOUT, &format!("{}soort: vaak", " ".repeat(34)), "vaak");
    let shown = on(&[found], &TERMINAL);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[3].find("vaak"), lines[4].find("^^^^"), "{shown}");
}
