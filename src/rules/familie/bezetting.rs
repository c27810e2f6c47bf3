//! Who fills which place: an independent chair (VRG10), the notes of a case whose inbrenger is
//! away (VRG12), and afterwards whether the seats were filled (VRG13).

use super::tafel::{may_sit, note, table};
use super::{Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity, TreeView};
use crate::model::{Groep, OrganisatieSoort, TafelRol};
use crate::roster::seat_of;
use crate::route::{Stand, zaken};
use crate::store::{Slot, Zone};
use crate::tafel::{Plaats, clashes};

pub(super) const RULES: &[Rule] = &[VRG10, VRG12, VRG13];

const AANWEZIG: &str = "vergaderingen/2026-01-15/aanwezig.yaml";
const VERGADERING: &str = "vergaderingen/2026-03-12/vergadering.yaml";

const VRG10: Rule = Rule {
    id: "VRG10",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Opdracht, Heading::Voorzitter],
    title: "De voorzitter is onafhankelijk.",
    asks: "De voorzitter is niet van een partner aan tafel en brengt zelf geen casus in. Een vervanger die in `regio.yaml` \
           staat, mag wel van een partner zijn.",
    reason: "Wie het gesprek leidt, heeft geen eigen belang bij het advies.",
    mend: "Spreek een andere voorzitter af en zet die bij `vervanger`. Gaat het om `regio.yaml`? Zet daar bij de \
           voorzitter een organisatie van de soort voorzitter.",
    see: &["VRG02", "VRG11"],
    wrong: Example::Teammap(&[(
        AANWEZIG,
        "versie: 1
aanwezig:
  - {rol: voorzitter, organisatie: Zi2T, naam: Marijke Smit}
  - {rol: inbrenger, organisatie: Zi2T, naam: Marijke Smit, alleen_bij: [pqtw-3kz3]}
  - {rol: gedragswetenschapper, organisatie: SPRING, naam: Eva Mol}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, naam: Tom Rijk}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, naam: Ilse Kant}
  - {rol: cvc, organisatie: Roosendaal, naam: Jan Verbeek}
  - {rol: cvc, organisatie: Woensdrecht, naam: Petra Luijk}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, naam: Ruben Haas}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, naam: Hanna Bos, alleen_bij: [pqtw-3kz3]}
",
    )]),
    right: Example::Teammap(&[(
        AANWEZIG,
        "versie: 1
aanwezig:
  - {rol: voorzitter, organisatie: Zi2T, naam: Marijke Smit}
  - {rol: inbrenger, organisatie: Gemeente Moerdijk, naam: Samira Aydin, alleen_bij: [pqtw-3kz3]}
  - {rol: gedragswetenschapper, organisatie: SPRING, naam: Eva Mol}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, naam: Tom Rijk}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, naam: Ilse Kant}
  - {rol: cvc, organisatie: Roosendaal, naam: Jan Verbeek}
  - {rol: cvc, organisatie: Woensdrecht, naam: Petra Luijk}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, naam: Ruben Haas}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, naam: Hanna Bos, alleen_bij: [pqtw-3kz3]}
",
    )]),
    checks: &[Check::Meeting(vrg10), Check::Tree(vrg10_regio)],
};

fn vrg10(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let Some(table) = table(view) else { return };
    for (one, other) in clashes(&table).into_iter().filter(|(one, other)| clash_rule(one, other) == "VRG10") {
        note(view, findings, clash(one, other));
    }
    // Where the region names who chairs, that is judged there, and VRG02 says who may replace.
    let regio = &view.team.regio;
    if regio.vaste_deelnemers.values().any(|seat| seat.rol == Some(TafelRol::Voorzitter)) {
        return;
    }
    let chairs = table.iter().filter(|plaats| plaats.rol == TafelRol::Voorzitter);
    if chairs.filter_map(|plaats| plaats.organisatie.as_deref()).any(|name| is_partner(view, name)) {
        note(view, findings, "De voorzitter is van een partner aan tafel.");
    }
}

fn is_partner(view: &MeetingView<'_>, name: &str) -> bool {
    let known = view.team.regio.bekend(name, view.day);
    known.is_some_and(|known| known.soort != Some(OrganisatieSoort::Voorzitter))
}

fn vrg10_regio(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if view.zone != Zone::Team {
        return;
    }
    let regio = &view.team.regio;
    for (index, seat) in regio.vaste_deelnemers.iter().filter(|(_, seat)| seat.rol == Some(TafelRol::Voorzitter)) {
        let known = seat.organisatie.as_deref().and_then(|name| regio.bekend(name, view.today));
        if known.is_some_and(|known| known.soort != Some(OrganisatieSoort::Voorzitter)) {
            let message = "De vaste voorzitter is van een partner aan tafel.";
            findings.add_in(Slot::Regio, format!("vaste_deelnemers[{index}].organisatie"), message);
        }
    }
}

/// What two places of one person clash about.
#[must_use]
pub fn clash(one: &Plaats, other: &Plaats) -> String {
    format!("Een persoon is hier {} en {} tegelijk; dat gaat niet samen.", one.rol.woord(), other.rol.woord())
}

/// The rule that two places of one person break: a chair who brings a case in is not independent.
#[must_use]
pub fn clash_rule(one: &Plaats, other: &Plaats) -> &'static str {
    let is = |rol| one.rol == rol || other.rol == rol;
    if is(TafelRol::Voorzitter) && is(TafelRol::Inbrenger) { "VRG10" } else { "VRG11" }
}

const VRG12: Rule = Rule {
    id: "VRG12",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Agenda],
    sources: &[Heading::WatIsNodig],
    title: "De inbrenger komt, of de vaste deelnemer maakt de aantekeningen.",
    asks: "Kan de inbrenger niet, dan komt de vaste deelnemer van die organisatie en schrijft het advies en de afspraken op.",
    reason: "Anders gaat verloren wat het team meegeeft.",
    mend: "Zet bij `afgemeld`, bij de rol vaste_deelnemer, wie de `vervanger` is. Of stel de casus uit.",
    see: &["BSP07", "NAZ02"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1
afgemeld:
  - {rol: inbrenger, casus: 7k3f-9qxr}
  - {rol: vaste_deelnemer, organisatie: Roosendaal}
",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1
afgemeld:
  - {rol: inbrenger, casus: 7k3f-9qxr}
  - {rol: vaste_deelnemer, organisatie: Roosendaal, vervanger: {naam: Wil Konings}}
",
    )]),
    checks: &[Check::Meeting(vrg12)],
};

fn vrg12(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let empty = view.tafel.niet_bezet.iter().filter(|empty| empty.rol == TafelRol::VasteDeelnemer);
    for casus in empty.flat_map(|empty| empty.voor.iter().flatten()) {
        let message =
            format!("De inbrenger van {casus} kan niet, en niemand maakt voor die organisatie aantekeningen.");
        note(view, findings, message);
    }
}

const VRG13: Rule = Rule {
    id: "VRG13",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Na],
    sources: &[Heading::Cvc, Heading::GecertificeerdeInstellingen],
    title: "De zetels bij toerbeurt en de vaste GI waren bezet.",
    asks: "Bij elke casus zat iemand van elke groep die bij toerbeurt komt, en van de vaste GI.",
    reason: "Elke zetel brengt een eigen blik mee, en wie er niet is, leert niet van de casus.",
    mend: "Staat er in `aanwezig` iemand nog niet bij? Vul dat aan. Was de zetel leeg, leg dan bij `verantwoording` uit \
           waarom.",
    see: &["VRG04", "VRG05", "ROO04"],
    wrong: Example::Teammap(&[(
        AANWEZIG,
        "versie: 1
aanwezig:
  - {rol: voorzitter, organisatie: Zi2T, naam: Marijke Smit}
  - {rol: gedragswetenschapper, organisatie: SPRING, naam: Eva Mol}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, naam: Tom Rijk}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, naam: Ilse Kant}
  - {rol: cvc, organisatie: Roosendaal, naam: Jan Verbeek}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, naam: Ruben Haas}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, naam: Hanna Bos, alleen_bij: [pqtw-3kz3]}
  - {rol: inbrenger, organisatie: Gemeente Moerdijk, naam: Samira Aydin, alleen_bij: [pqtw-3kz3]}
",
    )]),
    right: Example::Teammap(&[(
        AANWEZIG,
        "versie: 1
aanwezig:
  - {rol: voorzitter, organisatie: Zi2T, naam: Marijke Smit}
  - {rol: gedragswetenschapper, organisatie: SPRING, naam: Eva Mol}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, naam: Tom Rijk}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, naam: Ilse Kant}
  - {rol: cvc, organisatie: Roosendaal, naam: Jan Verbeek}
  - {rol: cvc, organisatie: Woensdrecht, naam: Petra Luijk}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, naam: Ruben Haas}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, naam: Hanna Bos, alleen_bij: [pqtw-3kz3]}
  - {rol: inbrenger, organisatie: Gemeente Moerdijk, naam: Samira Aydin, alleen_bij: [pqtw-3kz3]}
",
    )]),
    checks: &[Check::Meeting(vrg13)],
};

fn vrg13(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let Some(table) = table(view) else { return };
    let discussed: Vec<_> =
        zaken(view.team, view.day).into_iter().filter(|now| now.stand == Stand::Besproken).collect();
    let regio = &view.team.regio;
    // Of a role that nobody filled at all VRG01 says that the minimum was missed.
    let is_there = |rol: TafelRol| table.iter().any(|plaats| plaats.rol == rol);
    let is_short = |group: &Groep| {
        let wanted = group.aantal.unwrap_or(1) as usize;
        let of_group = |plaats: &&Plaats| {
            let name = plaats.organisatie.as_deref();
            Some(plaats.rol) == group.rol && name.is_some_and(|name| seat_of(regio, group, name, view.day).is_some())
        };
        let sat = |casus| table.iter().filter(of_group).filter(|plaats| plaats.is_at(casus)).count();
        discussed.iter().any(|now| sat(now.casus) < wanted)
    };
    for (rol, who) in [(TafelRol::Cvc, "een CVC'er"), (TafelRol::GecertificeerdeInstelling, "de GI")] {
        let mut groups = regio.toerbeurt.values().filter(|group| group.rol == Some(rol));
        if is_there(rol) && groups.any(is_short) {
            note(view, findings, format!("Bij een casus ontbrak {who} die bij toerbeurt komt."));
        }
    }
    let rol = TafelRol::GecertificeerdeInstelling;
    let is_fixed = regio.vaste_deelnemers.values().any(|seat| seat.rol == Some(rol));
    let sat = |plaats: &Plaats| plaats.rol == rol && may_sit(view, rol, plaats.organisatie.as_deref());
    if is_fixed && is_there(rol) && !table.iter().any(sat) {
        note(view, findings, "De GI die er elke keer bij zit, was er niet.");
    }
}
