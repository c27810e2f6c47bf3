//! One file by itself: read, decoded, held against the rules that need nothing else.

use super::answer::{Answer, answers};
use super::familie::versie;
use super::locate::{locate, spot_in_bytes};
use super::scanned::{in_doc, in_text, known_path};
use super::view::MeetingDay;
use super::{Betrokkenen, CardView, Check, FileView, Finding, Findings, Moment, Named, Rule, ScanView, all, find};
use crate::calendar::Calendar;
use crate::model::{Regio, Soort, Veiligheidskaart};
use crate::pseudo::{At, Rare, TeamScan, may_stand, rare};
use crate::store::{CaseFile, Content, Read, ReadProblem, Slot, decode, kaart_hash};
use crate::yaml::{Doc, Kind, NodeId, Path, Problem, Step, What, parse};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashSet;
use std::iter;

/// What a file is judged with.
pub struct Context<'a> {
    /// The region.
    pub regio: &'a Regio,
    /// When there is a meeting.
    pub calendar: &'a Calendar,
    /// Today.
    pub today: NaiveDate,
    /// The meeting for which a card outside the team's folder is judged.
    pub meeting: Option<NaiveDate>,
    /// Whether cards of past meetings are judged too.
    pub past_too: bool,
    /// Whether the text of each card of the team is to be known again: an agenda was sent.
    pub hash: bool,
    /// The scanner, for files of the team's folder.
    pub scan: Option<&'a TeamScan>,
}

/// A file after its own rules.
pub struct Judged {
    /// What it is.
    pub slot: Slot,
    /// Its path as a finding says it.
    pub file: String,
    /// Its values; none when it could not be read.
    pub content: Option<Content>,
    /// What was found, in order of rule.
    pub findings: Vec<Finding>,
    /// What people answered.
    pub answers: Vec<Answer>,
    /// Whether the rules for handing in were asked.
    pub asked: bool,
    /// Whether they were not, since its meeting has been.
    pub past: bool,
    /// How many of them want a meeting that was not given.
    pub without_meeting: usize,
    /// Rules that found something in a value that could not be read: that is said once, by
    /// the rule about its form.
    pub silenced: Vec<&'static str>,
    /// What the reader of YAML already said something about.
    pub(super) noted: Noted,
    /// The SHA-256 of a card of the team, as `verzonden.yaml` writes it.
    pub kaart_hash: Option<String>,
    /// Whether it may name a family.
    pub identifiable: bool,
}

impl Judged {
    /// Notes with each reason what may stand in it.
    pub(super) fn note_stays(&mut self, doc: &Doc<'_>) {
        let mut answered = self.findings.iter_mut().filter(|finding| !finding.is_open()).peekable();
        if answered.peek().is_some() {
            let stays = may_stand(doc);
            answered.for_each(|finding| finding.may_stand.clone_from(&stays));
        }
    }
}

/// Judges one file. Nothing outside it is looked at but the context.
#[must_use]
pub fn judge(slot: &Slot, file: &str, bytes: &Read, context: &Context<'_>) -> Judged {
    let mut judged = Judged {
        slot: slot.clone(),
        file: file.to_owned(),
        content: None,
        findings: Vec::new(),
        answers: Vec::new(),
        asked: false,
        past: false,
        without_meeting: 0,
        silenced: Vec::new(),
        noted: Noted::default(),
        kaart_hash: None,
        identifiable: matches!(slot, Slot::DossierKaart(_) | Slot::Koppeling(_) | Slot::LooseKaart),
    };
    match bytes {
        Ok(bytes) => {
            judged.kaart_hash =
                (context.hash && matches!(slot, Slot::Case(_, _, CaseFile::Kaart))).then(|| kaart_hash(bytes));
            read(&mut judged, bytes, context);
        }
        Err(problem) => judged.findings.extend(unreadable(file, *problem)),
    }
    for finding in &mut judged.findings {
        finding.identifiable = judged.identifiable;
    }
    judged
}

pub(super) fn unreadable(file: &str, problem: ReadProblem) -> Option<Finding> {
    let message = match problem {
        ReadProblem::Absent => "Dit bestand is er niet meer.",
        ReadProblem::NotAllowed => "vt mag dit bestand niet lezen.",
        ReadProblem::Failed => "vt kan dit bestand nu niet lezen.",
    };
    let mut finding = Finding::new(find("MAP04")?, file.to_owned(), None, Cow::Borrowed(message));
    finding.mend = Cow::Borrowed(match problem {
        ReadProblem::Absent => "Kijk of iemand het bestand net heeft verplaatst en probeer het nog eens.",
        ReadProblem::NotAllowed => "Vraag wie de map beheert om je leesrecht te geven.",
        ReadProblem::Failed => {
            "Sluit het bestand in andere programma's, kijk of de schijf bereikbaar is en probeer het nog eens."
        }
    });
    Some(finding)
}

fn read(judged: &mut Judged, bytes: &[u8], context: &Context<'_>) {
    let of_tree = !matches!(judged.slot, Slot::DossierKaart(_) | Slot::Koppeling(_) | Slot::Dossier | Slot::LooseKaart);
    let doc = match parse(bytes) {
        Ok(doc) => doc,
        Err(problem) => {
            if let Some(mut finding) = told(&problem, &judged.file, of_tree) {
                finding.key = None;
                let is_text = !matches!(problem.what, What::Utf16 | What::Binary | What::TooBig);
                finding.spot = is_text.then(|| spot_in_bytes(&problem.place, bytes));
                judged.findings.push(finding);
            }
            if of_tree {
                scan(judged, None, bytes, context);
            }
            return;
        }
    };
    let (content, problems) = decode(&judged.slot, &doc);
    for problem in &problems {
        if let Some(mut finding) = told(problem, &judged.file, of_tree) {
            finding.spot = Some(spot_in_bytes(&problem.place, bytes));
            judged.findings.push(finding);
        }
    }
    let key = |key: &str| doc.find(&Path::root().key(key)).is_some();
    if of_tree || judged.slot == Slot::LooseKaart && key("casus") && !key("dossiernummer") {
        scan(judged, Some(&doc), bytes, context);
    }
    let Some(content) = content else { return };
    if let Content::Kaart(card) = &content {
        judged.identifiable &=
            !(judged.slot == Slot::LooseKaart && card.casus.is_some() && card.dossiernummer.is_none());
    }
    judged.answers = answers(&content, &doc);
    let own = judged.findings.len();
    ask(judged, &content, &doc, context);
    let later = judged.findings.split_off(own);
    if versie(&content).is_some_and(|versie| !versie.is_known()) {
        // Another version means another format: what else seems wrong is no fault of the writer.
        judged.without_meeting = 0;
        judged.findings.retain(|finding| finding.rule.id == "PSE02");
        let own = later.into_iter().filter(|finding| finding.rule.id == "VER01");
        judged.findings.extend(own.map(|mut finding| {
            locate(&mut finding, &doc);
            finding
        }));
        return;
    }
    judged.noted = Noted::of(&problems);
    let (said, new): (Vec<Finding>, Vec<Finding>) = later.into_iter().partition(|one| judged.noted.says(one));
    judged.silenced = said.iter().map(|finding| finding.rule.id).collect();
    judged.findings.extend(new);
    for finding in &mut judged.findings {
        if finding.spot.is_none() {
            locate(finding, &doc);
        }
        let answer = judged.answers.iter().find(|answer| answer.covers(finding));
        finding.answer = answer.map(|answer| answer.reason.clone());
    }
    judged.note_stays(&doc);
    judged.content = Some(content);
}

/// Lets the scanner search a file of the team's folder.
fn scan(judged: &mut Judged, doc: Option<&Doc<'_>>, bytes: &[u8], context: &Context<'_>) {
    let (Some(scan), Ok(text)) = (context.scan, std::str::from_utf8(bytes)) else { return };
    let is_card = matches!(judged.slot, Slot::LooseKaart | Slot::Case(_, _, CaseFile::Kaart));
    let found = match doc {
        Some(doc) => in_doc(&scan.unjudged(doc, text), doc, text, is_card),
        None => in_text(&scan.unjudged_broken(text), text),
    };
    ask_scan(&found, &judged.file, &mut judged.findings);
}

/// Asks every rule about what the scanner found.
pub(super) fn ask_scan(found: &[Named], file: &str, out: &mut Vec<Finding>) {
    let view = ScanView { found };
    for rule in all().filter(|_| !found.is_empty()) {
        for check in rule.checks {
            if let Check::Scan(check) = check {
                check(&view, &mut Findings::new(rule, file, out));
            }
        }
    }
}

/// What the reader of YAML already said something about.
#[derive(Default)]
pub(super) struct Noted {
    /// Values that could not be read, and keys that stand there misspelled.
    paths: HashSet<Path>,
    /// Lists of which an item could not be read.
    lists: HashSet<Path>,
}

impl Noted {
    fn of(problems: &[Problem]) -> Self {
        let mut noted = Self::default();
        for problem in problems {
            let (path, in_item) = match &problem.what {
                What::UnknownKey(Some(known)) => (problem.path.clone().key(*known), true),
                What::NotADate(_) => (problem.path.clone(), false),
                What::WrongType(_) | What::NotAChoice(_) | What::Refused(_) | What::CutText => {
                    (problem.path.clone(), true)
                }
                _ => continue,
            };
            if in_item {
                let above = iter::successors(Some(problem.path.clone()), Path::parent);
                let items = above.filter(|path| matches!(path.steps().last(), Some(Step::Index(_))));
                noted.lists.extend(items.filter_map(|item| item.parent()));
            }
            if !path.is_root() {
                noted.paths.insert(path);
            }
        }
        noted
    }

    /// One gap, one finding: a value that could not be read is not missing as well, nor is a
    /// key that stands there misspelled. Of a list no item is missing while one could not be
    /// read: that may be the very one.
    pub(super) fn says(&self, finding: &Finding) -> bool {
        let alias = finding.alias.as_ref().and_then(|alias| alias.parse().ok());
        let told =
            |path: &Path| iter::successors(Some(path.clone()), Path::parent).any(|path| self.paths.contains(&path));
        let in_list = || finding.key.as_ref().is_some_and(|key| self.lists.contains(key));
        finding.key.iter().chain(&alias).any(told) || in_list()
    }
}

/// The finding for what the reader of YAML noted.
fn told(problem: &Problem, file: &str, of_tree: bool) -> Option<Finding> {
    all().find_map(|rule| {
        let told = rule.checks.iter().find_map(|check| match check {
            Check::Text(check) => check(problem, of_tree),
            _ => None,
        })?;
        let mut finding = Finding::new(rule, file.to_owned(), Some(problem.path.clone()), told.message);
        finding.mend = told.mend.unwrap_or(Cow::Borrowed(rule.mend));
        Some(finding)
    })
}

/// Asks every rule that is about one file.
fn ask(judged: &mut Judged, content: &Content, doc: &Doc<'_>, context: &Context<'_>) {
    let of_team = match (&judged.slot, content) {
        (Slot::LooseKaart, Content::Kaart(card)) => card.casus.is_some() && card.dossiernummer.is_none(),
        (Slot::DossierKaart(_) | Slot::Koppeling(_) | Slot::Dossier, _) => false,
        _ => true,
    };
    let file_view = FileView { slot: &judged.slot, content, of_team };
    for rule in all() {
        for check in rule.checks {
            if let Check::File(check) = check {
                check(&file_view, &mut Findings::new(rule, judged.file.as_str(), &mut judged.findings));
            }
        }
    }
    let Content::Kaart(card) = content else { return };
    let meeting = meeting_of(&judged.slot, card, context);
    let day = meeting.map_or(context.today, |meeting| meeting.day);
    let betrokkenen = Betrokkenen::of(card, context.regio, day);
    judged.asked = match judged.slot {
        Slot::Case(day, _, CaseFile::Kaart) => context.past_too || context.today <= day,
        _ => true,
    };
    judged.past = !judged.asked;
    let rare = if of_team && judged.asked { rare_in(card, doc) } else { Vec::new() };
    let view = CardView { card, regio: context.regio, of_team, day, rare, betrokkenen };
    for rule in all().filter(|rule| is_moment(rule, card.soort, judged.asked)) {
        for check in rule.checks {
            let mut findings = Findings::new(rule, judged.file.as_str(), &mut judged.findings);
            match (check, &meeting) {
                (Check::Card(check), _) => check(&view, &mut findings),
                (Check::CardInMeeting(check), Some(meeting)) => check(&view, meeting, &mut findings),
                (Check::CardInMeeting(_), None) => judged.without_meeting += 1,
                _ => {}
            }
        }
    }
}

/// The rare facts of a card, with the path of each text as far as its keys are known.
fn rare_in(card: &Veiligheidskaart, doc: &Doc<'_>) -> Vec<Rare<Path>> {
    let texts = doc.texts().into_iter().filter_map(|node| match doc.kind(node) {
        Kind::Scalar(text, _) => Some((node, text)),
        _ => None,
    });
    let place = |at: At<NodeId>| match at {
        At::Leden => At::Leden,
        At::Lid(index) => At::Lid(index),
        At::Text(node) => At::Text(known_path(doc, node)),
    };
    let found = rare(card.gezin.as_ref(), texts).into_iter();
    found.map(|found| Rare { fact: found.fact, at: place(found.at) }).collect()
}

fn is_moment(rule: &Rule, soort: Option<Soort>, asked: bool) -> bool {
    rule.moments.iter().any(|moment| match moment {
        Moment::Any => true,
        Moment::Kaart => asked,
        Moment::Afsluiten => asked && soort == Some(Soort::AfsluitenMaatregel),
        Moment::Monitor => asked && soort == Some(Soort::Monitor),
        Moment::Agenda | Moment::Na => false,
    })
}

/// The meeting of a card: of a team's card its folder, of another the one that was asked for.
fn meeting_of(slot: &Slot, card: &Veiligheidskaart, context: &Context<'_>) -> Option<MeetingDay> {
    let written = card.ingebracht.as_ref().and_then(|entry| entry.op).map(crate::model::Moment::day);
    let (day, handed_in) = match slot {
        Slot::Case(day, ..) => (*day, written),
        _ => {
            (context.meeting?, if card.casus.is_some() { written.or(Some(context.today)) } else { Some(context.today) })
        }
    };
    Some(MeetingDay { day, last_day: context.calendar.last_day(day), handed_in })
}
