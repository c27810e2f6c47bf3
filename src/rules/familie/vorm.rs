//! Whether a file can be read: YAML01 to YAML06, about what the reader of YAML noted.
//!
//! The sentence about a problem is the reader's own; here it gets the mend that fits. The
//! keys and choices in it are words of the program, never of the file.

use super::{Check, Example, Moment, Rule, Severity};
use crate::yaml::{Cause, Expected, Feature, Path, Problem, Step, What};
use std::borrow::Cow;

/// What a rule says about a problem of the text.
pub struct Told {
    /// What is wrong.
    pub message: Cow<'static, str>,
    /// How to mend it, when the rule's own mend does not fit.
    pub mend: Option<Cow<'static, str>>,
}

impl Told {
    /// The reader's own sentence, with a mend when the rule's does not fit.
    fn of(what: &What, mend: impl Into<Cow<'static, str>>) -> Self {
        Self { message: Cow::Owned(what.to_string()), mend: Some(mend.into()) }
    }
}

pub(super) const RULES: &[Rule] = &[YAML01, YAML02, YAML03, YAML04, YAML05, YAML06];

const YAML01: Rule = Rule {
    id: "YAML01",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Het bestand is leesbare YAML.",
    asks: "Elke regel is een sleutel met een dubbele punt en een waarde, of een deel van een lijst of tekst. Een langere tekst staat achter `|`, op de regels eronder.",
    reason: "Wat vt niet kan lezen, kan het ook niet nakijken.",
    mend: "Kijk of op deze regel de sleutel, de dubbele punt en de haakjes kloppen.",
    see: &["YAML06"],
    wrong: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig: [{van: 2026-07-20, tot: 2026-08-07}\n",
    )]),
    right: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig: [{van: 2026-07-20, tot: 2026-08-07}]\n",
    )]),
    checks: &[Check::Text(yaml01)],
};

fn yaml01(problem: &Problem, _: bool) -> Option<Told> {
    let mend = match &problem.what {
        What::Syntax(cause) => mend_of(*cause),
        What::CutText => {
            "Zet elke sleutel van deze groep op een eigen regel, zonder accolades, en de tekst achter `|` op de regel \
             eronder: daar mogen komma's en dubbele punten in."
        }
        _ => return None,
    };
    Some(Told::of(&problem.what, mend))
}

fn mend_of(cause: Cause) -> &'static str {
    match cause {
        Cause::Tab => "Zet aan het begin van de regel spaties in plaats van de tab: twee voor elke stap.",
        Cause::UnclosedQuote => {
            "Sluit de tekst met hetzelfde aanhalingsteken. Hoort het bij een woord, zoals in 's avonds? Zet de tekst \
             dan achter `|` op de volgende regel."
        }
        Cause::UnclosedBracket => "Sluit de lijst met `]` en een groep met `}`.",
        Cause::WrongBracket => "Haal het haakje weg, of sluit wat open staat: `[` met `]` en `{` met `}`.",
        Cause::MissingComma => "Zet een komma tussen de twee delen, of sluit de lijst met `]` of de groep met `}`.",
        Cause::DoubleComma => "Haal de komma weg, of schrijf ervoor wat er nog hoort te staan.",
        Cause::Indentation => "Zet de regel recht onder de andere sleutels van dezelfde groep; een stap is 2 spaties.",
        Cause::ColonInText => "Zet de tekst achter `|` op de volgende regel: daar mag een dubbele punt in.",
        Cause::NoColon => {
            "Zet achter de sleutel een dubbele punt en een spatie. Hoort de regel bij de tekst erboven? Laat hem dan \
             2 spaties verder inspringen dan de sleutel."
        }
        Cause::NoSpaceAfterColon => "Zet een spatie achter de dubbele punt, zoals in `soort: nieuw`.",
        Cause::AfterQuote => "Zet de hele tekst tussen de aanhalingstekens, of achter `|` op de volgende regel.",
        Cause::AfterBracket => "Haal weg wat achter het laatste haakje staat, of zet het erbinnen.",
        Cause::Escape => "Zet de tekst tussen enkele aanhalingstekens, of achter `|` op de volgende regel.",
        Cause::BlockHeader => "Zet achter de sleutel alleen `|` en begin de tekst op de volgende regel.",
        Cause::Dash => "Zet het streepje recht onder de andere streepjes van de lijst, met een spatie erachter.",
        Cause::Comment => "Zet de tekst achter `|` op de volgende regel: daar mag een # in.",
        Cause::StartCharacter => "Zet de tekst tussen aanhalingstekens, of achter `|` op de volgende regel.",
        Cause::ControlCharacter => "Typ deze regel opnieuw; een stuurteken komt vaak mee bij plakken.",
        Cause::LoneCr => "Sla het bestand in je editor op met gewone regeleinden (LF).",
        Cause::KeyTooLong => "Begin een nieuwe regel na de waarde; een sleutel is een kort woord.",
        Cause::Other => "Kijk of op deze regel de sleutel, de dubbele punt en de haakjes kloppen.",
    }
}

const YAML02: Rule = Rule {
    id: "YAML02",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Elke sleutel is er een die vt kent.",
    asks: "De sleutels in het bestand zijn die van dit soort bestand. Lijkt een sleutel op een bekende, dan noemt vt die.",
    reason: "Wat onder een onbekende sleutel staat, leest niemand.",
    mend: "Haal de sleutel weg, of zet de tekst bij een sleutel die hier wel bestaat.",
    see: &["YAML05"],
    wrong: Example::Dossierkaart("gemeente: null\ngemente: Roosendaal"),
    right: Example::Dossierkaart("gemeente: Roosendaal"),
    checks: &[Check::Text(yaml02)],
};

fn yaml02(problem: &Problem, _: bool) -> Option<Told> {
    let What::UnknownKey(known) = &problem.what else { return None };
    let mend = match known {
        Some(known) => Cow::Owned(format!("Schrijf `{known}`, of haal de sleutel weg.")),
        None => Cow::Borrowed(YAML02.mend),
    };
    Some(Told::of(&problem.what, mend))
}

const YAML03: Rule = Rule {
    id: "YAML03",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Bij elke sleutel staat wat daar hoort.",
    asks: "Waar een lijst hoort staat een lijst, waar een getal hoort een getal, en waar keuzes zijn een van die woorden.",
    reason: "vt leest alleen de vorm die bij een sleutel hoort.",
    mend: "Schrijf bij deze sleutel wat daar hoort.",
    see: &["YAML04"],
    wrong: Example::Dossierkaart("soort: opvolging"),
    right: Example::Dossierkaart("soort: nieuw"),
    checks: &[Check::Text(yaml03)],
};

fn yaml03(problem: &Problem, _: bool) -> Option<Told> {
    let mend = match (&problem.what, key_of(&problem.path)) {
        (What::WrongType(Expected::Keys), None) => {
            "Schrijf in dit bestand sleutels met elk een waarde, te beginnen met `versie: 1`.".to_owned()
        }
        (What::WrongType(expected), Some(key)) => format!("Schrijf bij `{key}` {expected}."),
        (What::WrongType(expected), None) => format!("Schrijf hier {expected}."),
        (What::NotAChoice(_), Some(key)) => format!("Kies bij `{key}` een van die woorden."),
        (What::NotAChoice(_), None) => "Kies een van die woorden.".to_owned(),
        _ => return None,
    };
    Some(Told::of(&problem.what, mend))
}

/// The last key of a path: of an item of a list the key of that list.
fn key_of(path: &Path) -> Option<&str> {
    path.steps().iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        _ => None,
    })
}

const YAML04: Rule = Rule {
    id: "YAML04",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Elke datum bestaat en staat er als jaar-maand-dag.",
    asks: "Een dag staat er als 2026-03-02, een maand als 2026-03, een tijd als \"09:00\".",
    reason: "vt rekent met deze dag, bijvoorbeeld of een kaart op tijd is.",
    mend: "Schrijf een dag die bestaat, als jaar-maand-dag: 2026-03-02.",
    see: &["YAML03"],
    wrong: Example::Dossierkaart("bijgewerkt: 2026-02-30"),
    right: Example::Dossierkaart("bijgewerkt: 2026-03-02"),
    checks: &[Check::Text(yaml04)],
};

fn yaml04(problem: &Problem, _: bool) -> Option<Told> {
    let What::NotADate(expected) = &problem.what else { return None };
    let message = if expected.contains("tijd") {
        "Deze dag of tijd bestaat niet of staat er in een andere vorm."
    } else {
        "Deze datum bestaat niet of staat er in een andere vorm."
    };
    let mend = match key_of(&problem.path) {
        Some(key) => format!("Schrijf bij `{key}` {expected}."),
        None => format!("Schrijf hier {expected}."),
    };
    Some(Told { message: Cow::Borrowed(message), mend: Some(Cow::Owned(mend)) })
}

const YAML05: Rule = Rule {
    id: "YAML05",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Elke sleutel staat er in een groep één keer.",
    asks: "Twee keer dezelfde sleutel in dezelfde groep kan niet: dan is niet te zien welke geldt.",
    reason: "Van twee gelijke sleutels leest vt alleen de eerste.",
    mend: "Laat een van de twee staan, met alles wat erbij hoort, en haal de andere weg.",
    see: &["YAML02"],
    wrong: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig: [{van: 2026-07-20, tot: 2026-08-07}]\nafwezig: [{van: 2026-10-19, tot: 2026-10-23}]\n",
    )]),
    right: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig:\n  - {van: 2026-07-20, tot: 2026-08-07}\n  - {van: 2026-10-19, tot: 2026-10-23}\n",
    )]),
    checks: &[Check::Text(yaml05)],
};

fn yaml05(problem: &Problem, _: bool) -> Option<Told> {
    let What::DuplicateKey(_) = &problem.what else { return None };
    Some(Told::of(&problem.what, YAML05.mend))
}

const YAML06: Rule = Rule {
    id: "YAML06",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Het bestand is gewone tekst zonder bijzondere YAML.",
    asks: "Geen ankers (&), verwijzingen (*), soortnamen (!), samenvoegen (<<), regels met % of een tweede document. Het bestand is tekst in UTF-8, hooguit 1 MiB groot en 32 lagen diep.",
    reason: "vt leest elk bestand als gewone tekst, zodat ook een mens ziet wat er staat.",
    mend: "Schrijf de waarde voluit op de plek waar ze hoort.",
    see: &["YAML01", "MAP04"],
    wrong: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig: &zomer\n  - {van: 2026-07-20, tot: 2026-08-07}\n",
    )]),
    right: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig:\n  - {van: 2026-07-20, tot: 2026-08-07}\n",
    )]),
    checks: &[Check::Text(yaml06)],
};

fn yaml06(problem: &Problem, of_tree: bool) -> Option<Told> {
    match &problem.what {
        What::Refused(feature) => Some(Told::of(&problem.what, mend_refused(*feature))),
        What::TooDeep => {
            Some(Told::of(&problem.what, "Haal haakjes of lagen weg: een bestand is hooguit 32 lagen diep."))
        }
        What::TooBig => Some(Told::of(&problem.what, "Kort de teksten in: een bestand is hooguit 1 MiB groot.")),
        // In the team's folder the same is MAP04.
        _ if of_tree => None,
        _ => no_text(&problem.what),
    }
}

fn mend_refused(feature: Feature) -> &'static str {
    match feature {
        Feature::Anchor => "Haal de naam met & weg en schrijf de waarde overal voluit.",
        Feature::Alias => {
            "Schrijf de waarde hier voluit. Begint de tekst zelf met een *? Zet hem tussen aanhalingstekens."
        }
        Feature::Tag => "Haal het woord met ! weg. Begint de tekst zelf met een !? Zet hem tussen aanhalingstekens.",
        Feature::MergeKey => "Schrijf de sleutels hier voluit in plaats van `<<`.",
        Feature::Directive => "Haal de regel met % en de streepjes `---` eronder weg.",
        Feature::SecondDocument => "Haal de streepjes `---` weg, of zet wat erna komt in een eigen bestand.",
        Feature::KeyNotText => "Schrijf voor de dubbele punt één woord, zonder haakjes.",
    }
}

/// What is said of a file that is no text in UTF-8; also MAP04's words.
pub(super) fn no_text(what: &What) -> Option<Told> {
    let (message, mend) = match what {
        What::NotUtf8 | What::Utf16 => {
            (what.to_string(), "Open het bestand in een teksteditor en sla het opnieuw op, met als codering `UTF-8`.")
        }
        What::Binary => (
            "Dit bestand is geen gewone tekst; het lijkt een document.".to_owned(),
            "Neem de antwoorden over in een bestand van gewone tekst: een `kaart.yaml` met dezelfde sleutels als andere kaarten.",
        ),
        _ => return None,
    };
    Some(Told { message: Cow::Owned(message), mend: Some(Cow::Borrowed(mend)) })
}
