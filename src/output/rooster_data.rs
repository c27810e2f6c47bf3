//! The roster of a year for programs: JSON, a contract for scripts, and CSV for a sheet.

use super::{ShownRooster, escape};
use crate::roster::{Eerlijk, Groepsrooster, Herkomst, Jaarrooster, Onmogelijk, Values};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Root<'a> {
    versie: u8,
    jaar: i32,
    groepen: Vec<Groep<'a>>,
    gepubliceerd: bool,
}

/// The answer of one group, with who comes beside the seats.
#[derive(Serialize)]
struct Groep<'a> {
    naam: &'a str,
    beurten: Vec<Beurt<'a>>,
    onbezet: usize,
    #[serde(flatten)]
    waarden: Values,
    ondergrens: Values,
    onmogelijk: &'a [Onmogelijk],
    bewezen: bool,
}

#[derive(Serialize)]
struct Beurt<'a> {
    datum: String,
    zetels: &'a [String],
    gehouden: bool,
    wie: Option<Vec<&'a str>>,
}

/// Writes a roster as JSON.
pub fn rooster_json(shown: &ShownRooster, out: &mut impl Write) -> io::Result<()> {
    let rooster = shown.rooster();
    let root = Root {
        versie: 1,
        jaar: rooster.jaar,
        groepen: rooster.groepen.iter().map(groep).collect(),
        gepubliceerd: rooster.gepubliceerd,
    };
    let text = serde_json::to_string_pretty(&root)?;
    writeln!(out, "{}", escape::json(&text))
}

fn groep(groep: &Groepsrooster) -> Groep<'_> {
    let beurten = groep.plan.beurten.iter().map(|turn| {
        let komst = groep.beurten.iter().find(|komst| komst.datum == turn.datum);
        Beurt {
            datum: turn.datum.to_string(),
            zetels: &turn.zetels,
            gehouden: turn.gehouden,
            wie: komst.map(|komst| komst.namen().collect()),
        }
    });
    Groep {
        naam: &groep.plan.naam,
        beurten: beurten.collect(),
        onbezet: groep.plan.onbezet,
        waarden: groep.plan.waarden,
        ondergrens: groep.plan.ondergrens,
        onmogelijk: &groep.plan.onmogelijk,
        bewezen: groep.eerlijk == Eerlijk::Bewezen,
    }
}

/// Writes a roster as CSV, a row for each turn of the year and for each open place.
pub fn rooster_csv(shown: &ShownRooster, out: &mut impl Write) -> io::Result<()> {
    let rooster = shown.rooster();
    // As every table of vt: parted as Dutch spreadsheets expect, with the mark of UTF-8.
    write!(out, "\u{feff}datum;groep;zetel;wie;stand;geruild\r\n")?;
    let mut rows = rows(rooster);
    rows.sort_by_key(|(day, _)| *day);
    for (_, row) in rows {
        let cells: Vec<String> = row.iter().map(|cell| escape::csv(cell)).collect();
        write!(out, "{}\r\n", cells.join(";"))?;
    }
    Ok(())
}

fn rows(rooster: &Jaarrooster) -> Vec<(chrono::NaiveDate, [String; 6])> {
    let mut rows = Vec::new();
    for groep in &rooster.groepen {
        let naam = &groep.plan.naam;
        for komst in &groep.beurten {
            let day = komst.datum.to_string();
            for zit in &komst.wie {
                let stand = match zit.herkomst {
                    Herkomst::Gehouden => "gehouden",
                    Herkomst::Vastgelegd => "vastgelegd",
                    Herkomst::Nieuw => "nieuw",
                };
                let swapped = if zit.geruild { "ja" } else { "nee" };
                let cells =
                    [day.clone(), naam.clone(), zit.zetel.clone(), zit.wie.clone(), stand.into(), swapped.into()];
                rows.push((komst.datum, cells));
            }
            for _ in 0..komst.open {
                let empty = String::new;
                rows.push((komst.datum, [day.clone(), naam.clone(), empty(), empty(), "open".into(), "nee".into()]));
            }
        }
    }
    rows
}
