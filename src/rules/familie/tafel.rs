//! VRG: who must be at the table (chapter 1, Opdracht; chapter 2, Deelnemers).
//!
//! Of a meeting to come the table is the planned one; of a meeting that was held it is
//! what `aanwezig.yaml` says.

use super::bezetting::{clash, clash_rule};
use super::{Check, Example, Finding, Findings, Heading, MeetingView, Moment, Rule, Severity, TreeView};
use crate::model::{MinimumEis, TafelRol};
use crate::store::Slot;
use crate::tafel::{NietBezet, Plaats, Waarom, clashes, minimum, was_there};
use std::borrow::Cow;

pub(super) const RULES: &[Rule] = &[VRG01, VRG02, VRG03, VRG04, VRG05, VRG06, VRG09, VRG11];

const VERGADERING: &str = "vergaderingen/2026-03-12/vergadering.yaml";

/// Notes something about the table: at `aanwezig` of a meeting that was held, else at
/// `afgemeld` of the meeting, whether that file is there or not.
pub(super) fn note<'f>(
    view: &MeetingView<'_>,
    findings: &'f mut Findings<'_>,
    message: impl Into<Cow<'static, str>>,
) -> &'f mut Finding {
    let (slot, key, stands) = if view.held {
        (Slot::Aanwezig(view.day), "aanwezig", view.meeting.aanwezig.is_some())
    } else {
        (Slot::Vergadering(view.day), "afgemeld", view.meeting.vergadering.is_some())
    };
    if stands { findings.add_in(slot, key, message) } else { findings.add_file(slot, message) }
}

/// Who sits or sat at the table; none of a held meeting without `aanwezig.yaml`.
pub(super) fn table(view: &MeetingView<'_>) -> Option<Vec<Plaats>> {
    if !view.held {
        return Some(view.tafel.plaatsen.clone());
    }
    view.meeting.aanwezig.as_ref().map(|aanwezig| was_there(aanwezig, view.team, view.day))
}

const VRG01: Rule = Rule {
    id: "VRG01",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Opdracht],
    title: "Het minimum zit aan tafel.",
    asks: "Veilig Thuis, een GI en een jeugdprofessional zijn er. Een CVC'er of de verantwoordelijke gemeente telt als jeugdprofessional.",
    reason: "Zonder een van deze drie mist het advies een kant van de veiligheid.",
    mend: "Zorg voor iemand in hun plaats en zet die bij `vervanger`.",
    see: &["VRG04", "VRG05"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: veilig_thuis\n    organisatie: Veilig Thuis\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: veilig_thuis\n    organisatie: Veilig Thuis\n    vervanger:\n      naam: Els Brouns\n      organisatie: Veilig Thuis\n",
    )]),
    checks: &[Check::Meeting(vrg01)],
};

fn vrg01(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let Some(table) = table(view) else {
        if view.meeting.unreadable.contains(&Slot::Aanwezig(view.day)) {
            return;
        }
        let finding = note(view, findings, "Van deze vergadering staat nog niet opgeschreven wie er was.");
        finding.mend = Cow::Borrowed("Schrijf in `aanwezig.yaml` bij `aanwezig` wie er was, met rol en organisatie.");
        return;
    };
    for (eis, door) in minimum(view.team, &table) {
        if door.is_some() {
            continue;
        }
        let who = match eis {
            MinimumEis::VeiligThuis => "Veilig Thuis",
            MinimumEis::GecertificeerdeInstelling => "Een GI",
            MinimumEis::Jeugdprofessional => "Een jeugdprofessional van een gemeente",
        };
        let is_was = if view.held { "was er niet bij" } else { "komt niet" };
        let finding = note(view, findings, format!("{who} {is_was}; zo is het minimum niet gehaald."));
        if view.held {
            finding.mend = Cow::Owned(format!(
                "Was er toch iemand? `vt vergadering {} --aanwezig` zet recht wie er was. Zo niet, dan blijft dit staan.",
                view.day
            ));
        }
    }
}

const VRG02: Rule = Rule {
    id: "VRG02",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Voorzitter, Heading::Gedragswetenschapper],
    title: "Er is een voorzitter, of een vaste vervanger.",
    asks: "De voorzitter is er. Kan die niet, dan leidt een van de vervangers uit `regio.yaml` de vergadering.",
    reason: "De voorzitter leidt het gesprek en bewaakt de weg van inbreng tot advies.",
    mend: "Spreek af wie voorzit en zet die bij `vervanger`.",
    see: &["VRG03"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: voorzitter\n    organisatie: Zi2T\n    vervanger:\n      naam: Toon Aarts\n      organisatie: Leger des Heils\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: voorzitter\n    organisatie: Zi2T\n    vervanger:\n      naam: Ria Smolders\n      organisatie: Zi2T\n",
    )]),
    checks: &[Check::Meeting(vrg02)],
};

/// The organisations that may sit in this fixed seat: its own and its substitutes'.
pub(super) fn may_sit(view: &MeetingView<'_>, rol: TafelRol, organisation: Option<&str>) -> bool {
    let regio = &view.team.regio;
    let seats: Vec<_> = regio.vaste_deelnemers.values().filter(|seat| seat.rol == Some(rol)).collect();
    let names = seats.iter().flat_map(|seat| {
        let substitutes = seat.vervanging.values().filter_map(|one| one.organisatie.as_deref());
        seat.organisatie.as_deref().into_iter().chain(substitutes)
    });
    let names: Vec<&str> = names.collect();
    names.is_empty() || organisation.is_none_or(|own| names.iter().any(|name| regio.zelfde(name, own, view.day)))
}

fn vrg02(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    fixed_seat(view, findings, TafelRol::Voorzitter, "De voorzitter", "een voorzitter");
}

const VRG03: Rule = Rule {
    id: "VRG03",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Gedragswetenschapper],
    title: "Er is een gedragswetenschapper.",
    asks: "De gedragswetenschapper van SPRING is er, of een gedragswetenschapper van Veilig Thuis in die plaats.",
    reason: "De gedragswetenschapper weegt mee of en hoe ver de bespreking kan helpen.",
    mend: "Vraag een gedragswetenschapper van Veilig Thuis en zet die bij `vervanger`.",
    see: &["VRG02", "VRG11"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gedragswetenschapper\n    organisatie: SPRING\n  - rol: gedragswetenschapper\n    organisatie: Veilig Thuis\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gedragswetenschapper\n    organisatie: SPRING\n",
    )]),
    checks: &[Check::Meeting(vrg03)],
};

fn vrg03(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    fixed_seat(view, findings, TafelRol::Gedragswetenschapper, "De gedragswetenschapper", "een gedragswetenschapper");
}

fn fixed_seat(view: &MeetingView<'_>, findings: &mut Findings<'_>, rol: TafelRol, the: &str, a: &str) {
    let Some(table) = table(view) else { return };
    let seats: Vec<&Plaats> = table.iter().filter(|plaats| plaats.rol == rol).collect();
    if seats.is_empty() {
        let message = if view.held { format!("Er was niet {a} bij.") } else { format!("Er komt nog niet {a}.") };
        note(view, findings, message.replace("niet een", "geen"));
    } else if !seats.iter().any(|plaats| may_sit(view, rol, plaats.organisatie.as_deref())) {
        note(view, findings, format!("{the} is van een organisatie die niet als vervanger in `regio.yaml` staat."));
    }
}

const VRG04: Rule = Rule {
    id: "VRG04",
    severity: Severity::Fout,
    moments: &[Moment::Agenda],
    sources: &[Heading::Cvc],
    title: "Er komt een CVC'er van een grotere en van een kleinere gemeente.",
    asks: "Uit elke groep gemeenten in `regio.yaml` komt bij toerbeurt een CVC'er.",
    reason: "Zo leren alle gemeenten van elke casus, en kent altijd iemand aan tafel de kleine en de grote gemeente.",
    mend: "Kijk in het rooster wie er komt. Kan die niet, zet dan bij `afgemeld` wie de `vervanger` is.",
    see: &["VRG05", "VRG06"],
    wrong: Example::Teammap(&[(
        "afwezigheid/rucphen.yaml",
        "versie: 1\nafwezig:\n  - {van: 2026-03-09, tot: 2026-03-13}\n",
    )]),
    right: Example::Teammap(&[
        ("afwezigheid/rucphen.yaml", "versie: 1\nafwezig:\n  - {van: 2026-03-09, tot: 2026-03-13}\n"),
        (
            VERGADERING,
            "versie: 1\nafgemeld:\n  - rol: cvc\n    organisatie: Rucphen\n    vervanger: {organisatie: Moerdijk}\n",
        ),
    ]),
    checks: &[Check::Meeting(vrg04)],
};

fn vrg04(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    for empty in view.tafel.niet_bezet.iter().filter(|empty| empty.rol == TafelRol::Cvc) {
        seat_by_turn(view, findings, empty, "De CVC'er");
    }
}

const VRG05: Rule = Rule {
    id: "VRG05",
    severity: Severity::Fout,
    moments: &[Moment::Agenda],
    sources: &[Heading::GecertificeerdeInstellingen],
    title: "De vaste GI en de GI bij toerbeurt komen.",
    asks: "Jeugdbescherming Brabant zit bij elk overleg. Van het Leger des Heils en de William Schrikker Stichting komt er bij toerbeurt een.",
    reason: "De GI's kennen de mogelijkheden en grenzen van een maatregel, elk vanuit een eigen specialisme.",
    mend: "Vraag de GI wie er wel kan en zet die bij `vervanger`.",
    see: &["VRG01", "VRG04"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gecertificeerde_instelling\n    organisatie: Leger des Heils\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gecertificeerde_instelling\n    organisatie: Leger des Heils\n    vervanger: {organisatie: William Schrikker Stichting}\n",
    )]),
    checks: &[Check::Meeting(vrg05)],
};

fn vrg05(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    for empty in view.tafel.niet_bezet.iter().filter(|empty| empty.rol == TafelRol::GecertificeerdeInstelling) {
        seat_by_turn(view, findings, empty, "De GI");
    }
    let turns = view.team.regio.toerbeurt.values();
    for groep in turns.filter(|groep| groep.rol == Some(TafelRol::GecertificeerdeInstelling) && groep.groep.is_some()) {
        let seated = view.tafel.plaatsen.iter().filter(|plaats| plaats.groep == groep.groep).count();
        if seated > groep.aantal.unwrap_or(1) as usize {
            let finding =
                note(view, findings, "In het rooster staan op deze dag meer GI's dan er bij toerbeurt komen.");
            finding.mend = Cow::Borrowed("Laat in het rooster bij `beurten` staan wie er aan de beurt is.");
        }
    }
}

fn seat_by_turn(view: &MeetingView<'_>, findings: &mut Findings<'_>, empty: &NietBezet, who: &str) {
    let turn = if empty.groep.is_some() { " die aan de beurt is" } else { "" };
    if empty.waarom == Waarom::GeenRooster {
        let finding = note(view, findings, "In het rooster staat niet wie er bij toerbeurt komt.");
        finding.mend = Cow::Borrowed("Zet in het rooster bij `beurten` wie er op deze dag komt.");
    } else {
        note(view, findings, format!("{who}{turn} kan niet, en niemand komt in de plaats."));
    }
}

const VRG06: Rule = Rule {
    id: "VRG06",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::VerantwoordelijkeGemeente],
    title: "Bij elke casus zit de verantwoordelijke gemeente.",
    asks: "De gemeente waar de jeugdige woont is bij de casus. Een CVC'er van die gemeente telt; een inbrenger alleen niet.",
    reason: "De gemeente weet wat er in die gemeente kan, en moet met het advies verder.",
    mend: "Vraag deze gemeente wie er bij de casus komt en zet die bij `vervanger`.",
    see: &["VRG04"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: verantwoordelijke_gemeente\n    organisatie: Roosendaal\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: verantwoordelijke_gemeente\n    organisatie: Roosendaal\n    vervanger: {naam: Wil Konings, organisatie: Roosendaal}\n",
    )]),
    checks: &[Check::Meeting(vrg06)],
};

fn vrg06(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    if !view.held {
        let empty = view.tafel.niet_bezet.iter().filter(|empty| empty.rol == TafelRol::VerantwoordelijkeGemeente);
        for casus in empty.flat_map(|empty| empty.voor.iter().flatten()) {
            note(view, findings, format!("De verantwoordelijke gemeente komt niet bij casus {casus}."));
        }
        return;
    }
    let Some(table) = table(view) else { return };
    for (casus, _) in view.meeting.cases.iter().filter(|(_, case)| case.is_besproken()) {
        let card = crate::route::zaak(view.team, view.day, *casus).and_then(|zaak| zaak.kaart);
        let Some(gemeente) = card.and_then(|kaart| kaart.gemeente.as_deref()) else { continue };
        let there = table.iter().any(|plaats| {
            let counts = matches!(plaats.rol, TafelRol::Cvc | TafelRol::VerantwoordelijkeGemeente);
            let own = plaats.organisatie.as_deref().is_some_and(|own| view.team.regio.zelfde(own, gemeente, view.day));
            counts && own && plaats.is_at(*casus)
        });
        if !there {
            let finding = note(view, findings, format!("De verantwoordelijke gemeente was niet bij casus {casus}."));
            finding.mend = Cow::Borrowed(
                "Was zij er wel? Zet haar bij `aanwezig`. Was zij er niet? Leg bij `verantwoording` uit hoe zij het advies hoort.",
            );
        }
    }
}

const VRG09: Rule = Rule {
    id: "VRG09",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Samenwerken, Heading::Bijlage],
    title: "Het gezin zit niet aan tafel, de Raad niet als vaste deelnemer.",
    asks: "Er zijn geen gezinsleden bij de bespreking. De Raad voor de Kinderbescherming is geen vaste deelnemer.",
    reason: "Professionals spreken vrijer zonder het gezin erbij; de Raad moet onafhankelijk blijven. De inbrenger brengt de stem van het gezin in.",
    mend: "Haal deze persoon of organisatie weg bij `uitnodigen` of `aanwezig`. Voor een gesprek met het gezin of de Raad is er het interventiegesprek.",
    see: &["STM01"],
    wrong: Example::Teammap(&[(
        "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml",
        "versie: 1\nbesluit: agenderen\ndatum: 2026-03-05\ndoor: Ria Smolders\nuitnodigen:\n  - rol: overig\n    naam: moeder\n    reden: Kan het zelf vertellen.\n",
    )]),
    right: Example::Teammap(&[(
        "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml",
        "versie: 1\nbesluit: agenderen\ndatum: 2026-03-05\ndoor: Ria Smolders\nuitnodigen: []\n",
    )]),
    checks: &[Check::Meeting(vrg09), Check::Tree(vrg09_regio)],
};

/// The names of the Raad, which is one organisation in the whole country.
const RAAD: [&str; 2] = ["Raad voor de Kinderbescherming", "RvdK"];

fn is_raad(name: Option<&String>) -> bool {
    name.is_some_and(|name| RAAD.iter().any(|raad| raad.eq_ignore_ascii_case(name.trim())))
}

/// Whether a word is that of someone in a family and nothing else.
fn is_family(name: Option<&String>) -> bool {
    const FAMILY: [&str; 12] = [
        "moeder",
        "vader",
        "ouder",
        "ouders",
        "kind",
        "jeugdige",
        "oma",
        "opa",
        "broer",
        "zus",
        "stiefvader",
        "stiefmoeder",
    ];
    name.is_some_and(|name| {
        let word = name.trim().to_lowercase();
        FAMILY.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '))
    })
}

fn vrg09(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    const FAMILY: &str = "Hier staat iemand van het gezin; die zit niet aan tafel.";
    for (casus, case) in &view.meeting.cases {
        let Some(besluit) = &case.besluit else { continue };
        for (index, guest) in besluit.uitnodigen.iter() {
            if is_family(guest.naam.as_ref())
                || is_family(guest.organisatie.as_ref())
                || is_family(guest.expertise.as_ref())
            {
                let slot = Slot::Case(view.day, *casus, crate::store::CaseFile::Besluit);
                findings.add_in(slot, format!("uitnodigen[{index}]"), FAMILY);
            }
        }
    }
    for (index, row) in view.meeting.aanwezig.iter().flat_map(|aanwezig| aanwezig.aanwezig.iter()) {
        let key = format!("aanwezig[{index}]");
        if is_family(row.naam.as_ref()) || is_family(row.organisatie.as_ref()) {
            findings.add_in(Slot::Aanwezig(view.day), key, FAMILY);
        } else if is_raad(row.organisatie.as_ref()) && row.alleen_bij.is_empty() {
            let message = "De Raad voor de Kinderbescherming staat hier als vaste deelnemer van de hele vergadering.";
            findings.add_in(Slot::Aanwezig(view.day), key, message);
        }
    }
}

fn vrg09_regio(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if view.zone != crate::store::Zone::Team {
        return;
    }
    for (index, seat) in view.team.regio.vaste_deelnemers.iter() {
        if is_raad(seat.organisatie.as_ref()) {
            let message = "De Raad voor de Kinderbescherming is geen vaste deelnemer.";
            findings.add_in(Slot::Regio, format!("vaste_deelnemers[{index}].organisatie"), message);
        }
    }
}

const VRG11: Rule = Rule {
    id: "VRG11",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Deelnemers],
    title: "Niemand zit op twee plaatsen die niet samengaan.",
    asks: "Wie voorzit, heeft geen andere rol. Niemand is gedragswetenschapper en Veilig Thuis tegelijk, of bezet twee stoelen bij toerbeurt of van een GI. Andere dubbele rollen zijn gewoon.",
    reason: "Elke plaats brengt een eigen blik mee; wie er twee heeft, brengt er een minder.",
    mend: "Vraag voor een van de twee plaatsen iemand anders en zet die bij `vervanger`.",
    see: &["VRG02", "VRG03"],
    wrong: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gedragswetenschapper\n    organisatie: SPRING\n    vervanger: {naam: Els Brouns, organisatie: Veilig Thuis}\n  - rol: veilig_thuis\n    organisatie: Veilig Thuis\n    vervanger: {naam: Els Brouns, organisatie: Veilig Thuis}\n",
    )]),
    right: Example::Teammap(&[(
        VERGADERING,
        "versie: 1\nafgemeld:\n  - rol: gedragswetenschapper\n    organisatie: SPRING\n    vervanger: {naam: Els Brouns, organisatie: Veilig Thuis}\n  - rol: veilig_thuis\n    organisatie: Veilig Thuis\n    vervanger: {naam: Jan Mol, organisatie: Veilig Thuis}\n",
    )]),
    checks: &[Check::Meeting(vrg11)],
};

fn vrg11(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let Some(table) = table(view) else { return };
    for (one, other) in clashes(&table).into_iter().filter(|(one, other)| clash_rule(one, other) == "VRG11") {
        note(view, findings, clash(one, other));
    }
}
