//! Care providers join for one of two reasons only.

use super::{CardView, Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::model::{BesluitSoort, UitnodigingRol};
use crate::store::{CaseFile, Slot};

pub(super) const RULES: &[Rule] = &[VRG08];

const VRG08: Rule = Rule {
    id: "VRG08",
    severity: Severity::Fout,
    moments: &[Moment::Kaart, Moment::Agenda],
    sources: &[Heading::Zorgaanbieders],
    title: "Een zorgaanbieder komt alleen om een van de twee redenen.",
    asks: "Een zorgaanbieder sluit alleen aan als zijn kennis nodig is in het gesprek, of als de casusregisseur door \
           omstandigheden zelf te weinig van de casus weet. De kaart of het besluit zegt welke van de twee het is.",
    reason: "Zonder aanbieders aan tafel kan vrij over de hulp worden gepraat.",
    mend: "Zet bij `zorgaanbieder` waarom die erbij is: expertise_nodig of \
           casusregisseur_onvoldoende_op_de_hoogte. Past geen van beide? Haal deze uitnodiging dan weg.",
    see: &["INB08", "VRG07"],
    wrong: Example::Dossierkaart(
        "experts:
  - expertise: zorgaanbieder van de opvoedhulp
    reden: Kan vertellen hoe de hulp loopt.
",
    ),
    right: Example::Dossierkaart(
        "experts:
  - expertise: zorgaanbieder van de opvoedhulp
    reden: Kan vertellen hoe de hulp loopt.
    zorgaanbieder: casusregisseur_onvoldoende_op_de_hoogte
",
    ),
    checks: &[Check::Card(vrg08), Check::Meeting(vrg08_in_meeting)],
};

const MESSAGE: &str = "Deze zorgaanbieder is gevraagd, maar de reden daarvoor ontbreekt nog.";

fn vrg08(view: &CardView<'_>, findings: &mut Findings<'_>) {
    for (index, expert) in view.card.experts.iter().filter(|(_, expert)| expert.zorgaanbieder.is_none()) {
        // Without the key someone is an ordinary expert, unless the card itself says otherwise.
        if expert.expertise.as_deref().is_some_and(is_care_provider) {
            findings.add(format!("experts[{index}].zorgaanbieder"), MESSAGE).label = Some(missing());
        }
    }
}

/// Whether the wish itself is a care provider: someone who knows about them is an expert.
fn is_care_provider(expertise: &str) -> bool {
    let expertise = expertise.to_lowercase();
    let mut words = expertise.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_before = |word: &&str| ["de", "een", "onze", "huidige", "betrokken", "vorige", "nieuwe"].contains(word);
    let noun = words.find(|word| !is_before(word));
    noun.is_some_and(|noun| noun.ends_with("zorgaanbieder") || noun.ends_with("hulpaanbieder"))
}

fn vrg08_in_meeting(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    for (casus, case) in &view.meeting.cases {
        let Some(decision) = &case.besluit else { continue };
        let dropped = matches!(decision.besluit, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen));
        if dropped || case.ingetrokken.is_some() {
            continue;
        }
        for (index, guest) in decision.uitnodigen.iter() {
            if guest.rol == Some(UitnodigingRol::Zorgaanbieder) && guest.zorgaanbieder.is_none() {
                let file = Slot::Case(view.day, *casus, CaseFile::Besluit);
                findings.add_in(file, format!("uitnodigen[{index}].zorgaanbieder"), MESSAGE).label = Some(missing());
            }
        }
    }
}

fn missing() -> std::borrow::Cow<'static, str> {
    super::words::missing(&["zorgaanbieder"]).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Besluit, Casus};
    use crate::rules::trial::{path, paths};
    use crate::store::{Case, Meeting, Team};
    use crate::tafel::Tafel;

    #[test]
    fn a_wish_that_says_it_is_a_care_provider_gives_its_reason() {
        let wish = |wish: &str| paths("VRG08", &format!("experts: [{{expertise: GGZ}}, {{{wish}}}]"));
        assert_eq!(wish("expertise: De Jeugdhulpaanbieder van nu"), ["experts[1].zorgaanbieder"]);
        assert!(wish("expertise: zorgaanbieder, zorgaanbieder: expertise_nodig").is_empty());
        assert_eq!(wish("expertise: onze huidige zorgaanbieder"), ["experts[1].zorgaanbieder"]);
        for expert in ["verslaving", "kent de zorgaanbieders", "GGZ, los van de zorgaanbieder"] {
            assert!(wish(&format!("expertise: '{expert}'")).is_empty(), "{expert}");
        }
        assert!(paths("VRG08", "experts: geen").is_empty());
    }

    #[test]
    fn an_invited_care_provider_has_a_reason() {
        let decided = |text: &str| {
            let doc = crate::yaml::parse(text.as_bytes()).unwrap();
            let besluit = doc.read::<Besluit>().0;
            let mut meeting = Meeting::default();
            meeting.cases.insert(Casus::read("7k3f-9qxr").unwrap(), Case { besluit, ..Case::default() });
            let (team, tafel, day) = (Team::default(), Tafel::default(), "2026-03-12".parse().unwrap());
            let view = MeetingView { day, team: &team, meeting: &meeting, tafel: &tafel, held: false };
            let mut out = Vec::new();
            vrg08_in_meeting(&view, &mut Findings::new(&VRG08, "", &mut out));
            out.iter().map(|finding| (finding.file.clone(), path(finding))).collect::<Vec<_>>()
        };
        let guests = "uitnodigen: [{rol: expert, expertise: GGZ}, {rol: zorgaanbieder}]";
        let at = ("vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml".into(), "uitnodigen[1].zorgaanbieder".into());
        assert_eq!(decided(&format!("besluit: agenderen\n{guests}")), [at]);
        assert!(decided(&format!("besluit: uitstellen\n{guests}")).is_empty());
        assert!(decided("uitnodigen: [{rol: zorgaanbieder, zorgaanbieder: expertise_nodig}]").is_empty());
    }
}
