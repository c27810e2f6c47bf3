//! What crosses to the team, decided at compile time.
//!
//! Every struct of a card is taken apart whole, without `..`: a new key does not compile
//! until someone has decided whether it may cross, and as what. What names people by
//! structure stays behind (names, address, school, day of birth, the dossier's number); a
//! jeugdige gets an age; dates that give a birth or a ruling away become a month.

mod gesprek;
mod rvdk;

use super::entries::Entries;
use super::fields::{is_place, is_rule};
use super::own_words::is_municipality;
use super::teamkaart::{Part, Teamkaart};
use crate::calendar::{age_on, birthday};
use crate::model::{
    Casus, Casusregisseur, Feit, Geboorte, Gezin, Inbrenger, Leeftijd, Lid, Lijst, Moment, Regio, Rol, Tijdstip,
    Veiligheidskaart, Verantwoording,
};
use chrono::{Datelike as _, Days, NaiveDate};

/// With what a card crosses.
pub struct Crossing<'a> {
    /// The region of the team.
    pub regio: &'a Regio,
    /// Its pseudonym.
    pub casus: Casus,
    /// When it was first handed in.
    pub op: Moment,
    /// Who handed it in: a professional.
    pub door: String,
    /// Why it can't wait, when the last day was past.
    pub spoed: Option<String>,
    /// The day of the meeting: ages count on it.
    pub day: NaiveDate,
    /// Whether ages are told in bands.
    pub bands: bool,
}

/// A date older than this many days before the meeting is told as a month.
const EXACT_DAYS: u64 = 90;

/// From this many children on, or with twins, exact ages point at one family.
const MANY_CHILDREN: usize = 4;

/// The card as it may cross, its texts still as they were written.
#[must_use]
pub fn strip(card: &Veiligheidskaart, crossing: &Crossing<'_>) -> Teamkaart {
    let Veiligheidskaart {
        versie: _,
        dossiernummer: _,
        casus: _,
        ingebracht: _,
        soort,
        eerder,
        bijgewerkt,
        gemeente,
        inbrenger,
        casusregisseur,
        gezin,
        aanleiding,
        aandachtsgebied,
        meldcode,
        verloop,
        veilig_nu,
        hulpvraag,
        wat_is_nodig,
        onveiligheid,
        risicofactoren,
        sterke_punten,
        hulp_tot_nu_toe,
        veiligheidsafspraken,
        stem,
        gesprek_gezin,
        intern_besproken,
        vraag,
        experts,
        maatregelen,
        haalbaar,
        rvdk,
        overdracht,
        successen,
        verantwoording,
        // What stays is judged when the texts are reviewed.
        blijft_staan: _,
    } = card;
    let dates = Dates::of(crossing.day, gezin.as_ref());
    let mut map = Entries::default();
    map.add("versie", Some(Part::Number(1)));
    map.add("casus", Some(Part::Word(crossing.casus.to_string())));
    map.add("ingebracht", Some(ingebracht(crossing)));
    map.choice("soort", *soort);
    map.word("eerder", *eerder);
    map.add("bijgewerkt", bijgewerkt.map(|date| dates.part(date)));
    map.kept("gemeente", gemeente.as_ref());
    map.add("inbrenger", inbrenger.as_ref().map(self::inbrenger));
    map.add("casusregisseur", casusregisseur.as_ref().map(|regisseur| self::casusregisseur(regisseur, &dates)));
    map.add("gezin", gezin.as_ref().map(|gezin| self::gezin(gezin, crossing)));
    map.choices("aanleiding", aanleiding);
    map.choices("aandachtsgebied", aandachtsgebied);
    map.add("meldcode", meldcode.as_ref().map(|meldcode| gesprek::meldcode(meldcode, &dates)));
    map.text("verloop", verloop.as_ref());
    map.text("veilig_nu", veilig_nu.as_ref());
    map.text("hulpvraag", hulpvraag.as_ref());
    map.text("wat_is_nodig", wat_is_nodig.as_ref());
    map.list("onveiligheid", onveiligheid, feit);
    map.list("risicofactoren", risicofactoren, gesprek::risicofactor);
    map.list("sterke_punten", sterke_punten, gesprek::sterk_punt);
    map.list("hulp_tot_nu_toe", hulp_tot_nu_toe, |hulp| gesprek::hulp(hulp, &dates));
    map.list("veiligheidsafspraken", veiligheidsafspraken, |afspraak| gesprek::afspraak(afspraak, &dates));
    map.list("stem", stem, |stem| gesprek::stem(stem, &dates));
    map.add("gesprek_gezin", gesprek_gezin.as_ref().map(|talk| gesprek::gesprek_gezin(talk, &dates)));
    map.add("intern_besproken", intern_besproken.as_ref().map(|talk| gesprek::intern(talk, &dates)));
    map.add("vraag", vraag.as_ref().map(gesprek::vraag));
    map.list("experts", experts, gesprek::expert);
    map.list("maatregelen", maatregelen, |maatregel| rvdk::maatregel(maatregel, &dates));
    map.add("haalbaar", haalbaar.as_ref().map(rvdk::haalbaar));
    map.add("rvdk", rvdk.as_ref().map(|rvdk| rvdk::traject(rvdk, &dates)));
    map.add("overdracht", overdracht.as_ref().map(|overdracht| rvdk::overdracht(overdracht, &dates)));
    map.texts("successen", successen);
    let answers: Lijst<&Verantwoording> = verantwoording.values().filter(|answer| is_answer(answer)).collect();
    if verantwoording.is_asked() {
        map.list("verantwoording", &answers, |answer| self::verantwoording(answer));
    }
    Teamkaart(map.done())
}

fn ingebracht(crossing: &Crossing<'_>) -> Part {
    let mut map = Entries::default();
    map.word("op", Some(crossing.op));
    map.kept("door", Some(&crossing.door));
    map.text("spoed", crossing.spoed.as_ref());
    map.done()
}

fn inbrenger(inbrenger: &Inbrenger) -> Part {
    let Inbrenger { naam, organisatie, via } = inbrenger;
    let mut map = Entries::default();
    map.kept("naam", naam.as_ref());
    map.kept("organisatie", organisatie.as_ref());
    map.kept("via", via.as_ref());
    map.done()
}

fn casusregisseur(regisseur: &Casusregisseur, dates: &Dates) -> Part {
    let Casusregisseur { naam, organisatie, sinds } = regisseur;
    let mut map = Entries::default();
    map.kept("naam", naam.as_ref());
    map.kept("organisatie", organisatie.as_ref());
    map.add("sinds", sinds.map(|date| dates.part(date)));
    map.done()
}

fn gezin(gezin: &Gezin, crossing: &Crossing<'_>) -> Part {
    // Who else is named in the texts stays in the dossier.
    let Gezin { leden, in_de_tekst: _ } = gezin;
    let mut map = Entries::default();
    map.list("leden", leden, |lid| self::lid(lid, crossing));
    map.done()
}

fn lid(lid: &Lid, crossing: &Crossing<'_>) -> Part {
    let Lid {
        wie,
        rol,
        voornaam: _,
        roepnaam: _,
        tussenvoegsel: _,
        achternaam: _,
        geboortedatum,
        leeftijd,
        school: _,
        woont_bij,
        gemeente,
        adres: _,
        contact,
        niet_informeren: _,
    } = lid;
    let age = leeftijd.or_else(|| {
        let is_child = *rol == Some(Rol::Jeugdige);
        geboortedatum.filter(|_| is_child).map(|birth| age(birth, crossing.day))
    });
    let age = age.map(|age| if crossing.bands { in_band(age) } else { age });
    let mut map = Entries::default();
    map.kept("wie", wie.as_ref());
    map.choice("rol", *rol);
    map.add("leeftijd", age.map(self::leeftijd));
    map.kept_list("woont_bij", woont_bij);
    let is_own = |naam: &String| is_municipality(crossing.regio, naam);
    map.kept("gemeente", gemeente.as_ref().filter(|naam| is_own(naam)));
    map.text("gemeente", gemeente.as_ref().filter(|naam| !is_own(naam)));
    map.choice("contact", *contact);
    map.done()
}

/// Whether exact ages may point at this family: many children, or two born on one day.
#[must_use]
pub fn ages_stand_out(gezin: &Gezin) -> bool {
    let children = gezin.leden.values().filter(|lid| lid.rol == Some(Rol::Jeugdige));
    let born: Vec<Option<Tijdstip>> = children
        .map(|lid| match lid.geboortedatum {
            Some(Geboorte::Op(date)) => Some(date),
            _ => None,
        })
        .collect();
    let twins = born.iter().enumerate().any(|(at, one)| one.is_some() && born[..at].contains(one));
    born.len() >= MANY_CHILDREN || twins
}

fn age(birth: Geboorte, day: NaiveDate) -> Leeftijd {
    match birth {
        Geboorte::Op(date) if date.first() > day => Leeftijd::Ongeboren,
        Geboorte::Op(date) => {
            let (from, to) = age_on(date, day);
            Leeftijd::Jaren(from, to)
        }
        Geboorte::Onbekend => Leeftijd::Onbekend,
        Geboorte::Ongeboren => Leeftijd::Ongeboren,
    }
}

/// The bands in which ages of many children are told. A band never cuts one that was known
/// less exactly.
fn in_band(age: Leeftijd) -> Leeftijd {
    const BANDS: [(u8, u8); 5] = [(0, 3), (4, 7), (8, 11), (12, 15), (16, 17)];
    let Leeftijd::Jaren(from, to) = age else { return age };
    let of = |age: u8| BANDS.into_iter().find(|(first, last)| (*first..=*last).contains(&age));
    let start = of(from).map_or(from, |band| band.0);
    Leeftijd::Jaren(start, of(to).map_or(to, |band| band.1))
}

fn leeftijd(age: Leeftijd) -> Part {
    match age {
        Leeftijd::Jaren(from, to) if from == to => Part::Number(u64::from(from)),
        age => Part::Word(age.to_string()),
    }
}

fn feit(feit: &Feit) -> Part {
    let Feit { nr, wat, hoe_vaak, situatie, hoe_lang, wanneer_niet, omstandigheden, bron } = feit;
    let mut map = Entries::default();
    map.add("nr", nr.map(|nr| Part::Number(u64::from(nr))));
    map.text("wat", wat.as_ref());
    map.text("hoe_vaak", hoe_vaak.as_ref());
    map.text("situatie", situatie.as_ref());
    map.text("hoe_lang", hoe_lang.as_ref());
    map.text("wanneer_niet", wanneer_niet.as_ref());
    map.text("omstandigheden", omstandigheden.as_ref());
    map.choice("bron", *bron);
    map.done()
}

fn verantwoording(answer: &Verantwoording) -> Part {
    let Verantwoording { regel, sleutel, reden } = answer;
    let mut map = Entries::default();
    map.kept("regel", regel.as_ref());
    map.kept("sleutel", sleutel.as_ref());
    map.text("reden", reden.as_ref());
    map.done()
}

/// Whether an answer names a rule and a place as the program does. Any other answers nothing,
/// and could say anything.
fn is_answer(answer: &Verantwoording) -> bool {
    answer.regel.as_deref().is_some_and(is_rule)
        && answer.sleutel.as_deref().is_none_or(|key| key.trim().is_empty() || is_place(key))
}

/// Which dates are told to the day.
pub(super) struct Dates {
    exact_from: NaiveDate,
    /// The days on which a member turns eighteen: they give the birth away.
    coming_of_age: Vec<NaiveDate>,
}

/// Civil age: at this age a measure ends by law.
const OF_AGE: u8 = 18;

impl Dates {
    fn of(day: NaiveDate, gezin: Option<&Gezin>) -> Self {
        let births =
            gezin.into_iter().flat_map(|gezin| gezin.leden.values()).filter_map(|lid| match lid.geboortedatum {
                Some(Geboorte::Op(Tijdstip::Dag(birth))) => birthday(birth, OF_AGE),
                _ => None,
            });
        Self { exact_from: day.checked_sub_days(Days::new(EXACT_DAYS)).unwrap_or(day), coming_of_age: births.collect() }
    }

    fn part(&self, date: Tijdstip) -> Part {
        let gives_birth_away = self.coming_of_age.contains(&date.first());
        Part::Date(if date.first() < self.exact_from || gives_birth_away { month(date) } else { date })
    }
}

fn month(date: Tijdstip) -> Tijdstip {
    let day = date.first();
    Tijdstip::Maand(day.with_day(1).unwrap_or(day))
}
