//! The voice of parents and jeugdigen, in their own words.

use super::betrokkenen::{StemVan, sounds_like_parent};
use super::words::{filled, missing};
use super::{Betrokkene, CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::yaml::Path;

pub(super) const RULES: &[Rule] = &[STM01, STM02, STM03];

const STM01: Rule = Rule {
    id: "STM01",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Inbrenger, Heading::StemKlinktDoor],
    title: "De stem van ten minste één ouder of voogd staat op de kaart.",
    asks: "Ten minste één ouder of voogd zegt op de kaart in eigen woorden hoe die de situatie ziet.",
    reason: "Ouders zitten niet aan tafel. Met hun eigen woorden praten ze toch mee.",
    mend: "Vraag een ouder hoe die het zelf ziet. Schrijf dat bij `stem`, met `wie` en de eigen `woorden`.",
    see: &["INB03", "STM02"],
    wrong: Example::Dossierkaart("stem: [{wie: kind1, woorden: Ik wil dat het rustig is thuis.}]\n"),
    right: Example::Dossierkaart(
        "stem:
  - {wie: kind1, woorden: Ik wil dat het rustig is thuis.}
  - {wie: moeder, woorden: Ik wil het graag anders doen.}
",
    ),
    checks: &[Check::Card(stm01)],
};

fn stm01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let mut blank = None;
    let mut unnamed = None;
    for (index, voice) in view.card.stem.iter() {
        let wie = voice.wie.as_deref().filter(|wie| filled(Some(wie)));
        match (wie, filled(voice.woorden.as_deref())) {
            (Some(wie), true) if may_be_parent(view, wie) => return,
            (Some(wie), false) if may_be_parent(view, wie) => blank = blank.or(Some(index)),
            (None, true) => unnamed = unnamed.or(Some(index)),
            _ => {}
        }
    }
    let message = "De stem van een ouder of voogd staat nog niet op de kaart.";
    match (unnamed, blank) {
        // It may be a parent who says this.
        (Some(index), _) => {
            let message = "Bij deze woorden staat nog niet van wie ze zijn.";
            let finding = findings.add(format!("stem[{index}].wie"), message);
            finding.label = Some(missing(&["wie"]).into());
            finding.mend = "Schrijf bij `wie` wie dit zegt.".into();
        }
        (None, Some(index)) => no_words(index, message, findings),
        (None, None) => {
            findings.add("stem", message);
        }
    }
}

/// Whether this word is, or may be, that of a parent or guardian. Where none is on the card
/// who has contact, whoever brings the child up speaks for them.
fn may_be_parent(view: &CardView<'_>, wie: &str) -> bool {
    let people = &view.betrokkenen;
    let is_parent = |person: &Betrokkene<'_>| person.stem == StemVan::Ouder;
    let no_parent = !people.all.iter().any(|person| is_parent(person) && !person.zonder_contact);
    if let Some(person) = people.find(wie) {
        return is_parent(person) || person.stem == StemVan::Onbekend || no_parent && person.is_opvoeder();
    }
    // Another rule names the word that is nobody's.
    let mut parents = people.all.iter().filter(|person| is_parent(person));
    sounds_like_parent(Some(wie)) || parents.any(|person| people.may_be_meant(person, [wie]))
}

const STM02: Rule = Rule {
    id: "STM02",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Inbrenger, Heading::StemKlinktDoor],
    title: "De stem van elke jeugdige die oud genoeg is, staat op de kaart.",
    asks: "Elke jeugdige vanaf de leeftijd `stem` van de regio (standaard 8 jaar) zegt op de kaart in eigen woorden hoe die de \
           situatie ziet.",
    reason: "Het gaat over de veiligheid van dit kind. Het ziet vaak iets anders dan de volwassenen.",
    mend: "Vraag de jeugdige hoe het thuis is. Schrijf dat bij `stem`, met `wie` en de eigen `woorden`.",
    see: &["STM01", "STM03", "INB18"],
    wrong: Example::Dossierkaart("stem: [{wie: moeder, woorden: Ik wil het graag anders doen.}]\n"),
    right: Example::Dossierkaart(
        "stem:
  - {wie: moeder, woorden: Ik wil het graag anders doen.}
  - {wie: kind1, woorden: Ik wil dat het rustig is thuis.}
",
    ),
    checks: &[Check::Card(stm02)],
};

fn stm02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let message = "De stem van deze jeugdige staat nog niet op de kaart.";
    voices(view, StemVan::Jeugdige, message, findings);
}

const STM03: Rule = Rule {
    id: "STM03",
    severity: Severity::Advies,
    moments: &[Moment::Kaart],
    sources: &[Heading::Inbrenger, Heading::StemKlinktDoor],
    title: "Ook de stem van jongere kinderen staat op de kaart.",
    asks: "Ook van jongere kinderen staat op de kaart wat ze zeggen of laten zien.",
    reason: "Jonge kinderen vertellen veel, ook met een tekening, met spel of met hun gedrag.",
    mend: "Praat, teken of speel met dit kind. Schrijf bij `stem` wat het zei of liet zien, met `wie` en `woorden`.",
    see: &["STM02"],
    wrong: Example::Dossierkaart(
        "gezin:
  leden:
    - {wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}
    - {wie: kind2, rol: jeugdige, geboortedatum: 2020-09-02}
    - {wie: moeder, rol: ouder_met_gezag}
    - {wie: vader, rol: ouder_met_gezag}
stem:
  - {wie: moeder, woorden: Ik wil het graag anders doen.}
  - {wie: kind1, woorden: Ik wil dat het rustig is thuis.}
",
    ),
    right: Example::Dossierkaart(
        "gezin:
  leden:
    - {wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}
    - {wie: kind2, rol: jeugdige, geboortedatum: 2020-09-02}
    - {wie: moeder, rol: ouder_met_gezag}
    - {wie: vader, rol: ouder_met_gezag}
stem:
  - {wie: moeder, woorden: Ik wil het graag anders doen.}
  - {wie: kind1, woorden: Ik wil dat het rustig is thuis.}
  - {wie: kind2, woorden: Ik slaap liever bij oma.}
",
    ),
    checks: &[Check::Card(stm03)],
};

fn stm03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    voices(view, StemVan::Jonger, "De stem van dit jongere kind staat nog niet op de kaart.", findings);
}

/// One finding for each of these jeugdigen whose words don't stand on the card.
fn voices(view: &CardView<'_>, whose: StemVan, message: &'static str, findings: &mut Findings<'_>) {
    let named = || view.card.stem.values().filter_map(|voice| voice.wie.as_deref());
    for person in view.betrokkenen.all.iter().filter(|person| person.stem == whose) {
        let is_own = |wie: Option<&str>| person.wie.is_some() && wie.map(str::trim) == person.wie;
        let own: Vec<_> = view.card.stem.iter().filter(|(_, voice)| is_own(voice.wie.as_deref())).collect();
        match own.last() {
            _ if own.iter().any(|(_, voice)| filled(voice.woorden.as_deref())) => {}
            Some((index, _)) => no_words(*index, message, findings),
            None if view.betrokkenen.may_be_meant(person, named()) => {}
            None => {
                let finding = findings.add(format!("gezin.leden[{}]", person.index), message);
                finding.alias = person.wie.map(|wie| Path::root().key("stem").named(wie).to_string());
                finding.label = Some("staat nog niet bij `stem`".into());
            }
        }
    }
}

fn no_words(index: usize, message: &'static str, findings: &mut Findings<'_>) {
    findings.add(format!("stem[{index}].woorden"), message).label = Some(missing(&["woorden"]).into());
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::{found, paths};

    const FAMILY: &str = "gezin:
  leden:
    - {wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}
    - {wie: kind2, rol: jeugdige, geboortedatum: 2020-09-02}
    - {wie: moeder, rol: ouder_met_gezag}
    - {wie: stiefvader, rol: stiefouder}
    - {wie: oma, rol: grootouder}
";

    fn with(stem: &str) -> String {
        format!("{FAMILY}stem: {stem}\n")
    }

    #[test]
    fn one_parent_or_guardian_is_heard() {
        assert_eq!(paths("STM01", FAMILY), ["stem"]);
        assert_eq!(paths("STM01", &with("geen")), ["stem"]);
        assert_eq!(paths("STM01", &with("[{wie: oma, woorden: a}, {wie: stiefvader, woorden: a}]")), ["stem"]);
        assert_eq!(paths("STM01", &with("[{wie: oma, woorden: a}, {wie: moeder}]")), ["stem[1].woorden"]);
        assert!(paths("STM01", &with("[{wie: moeder, woorden: a}]")).is_empty());
        let foster = "gezin: {leden: [{wie: pleegmoeder, rol: pleegouder}]}\nstem: [{wie: pleegmoeder, woorden: a}]";
        assert!(paths("STM01", foster).is_empty());
        let with_father = |contact: &str| {
            let father = format!("{{wie: vader, rol: ouder_zonder_gezag, contact: {contact}}}");
            paths("STM01", &foster.replace("[{wie: pleegmoeder, rol", &format!("[{father}, {{wie: pleegmoeder, rol")))
        };
        assert!(with_father("nee").is_empty());
        assert_eq!(with_father("ja"), ["stem"]);
    }

    #[test]
    fn words_of_nobody_are_asked_whose_they_are() {
        for wie in ["", "wie: '', "] {
            assert_eq!(paths("STM01", &with(&format!("[{{{wie}woorden: a}}]"))), ["stem[0].wie"]);
        }
        assert!(paths("STM01", &with("[{woorden: a}, {wie: moeder, woorden: a}]")).is_empty());
        assert_eq!(paths("STM01", &with("[{}]")), ["stem"]);
    }

    #[test]
    fn who_may_be_a_parent_silences_the_rule() {
        // MAP02 names the word that is nobody's; a person without a role may be a parent.
        for wie in ["vader", "moder", "Moeder"] {
            assert!(paths("STM01", &with(&format!("[{{wie: {wie}, woorden: a}}]"))).is_empty(), "{wie}");
        }
        assert_eq!(paths("STM01", &with("[{wie: buurvrouw, woorden: a}]")), ["stem"]);
        let unnamed = "gezin: {leden: [{wie: moeder}]}\nstem: [{wie: moeder, woorden: a}]";
        assert!(paths("STM01", unnamed).is_empty());
    }

    #[test]
    fn each_jeugdige_is_heard_by_age() {
        assert_eq!(paths("STM02", &with("geen")), ["gezin.leden[0]"]);
        assert_eq!(paths("STM03", &with("geen")), ["gezin.leden[1]"]);
        let both = with("[{wie: kind1, woorden: a}, {wie: kind2, woorden: ' '}]");
        assert!(paths("STM02", &both).is_empty());
        assert_eq!(paths("STM03", &both), ["stem[1].woorden"]);
        // A slip is for MAP02; someone else who is named is no child's voice.
        assert!(paths("STM02", &with("[{wie: kind 1, woorden: a}]")).is_empty());
        assert_eq!(paths("STM02", &with("[{wie: buurvrouw, woorden: a}]")), ["gezin.leden[0]"]);
        let alias = found("STM02", &with("geen"))[0].alias.clone();
        assert_eq!(alias.as_deref(), Some("stem[kind1]"));
    }

    #[test]
    fn a_band_counts_by_what_is_certain() {
        let of_age = |age: &str| {
            let card = format!("gezin: {{leden: [{{wie: kind1, rol: jeugdige, leeftijd: {age}}}]}}");
            (paths("STM02", &card).len(), paths("STM03", &card).len())
        };
        assert_eq!(of_age("8-11"), (1, 0));
        assert_eq!(of_age("4-7"), (0, 1));
        // Seven or eight: certainly the lighter of the two.
        assert_eq!(of_age("7-8"), (0, 1));
        assert_eq!(of_age("onbekend"), (0, 1));
        assert_eq!(of_age("ongeboren"), (0, 0));
    }
}
