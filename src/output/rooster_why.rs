//! Why these seats sit on a day: since when each waits, and what another would cost.

use super::agenda_text::and;
use super::rooster_text::group_name;
use super::{Ink, Screen, ShownRooster, escape};
use crate::calendar::words::{capital, day_in_words, day_month};
use crate::roster::{Groepsrooster, Kandidaat, Stand, TURN, Values, candidates};
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;
use std::io::{self, Write};

/// Writes why these seats sit on a day of the roster.
pub fn rooster_why(shown: &ShownRooster, day: NaiveDate, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let rooster = shown.rooster();
    writeln!(out, "{}", screen.paint(Ink::Bold, &format!("Waarom zij, op {}?", day_in_words(day))))?;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut others = Vec::new();
    for groep in &rooster.groepen {
        let Some(komst) = groep.beurten.iter().find(|komst| komst.datum == day) else { continue };
        let Some((plan, all)) = candidates(&rooster.instance, &groep.plan.naam, day) else {
            let who: Vec<String> = komst.namen().map(escape::flat).collect();
            rows.push((and(&who), "Deze vergadering is geweest; wie er zat, staat vast.".to_owned()));
            continue;
        };
        let why = Why { groep, day, all: &all, now: plan.waarden, shown };
        for zit in &komst.wie {
            rows.push((escape::flat(&zit.wie), why.sits(&zit.zetel, &zit.wie)));
        }
        if komst.open > 0 {
            rows.push((format!("{} (open)", group_name(groep)), why.open()));
        }
        others.extend(why.others());
    }
    block(&rows, screen, out)?;
    if !others.is_empty() {
        writeln!(out, "\n{}", screen.paint(Ink::Bold, "Een ander in hun plaats, met een ruiling:"))?;
        block(&others, screen, out)?;
    }
    Ok(())
}

/// Names with a text behind each.
fn block(rows: &[(String, String)], screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let column = rows.iter().map(|(name, _)| textwrap::core::display_width(name)).max().unwrap_or(0).min(30);
    for (name, text) in rows {
        let gap = " ".repeat(column.saturating_sub(textwrap::core::display_width(name)));
        let rest = " ".repeat(column + 4);
        for line in screen.wrap(text, &format!("  {name}{gap}  "), &rest) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

struct Why<'a> {
    groep: &'a Groepsrooster,
    day: NaiveDate,
    all: &'a [Kandidaat],
    now: Values,
    shown: &'a ShownRooster,
}

impl Why<'_> {
    fn of(&self, zetel: &str) -> Option<&Kandidaat> {
        self.all.iter().find(|one| one.naam == zetel)
    }

    fn date(&self, day: NaiveDate) -> String {
        day_month(day, self.day.year())
    }

    fn since(&self, one: &Kandidaat) -> String {
        match one.laatste {
            Some(day) => format!("sinds {}", self.date(day)),
            None => "en was nog niet aan de beurt".to_owned(),
        }
    }

    /// Why the one who comes, comes.
    fn sits(&self, zetel: &str, wie: &str) -> String {
        let Some(one) = self.of(zetel) else { return String::new() };
        let name = if zetel == wie { String::new() } else { format!("{} ", escape::flat(zetel)) };
        let free = self.all.iter().filter(|other| other.stand.can_sit());
        let is_longest = free.clone().all(|other| one.laatste <= other.laatste);
        let mut text = if free.count() == 1 {
            "Is de enige die kan.".to_owned()
        } else if one.stand == Stand::Vast {
            "Dat is zo geruild.".to_owned()
        } else if is_longest {
            format!("{} het langst, {}.", capital(&format!("{name}wacht")), self.since(one))
        } else {
            format!("{} {}.", capital(&format!("{name}wacht")), self.since(one))
        };
        let before = one.laatste.and_then(|day| {
            let komst = self.groep.beurten.iter().find(|komst| komst.datum == day)?;
            komst.wie.iter().find(|zit| zit.zetel == zetel && zit.wie != zetel)
        });
        if let Some(before) = before {
            let (then, now) = (escape::flat(&before.wie), escape::flat(wie));
            let again = if before.wie == wie { "ook nu".to_owned() } else { format!("nu {now}") };
            text.extend([" Toen kwam ", &then, ", ", &again, "."]);
        }
        if !is_longest {
            let earlier = self.all.iter().filter(|other| !other.zit && other.laatste < one.laatste);
            text.extend(earlier.filter_map(|other| {
                let name = escape::flat(&other.naam);
                let why = match (other.stand, self.swapped_to(&other.naam)) {
                    (Stand::Afwezig, _) => "is afwezig".to_owned(),
                    (_, Some(day)) => format!("ruilde naar {}", self.date(day)),
                    _ => return None,
                };
                Some(format!(" {name} wacht langer, maar {why}."))
            }));
        }
        text
    }

    fn open(&self) -> String {
        let away: Vec<String> =
            self.all.iter().filter(|one| one.stand == Stand::Afwezig).map(|one| escape::flat(&one.naam)).collect();
        if away.is_empty() {
            return "Er zijn op deze dag minder zetels dan plaatsen.".to_owned();
        }
        format!("Afwezig: {}. Kan een van hen toch? Dat leg je vast in de map afwezigheid.", and(&away))
    }

    /// Each seat that does not come: why not, or what it would cost.
    fn others(&self) -> Vec<(String, String)> {
        let others = self.all.iter().filter(|one| !one.zit && one.stand != Stand::DoetNietMee);
        let rows = others.map(|one| {
            let why = match (one.stand, one.anders) {
                (Stand::Afwezig, _) => "Kan niet: is die dag afwezig.".to_owned(),
                (_, Some(other)) => format!("Wacht {}. {}", self.since(one), self.cost(other)),
                _ => format!("Wacht {}.", self.since(one)),
            };
            (escape::flat(&one.naam), why)
        });
        rows.collect()
    }

    /// Another day to which a seat traded by hand, the nearest after this one.
    fn swapped_to(&self, zetel: &str) -> Option<NaiveDate> {
        let swaps = self.shown.rooster().instance.ruilingen.iter();
        let own = swaps.filter(|swap| swap.pool == self.groep.plan.naam && swap.zetel == zetel);
        own.map(|swap| swap.datum).filter(|day| *day > self.day).min()
    }

    fn cost(&self, other: Values) -> String {
        let more = other.wijzigingen - self.now.wijzigingen;
        let square = i128::from(TURN) * i128::from(TURN);
        let unfair = ((other.oneerlijk - self.now.oneerlijk).abs() * 100 + square / 2) / square;
        let amount = format!("{},{:02}", unfair / 100, unfair % 100);
        let year = match other.oneerlijk.cmp(&self.now.oneerlijk) {
            Ordering::Greater => format!("het jaar wordt {amount} minder eerlijk"),
            Ordering::Less => format!("het jaar wordt {amount} eerlijker"),
            Ordering::Equal if other.spreiding > self.now.spreiding => "even eerlijk, minder goed verspreid".to_owned(),
            Ordering::Equal if other.spreiding < self.now.spreiding => "even eerlijk, beter verspreid".to_owned(),
            Ordering::Equal => "even eerlijk en even goed verspreid".to_owned(),
        };
        match more {
            1.. => {
                let turns =
                    if more == 1 { "1 vastgelegde beurt".to_owned() } else { format!("{more} vastgelegde beurten") };
                format!("Kost {turns}; {year}.")
            }
            _ => format!("{}.", capital(&year)),
        }
    }
}
