//! Whatever the absences, swaps and day: a roster that is published reads back as it was
//! planned, and planning or publishing again changes nothing.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use vt::calendar::Calendar;
use vt::model::{Afwezig, Afwezigheid, Datum, Rooster, Ruiling};
use vt::roster::Jaarrooster;
use vt::store::{Team, default_regio, name_as_file};
use vt::work::rooster::{EMPTY, freed, publish};

const YEAR: i32 = 2026;
const SEATS: [(&str, &str); 11] = [
    ("groot", "Bergen op Zoom"),
    ("groot", "Etten-Leur"),
    ("groot", "Zundert"),
    ("groot", "Roosendaal"),
    ("klein", "Halderberge"),
    ("klein", "Moerdijk"),
    ("klein", "Rucphen"),
    ("klein", "Steenbergen"),
    ("klein", "Woensdrecht"),
    ("gi", "Leger des Heils"),
    ("gi", "William Schrikker Stichting"),
];

fn day(of_year: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(YEAR, 1, 1).unwrap() + Days::new(of_year)
}

fn read(text: &str) -> Rooster {
    let (roster, problems) = vt::yaml::parse(text.as_bytes()).unwrap().read::<Rooster>();
    assert!(problems.is_empty(), "{text}");
    roster.unwrap()
}

fn team(absences: &[(usize, u64, u64)], swaps: &[(usize, usize)], meetings: &[NaiveDate]) -> Team {
    let mut team = Team { regio: default_regio(), ..Team::default() };
    for (seat, from, length) in absences {
        let name = name_as_file(SEATS[*seat].1);
        let span = Afwezig { van: Some(Datum(day(*from))), tot: Some(Datum(day(from + length))) };
        let file = team.afwezigheid.entry(name).or_default();
        let known: Vec<Afwezig> = file.afwezig.values().map(|span| Afwezig { van: span.van, tot: span.tot }).collect();
        *file = Afwezigheid { afwezig: known.into_iter().chain([span]).collect(), ..Afwezigheid::default() };
    }
    let swaps = swaps.iter().map(|(seat, meeting)| Ruiling {
        datum: Some(Datum(meetings[meeting % meetings.len()])),
        groep: Some(SEATS[*seat].0.to_owned()),
        zetel: Some(SEATS[*seat].1.to_owned()),
    });
    let ruilingen = swaps.collect();
    team.roosters.insert(YEAR, Rooster { ruilingen, ..Rooster::default() });
    team
}

/// Who comes when, and nothing else.
fn comers(rooster: &Jaarrooster) -> Vec<(String, NaiveDate, Vec<String>)> {
    let groups = rooster.groepen.iter();
    let rows = groups.flat_map(|groep| {
        let row = |komst: &vt::roster::Komst| {
            (groep.plan.naam.clone(), komst.datum, komst.namen().map(ToOwned::to_owned).collect())
        };
        groep.beurten.iter().map(row).collect::<Vec<_>>()
    });
    rows.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn publishing_then_planning_changes_nothing(
        absences in vec((0..SEATS.len(), 0_u64..330, 0_u64..30), 0..8),
        swaps in vec((0..SEATS.len(), 0_usize..60), 0..4),
        today in 0_u64..300,
        later in 0_u64..60,
    ) {
        let calendar = Calendar::new(&default_regio());
        let today = day(today);
        let mut team = team(&absences, &swaps, &calendar.meetings(YEAR));
        let swapped = team.roosters.remove(&YEAR).unwrap();
        let ruilingen = || swapped.ruilingen.clone_of();
        team.roosters.insert(YEAR, Rooster { ruilingen: ruilingen(), ..Rooster::default() });
        let planned = Jaarrooster::of(&team, &calendar, YEAR, today);
        let text = publish(EMPTY, &Rooster::default(), &planned, &team.regio, today).unwrap();
        let published = Rooster { ruilingen: ruilingen(), ..read(&text) };
        team.roosters.insert(YEAR, published);
        let again = Jaarrooster::of(&team, &calendar, YEAR, today);
        prop_assert_eq!(comers(&planned), comers(&again));
        prop_assert!(again.groepen.iter().all(|groep| groep.plan.waarden.wijzigingen == 0 && groep.plan.is_proven()));
        let now = &team.roosters[&YEAR];
        prop_assert_eq!(&publish(&text, now, &again, &team.regio, today).unwrap(), &text);
        prop_assert!(freed(now, &again, &team.regio, today).is_empty());
        // Some weeks on, what has been is a fact and the rest still stands.
        let on = today + Days::new(later);
        let on_plan = Jaarrooster::of(&team, &calendar, YEAR, on);
        prop_assert_eq!(comers(&planned), comers(&on_plan));
    }
}

/// The same list once more.
trait CloneOf {
    fn clone_of(&self) -> Self;
}

impl CloneOf for vt::model::Lijst<Ruiling> {
    fn clone_of(&self) -> Self {
        let swaps = self.values();
        let same =
            swaps.map(|swap| Ruiling { datum: swap.datum, groep: swap.groep.clone(), zetel: swap.zetel.clone() });
        same.collect()
    }
}
