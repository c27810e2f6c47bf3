//! `vt herleid`: the advice on one's own case with the family's names back in, and a letter
//! about it to one of the family.

use super::case::casus_or_dossier;
use super::context::{Context, dossier_file, stderr_screen, team_of};
use super::error::{Kind, ToolError};
use super::labels;
use super::meeting::{check_file, no_region};
use super::own_cases::{OwnCases, TeamCase, look_back, read_case};
use super::{Answer, args, paste};
use crate::calendar::{Calendar, words};
use crate::model::{Casus, Dossier, Koppeling, Veiligheidskaart};
use crate::output::{Afzender, Herleid, brief_text, herleid_text, look_back_text};
use crate::pseudo::{Finder, Names, WayBack};
use crate::route::{Stand, besproken, zaak};
use crate::rules::read_regio;
use crate::store::{CaseFile, Folder, Root, Slot, Team, walk};
use crate::work::brief::brief;
use crate::work::lezer::{GeenLezer, Lezer};
use crate::work::look_back::Teruggezocht;
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Herleid, context: &Context) -> anyhow::Result<Answer> {
    Ok(trace(asked, context)?)
}

/// What a letter or a screen is made of.
struct Read<'a> {
    casus: Casus,
    card: &'a Veiligheidskaart,
    koppeling: &'a Koppeling,
    way: &'a WayBack,
    team: &'a Team,
    day: NaiveDate,
    dossier: Option<Dossier>,
    found: &'a Teruggezocht,
}

fn trace(asked: &args::Herleid, context: &Context) -> Result<Answer, ToolError> {
    let casus = casus_or_dossier(&asked.casus, context)?;
    let dossier = context.dossier("vt herleid CASUS")?;
    let all = OwnCases::read(&dossier);
    let own = all.one(casus, &dossier, context)?;
    let command = format!("vt herleid {casus}");
    let root = match context.map.is_none().then(|| team_of(&dossier.path)).flatten() {
        Some(root) => root,
        None => context.team(&command)?,
    };
    let folder = Folder::new(&root.path);
    let regio = read_regio(&folder).map_err(|problem| no_region(problem, &root, context))?;
    let walk = walk(&root);
    let found = look_back(&all, &walk, &regio, context.today);
    let Some(card) = &own.card else {
        let path = Slot::DossierKaart(own.folder.clone()).path();
        return Err(ToolError::new(Kind::Refused, "vt kan de kaart van deze casus niet lezen.")
            .because("Zonder de kaart weet vt niet wie er bij het gezin horen.")
            .try_command(check_file(&dossier, &path, context), "wat er mis is, en waar"));
    };
    let calendar = Calendar::new(&regio);
    let read = read_case(&walk, casus, regio);
    let kaart = dossier.path.join(Slot::DossierKaart(own.folder.clone()).path());
    let kaart = paste::quoted(Path::new(&context.named(&kaart)));
    let day = chosen(asked, casus, &read.team, context, &kaart)?;
    if read.team.case(day, casus).is_none_or(|case| case.bespreking.is_none()) {
        let file = Slot::Case(day, casus, CaseFile::Bespreking).path();
        return Err(ToolError::new(Kind::Io, "vt kan de bespreking van deze casus niet lezen.")
            .because(format!("Die van {} is geen YAML, of vt mag het bestand niet openen.", words::day_in_words(day)))
            .try_command(check_file(&root, &file, context), "wat er mis is, en waar"));
    }
    let talk = read.team.case(day, casus).and_then(|case| case.bespreking.as_ref());
    if talk
        .is_none_or(|talk| talk.advies.as_ref().is_none_or(|advies| advies.tekst.is_none() || advies.soort.is_none()))
    {
        let file = Slot::Case(day, casus, CaseFile::Bespreking).path();
        return Err(ToolError::new(Kind::Absent, "in de bespreking staat nog geen advies.")
            .try_command(check_file(&root, &file, context), "wat er nog open is"));
    }
    let (used, _) = labels::readable(&walk, casus);
    let way = WayBack::of(card, &own.koppeling, &used);
    let read_all = Read {
        casus,
        card,
        koppeling: &own.koppeling,
        way: &way,
        team: &read.team,
        day,
        dossier: dossier_file(&dossier.path),
        found: &found,
    };
    let mut answer = match &asked.aan {
        Some(wie) => letter(wie, &read_all, context)?,
        None => screen(&read_all, &calendar, context),
    };
    answer.stderr.extend(half_read(&read, &root, context).into_bytes());
    Ok(answer)
}

/// The discussion that is meant: that of the day asked for, else the last one up to today.
fn chosen(
    asked: &args::Herleid,
    casus: Casus,
    team: &Team,
    context: &Context,
    kaart: &str,
) -> Result<NaiveDate, ToolError> {
    let days = besproken(team, casus);
    let Some(day) = asked.vergadering else {
        let last = days.iter().find(|day| **day <= context.today);
        return last.copied().ok_or_else(|| not_yet(casus, team, context, kaart));
    };
    if days.contains(&day) {
        return Ok(day);
    }
    if days.is_empty() {
        return Err(not_yet(casus, team, context, kaart));
    }
    let error = ToolError::new(Kind::Absent, "in die vergadering is deze casus niet besproken.");
    Err(days.iter().fold(error, |error, day| {
        let command = paste::command(&format!("herleid {casus} --vergadering {day}"), context);
        error.try_command(command, words::day_in_words(*day))
    }))
}

/// What is said when there is no discussion: where the case stands, and what can be done.
fn not_yet(casus: Casus, team: &Team, context: &Context, kaart: &str) -> ToolError {
    let error = ToolError::new(Kind::Absent, "deze casus is nog niet besproken.");
    let mut days: Vec<NaiveDate> = team.meetings.keys().copied().collect();
    days.retain(|day| team.case(*day, casus).is_some());
    let next = days.iter().find(|day| **day >= context.today);
    let Some(zaak) = next.or(days.last()).and_then(|day| zaak(team, *day, casus)) else {
        return error
            .because("In de teammap staat nog niets van deze casus.")
            .try_command(format!("vt inbrengen {kaart} --vergadering DATUM"), "brengt hem in");
    };
    let (day, in_words) = (zaak.day, words::day_in_words(zaak.day));
    let agenda = || paste::command(&format!("agenda {day}"), context);
    if day < context.today && matches!(zaak.stand, Stand::Ingebracht | Stand::Geagendeerd) {
        return error
            .because(format!("Hij stond klaar voor {in_words}, maar daarvan is nog geen bespreking opgeschreven."))
            .advise("Vraag de notulist of de voorzitter naar de bespreking van die dag.");
    }
    match zaak.stand {
        Stand::Verwacht => error
            .because(format!("Hij wordt verwacht op {in_words}, maar is nog niet ingebracht."))
            .try_command(format!("vt inbrengen {kaart} --vergadering {day}"), "brengt hem in"),
        Stand::Ingebracht => error
            .because(format!("Hij is ingebracht voor {in_words}; de voorzitter besluit nog."))
            .try_command(agenda(), "de agenda zoals die nu is"),
        Stand::Geagendeerd => {
            error.because(format!("Hij staat op de agenda van {in_words}.")).try_command(agenda(), "die agenda")
        }
        Stand::Uitgesteld => {
            let naar = zaak.files.besluit.as_ref().and_then(|besluit| besluit.naar);
            let naar = naar.map_or_else(String::new, |naar| format!(" naar {}", words::day_in_words(naar.0)));
            error.because(format!("De voorzitter verschoof hem van {in_words}{naar}.")).try_command(agenda(), "waarom")
        }
        Stand::Afgewezen => error
            .because(format!("De voorzitter nam hem niet op de agenda van {in_words}."))
            .try_command(agenda(), "waarom"),
        Stand::Ingetrokken => error
            .because(format!("Hij is ingetrokken voor {in_words}."))
            .try_command(format!("vt inbrengen {kaart} --vergadering DATUM"), "brengt hem opnieuw in"),
        // Only a discussion after today is left.
        Stand::Besproken => error
            .because(format!("Op {in_words} is hij besproken; dat is na de dag waarmee vt rekent."))
            .try_command(paste::command(&format!("herleid {casus} --vergadering {day}"), context), "die bespreking"),
    }
}

fn screen(read: &Read<'_>, calendar: &Calendar, context: &Context) -> Answer {
    let eerder: Vec<NaiveDate> = besproken(read.team, read.casus).into_iter().filter(|day| *day < read.day).collect();
    let shown =
        Herleid { team: read.team, casus: read.casus, day: read.day, eerder: &eerder, today: context.today, calendar };
    let mut text = herleid_text(&shown, read.way, &context.screen);
    text.push('\n');
    text += &look_back_text(read.found, &context.screen);
    if !context.quiet {
        text += &next(read, context);
    }
    Answer { stdout: text.into_bytes(), ..Answer::default() }
}

/// What to do next: tell the family, by which day, and how a letter begins.
fn next(read: &Read<'_>, context: &Context) -> String {
    let mut lines = vec![String::new()];
    let nazorg = read.team.case(read.day, read.casus).and_then(|case| case.nazorg.as_ref());
    let told = nazorg.and_then(|nazorg| nazorg.terugkoppeling.as_ref()?.datum).is_some();
    let days = u64::from(read.team.regio.termijnen.terugkoppeling_dagen);
    let last = read.day.checked_add_days(chrono::Days::new(days)).unwrap_or(read.day);
    let text = if told {
        "Wat nu? Het advies is met het gezin besproken.".to_owned()
    } else if last < context.today {
        format!("Wat nu? Bespreek het advies met het gezin; dat kon tot en met {}.", words::day_without_year(last))
    } else {
        format!("Wat nu? Bespreek het advies met het gezin, uiterlijk {}.", words::day_without_year(last))
    };
    lines.extend(context.screen.wrap(&text, "", ""));
    if let Some(wie) = first_reader(read) {
        let at = if Some(read.day) == besproken(read.team, read.casus).first().copied() {
            String::new()
        } else {
            format!(" --vergadering {}", read.day)
        };
        let command = paste::command(&format!("herleid {} --brief --aan {wie}{at}", read.casus), context);
        lines.extend(context.screen.rows(&[(command, "een brief om aan te passen".to_owned())], "  "));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The first of the family who can get a letter.
fn first_reader(read: &Read<'_>) -> Option<String> {
    // Nobody goes by an empty word, so this names those who can.
    match Lezer::of(read.card, "", read.way) {
        Err(GeenLezer::Onbekend(roles)) => roles.iter().find(|wie| !wie.starts_with("kind")).or(roles.first()).cloned(),
        _ => None,
    }
}

fn letter(wie: &str, read: &Read<'_>, context: &Context) -> Result<Answer, ToolError> {
    let lezer = Lezer::of(read.card, wie, read.way).map_err(|why| no_reader(&why, read, context))?;
    // A letter has the names of today: where a label may be another's it would tell that reader's.
    if let Some(clash) = read.way.clashes().first() {
        let all = paste::command(&format!("herleid {}", read.casus), context);
        let why = labels::explained(clash, "vt schrijft geen brief.");
        return Err(why.try_command(all, "het advies, voor jou alleen"));
    }
    let names = Names::of(read.card, &read.team.regio, context.today).and_given(read.koppeling);
    let mut family = Finder::new(&names, &read.team.regio);
    let dossier = read.dossier.as_ref();
    let naam = dossier.and_then(|own| own.naam.as_deref()).unwrap_or_default();
    let of_card = [
        read.card.inbrenger.as_ref().and_then(|own| own.naam.clone()),
        read.card.casusregisseur.as_ref().and_then(|own| own.naam.clone()),
    ];
    let mut zelf: Vec<String> = of_card.into_iter().flatten().collect();
    zelf.extend([naam, "inbrenger", "casusregisseur"].map(str::to_owned));
    zelf.retain(|own| !own.trim().is_empty());
    let Some(case) = read.team.case(read.day, read.casus) else { return Ok(Answer::default()) };
    let mut made = brief((read.day, case), &lezer, &zelf, read.way, &mut family);
    // Who took the case over later did not ask the team.
    let since = read.card.casusregisseur.as_ref().and_then(|own| own.sinds);
    made.zelf_ingebracht &= since.is_none_or(|since| since.first() <= read.day);
    let folder = format!("/{}/", read.casus);
    let from = Afzender {
        naam,
        organisatie: dossier.and_then(|own| own.organisatie.as_deref()).unwrap_or_default(),
        card: read.card,
        team: read.team,
        casus: read.casus,
        deelnemers: participants(read),
        genoemd: read.found.traces.iter().any(|trace| trace.file.contains(&folder)),
    };
    let screens = [&context.screen, &stderr_screen()];
    let written = brief_text(&made, &lezer, &from, read.way, &mut family, screens);
    Ok(Answer { stdout: written.brief.into_bytes(), stderr: written.opmerkingen.into_bytes(), status: 0 })
}

/// Professionals at the meeting and of the region, whose names no letter tells.
fn participants(read: &Read<'_>) -> Vec<String> {
    let meeting = read.team.meetings.get(&read.day);
    let seated =
        meeting.and_then(|meeting| meeting.aanwezig.as_ref()).into_iter().flat_map(|own| own.aanwezig.values());
    let case = read.team.case(read.day, read.casus);
    let guests = case.and_then(|case| case.besluit.as_ref()).into_iter().flat_map(|own| own.uitnodigen.values());
    let notes = case.and_then(|case| case.bespreking.as_ref()?.notulist.as_ref()?.naam.clone());
    let decided = case.and_then(|case| case.besluit.as_ref()?.door.clone());
    let mut names: Vec<String> = seated.filter_map(|one| one.naam.clone()).collect();
    names.extend(guests.filter_map(|one| one.naam.clone()));
    names.extend(notes.into_iter().chain(decided));
    names.extend(read.team.regio.personen.values().filter_map(|one| one.naam.clone()));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

fn no_reader(why: &GeenLezer, read: &Read<'_>, context: &Context) -> ToolError {
    let command = |wie: &str| paste::command(&format!("herleid {} --brief --aan {wie}", read.casus), context);
    let all = || paste::command(&format!("herleid {}", read.casus), context);
    let offer =
        |error: ToolError, roles: &[String]| roles.iter().fold(error, |error, wie| error.try_command(command(wie), ""));
    match why {
        GeenLezer::Onbekend(roles) => {
            let error = ToolError::new(Kind::Absent, "deze lezer staat niet op de kaart.")
                .because("Achter `--aan` hoort een woord dat op de kaart bij `wie` staat.");
            offer(error, roles)
        }
        GeenLezer::BuitenGezin(roles) => {
            let error = ToolError::new(Kind::Refused, "deze lezer hoort niet bij het gezin.")
                .because("Een brief over het advies gaat alleen naar iemand van het gezin.");
            offer(error, roles)
        }
        GeenLezer::NietInformeren => ToolError::new(Kind::Refused, "aan deze lezer schrijft vt geen brief.")
            .because("Op de kaart staat bij `niet_informeren` waarom deze persoon niets mag horen.")
            .try_command(all(), "het advies, voor jou alleen"),
        GeenLezer::NietVerteld => {
            ToolError::new(Kind::Refused, "deze lezer weet nog niet dat je deze casus bespreekt.")
                .because("Op de kaart staat bij `geinformeerd` waarom het niet is verteld.")
                .try_command(all(), "het advies, voor jou alleen")
                .advise("Is het ondertussen verteld? Zet dat op de kaart, met de dag.")
        }
        GeenLezer::Ongeboren => {
            ToolError::new(Kind::Refused, "aan een kind dat nog niet geboren is, schrijft vt niet.")
                .try_command(all(), "het advies, voor jou alleen")
        }
    }
}

/// What is said about files that could be read only in part, or not at all.
fn half_read(read: &TeamCase, root: &Root, context: &Context) -> String {
    let mut lines = Vec::new();
    for file in &read.unread {
        let text = "Let op: niet alles van deze casus is te lezen. Kijk wat er mis is met:";
        if lines.is_empty() {
            lines.extend(stderr_screen().wrap(text, "", ""));
        }
        lines.push(format!("  {}", check_file(root, file, context)));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}
