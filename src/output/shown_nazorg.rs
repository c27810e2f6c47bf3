//! What of an overview of open work may be seen: the veil lies over every text of the team's
//! folder, and the days of an identifiable card are for its owner's terminal.

use super::LEFT_OUT;
use super::veil::{Veil, stays_of};
use crate::agenda::{OpenPunt, Opvolging, Wat, ZonderUitkomst};
use crate::calendar::words;
use crate::model::{MaatregelSoort, Tijdstip, is_role};
use crate::pseudo::label_of;
use crate::rules::Bewaard;
use crate::store::Team;
use chrono::{Datelike as _, NaiveDate};

/// Something open as far as it may be seen.
pub struct ShownPunt {
    /// Who does it.
    pub wie: Option<String>,
    /// Whether it should have been done.
    pub te_laat: bool,
    /// By when, in words.
    pub wanneer: String,
    /// Which case: of one's own the number of its dossier.
    pub zaak: String,
    /// What it is.
    pub wat: String,
}

/// What is open, as far as it may be seen.
pub struct ShownOpvolging<'a> {
    /// Cases whose meeting passed without an outcome.
    pub zonder_uitkomst: &'a [ZonderUitkomst],
    /// What is open, by owner.
    pub punten: Vec<ShownPunt>,
    /// Cases past their term of keeping.
    pub voorbij: &'a [Bewaard],
}

/// Holds the veil over it. `terminal` says that its owner looks at it.
#[must_use]
pub fn show_nazorg<'a>(all: &'a Opvolging, team: &Team, today: NaiveDate, terminal: bool) -> ShownOpvolging<'a> {
    let veil = Veil::new(&team.regio);
    let punten = all.punten.iter().map(|punt| shown(punt, team, &veil, today, terminal)).collect();
    ShownOpvolging { zonder_uitkomst: &all.zonder_uitkomst, punten, voorbij: &all.voorbij }
}

fn shown(punt: &OpenPunt, team: &Team, veil: &Veil, today: NaiveDate, terminal: bool) -> ShownPunt {
    let hides = punt.van_eigen_kaart && !terminal;
    let day = |day| words::day_month(day, today.year());
    let wanneer = match punt.wanneer {
        _ if hides => String::new(),
        None => "geen dag".to_owned(),
        Some(Tijdstip::Dag(when)) => day(when),
        Some(when @ Tijdstip::Maand(_)) => words::span(when),
    };
    let zaak = punt.dossiernummer.clone().or_else(|| punt.casus.map(|casus| casus.to_string()));
    ShownPunt {
        wie: punt.wie.as_deref().map(|wie| veil.name(wie.trim())),
        te_laat: punt.is_late(today) && !hides,
        wanneer,
        zaak: zaak.unwrap_or_default(),
        wat: wat(punt, team, veil, hides, day),
    }
}

fn wat(punt: &OpenPunt, team: &Team, veil: &Veil, hides: bool, day: impl Fn(NaiveDate) -> String) -> String {
    let of = |van: Option<NaiveDate>| van.map(|van| format!(" (van {})", day(van))).unwrap_or_default();
    // Where a role belongs, any other word may be a name.
    let who = |wie: &Option<String>| match wie.as_deref().filter(|wie| is_role(wie)) {
        Some(wie) => label_of(wie),
        None => LEFT_OUT.to_owned(),
    };
    match &punt.wat {
        Wat::Afspraak { nr, wat } => {
            let stays = punt.casus.map(|casus| stays_of(team, casus)).unwrap_or_default();
            let text = veil.text(wat.as_deref().unwrap_or("(geen tekst)").trim().trim_end_matches('.'), &stays);
            let nr = nr.map(|nr| format!(" {nr}")).unwrap_or_default();
            format!("afspraak{nr}: {text}{}", of(punt.van))
        }
        Wat::Terugkoppeling => format!("het advies met het gezin bespreken{}", of(punt.van)),
        Wat::KomtTerug(meeting) => format!("opnieuw inbrengen: komt terug op {}", day(*meeting)),
        Wat::Gemist(meeting) => format!("zou terugkomen op {}, maar is niet ingebracht", day(*meeting)),
        Wat::RaadVolgt if hides => "de Raad volgt de afspraken tot een dag; een terminal toont welke".to_owned(),
        Wat::RaadVolgt => "de Raad volgt de afspraken tot die dag: kijk hoe het verder gaat".to_owned(),
        Wat::MaatregelEindigt { .. } if hides => "een maatregel eindigt; een terminal toont wanneer".to_owned(),
        Wat::WordtMeerderjarig { leeftijd, .. } if hides => {
            format!("een jeugdige wordt {leeftijd}; een terminal toont wanneer")
        }
        Wat::MaatregelEindigt { wie, soort } => {
            let kind = match soort {
                Some(MaatregelSoort::Ots) => "de ondertoezichtstelling",
                Some(MaatregelSoort::Voogdij) => "de voogdij",
                None => "de maatregel",
            };
            format!("{kind} van {} eindigt: bespreek dat in het VeiligheidsTeam", who(wie))
        }
        Wat::WordtMeerderjarig { wie, leeftijd } => {
            format!("{} wordt {leeftijd}: regel wat daarna nodig is", who(wie))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Casus;
    use crate::store::default_regio;

    fn lines(terminal: bool) -> String {
        let punt = |wat, wanneer: &str| OpenPunt {
            casus: Casus::read("7k3f-9qxr").ok(),
            dossiernummer: Some("RSD-2026-00412".to_owned()),
            van: None,
            wie: Some("Anke Wouters".to_owned()),
            wanneer: wanneer.parse().ok(),
            wat,
            van_eigen_kaart: true,
        };
        let wie = Some("kind1".to_owned());
        let all = Opvolging {
            punten: vec![
                punt(Wat::RaadVolgt, "2026-02-20"),
                punt(Wat::MaatregelEindigt { wie: wie.clone(), soort: Some(MaatregelSoort::Ots) }, "2026-05"),
                punt(Wat::WordtMeerderjarig { wie, leeftijd: 18 }, "2026-07-01"),
                punt(Wat::WordtMeerderjarig { wie: Some("Daan".to_owned()), leeftijd: 18 }, "2027-01-01"),
            ],
            ..Opvolging::default()
        };
        let team = Team { regio: default_regio(), ..Team::default() };
        let today = "2026-03-04".parse().unwrap();
        let shown = show_nazorg(&all, &team, today, terminal).punten;
        let line = |punt: &ShownPunt| format!("{} {} {}\n", punt.te_laat, punt.wanneer, punt.wat);
        shown.iter().map(line).collect()
    }

    /// The days of one's own card are for its owner's terminal, and a name is for nobody.
    #[test]
    fn a_terminal_shows_the_days_of_one_s_own_card() {
        let expected = "true 20 februari de Raad volgt de afspraken tot die dag: kijk hoe het verder gaat\n\
                        false mei 2026 de ondertoezichtstelling van Kind 1 eindigt: bespreek dat in het VeiligheidsTeam\n\
                        false 1 juli Kind 1 wordt 18: regel wat daarna nodig is\n\
                        false 1 januari 2027 [weggelaten] wordt 18: regel wat daarna nodig is\n";
        assert_eq!(lines(true), expected);
        let piped = lines(false);
        for value in ["februari", "mei", "juli", "2027", "Kind 1", "Daan", "ondertoezicht"] {
            assert!(!piped.contains(value), "{piped}");
        }
        assert!(piped.contains("een jeugdige wordt 18"), "{piped}");
    }
}
