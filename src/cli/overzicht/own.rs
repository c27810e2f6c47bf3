//! `vt` in a dossier: what is due of one's own cases.

use super::{finish, regel, until};
use crate::agenda::{OpenPunt, Opvolging, Wat};
use crate::calendar::Calendar;
use crate::calendar::words::{capital, day_in_words, day_short};
use crate::cli::context::{Context, dossier_file, stderr_screen, team_of};
use crate::cli::nazorg::{is_soon, settles};
use crate::cli::overzien::{Dossiermap, Teammap};
use crate::cli::own_cases::OwnCase;
use crate::cli::{Answer, paste};
use crate::model::{Casus, Tijdstip};
use crate::output::Regel;
use crate::route::{Stand, besproken, zaak};
use crate::rules::{ACUUT, Finding, Options, Report, Scope, check_tree};
use crate::store::Slot;
use crate::work::overdracht::{Professional, is_handed_over};
use chrono::NaiveDate;
use std::path::Path;

/// The screen of one professional.
pub fn of_dossier(dossier: &Dossiermap, context: &Context) -> Answer {
    let own = dossier_file(&dossier.root.path).unwrap_or_default();
    let who: Vec<&str> = [&own.naam, &own.organisatie].into_iter().filter_map(|part| part.as_deref()).collect();
    let of = if who.is_empty() { String::new() } else { format!(" van {}", who.join(", ")) };
    let kop = format!("Dossier{of}. {}.", capital(&day_in_words(context.today)));
    let found = context.map.is_some() || team_of(&dossier.root.path).is_some();
    let team = Teammap::beside(Some(dossier), "vt", context);
    let calendar = team.as_ref().ok().map(|team| &team.calendar);
    let meeting = calendar.and_then(|calendar| in_time(calendar, context.today));
    let options =
        Options { today: context.today, past_too: false, scope: Scope::All, meeting: meeting.map(|(day, _)| day) };
    let report = check_tree(&dossier.root, &options);
    let mut screen = Scherm { dossier, context, meeting, report: &report, nu: Vec::new(), verder: Vec::new() };
    let mut first = 0;
    if let Ok(team) = &team {
        let all = team.opvolging(Some(dossier), context);
        screen.without_outcome(&all);
        first = screen.nu.len();
        screen.open(&all, team);
        for (casus, case) in dossier.own() {
            screen.case(casus, case, team, &all);
        }
        screen.handed_over();
    }
    let me = Professional { naam: own.naam.unwrap_or_default(), organisatie: own.organisatie.unwrap_or_default() };
    for (folder, card) in &dossier.begonnen {
        if card.as_ref().is_some_and(|card| is_handed_over(card, &me, context.today)) {
            screen.gone(folder);
        } else {
            screen.card(folder, None);
        }
    }
    for path in &dossier.cases.unread {
        let folder = path.split('/').next().unwrap_or_default();
        let named = paste::quoted(Path::new(&context.named(&dossier.root.path.join(path))));
        screen.nu.push(regel(folder, "koppeling.yaml is niet te lezen", Some(format!("vt check {named}"))));
    }
    if dossier.begonnen.is_empty() && dossier.cases.cases.is_empty() && dossier.cases.unread.is_empty() {
        screen.nu.push(regel("", "Er zijn nog geen kaarten.", Some("vt nieuw NUMMER".to_owned())));
    }
    let Scherm { mut nu, mut verder, .. } = screen;
    // What can be gone on with is no work that waits, and not nothing either.
    if nu.is_empty() && verder.iter().any(|line| line.opdracht.is_some()) {
        nu.push(regel("", "Niets heeft nu haast.", None));
    }
    // Of one family together, in the order in which it was found.
    nu[first..].sort_by(|a, b| a.van.cmp(&b.van));
    verder.sort_by(|a, b| a.van.cmp(&b.van));
    let (slot, unread) = match &team {
        Ok(team) => (dossier.look_back(team, context), team.unread(context)),
        Err(error) if found => (String::new(), error.text(&stderr_screen())),
        Err(_) => {
            let text = "vt vindt de teammap niet. Zet bij `team` in dossier.yaml waar zij staat; dan ziet vt ook wat daar te \
                        doen is.";
            (context.screen.wrap(text, "", "").into_iter().map(|line| line + "\n").collect(), String::new())
        }
    };
    finish(&kop, nu, ("Verder", verder), &slot, unread, context)
}

/// The first meeting for which one is still in time, with its last day.
fn in_time(calendar: &Calendar, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let mut from = Some(today);
    while let Some(day) = from.and_then(|from| calendar.next(from)) {
        if calendar.last_day(day) >= today {
            return Some((day, calendar.last_day(day)));
        }
        from = day.succ_opt();
    }
    None
}

/// The screen of a dossier in the making.
struct Scherm<'a> {
    dossier: &'a Dossiermap,
    context: &'a Context,
    /// The meeting for which one is in time, and its last day.
    meeting: Option<(NaiveDate, NaiveDate)>,
    report: &'a Report,
    nu: Vec<Regel>,
    verder: Vec<Regel>,
}

impl Scherm<'_> {
    fn is_own(&self, casus: Casus) -> Option<&str> {
        self.dossier.own().find(|(own, _)| *own == casus).map(|(_, case)| case.folder.as_str())
    }

    /// Above all: a case whose meeting passed without an outcome.
    fn without_outcome(&mut self, all: &Opvolging) {
        for one in &all.zonder_uitkomst {
            let Some(folder) = self.is_own(one.casus) else { continue };
            let lacks = if one.geagendeerd { "bespreking" } else { "besluit of bespreking" };
            let day = day_short(one.day);
            let what = format!("stond klaar voor {day}, maar er is nog geen {lacks}: bel de voorzitter");
            let command = paste::command(&format!("toon {} --vergadering {}", one.casus, one.day), self.context);
            let regel = regel(folder, what, Some(command));
            self.nu.push(regel);
        }
    }

    /// What followed the discussions.
    fn open(&mut self, all: &Opvolging, team: &Teammap) {
        let today = self.context.today;
        for punt in &all.punten {
            if punt.casus.is_some_and(|casus| self.is_own(casus).is_none()) {
                continue;
            }
            let Some(folder) = punt.dossiernummer.clone() else { continue };
            let what = self.said(punt);
            let command = settles(punt, self.dossier, self.context).map(|(command, _)| command);
            let command = command.or_else(|| {
                let casus = punt.casus?;
                Some(paste::command(&format!("nazorg {casus}"), self.context))
            });
            let is_now = punt.is_late(today)
                || matches!(punt.wat, Wat::Terugkoppeling)
                || matches!(punt.wat, Wat::KomtTerug(_)) && is_soon(punt, self.context);
            let told = punt.casus.filter(|_| matches!(punt.wat, Wat::Terugkoppeling));
            // First what is told, and then how that went.
            let new = match told.map(|casus| self.to_tell(casus, punt, team)) {
                Some(tell) => {
                    vec![regel(&*folder, what, Some(tell)), regel(folder, "schrijf op hoe dat ging", command)]
                }
                None => vec![regel(folder, what, command)],
            };
            let lines = if is_now { &mut self.nu } else { &mut self.verder };
            for line in new {
                // Several agreements of one case are one line.
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }

    /// The command for the advice that is shared: with names, and from there as a letter.
    fn to_tell(&self, casus: Casus, punt: &OpenPunt, team: &Teammap) -> String {
        let last = besproken(&team.read.team, casus).first().copied();
        let at = punt.van.filter(|van| Some(*van) != last).map(|van| format!(" --vergadering {van}"));
        paste::command(&format!("herleid {casus}{}", at.unwrap_or_default()), self.context)
    }

    fn said(&self, punt: &OpenPunt) -> String {
        let today = self.context.today;
        let late = punt.is_late(today);
        let last = punt.wanneer.map(Tijdstip::last);
        match &punt.wat {
            Wat::Terugkoppeling => {
                let of = punt.van.map(|van| format!(" van {}", day_short(van))).unwrap_or_default();
                let letter = "; met `--brief --aan WIE` als brief";
                match last {
                    Some(last) if late => {
                        format!("advies{of} delen met het gezin; dat kon t/m {}{letter}", day_short(last))
                    }
                    Some(last) => format!("advies{of} delen met het gezin, {}{letter}", until(last, today)),
                    None => format!("advies{of} delen met het gezin{letter}"),
                }
            }
            Wat::Afspraak { .. } if late => "een afspraak is te laat".to_owned(),
            Wat::Afspraak { .. } => "er staan afspraken open".to_owned(),
            Wat::KomtTerug(day) => {
                let last = last.unwrap_or(*day);
                let by = if last < today {
                    format!("kon t/m {}", day_short(last))
                } else {
                    format!("kan {}", until(last, today))
                };
                format!("komt terug op {}; inbrengen {by}", day_short(*day))
            }
            Wat::Gemist(day) => format!("zou terugkomen op {}: bel de voorzitter", day_short(*day)),
            Wat::RaadVolgt if late => "de Raad zou de afspraken volgen; die tijd is voorbij".to_owned(),
            Wat::MaatregelEindigt { .. } if late => "een maatregel is geëindigd zonder bespreking".to_owned(),
            Wat::RaadVolgt => "de Raad volgt de afspraken".to_owned(),
            Wat::MaatregelEindigt { .. } => "een maatregel eindigt binnenkort".to_owned(),
            Wat::WordtMeerderjarig { leeftijd, .. } => format!("een jeugdige wordt binnenkort {leeftijd}"),
        }
    }

    /// Cases that somebody else follows now.
    fn handed_over(&mut self) {
        for (_, case) in &self.dossier.cases.cases {
            let over = case.koppeling.overgedragen.as_ref();
            if over.is_some_and(|over| over.aan.is_some() || over.op.is_some()) {
                self.gone(&case.folder);
            }
        }
    }

    fn gone(&mut self, folder: &str) {
        // To whom is not said: what people typed there may be any name.
        self.verder.push(regel(folder, "overgedragen: een ander volgt de casus", None));
    }

    /// Where a case with a pseudonym stands.
    fn case(&mut self, casus: Casus, case: &OwnCase, team: &Teammap, all: &Opvolging) {
        let today = self.context.today;
        let days = team.read.team.meetings.iter().filter(|(_, meeting)| meeting.cases.contains_key(&casus));
        let days: Vec<NaiveDate> = days.map(|(day, _)| *day).collect();
        let stands = |day: &NaiveDate| zaak(&team.read.team, *day, casus).map(|zaak| zaak.stand);
        let coming = days.iter().filter(|day| **day >= today);
        for day in coming {
            let what = match stands(day) {
                Some(Stand::Ingebracht) => "ingebracht voor",
                Some(Stand::Geagendeerd) => "op de agenda van",
                _ => continue,
            };
            let agenda = paste::command(&format!("agenda {day}"), self.context);
            self.verder.push(regel(&case.folder, format!("{what} {}", day_short(*day)), Some(agenda)));
            return;
        }
        if all.zonder_uitkomst.iter().any(|one| one.casus == casus) {
            return;
        }
        match days.last().and_then(stands) {
            None => self.card(&case.folder, None),
            Some(Stand::Ingetrokken) => self.card(&case.folder, days.last().copied()),
            Some(Stand::Afgewezen) => {
                let Some(day) = days.last() else { return };
                let command = paste::command(&format!("agenda {day}"), self.context);
                let what = format!("niet op de agenda van {} gezet; daar staat waarom", day_short(*day));
                self.verder.push(regel(&case.folder, what, Some(command)));
            }
            Some(_) => {}
        }
    }

    /// A card that was not handed in: begun, or ready; or handed in for a meeting and withdrawn, and
    /// then nothing waits for it.
    fn card(&mut self, folder: &str, withdrawn: Option<NaiveDate>) {
        let path = Slot::DossierKaart(folder.to_owned()).path();
        let named = paste::quoted(Path::new(&self.context.named(&self.dossier.root.path.join(&path))));
        let of_card = || self.report.findings.iter().filter(|finding| finding.file == path);
        let blocks = of_card().any(Finding::blocks);
        if of_card().any(|finding| finding.rule.id == ACUUT && finding.is_open()) {
            let what = "acuut onveilig en niet gemeld: bel nu Veilig Thuis, of 112 als er direct gevaar is";
            self.nu.push(regel(folder, what, Some(format!("vt check {named} --lijst"))));
        }
        if let Some(day) = withdrawn {
            let what = format!("ingetrokken, van {}; opnieuw inbrengen kan", day_short(day));
            let command = match self.meeting.filter(|_| !blocks) {
                Some((day, _)) => format!("vt inbrengen {named} --vergadering {day}"),
                None => format!("vt check {named} --lijst"),
            };
            self.verder.push(regel(folder, what, Some(command)));
        } else if let Some((day, last)) = self.meeting.filter(|_| !blocks) {
            let until = until(last, self.context.today);
            let what = format!("klaar om in te brengen; voor {} kan dat {until}", day_short(day));
            self.nu.push(regel(folder, what, Some(format!("vt inbrengen {named} --vergadering {day}"))));
        } else {
            let (what, command) = if blocks {
                (
                    "kaart begonnen: ga verder",
                    paste::command(&format!("nieuw {}", paste::quoted(Path::new(folder))), self.context),
                )
            } else {
                ("klaar om in te brengen", format!("vt check {named} --lijst"))
            };
            self.verder.push(regel(folder, what, Some(command)));
        }
    }
}
