//! The roster of a year: the plan of every group with who comes for each seat, and what it
//! is worth.

use super::answer::{PoolPlan, solve};
use super::figures::ZetelCijfers;
use super::files::{group_named, instance_of, is_away, seat_of};
use super::instance::Instance;
use super::shares::TURN;
use crate::calendar::Calendar;
use crate::model::{Datum, Rooster, TafelRol};
use crate::store::Team;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The roster of a year.
pub struct Jaarrooster {
    /// The year.
    pub jaar: i32,
    /// What was solved.
    pub instance: Instance,
    /// The groups, in the order of the region.
    pub groepen: Vec<Groepsrooster>,
    /// Whether turns of this year were published.
    pub gepubliceerd: bool,
}

/// The turns of a group.
pub struct Groepsrooster {
    /// In which role it sits.
    pub rol: Option<TafelRol>,
    /// How many come to a meeting.
    pub aantal: usize,
    /// The plan, with its proof.
    pub plan: PoolPlan,
    /// The turns of this year, by date.
    pub beurten: Vec<Komst>,
    /// The turns of this year that were published and are no longer kept, by date.
    pub vervallen: Vec<Vrijgekomen>,
    /// What is known about how fair it is.
    pub eerlijk: Eerlijk,
}

/// A turn that was published and is no longer kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vrijgekomen {
    /// The day.
    pub datum: NaiveDate,
    /// Who was to come.
    pub wie: String,
    /// In which seat.
    pub zetel: String,
    /// Whether the roster still says that it comes.
    pub staat_er_nog: bool,
}

/// What is known about how fair the turns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eerlijk {
    /// There is no fairer roster with these swaps and absences, published or not.
    Bewezen,
    /// A fairer one exists, but it changes turns that were published.
    KanEerlijker,
    /// The proof does not close.
    Onbewezen,
}

/// Why a seat comes off worse or better than it has to, by what was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheef {
    /// It takes part and stands nowhere in the roster of this year.
    NietInRooster,
    /// It is more than one turn from what it is due.
    MeerDanEenBeurt,
}

/// Where a turn comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Herkomst {
    /// The meeting has been.
    Gehouden,
    /// It was published.
    Vastgelegd,
    /// It was not published.
    Nieuw,
}

/// One meeting for one group.
pub struct Komst {
    /// The day.
    pub datum: NaiveDate,
    /// Who comes, in order of seat.
    pub wie: Vec<Zit>,
    /// How many places nobody can take.
    pub open: usize,
}

/// Who comes in a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zit {
    /// The seat.
    pub zetel: String,
    /// The organisation: of a shared seat the municipality.
    pub wie: String,
    /// Where it comes from.
    pub herkomst: Herkomst,
    /// Whether it was agreed by hand.
    pub geruild: bool,
}

impl Jaarrooster {
    /// The best roster of a year from today on, with all that was before. The calendar is
    /// without the meetings that were cancelled.
    #[must_use]
    pub fn of(team: &Team, calendar: &Calendar, jaar: i32, today: NaiveDate) -> Self {
        Self::solved(team, instance_of(team, calendar, jaar, today), jaar)
    }

    /// The best roster of a year from an instance of that year, as [`instance_of`] makes it.
    #[must_use]
    pub fn solved(team: &Team, instance: Instance, jaar: i32) -> Self {
        let roster = team.roosters.get(&jaar);
        let gepubliceerd = roster.is_some_and(|roster| !roster.beurten.is_empty());
        // What was published must not hide that a fairer roster exists.
        let free = Instance { gepubliceerd: Vec::new(), ..instance.clone() };
        let free = (!instance.gepubliceerd.is_empty()).then(|| solve(&free));
        let plans = solve(&instance).pools.into_iter().enumerate();
        let groepen = plans.map(|(at, plan)| {
            let free = free.as_ref().and_then(|free| free.pools.get(at));
            let eerlijk = match free {
                _ if !plan.is_proven() => Eerlijk::Onbewezen,
                Some(free) if !free.is_proven() => Eerlijk::Onbewezen,
                Some(free) if free.waarden.oneerlijk < plan.waarden.oneerlijk => Eerlijk::KanEerlijker,
                _ => Eerlijk::Bewezen,
            };
            let aantal = instance.pools.get(at).map_or(1, |pool| pool.aantal as usize);
            let rol = group_named(&team.regio, &plan.naam).and_then(|group| group.rol);
            let beurten = Comers { team, jaar, plan: &plan, roster }.all(aantal);
            let vervallen = vervallen(team, jaar, &plan.naam, &beurten);
            Groepsrooster { rol, aantal, plan, beurten, vervallen, eerlijk }
        });
        Self { jaar, groepen: groepen.collect(), gepubliceerd, instance }
    }

    /// The group of this name.
    #[must_use]
    pub fn groep(&self, name: &str) -> Option<&Groepsrooster> {
        self.groepen.iter().find(|groep| groep.plan.naam == name.trim())
    }

    /// The seats of a group that come off badly by what was published, where planning the rest
    /// of the year anew is fairer.
    pub fn scheef<'a>(&'a self, groep: &'a Groepsrooster) -> impl Iterator<Item = (&'a ZetelCijfers, Scheef)> {
        let is_in = |seat: &str| {
            let facts = self.instance.gehouden.iter().filter(|turn| turn.datum.year() == self.jaar);
            let mut turns = facts.chain(&self.instance.gepubliceerd).filter(|turn| turn.pool == groep.plan.naam);
            turns.any(|turn| turn.zetel == seat)
        };
        let could_come = |seat: &str| {
            let mut planned = groep.plan.beurten.iter().filter(|turn| !turn.gehouden);
            planned.any(|turn| self.can_come(&groep.plan.naam, seat, turn.datum))
        };
        let sharing = groep.plan.zetels.iter().filter(|seat| seat.gewicht > 0);
        sharing.filter(|_| groep.eerlijk == Eerlijk::KanEerlijker).filter_map(move |seat| {
            let is_new = seat.beurten == seat.gehouden && seat.afwijking() < 0 && !is_in(&seat.naam);
            if is_new && could_come(&seat.naam) {
                Some((seat, Scheef::NietInRooster))
            } else {
                (seat.afwijking().abs() > TURN).then_some((seat, Scheef::MeerDanEenBeurt))
            }
        })
    }

    /// Who could fill an open place of a group: of the other groups with its role that have
    /// room in their year, the seat that is furthest behind and does not sit on that day.
    #[must_use]
    pub fn invaller(&self, groep: &Groepsrooster, datum: NaiveDate) -> Option<&str> {
        let others = self.groepen.iter().filter(|other| other.rol == groep.rol && other.plan.naam != groep.plan.naam);
        let seats = others.flat_map(|other| {
            let sits = other.beurten.iter().find(|komst| komst.datum == datum);
            let free = move |seat: &str| {
                let is_sitting = sits.is_some_and(|komst| komst.wie.iter().any(|zit| zit.zetel == seat));
                !is_sitting && self.can_come(&other.plan.naam, seat, datum)
            };
            other.plan.zetels.iter().filter(move |figures| free(&figures.naam))
        });
        seats.min_by_key(|figures| (figures.afwijking(), &figures.naam)).map(|figures| figures.naam.as_str())
    }

    /// Whether a seat takes part in its group on a day and is not away.
    #[must_use]
    pub fn can_come(&self, group: &str, seat: &str, day: NaiveDate) -> bool {
        let away = self.instance.afwezig.iter().any(|away| away.zetel == seat && away.van <= day && day <= away.tot);
        let pool = self.instance.pools.iter().find(|pool| pool.naam == group);
        let seat = pool.and_then(|pool| pool.zetels.iter().find(|known| known.naam == seat));
        !away
            && seat.is_some_and(|seat| seat.vanaf.is_none_or(|from| from <= day) && seat.tot.is_none_or(|to| day <= to))
    }
}

impl Komst {
    /// The organisations that come.
    pub fn namen(&self) -> impl Iterator<Item = &str> {
        self.wie.iter().map(|zit| zit.wie.as_str())
    }
}

/// The turns of a group that the roster says or said, and that are not in the plan.
fn vervallen(team: &Team, jaar: i32, group: &str, beurten: &[Komst]) -> Vec<Vrijgekomen> {
    let Some(roster) = team.roosters.get(&jaar) else { return Vec::new() };
    // A line of another year is for `vt check`.
    let lines = roster.beurten.iter().filter(|(day, _)| day.0.year() == jaar);
    let lines = lines.flat_map(|(day, line)| line.iter().map(move |(own, names)| (day.0, own, names)));
    let lines = lines.filter(|(_, own, _)| own.trim() == group);
    let written = lines.flat_map(|(day, _, names)| names.values().map(move |name| (day, name, true)));
    let own = roster.vervallen.values().filter(|gone| gone.groep.as_deref().is_some_and(|own| own.trim() == group));
    let recorded = own.filter_map(|gone| Some((gone.datum?.0, gone.wie.as_ref()?, false)));
    let comes = |day: NaiveDate, name: &str| {
        let komst = beurten.iter().find(|komst| komst.datum == day);
        komst.is_some_and(|komst| komst.namen().any(|own| team.regio.zelfde(own, name, day)))
    };
    let mut gone: Vec<Vrijgekomen> = Vec::new();
    for (datum, name, staat_er_nog) in written.chain(recorded).filter(|(day, name, _)| !comes(*day, name)) {
        let wie = team.regio.naam_van(name, datum).trim().to_owned();
        if !gone.iter().any(|known| known.datum == datum && known.wie == wie) {
            let of = group_named(&team.regio, group).and_then(|group| seat_of(&team.regio, group, name, datum));
            let zetel = of.and_then(|seat| seat.naam.as_deref()).unwrap_or(&wie).trim().to_owned();
            gone.push(Vrijgekomen { datum, wie, zetel, staat_er_nog });
        }
    }
    gone.sort();
    gone
}

/// Finds who comes for each seat of a group.
struct Comers<'a> {
    team: &'a Team,
    jaar: i32,
    plan: &'a PoolPlan,
    roster: Option<&'a Rooster>,
}

impl Comers<'_> {
    /// Day by day: of a shared seat the municipality that was published, or that traded, or
    /// that had the fewest turns so far.
    fn all(&self, aantal: usize) -> Vec<Komst> {
        let mut turns: BTreeMap<String, usize> = BTreeMap::new();
        let mut all = Vec::new();
        for turn in &self.plan.beurten {
            let day = turn.datum;
            let written = self.written(day);
            let mut wie = Vec::new();
            for zetel in &turn.zetels {
                let own = self.comer(zetel, day, &written, turn.gehouden, &turns);
                // Of a shared seat another municipality than was published is new.
                let regio = &self.team.regio;
                let was_published = written.iter().any(|name| regio.zelfde(name, &own, day) || name.trim() == zetel);
                let herkomst = match (turn.gehouden, was_published) {
                    (true, _) => Herkomst::Gehouden,
                    (false, true) => Herkomst::Vastgelegd,
                    (false, false) => Herkomst::Nieuw,
                };
                let geruild = self.swapped(day).any(|name| self.is_of(zetel, name, day));
                *turns.entry(own.clone()).or_default() += 1;
                wie.push(Zit { zetel: zetel.clone(), wie: own, herkomst, geruild });
            }
            if day.year() == self.jaar {
                let open = if turn.gehouden { 0 } else { aantal.saturating_sub(wie.len()) };
                all.push(Komst { datum: day, wie, open });
            }
        }
        all
    }

    fn comer(
        &self,
        zetel: &str,
        day: NaiveDate,
        written: &[&str],
        held: bool,
        turns: &BTreeMap<String, usize>,
    ) -> String {
        let regio = &self.team.regio;
        let group = group_named(regio, &self.plan.naam);
        let seat = group.and_then(|group| seat_of(regio, group, zetel, day));
        let shared: Vec<&str> =
            seat.into_iter().flat_map(|seat| seat.gemeenten.values()).map(|own| regio.naam_van(own, day)).collect();
        if shared.is_empty() {
            return regio.naam_van(zetel, day).to_owned();
        }
        let named = |name: &str| shared.iter().copied().find(|own| regio.zelfde(own, name, day));
        let can = |own: &&str| held || !is_away(self.team, own, day);
        let asked = written.iter().copied().find_map(named).filter(can);
        let asked = asked.or_else(|| self.swapped(day).filter(|_| !held).find_map(named).filter(can));
        if held && asked.is_none() {
            return zetel.to_owned();
        }
        let fewest = || shared.iter().copied().filter(can).min_by_key(|own| (turns.get(*own), *own));
        asked.or_else(fewest).unwrap_or(zetel).to_owned()
    }

    /// What the roster of that year says of this group on a day.
    fn written(&self, day: NaiveDate) -> Vec<&str> {
        let line = self.team.roosters.get(&day.year()).and_then(|roster| roster.beurten.get(&Datum(day)));
        let groups = line.into_iter().flatten().filter(|(group, _)| group.trim() == self.plan.naam);
        groups.flat_map(|(_, names)| names.values()).map(String::as_str).collect()
    }

    /// Who was put on a day by hand, the last first.
    fn swapped(&self, day: NaiveDate) -> impl Iterator<Item = &str> {
        let swaps: Vec<_> = self.roster.into_iter().flat_map(|roster| roster.ruilingen.values()).collect();
        swaps.into_iter().rev().filter_map(move |swap| {
            let is_here = swap.datum.is_some_and(|own| own.0 == day)
                && swap.groep.as_deref().is_some_and(|group| group.trim() == self.plan.naam);
            swap.zetel.as_deref().filter(|_| is_here)
        })
    }

    fn is_of(&self, zetel: &str, name: &str, day: NaiveDate) -> bool {
        let regio = &self.team.regio;
        let seat = group_named(regio, &self.plan.naam).and_then(|group| seat_of(regio, group, name, day));
        seat.map_or(name.trim() == zetel, |seat| seat.naam.as_deref().is_some_and(|own| own.trim() == zetel))
    }
}
