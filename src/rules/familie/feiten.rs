//! The facts about unsafety: whether each answers the five questions of the handbook.

use super::words::{enumeration, filled, keys, missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::Feit;

pub(super) const RULES: &[Rule] = &[FEI01];

const FEI01: Rule = Rule {
    id: "FEI01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::DeVeiligheidskaart],
    title: "Elk feit geeft antwoord op de vijf vragen.",
    asks: "Bij elk feit staat hoe vaak het gebeurt, in welke situatie, hoe lang het duurt, wanneer het niet gebeurt en \
           wat dan de omstandigheden zijn. Is het eenmalig? Dan hoeft hoe lang en wanneer niet er niet bij.",
    reason: "Met alle vijf de antwoorden weegt het team feiten, geen indrukken.",
    mend: "Vraag het gezin wat nog open is en schrijf de antwoorden bij dit feit, onder `hoe_vaak`, `situatie`, \
           `hoe_lang`, `wanneer_niet` en `omstandigheden`.",
    see: &["KRT09", "FEI06"],
    wrong: Example::Dossierkaart(
        "onveiligheid:
  - nr: 1
    wat: Vader en Moeder schreeuwen tegen elkaar waar Kind 1 bij is.
    hoe_vaak: 2 keer per week
    situatie: Als Vader Kind 1 komt halen.
    omstandigheden: Als oma erbij is, blijft het rustig.
    bron: jeugdige
",
    ),
    right: Example::Dossierkaart(
        "onveiligheid:
  - nr: 1
    wat: Vader en Moeder schreeuwen tegen elkaar waar Kind 1 bij is.
    hoe_vaak: 2 keer per week
    situatie: Als Vader Kind 1 komt halen.
    hoe_lang: Ongeveer 10 minuten.
    wanneer_niet: Als Kind 1 bij oma wordt opgehaald.
    omstandigheden: Als oma erbij is, blijft het rustig.
    bron: jeugdige
",
    ),
    checks: &[Check::Card(fei01)],
};

/// What is not asked of something that happened once.
const ONLY_OFTEN: [&str; 2] = ["hoe_lang", "wanneer_niet"];

/// What is open about a fact: the keys, the questions in words, and how many are asked.
struct Open {
    keys: Vec<&'static str>,
    questions: Vec<String>,
    asked: usize,
}

fn fei01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    // Without any fact that says what happens, KRT09 asks for the first.
    if !view.card.onveiligheid.values().any(|fact| filled(fact.wat.as_deref())) {
        return;
    }
    for (index, fact) in view.card.onveiligheid.iter() {
        if !filled(fact.wat.as_deref()) {
            let finding = findings.add(format!("onveiligheid[{index}].wat"), "Dit feit zegt nog niet wat er gebeurt.");
            finding.label = Some(missing(&["wat"]).into());
            finding.mend = "Schrijf bij `wat` wat er gebeurt, of haal dit feit weg.".into();
            continue;
        }
        let Open { keys: open, questions, asked } = open_questions(fact);
        if open.is_empty() {
            continue;
        }
        let message = match open.len() {
            1 => format!("Bij dit feit is nog 1 van de {asked} vragen open."),
            count if count == asked => format!("Bij dit feit zijn alle {asked} vragen nog open."),
            count => format!("Bij dit feit zijn nog {count} van de {asked} vragen open."),
        };
        let finding = findings.add(format!("onveiligheid[{index}]"), message);
        finding.label = Some(missing(&open).into());
        let questions = enumeration(&questions);
        let once = if may_be_once(fact) { " Was het één keer? Begin `hoe_vaak` dan met: eenmalig." } else { "" };
        finding.mend = format!("Vraag het gezin {questions}. Schrijf dat bij {}.{once}", keys(&open)).into();
    }
}

/// Whether a fact seems to have happened once, but doesn't say so in the word that counts.
fn may_be_once(fact: &Feit) -> bool {
    let often = fact.hoe_vaak.as_deref().unwrap_or_default().trim().to_lowercase();
    ["1 keer", "1x", "één keer", "een keer", "eenmaal"].iter().any(|once| often.starts_with(once))
}

fn open_questions(fact: &Feit) -> Open {
    let once = fact.is_eenmalig();
    let all = [
        ("hoe_vaak", &fact.hoe_vaak, "hoe vaak het gebeurt"),
        ("situatie", &fact.situatie, "in welke situatie het gebeurt"),
        ("hoe_lang", &fact.hoe_lang, "hoe lang het duurt"),
        ("wanneer_niet", &fact.wanneer_niet, "wanneer het niet gebeurt"),
        ("omstandigheden", &fact.omstandigheden, "wat dan de omstandigheden zijn"),
    ];
    let asked: Vec<_> = all.iter().filter(|(key, ..)| !(once && ONLY_OFTEN.contains(key))).collect();
    let open: Vec<_> = asked.iter().filter(|(_, answer, _)| !filled(answer.as_deref())).collect();
    Open {
        keys: open.iter().map(|(key, ..)| *key).collect(),
        questions: open.iter().map(|(.., question)| (*question).to_owned()).collect(),
        asked: asked.len(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::{found, path};

    fn facts(facts: &str) -> Vec<(String, String, String)> {
        let found = found("FEI01", &format!("onveiligheid:\n{facts}"));
        let said = |finding: &crate::rules::Finding| {
            (path(finding), finding.message.to_string(), finding.label.clone().unwrap().into_owned())
        };
        found.iter().map(said).collect()
    }

    #[test]
    fn one_finding_a_fact_names_what_is_open() {
        let full = "- {wat: a, hoe_vaak: b, situatie: c, hoe_lang: d, wanneer_niet: e, omstandigheden: f}\n";
        assert!(facts(full).is_empty());
        let [first, second] = &facts(&format!(
            "- {{nr: 4, wat: a, hoe_vaak: b, situatie: c, omstandigheden: f}}\n{full}- {{wat: a, situatie: ' ', \
             hoe_vaak: b, hoe_lang: d, wanneer_niet: e, omstandigheden: f}}\n"
        ))[..] else {
            panic!("two facts have open questions");
        };
        assert_eq!(first.0, "onveiligheid[0]");
        assert_eq!(first.1, "Bij dit feit zijn nog 2 van de 5 vragen open.");
        assert_eq!(first.2, "hier ontbreken `hoe_lang` en `wanneer_niet`");
        assert_eq!(second.0, "onveiligheid[2]");
        assert_eq!(second.1, "Bij dit feit is nog 1 van de 5 vragen open.");
    }

    #[test]
    fn what_happened_once_has_three_questions() {
        assert!(facts("- {wat: a, hoe_vaak: eenmalig, situatie: c, omstandigheden: f}\n").is_empty());
        let open = facts("- {wat: a, hoe_vaak: 'Eenmalig, in januari', situatie: c}\n");
        assert_eq!(open[0].1, "Bij dit feit is nog 1 van de 3 vragen open.");
        let mend = |often: &str| {
            let fact = format!("onveiligheid: [{{wat: a, hoe_vaak: '{often}', situatie: c, omstandigheden: f}}]");
            found("FEI01", &fact)[0].mend.contains("eenmalig")
        };
        assert!(mend("1 keer, op 10 januari") && mend("één keer") && !mend("2 keer per week"));
    }

    #[test]
    fn a_fact_first_says_what_happens() {
        let full = "- {wat: a, hoe_vaak: b, situatie: c, hoe_lang: d, wanneer_niet: e, omstandigheden: f}\n";
        let open = facts(&format!("{full}- {{nr: 2}}\n"));
        assert_eq!((open.len(), open[0].0.as_str()), (1, "onveiligheid[1].wat"));
        // With no fact at all that gap is KRT09's.
        assert!(facts("- {nr: 1}\n").is_empty());
    }
}
