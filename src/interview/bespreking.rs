//! The discussion of a case: the seven steps of the handbook, each with its questions
//! (chapter 4, Stap 2: De bespreking). What is asked next follows from what was answered.

use crate::model::{AdviesSoort, AdviesUitkomst, Bespreking, JaNee, Soort, TafelRol, Visie, Weging};
use chrono::NaiveDate;
use std::cell::Cell;

mod terug;
mod uitleg;

pub use terug::{nu, vorige, zonder};

/// Someone who gives a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weger {
    /// In which role.
    pub rol: TafelRol,
    /// Of which organisation, or whose name.
    pub wie: String,
}

/// What a discussion is about.
pub struct Over<'a> {
    /// Who gives a figure, in the order of the table.
    pub wegers: &'a [Weger],
    /// The kind of card.
    pub soort: Soort,
    /// Whether the card has facts with a number.
    pub heeft_feiten: bool,
    /// Whether it was said that there is no agreement more. Who takes the talk up again is asked,
    /// until there is an answer to what comes behind them.
    pub afspraken_klaar: Cell<bool>,
}

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "`tekst` says each in full")]
pub enum Vraag {
    InbrengerAanwezig,
    Notulist,
    Vragenronde,
    Stem,
    /// The figure of the weger in this place.
    Cijfer(usize),
    Eens,
    /// The view in this place, of those who do not agree; the first one is asked with `Eens`.
    Visie(usize),
    /// Who shares the view in this place.
    Delers(usize),
    /// The second round after a tie.
    Ronde,
    Soort,
    Tekst,
    SteuntOp,
    Reden,
    SamenMet,
    Keuze,
    NeemtMee,
    Passend,
    Nodig,
    Interventies,
    Afspraken,
    Aanvulling,
    Successen,
    Haalbaar,
    WatHoudtHet,
    Terug,
    Hoe,
}

impl Vraag {
    /// The step of the handbook, with its name.
    #[must_use]
    pub fn stap(self) -> (u8, &'static str) {
        match self {
            Self::InbrengerAanwezig | Self::Notulist => (1, "vraag"),
            Self::Vragenronde | Self::Stem => (3, "vragenronde"),
            Self::Cijfer(_) => (4, "weging"),
            Self::Eens
            | Self::Visie(_)
            | Self::Delers(_)
            | Self::Ronde
            | Self::Soort
            | Self::Tekst
            | Self::SteuntOp
            | Self::Reden
            | Self::SamenMet
            | Self::Keuze => (5, "advies"),
            Self::NeemtMee | Self::Passend | Self::Nodig => (6, "reactie van de inbrenger"),
            _ => (7, "afspraken"),
        }
    }

    /// The question, as it is asked at the table.
    #[must_use]
    pub fn tekst(self) -> &'static str {
        match self {
            Self::InbrengerAanwezig => "Is de inbrenger erbij?",
            Self::Notulist => "Wie maakt de aantekeningen? Naam, Organisatie",
            Self::Vragenronde => "Is de vragenronde gehouden?",
            Self::Stem => "Hebben jullie gehoord wat het gezin zelf vindt?",
            Self::Cijfer(_) => {
                "Welk cijfer geef je aan de veiligheid? 0 is niet veilig, 10 is veilig; 4,5 mag. Geen cijfer? Typ: geen."
            }
            Self::Eens => "Is iedereen het eens over het advies?",
            Self::Visie(_) => "Schrijf elke visie op. Bij elke visie vraagt vt wie het daarmee eens is.",
            Self::Delers(_) => "Wie deelt deze visie? De nummers, met een spatie ertussen.",
            Self::Ronde => "De stemmen zijn gelijk. Hou nog één ronde.",
            Self::Soort => "Wat voor advies is het?",
            Self::Tekst => "Wat is het advies?",
            Self::SteuntOp => "Op welke feiten steunt het? De nummers, met een spatie ertussen",
            Self::Reden => "Waarom dragen en verdragen?",
            Self::SamenMet => "Wie dragen het samen? Organisaties, met een komma ertussen",
            Self::Keuze => "De stemmen blijven gelijk. Wat kiest de inbrenger, en waarom?",
            Self::NeemtMee => "Wat neemt de inbrenger mee uit het advies?",
            Self::Passend => "Past het bij dit gezin? Wat past, en wat niet?",
            Self::Nodig => "Wat heeft de inbrenger nodig om het uit te voeren? Is dat er niet, typ dan: niets.",
            Self::Interventies => "Welke interventies komen er?",
            Self::Afspraken => "Wie doet wat, en wanneer?",
            Self::Aanvulling => "Wat komt er bij op de kaart? Enter: niets.",
            Self::Successen => "Welke successen zijn er genoemd? Enter: geen.",
            Self::Haalbaar => "Welke veiligheid is voor dit gezin haalbaar?",
            Self::WatHoudtHet => "Wat houdt het zo?",
            Self::Terug => "Komt de casus terug in het VeiligheidsTeam?",
            Self::Hoe => "Hoe volgen jullie het?",
        }
    }
}

/// Every question with whether it is open, in their order.
fn vragen(bespreking: &Bespreking, over: &Over<'_>) -> Vec<(Vraag, bool)> {
    let advies = bespreking.advies.as_ref();
    let uitkomst = advies.and_then(|advies| advies.uitkomst);
    let soort = advies.and_then(|advies| advies.soort);
    let reactie = bespreking.reactie_inbrenger.as_ref();
    let aanvulling = bespreking.aanvulling_kaart.as_ref();
    let haalbaar = aanvulling.and_then(|own| own.haalbaar.as_ref());
    let monitor = bespreking.monitor.as_ref();
    let ends = over.soort == Soort::AfsluitenMaatregel;
    let carries = soort == Some(AdviesSoort::DragenEnVerdragen);
    let is_text = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
    let weighed = gewogen(bespreking, over.wegers);
    let views = bespreking.visies.values().count();
    let shared: usize = bespreking.visies.values().map(|visie| visie.deelnemers.values().count()).sum();
    let all_shared = shared >= over.wegers.len();
    let mut vragen = vec![
        (Vraag::InbrengerAanwezig, bespreking.inbrenger_aanwezig.is_none()),
        (Vraag::Notulist, bespreking.inbrenger_aanwezig == Some(JaNee::Nee) && bespreking.notulist.is_none()),
        (Vraag::Vragenronde, bespreking.vragenronde_gehouden.is_none()),
        (Vraag::Stem, bespreking.stem_gehoord.is_none()),
    ];
    vragen.extend(weighed.iter().enumerate().map(|(nth, figure)| (Vraag::Cijfer(nth), figure.is_none())));
    vragen.push((Vraag::Eens, uitkomst.is_none() && views == 0));
    for (nth, visie) in bespreking.visies.values().enumerate() {
        if nth > 0 {
            vragen.push((Vraag::Visie(nth), false));
        }
        let is_open = uitkomst.is_none() && visie.deelnemers.is_empty() && !over.wegers.is_empty();
        vragen.push((Vraag::Delers(nth), is_open));
    }
    let is_between = uitkomst.is_none() && views > 0;
    vragen.extend([
        (Vraag::Visie(views), is_between && !all_shared),
        (Vraag::Ronde, is_between && all_shared && is_gelijk(bespreking.visies.values())),
        (
            Vraag::Keuze,
            uitkomst == Some(AdviesUitkomst::Gelijk) && advies.is_none_or(|advies| advies.keuze_inbrenger.is_none()),
        ),
        (Vraag::Soort, soort.is_none()),
        (Vraag::Tekst, !is_text(advies.and_then(|advies| advies.tekst.as_ref()))),
        (Vraag::SteuntOp, over.heeft_feiten && advies.is_none_or(|advies| !advies.steunt_op.is_asked())),
        (Vraag::Reden, carries && !is_text(advies.and_then(|advies| advies.reden.as_ref()))),
        (Vraag::SamenMet, carries && advies.is_none_or(|advies| !advies.samen_met.is_asked())),
        (Vraag::NeemtMee, !is_text(reactie.and_then(|own| own.neemt_mee.as_ref()))),
        (Vraag::Passend, !is_text(reactie.and_then(|own| own.passend.as_ref()))),
        (Vraag::Nodig, !is_text(bespreking.nodig.as_ref())),
        (Vraag::Interventies, !bespreking.interventies.is_asked()),
        (Vraag::Afspraken, !over.afspraken_klaar.get()),
        (Vraag::Aanvulling, aanvulling.is_none()),
        (Vraag::Successen, aanvulling.is_some_and(|own| !own.successen.is_asked())),
        (Vraag::Haalbaar, ends && !is_text(haalbaar.and_then(|own| own.niveau.as_ref()))),
        (Vraag::WatHoudtHet, ends && !is_text(haalbaar.and_then(|own| own.wat_houdt_het.as_ref()))),
        (
            Vraag::Terug,
            monitor.is_none_or(|own| own.terug.is_none() || own.terug == Some(JaNee::Ja) && own.datum.is_none()),
        ),
        (Vraag::Hoe, !is_text(monitor.and_then(|own| own.hoe.as_ref()))),
    ]);
    vragen
}

/// The first question that is still open; nothing when the discussion is whole.
#[must_use]
pub fn volgende(bespreking: &Bespreking, over: &Over<'_>) -> Option<Vraag> {
    vragen(bespreking, over).into_iter().find(|(_, is_open)| *is_open).map(|(vraag, _)| vraag)
}

/// The figure of each weger, as far as it was given.
#[must_use]
pub fn gewogen<'b>(bespreking: &'b Bespreking, wegers: &[Weger]) -> Vec<Option<&'b Weging>> {
    let mut left: Vec<&Weging> = bespreking.weging.values().collect();
    let of = |weger: &Weger| {
        let wie = |own: &&Weging| own.organisatie.as_deref().unwrap_or_default() == weger.wie;
        let at = left.iter().position(|own| own.rol == Some(weger.rol) && wie(own))?;
        Some(left.remove(at))
    };
    wegers.iter().map(of).collect()
}

/// Whether the case has to come back: views differed, or the team carries it together.
#[must_use]
pub fn moet_terug(bespreking: &Bespreking) -> bool {
    bespreking.advies.as_ref().is_some_and(|advies| {
        advies.soort == Some(AdviesSoort::DragenEnVerdragen)
            || advies.uitkomst.is_some_and(|uitkomst| uitkomst != AdviesUitkomst::Eensluidend)
    })
}

/// Until when a case comes back at the latest, where views differed.
#[must_use]
pub fn uiterlijk_terug(bespreking: &Bespreking, day: NaiveDate, dagen: u32) -> Option<NaiveDate> {
    let differs = bespreking.advies.as_ref().and_then(|advies| advies.uitkomst);
    differs.filter(|uitkomst| *uitkomst != AdviesUitkomst::Eensluidend)?;
    day.checked_add_days(chrono::Days::new(u64::from(dagen)))
}

/// The views with the one that most share first, and whether it is shared by most alone. The
/// one that stands first goes first of those that as many share.
#[must_use]
pub fn meeste(mut visies: Vec<Visie>) -> (Vec<Visie>, AdviesUitkomst) {
    let count = |visie: &Visie| visie.deelnemers.values().count();
    visies.sort_by_key(|visie| std::cmp::Reverse(count(visie)));
    let uitkomst = if is_gelijk(visies.iter()) { AdviesUitkomst::Gelijk } else { AdviesUitkomst::MeesteStemmen };
    (visies, uitkomst)
}

/// Whether as many share another view as share the one that most share.
fn is_gelijk<'v>(visies: impl Iterator<Item = &'v Visie>) -> bool {
    let mut counts: Vec<usize> = visies.map(|visie| visie.deelnemers.values().count()).collect();
    counts.sort_unstable();
    matches!(counts.as_slice(), [.., second, first] if second == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Advies, Cijfer, Weging};

    fn visie(wie: &[&str]) -> Visie {
        Visie { visie: Some(wie.join(" ")), deelnemers: wie.iter().map(|own| (*own).to_owned()).collect() }
    }

    #[test]
    fn the_view_that_most_share_is_the_advice_and_a_tie_is_one() {
        let (all, uitkomst) = meeste(vec![visie(&["a"]), visie(&["b", "c"])]);
        assert_eq!((all[0].visie.as_deref(), uitkomst), (Some("b c"), AdviesUitkomst::MeesteStemmen));
        let (all, uitkomst) = meeste(vec![visie(&["a", "b"]), visie(&["c", "d"]), visie(&["e"])]);
        assert_eq!((all[0].visie.as_deref(), uitkomst), (Some("a b"), AdviesUitkomst::Gelijk));
        assert_eq!(meeste(vec![visie(&["a"])]).1, AdviesUitkomst::MeesteStemmen);
    }

    #[test]
    fn what_is_asked_follows_from_what_was_answered() {
        let wegers = [
            Weger { rol: TafelRol::VeiligThuis, wie: "Veilig Thuis".to_owned() },
            Weger { rol: TafelRol::Cvc, wie: "Rucphen".to_owned() },
        ];
        let over = Over { wegers: &wegers, soort: Soort::Nieuw, heeft_feiten: true, afspraken_klaar: Cell::new(false) };
        let mut own = Bespreking::default();
        assert_eq!(volgende(&own, &over), Some(Vraag::InbrengerAanwezig));
        own.inbrenger_aanwezig = Some(JaNee::Nee);
        assert_eq!(volgende(&own, &over), Some(Vraag::Notulist));
        own.inbrenger_aanwezig = Some(JaNee::Ja);
        (own.vragenronde_gehouden, own.stem_gehoord) = (Some(JaNee::Ja), Some(JaNee::Ja));
        assert_eq!(volgende(&own, &over), Some(Vraag::Cijfer(0)));
        let figure = |nth: usize| Weging {
            rol: Some(wegers[nth].rol),
            organisatie: Some(wegers[nth].wie.clone()),
            cijfer: "4".parse::<Cijfer>().ok(),
            ..Weging::default()
        };
        own.weging = [figure(0)].into_iter().collect();
        assert_eq!(volgende(&own, &over), Some(Vraag::Cijfer(1)));
        // Who came to the table after that is asked; a figure goes with who gave it.
        own.weging = [figure(1)].into_iter().collect();
        assert_eq!(volgende(&own, &over), Some(Vraag::Cijfer(0)));
        own.weging = [figure(1), figure(0)].into_iter().collect();
        assert_eq!(volgende(&own, &over), Some(Vraag::Eens));
        own.advies = Some(Advies {
            uitkomst: Some(AdviesUitkomst::Gelijk),
            soort: Some(AdviesSoort::DragenEnVerdragen),
            tekst: Some("Zo.".to_owned()),
            steunt_op: [1].into_iter().collect(),
            keuze_inbrenger: Some(crate::model::Keuze::default()),
            ..Advies::default()
        });
        assert_eq!(volgende(&own, &over), Some(Vraag::Reden));
        assert!(moet_terug(&own));
        let day = "2026-03-12".parse().unwrap();
        assert_eq!(uiterlijk_terug(&own, day, 56).unwrap().to_string(), "2026-05-07");
    }

    #[test]
    fn every_question_has_its_step_in_order() {
        let steps = [Vraag::InbrengerAanwezig, Vraag::Stem, Vraag::Cijfer(0), Vraag::Eens, Vraag::Nodig, Vraag::Hoe];
        let steps: Vec<u8> = steps.into_iter().map(|vraag| vraag.stap().0).collect();
        assert_eq!(steps, [1, 3, 4, 5, 6, 7]);
    }
}
