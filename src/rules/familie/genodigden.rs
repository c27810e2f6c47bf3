//! Who is invited to a case: agreed with the chair, and within the empty chairs.

use super::{Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::route::{Stand, zaken};
use crate::store::{CaseFile, Slot};

pub(super) const RULES: &[Rule] = &[VRG07];

const VRG07: Rule = Rule {
    id: "VRG07",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Agenda],
    sources: &[Heading::Experts, Heading::Zorgaanbieders],
    title: "Wie er extra komt, is met de voorzitter afgesproken en past op de lege stoelen.",
    asks: "Vraagt de kaart om experts, dan staat in het besluit wie er is uitgenodigd. Bij een casus komen niet meer \
           genodigden dan er lege stoelen zijn.",
    reason: "De inbrenger nodigt uit in overleg met de voorzitter. Met te veel mensen aan tafel praat niemand vrij.",
    mend: "Overleg met de inbrenger en zet in het besluit bij `uitnodigen` wie er komt; `[]` als er niemand komt. Zijn het \
           er te veel? Kies dan wie het meest nodig is.",
    see: &["INB08", "VRG08"],
    wrong: Example::Teammap(&[(
        BESLUIT,
        "versie: 1
besluit: agenderen
datum: 2026-03-04
door: Marijke Smit
uitnodigen:
  - {rol: expert, expertise: GGZ, reden: Kent de behandeling.}
  - {rol: expert, expertise: verslaving, reden: Weet wat er kan.}
  - {rol: expert, expertise: maatschappelijk werk, reden: Kent de wijk.}
  - {rol: overig, organisatie: WijZijn, reden: Kent gastgezinnen.}
",
    )]),
    right: Example::Teammap(&[(
        BESLUIT,
        "versie: 1
besluit: agenderen
datum: 2026-03-04
door: Marijke Smit
uitnodigen:
  - {rol: expert, expertise: GGZ, reden: Kent de behandeling.}
  - {rol: expert, expertise: verslaving, reden: Weet wat er kan.}
",
    )]),
    checks: &[Check::Meeting(vrg07)],
};

const BESLUIT: &str = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";

fn vrg07(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    for now in zaken(view.team, view.day).into_iter().filter(|now| now.stand == Stand::Geagendeerd) {
        let Some(besluit) = &now.files.besluit else { continue };
        let slot = Slot::Case(view.day, now.casus, CaseFile::Besluit);
        let has_wish = now.kaart.is_some_and(|kaart| !kaart.experts.is_empty());
        if !besluit.uitnodigen.is_asked() && has_wish {
            let message = "De kaart vraagt om iemand erbij, en daarover is nog niet besloten.";
            findings.add_in(slot, "uitnodigen", message);
        } else if besluit.uitnodigen.values().count() > view.tafel.stoelen as usize {
            let message = format!("Hier komen meer genodigden dan er lege stoelen zijn ({}).", view.tafel.stoelen);
            findings.add_in(slot, "uitnodigen", message);
        }
    }
}
