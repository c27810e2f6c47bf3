//! Going back in a discussion: to the question before, with what stands there.

use super::{Over, Vraag, gewogen, volgende, vragen};
use crate::model::{
    Advies, AdviesUitkomst, Bespreking, JaNee, KaartAanvulling, Lijst, MonitorAfspraak, ReactieInbrenger, Visie,
};
use std::cell::Cell;

/// The question before this one that was answered; none when it is the first.
#[must_use]
pub fn vorige(bespreking: &Bespreking, over: &Over<'_>, vraag: Vraag) -> Option<Vraag> {
    let Over { wegers, soort, heeft_feiten, .. } = *over;
    let over = &Over { wegers, soort, heeft_feiten, afspraken_klaar: Cell::new(true) };
    let vragen = vragen(bespreking, over);
    let at = vragen.iter().position(|(one, _)| *one == vraag)?;
    // What was not asked does not become open by taking its answer away.
    let before = vragen[..at].iter().rev().map(|(one, _)| *one);
    let mut before =
        before.filter(|one| volgende(&zonder(bespreking, over, *one), over) == Some(*one) || *one == Vraag::Afspraken);
    before.next()
}

/// The discussion without the answer to a question. Of the agreements the last one goes.
#[must_use]
pub fn zonder(bespreking: &Bespreking, over: &Over<'_>, vraag: Vraag) -> Bespreking {
    let mut own = bespreking.clone();
    let mut advies = own.advies.take();
    let mut reactie = own.reactie_inbrenger.take();
    let mut aanvulling = own.aanvulling_kaart.take();
    let mut monitor = own.monitor.take();
    match vraag {
        Vraag::InbrengerAanwezig => own.inbrenger_aanwezig = None,
        Vraag::Notulist => own.notulist = None,
        Vraag::Vragenronde => own.vragenronde_gehouden = None,
        Vraag::Stem => own.stem_gehoord = None,
        Vraag::Cijfer(nth) => {
            let figure = gewogen(bespreking, over.wegers).get(nth).copied().flatten();
            let all = bespreking.weging.values();
            own.weging = all.filter(|one| figure.is_none_or(|own| !std::ptr::eq(*one, own))).cloned().collect();
        }
        Vraag::Eens | Vraag::Visie(_) | Vraag::Delers(_) | Vraag::Ronde => {
            let all = bespreking.visies.values().cloned();
            own.visies = match vraag {
                Vraag::Visie(nth) => all.take(nth).collect(),
                Vraag::Delers(nth) => {
                    let open = |(at, visie): (usize, Visie)| if at < nth { visie } else { zonder_delers(visie) };
                    all.take(nth + 1).enumerate().map(open).collect()
                }
                Vraag::Ronde => all.collect(),
                _ => Lijst::default(),
            };
            if let Some(advies) = &mut advies {
                // A view that was the advice goes with it.
                if advies.uitkomst.is_some_and(|uitkomst| uitkomst != AdviesUitkomst::Eensluidend) {
                    advies.tekst = None;
                }
                advies.uitkomst = None;
            }
        }
        Vraag::Keuze => {
            advies = advies.map(|own| Advies { keuze_inbrenger: None, tekst: None, ..own });
        }
        Vraag::Soort => advies = advies.map(|own| Advies { soort: None, ..own }),
        Vraag::Tekst => advies = advies.map(|own| Advies { tekst: None, ..own }),
        Vraag::SteuntOp => advies = advies.map(|own| Advies { steunt_op: Lijst::default(), ..own }),
        Vraag::Reden => advies = advies.map(|own| Advies { reden: None, ..own }),
        Vraag::SamenMet => advies = advies.map(|own| Advies { samen_met: Lijst::default(), ..own }),
        Vraag::NeemtMee => reactie = reactie.map(|own| ReactieInbrenger { neemt_mee: None, ..own }),
        Vraag::Passend => reactie = reactie.map(|own| ReactieInbrenger { passend: None, ..own }),
        Vraag::Nodig => own.nodig = None,
        Vraag::Interventies => own.interventies = Lijst::default(),
        Vraag::Afspraken => {
            let count = bespreking.afspraken.values().count().saturating_sub(1);
            own.afspraken = bespreking.afspraken.values().take(count).cloned().collect();
        }
        Vraag::Aanvulling => aanvulling = None,
        Vraag::Successen => {
            aanvulling = aanvulling.map(|own| KaartAanvulling { successen: Lijst::default(), ..own });
        }
        Vraag::Haalbaar | Vraag::WatHoudtHet => {
            if let Some(haalbaar) = aanvulling.as_mut().and_then(|own| own.haalbaar.as_mut()) {
                *(if vraag == Vraag::Haalbaar { &mut haalbaar.niveau } else { &mut haalbaar.wat_houdt_het }) = None;
            }
        }
        Vraag::Terug => monitor = monitor.map(|own| MonitorAfspraak { terug: None, datum: None, ..own }),
        Vraag::Hoe => monitor = monitor.map(|own| MonitorAfspraak { hoe: None, ..own }),
    }
    Bespreking { advies, reactie_inbrenger: reactie, aanvulling_kaart: aanvulling, monitor, ..own }
}

fn zonder_delers(visie: Visie) -> Visie {
    Visie { deelnemers: Lijst::default(), ..visie }
}

/// What stands there now, in words; none where that is no text of its own.
#[must_use]
pub fn nu(bespreking: &Bespreking, over: &Over<'_>, vraag: Vraag) -> Option<String> {
    let advies = bespreking.advies.as_ref();
    let reactie = bespreking.reactie_inbrenger.as_ref();
    let aanvulling = bespreking.aanvulling_kaart.as_ref();
    let haalbaar = aanvulling.and_then(|own| own.haalbaar.as_ref());
    let monitor = bespreking.monitor.as_ref();
    let said = |own: Option<JaNee>| own.map(|own| own.to_string());
    match vraag {
        Vraag::InbrengerAanwezig => said(bespreking.inbrenger_aanwezig),
        Vraag::Notulist => bespreking.notulist.as_ref()?.naam.clone(),
        Vraag::Vragenronde => said(bespreking.vragenronde_gehouden),
        Vraag::Stem => said(bespreking.stem_gehoord),
        Vraag::Cijfer(nth) => Some((*gewogen(bespreking, over.wegers).get(nth)?)?.cijfer?.to_string()),
        Vraag::Eens => Some(if bespreking.visies.is_empty() { "ja" } else { "nee" }.to_owned()),
        Vraag::Visie(nth) => bespreking.visies.values().nth(nth)?.visie.clone(),
        Vraag::Delers(_) | Vraag::Ronde | Vraag::SteuntOp | Vraag::SamenMet | Vraag::Interventies => None,
        Vraag::Keuze => advies?.keuze_inbrenger.as_ref()?.wat.clone(),
        Vraag::Soort => Some(advies?.soort?.woorden().to_owned()),
        Vraag::Tekst => advies?.tekst.clone(),
        Vraag::Reden => advies?.reden.clone(),
        Vraag::NeemtMee => reactie?.neemt_mee.clone(),
        Vraag::Passend => reactie?.passend.clone(),
        Vraag::Nodig => bespreking.nodig.clone(),
        Vraag::Afspraken => bespreking.afspraken.values().last()?.wat.clone(),
        Vraag::Aanvulling => aanvulling?.tekst.clone(),
        Vraag::Successen => {
            let all: Vec<&str> = aanvulling?.successen.values().map(String::as_str).collect();
            Some(all.join("; ")).filter(|all| !all.is_empty())
        }
        Vraag::Haalbaar => haalbaar?.niveau.clone(),
        Vraag::WatHoudtHet => haalbaar?.wat_houdt_het.clone(),
        Vraag::Terug => Some(monitor?.datum?.0.to_string()),
        Vraag::Hoe => monitor?.hoe.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::bespreking::Weger;
    use crate::model::{Soort, TafelRol};
    use crate::yaml::parse;
    use std::cell::Cell;

    const WHOLE: &str = "inbrenger_aanwezig: nee\nnotulist: {naam: Sanne Korteweg}\nvragenronde_gehouden: ja\n\
        stem_gehoord: ja\nweging:\n- {rol: cvc, organisatie: Rucphen, cijfer: 4}\n\
        - {rol: cvc, organisatie: Zundert, cijfer: 5}\n\
        advies: {uitkomst: gelijk, tekst: Zo., soort: dragen_en_verdragen, steunt_op: [1], reden: Rust., \
        samen_met: [SPRING], keuze_inbrenger: {wat: Zo., reden: Nu.}}\n\
        visies:\n- {visie: Zo., deelnemers: [Rucphen]}\n- {visie: Anders., deelnemers: [Zundert]}\n\
        reactie_inbrenger: {neemt_mee: Dit., passend: Dat.}\nnodig: Tijd.\ninterventies: []\n\
        afspraken:\n- {nr: 1, wat: bellen}\n- {nr: 2, wat: schrijven}\n\
        aanvulling_kaart: {tekst: null, successen: [], haalbaar: {niveau: 6, wat_houdt_het: Oma.}}\n\
        monitor: {terug: ja, datum: 2026-05-07, hoe: Tellen.}\n";

    /// From the last question back to the first, each of them once and with its answer taken away.
    #[test]
    fn back_goes_past_every_question_that_was_answered() {
        let whole: Bespreking = parse(WHOLE.as_bytes()).ok().unwrap().read().0.unwrap();
        let weger = |wie: &str| Weger { rol: TafelRol::Cvc, wie: wie.to_owned() };
        let wegers = [weger("Zundert"), weger("Rucphen")];
        let soort = Soort::AfsluitenMaatregel;
        let over = Over { wegers: &wegers, soort, heeft_feiten: true, afspraken_klaar: Cell::new(true) };
        assert_eq!(volgende(&whole, &over), None);
        let mut gone = vec![Vraag::Hoe];
        while let Some(vraag) = vorige(&whole, &over, *gone.last().unwrap()) {
            let left = zonder(&whole, &over, vraag);
            over.afspraken_klaar.set(vraag != Vraag::Afspraken);
            // The agreements are asked until somebody says that there is none more.
            assert!(vraag == Vraag::Afspraken || volgende(&left, &over) == Some(vraag), "{vraag:?}");
            gone.push(vraag);
        }
        gone.reverse();
        let expected = [
            Vraag::InbrengerAanwezig,
            Vraag::Notulist,
            Vraag::Vragenronde,
            Vraag::Stem,
            Vraag::Cijfer(0),
            Vraag::Cijfer(1),
            Vraag::Eens,
            Vraag::Delers(0),
            Vraag::Visie(1),
            Vraag::Delers(1),
            Vraag::Ronde,
            Vraag::Keuze,
            Vraag::Soort,
            Vraag::Tekst,
            Vraag::SteuntOp,
            Vraag::Reden,
            Vraag::SamenMet,
            Vraag::NeemtMee,
            Vraag::Passend,
            Vraag::Nodig,
            Vraag::Interventies,
            Vraag::Afspraken,
            Vraag::Aanvulling,
            Vraag::Successen,
            Vraag::Haalbaar,
            Vraag::WatHoudtHet,
            Vraag::Terug,
            Vraag::Hoe,
        ];
        assert_eq!(gone, expected);
        assert_eq!(nu(&whole, &over, Vraag::Cijfer(0)).as_deref(), Some("5"));
        assert_eq!(nu(&whole, &over, Vraag::Visie(1)).as_deref(), Some("Anders."));
        let left = zonder(&whole, &over, Vraag::Visie(1));
        assert_eq!((left.visies.values().count(), left.weging.values().count()), (1, 2));
        assert_eq!(zonder(&whole, &over, Vraag::Afspraken).afspraken.values().count(), 1);
        let advies = left.advies.unwrap();
        assert!(advies.uitkomst.is_none() && advies.tekst.is_none());
    }
}
