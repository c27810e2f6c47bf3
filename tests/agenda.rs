//! From a folder to an agenda: every sentence of the design on what stands where, with
//! values reasoned by hand. Who sits at the table is in `tafel.rs`.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
#[path = "agenda/world.rs"]
mod world;

#[path = "agenda/command.rs"]
mod command;
#[path = "agenda/earlier.rs"]
mod earlier;
#[path = "agenda/json.rs"]
mod json;
#[path = "agenda/links.rs"]
mod links;
#[path = "agenda/order.rs"]
mod order;
#[path = "agenda/outside.rs"]
mod outside;
#[path = "agenda/sent.rs"]
mod sent;

use vt::agenda::Agenda;

/// A decision to discuss a case.
const AGENDEREN: &str = "besluit: agenderen\ndatum: 2026-03-05\nuitnodigen: []";

/// The cases of an agenda as `van-tot casus staat`.
fn points(agenda: &Agenda) -> Vec<String> {
    let points = agenda.zaken.iter().map(|punt| {
        let state = if punt.besloten { "besloten" } else { "voorstel" };
        format!("{}-{} {} {state}", punt.van.format("%H:%M"), punt.tot.format("%H:%M"), punt.casus)
    });
    points.collect()
}

/// What is not discussed as `casus waarom dagen regels`.
fn outs(agenda: &Agenda) -> Vec<String> {
    let outs = agenda.niet_besproken.iter().map(|entry| {
        let why = serde_json::to_value(entry.waarom).unwrap().as_str().unwrap().to_owned();
        let days = entry.dagen.map(|days| format!(" {days}")).unwrap_or_default();
        let rules = entry.open.iter().map(|finding| finding.rule.id);
        let parts = [entry.casus.to_string(), format!("{why}{days}")];
        parts.iter().map(String::as_str).chain(rules).collect::<Vec<_>>().join(" ")
    });
    outs.collect()
}

fn waiting(agenda: &Agenda) -> Vec<String> {
    agenda.te_besluiten.iter().map(ToString::to_string).collect()
}
