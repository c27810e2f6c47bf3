//! Whatever the absences, swaps and day: a roster that is published reads back as it was
//! planned, and planning or publishing again changes nothing.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;
use vt::calendar::Calendar;
use vt::model::{Afwezig, Afwezigheid, Datum, Rooster, Ruiling};
use vt::roster::{Jaarrooster, instance_of};
use vt::store::{Team, default_regio, name_as_file};
use vt::work::rooster::{EMPTY, publish};

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

/// Who comes when, and nothing else. A day on which nobody could come is no fact once it is past.
fn comers(rooster: &Jaarrooster) -> Vec<(String, NaiveDate, Vec<String>)> {
    let groups = rooster.groepen.iter();
    let rows = groups.flat_map(|groep| {
        let row = |komst: &vt::roster::Komst| {
            (groep.plan.naam.clone(), komst.datum, komst.namen().map(ToOwned::to_owned).collect())
        };
        groep.beurten.iter().filter(|komst| !komst.wie.is_empty()).map(row).collect::<Vec<_>>()
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
        prop_assert!(again.groepen.iter().all(|groep| groep.vervallen.is_empty()));
        // Some weeks on, what has been is a fact and the rest still stands.
        let on = today + Days::new(later);
        let on_plan = Jaarrooster::of(&team, &calendar, YEAR, on);
        prop_assert_eq!(comers(&planned), comers(&on_plan));
    }

    /// Who stood in the roster and no longer comes is told so, however often turns are divided
    /// anew: for each such turn there is one line, and it lapses when the turn comes back.
    #[test]
    fn who_is_freed_is_kept(
        absences in vec((0..SEATS.len(), 0_u64..330, 0_u64..40), 1..6),
        today in 0_u64..200,
        anew in 0_u64..330,
    ) {
        let calendar = Calendar::new(&default_regio());
        let today = day(today);
        let mut team = team(&[], &[], &calendar.meetings(YEAR));
        let first = Jaarrooster::of(&team, &calendar, YEAR, today);
        let mut text = publish(EMPTY, &Rooster::default(), &first, &team.regio, today).unwrap();
        team.roosters.insert(YEAR, read(&text));
        team.afwezigheid = self::team(&absences, &[], &calendar.meetings(YEAR)).afwezigheid;
        let mut published = vec![comers(&first)];
        for forgets in [false, true] {
            let mut instance = instance_of(&team, &calendar, YEAR, today);
            if forgets {
                instance.forget_published(day(anew), None);
            }
            let plan = Jaarrooster::solved(&team, instance, YEAR);
            text = publish(&text, &read(&text), &plan, &team.regio, today).unwrap();
            team.roosters.insert(YEAR, read(&text));
            published.push(comers(&plan));
        }
        let end = Jaarrooster::of(&team, &calendar, YEAR, today);
        let now = comers(&end);
        prop_assert_eq!(&now, &published[2]);
        let pairs = |all: &[(String, NaiveDate, Vec<String>)]| -> BTreeSet<(String, NaiveDate, String)> {
            let each = all.iter().flat_map(|(group, day, names)| names.iter().map(move |name| (group.clone(), *day, name.clone())));
            each.collect()
        };
        let was: BTreeSet<_> = published.iter().flat_map(|all| pairs(all)).collect();
        let gone: BTreeSet<_> = was.difference(&pairs(&now)).cloned().collect();
        let told = end.groepen.iter().flat_map(|groep| {
            groep.vervallen.iter().map(|gone| (groep.plan.naam.clone(), gone.datum, gone.wie.clone()))
        });
        let told: Vec<_> = told.collect();
        prop_assert_eq!(told.len(), gone.len());
        prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), gone);
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
