//! `vt nieuw`: a card in the dossier, asked question by question, or as a template.

mod overnemen;

use super::context::{self, Context, dossier_file, stderr_screen};
use super::error::{Kind, ToolError};
use super::hand_in::{self, Step, casus_of};
use super::interview::{End, Talk, must_be_editable};
use super::keyboard::keyboard;
use super::prompt::Prompt;
use super::write::{carry_out, rehearsal, rehearsed, too_close};
use super::{Answer, args, paste};
use crate::interview::{Bekend, Interview, Which};
use crate::model::{Bestand, Dossier, Dossiernummer, DossiernummerFout, Soort};
use crate::output;
use crate::pseudo::{Kind as Found, scan_file};
use crate::rules::{Finding, OneCard, Options, Scope};
use crate::store::{At, CaseFile, Fixed, Root, Roots, Slot, default_regio, read, walk};
use crate::work::{antwoord, nieuw as work};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(nieuw: &args::Nieuw, context: &Context) -> anyhow::Result<Answer> {
    if let Some(van) = &nieuw.van {
        let number = nieuw.nummer.as_deref().ok_or_else(|| {
            ToolError::new(Kind::Usage, "NUMMER ontbreekt.")
                .advise("Geef het nummer van je eigen dossier voor deze casus.")
        })?;
        return Ok(overnemen::run(number, van, nieuw, context)?);
    }
    if nieuw.sjabloon {
        return Ok(template(nieuw, context)?);
    }
    let mut prompt = keyboard();
    Ok(talk(nieuw, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

/// Where a card stands or will stand.
struct Place {
    root: Root,
    team: Option<Root>,
    roots: Roots,
    nummer: Dossiernummer,
    folder: PathBuf,
    card: PathBuf,
}

impl Place {
    fn of(nummer: Dossiernummer, command: &str, context: &Context) -> Result<Self, ToolError> {
        let root = context.dossier(command)?;
        let team = context::team_of(&root.path);
        let roots = Roots::of(team.as_ref().map(|team| team.path.as_path()), Some(&root.path)).map_err(too_close)?;
        let folder = root.path.join(nummer.as_str());
        // On some disks it would be the same folder.
        let entries = root.path.read_dir().into_iter().flatten().flatten().map(|entry| entry.file_name());
        let mut twins = entries.filter(|name| {
            name.to_str().is_some_and(|name| name != nummer.as_str() && name.eq_ignore_ascii_case(nummer.as_str()))
        });
        if twins.next().is_some() {
            return Err(ToolError::new(
                Kind::Refused,
                "dit dossier is er al, in andere letters. Er is niets geschreven.",
            )
            .because("De map die er staat heeft hetzelfde nummer, met andere hoofdletters of kleine letters.")
            .advise("Gebruik dezelfde hoofdletters als de map die er staat."));
        }
        let card = folder.join("kaart.yaml");
        Ok(Self { root, team, roots, nummer, folder, card })
    }

    /// The schema that stands in the dossier.
    fn schema(&self) -> Option<Vec<u8>> {
        read(&self.root.path.join(At::fixed(Fixed::Schema(Bestand::Kaart)).path())).ok()
    }

    /// When the case was last discussed, as far as the team's folder says.
    fn last_discussion(&self, today: NaiveDate) -> Option<NaiveDate> {
        let casus = casus_of(&self.folder)?;
        let days = walk(self.team.as_ref()?).files.into_iter().filter_map(|found| match found.slot {
            Slot::Case(day, of, CaseFile::Bespreking) if of == casus && day <= today => Some(day),
            _ => None,
        });
        days.max()
    }
}

fn bekend<'b>(nieuw: &args::Nieuw, nummer: &'b Dossiernummer, dossier: &'b Dossier, dag: NaiveDate) -> Bekend<'b> {
    Bekend {
        nummer,
        soort: Soort::ALL.into_iter().find(|soort| soort.sleutel() == nieuw.soort).unwrap_or(Soort::Nieuw),
        dag,
        naam: dossier.naam.as_deref(),
        organisatie: dossier.organisatie.as_deref(),
        via: dossier.via.as_deref(),
    }
}

fn template(nieuw: &args::Nieuw, context: &Context) -> Result<Answer, ToolError> {
    const COMMAND: &str = "vt nieuw NUMMER --sjabloon";
    let Some(given) = &nieuw.nummer else {
        return Err(
            ToolError::new(Kind::Usage, "NUMMER ontbreekt.").try_command(COMMAND, "met het nummer van je dossier")
        );
    };
    let place = Place::of(number(given)?, COMMAND, context)?;
    free(&place.folder, &place.card, context)?;
    let dossier = dossier_file(&place.root.path).unwrap_or_default();
    let bekend = bekend(nieuw, &place.nummer, &dossier, context.today);
    let changes = work::kaart(&place.nummer, work::template(&bekend), place.schema().as_deref());
    let expected = rehearsed(&place.roots, &changes)?;
    if nieuw.droog {
        return Ok(Answer {
            stdout: rehearsal(&changes, &expected, &context.screen).into_bytes(),
            ..Answer::default()
        });
    }
    carry_out(&place.roots, &changes)?;
    let named = context.named(&place.card);
    let mut lines = context.screen.wrap(&format!("Sjabloon gemaakt: {named}"), "", "  ");
    if !context.quiet {
        lines.push(String::new());
        lines.extend(context.screen.wrap("Wat nu? Vul de kaart in, samen met het gezin. Kijk haar daarna na:", "", ""));
        lines.push(format!("  vt check {}", paste::quoted(Path::new(&named))));
    }
    Ok(Answer { stdout: text(lines), ..Answer::default() })
}

/// Holds the conversation with whoever is there.
pub(super) fn talk(
    nieuw: &args::Nieuw,
    context: &Context,
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    if nieuw.droog {
        return Err(ToolError::new(Kind::Usage, "--droog is er alleen met --sjabloon.")
            .because("Een gesprek bewaart elk antwoord meteen."));
    }
    let template = |nummer: &str| (format!("vt nieuw {nummer} --sjabloon"), "een kaart om zelf in te vullen");
    // Before anything is asked.
    context.dossier("vt nieuw NUMMER")?;
    let nummer = match (&nieuw.nummer, prompt.as_deref_mut()) {
        (Some(given), _) => number(given)?,
        (None, Some(prompt)) => ask_number(prompt)?,
        (None, None) => return Err(nobody(template("NUMMER"))),
    };
    let place = Place::of(nummer, "vt nieuw NUMMER", context)?;
    let dossier = dossier_file(&place.root.path).unwrap_or_default();
    let is_new = !place.card.is_file();
    let text = if is_new {
        free(&place.folder, &place.card, context)?;
        work::empty(&bekend(nieuw, &place.nummer, &dossier, context.today))
    } else {
        existing(&place, context)?
    };
    let Some(prompt) = prompt else {
        let named = paste::quoted(Path::new(&context.named(&place.card)));
        return Err(nobody(if is_new {
            template(&paste::quoted(Path::new(place.nummer.as_str())))
        } else {
            (format!("vt check {named}"), "wat er op de kaart ontbreekt")
        }));
    };
    let options = Options { today: context.today, past_too: false, scope: Scope::All, meeting: None };
    let one_card = OneCard::of(&place.root, &place.nummer, &options);
    let mut stands = !is_new;
    let mut save = |was: &str, with: &str| {
        let changes = if stands {
            vec![antwoord::change(&place.nummer, was, with.to_owned())]
        } else {
            work::kaart(&place.nummer, with.to_owned(), place.schema().as_deref())
        };
        carry_out(&place.roots, &changes)?;
        stands = true;
        Ok(())
    };
    let mut talk = Talk::new(text, &one_card, context.today, stderr_screen(), &mut save);
    talk.last = if is_new { None } else { place.last_discussion(context.today) };
    let end = converse(&mut talk, is_new, prompt)?;
    if !place.card.is_file() {
        return Ok(Answer { stdout: b"Er is niets geschreven.\n".to_vec(), ..Answer::default() });
    }
    let is_ready = !talk.findings().iter().any(Finding::blocks);
    let step = || hand_in::step(&place.card, place.team.as_ref(), one_card.regio(), context);
    let stdout = closing(&place, end, talk.left(), is_ready.then(step).flatten(), context);
    Ok(Answer { stdout, ..Answer::default() })
}

/// Nobody is there to answer; what can be done instead.
fn nobody((command, when): (String, &str)) -> ToolError {
    ToolError::new(Kind::Usage, "vt kan hier niets vragen. Er is niets geschreven.")
        .because("Er is geen terminal om op te antwoorden.")
        .try_command(command, when)
}

/// First which kind of card it is, then the questions.
fn converse(talk: &mut Talk<'_>, is_new: bool, prompt: &mut dyn Prompt) -> Result<End, ToolError> {
    prompt.say(&output::interview_keys(&talk.screen));
    if talk.hold(Interview::new(Which::Kind), prompt)? == End::Stopped {
        return Ok(End::Stopped);
    }
    let which = if is_new { Some(Which::Open) } else { which(prompt) };
    match which {
        Some(which) => talk.hold(Interview::new(which), prompt),
        None => Ok(End::Stopped),
    }
}

/// Whether all is gone through or what is open alone; none when somebody stopped.
fn which(prompt: &mut dyn Prompt) -> Option<Which> {
    prompt.say("\nWat wil je langslopen?\n   1 wat nog open is (Enter)\n   2 alles, ook wat er al staat\n");
    loop {
        match prompt.line("").ok()?.as_deref() {
            None | Some("1") => return Some(Which::Open),
            Some("2") => return Some(Which::All),
            Some("stop") => return None,
            Some(_) => prompt.tell("  Typ 1 of 2."),
        }
    }
}

/// The text of the card that is there, when it can be filled in further.
fn existing(place: &Place, context: &Context) -> Result<String, ToolError> {
    let named = paste::quoted(Path::new(&context.named(&place.card)));
    let bytes = read(&place.card).map_err(super::scan::unreadable)?;
    let look = |error: ToolError| error.try_command(format!("vt check {named}"), "wat er mis is, en waar");
    let text = String::from_utf8(bytes)
        .map_err(|_| look(ToolError::new(Kind::Refused, "vt kan deze kaart niet lezen. Er is niets geschreven.")))?;
    must_be_editable(&text, context.today).map_err(look)?;
    Ok(text)
}

/// Where the card stands and what is next.
fn closing(place: &Place, end: End, left: usize, hand_in: Option<Step>, context: &Context) -> Vec<u8> {
    let named = context.named(&place.card);
    let open = match left {
        0 => "Elke vraag heeft een antwoord.".to_owned(),
        1 => "Nog 1 vraag is open.".to_owned(),
        left => format!("Nog {left} vragen zijn open."),
    };
    let head = if end == End::Stopped { "Gestopt; je antwoorden zijn bewaard" } else { "Bewaard" };
    let mut lines = context.screen.wrap(&format!("{head}: {named}. {open}"), "", "  ");
    if !context.quiet {
        let command =
            |words: &str, path: &str| paste::command(&format!("{words} {}", paste::quoted(Path::new(path))), context);
        let mut rows = Vec::new();
        if left > 0 || end == End::Stopped {
            rows.push((command("nieuw", place.nummer.as_str()), "gaat hier verder".to_owned()));
        }
        rows.push((command("check", &named), "kijkt de kaart na".to_owned()));
        rows.extend(hand_in);
        lines.extend([String::new(), "Wat nu?".to_owned()]);
        lines.extend(context.screen.rows(&rows, "  "));
    }
    text(lines)
}

fn text(lines: Vec<String>) -> Vec<u8> {
    lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes()
}

/// The number, when a folder can be named after it and it names nobody.
pub fn number(given: &str) -> Result<Dossiernummer, ToolError> {
    let nummer = Dossiernummer::read(given).map_err(no_folder)?;
    if scan_file(nummer.as_str(), false, &default_regio()).iter().any(|hit| hit.kind == Found::Persoon) {
        return Err(ToolError::new(Kind::Usage, "een map in je dossier heet naar een nummer, niet naar mensen.")
            .because("De naam van de map staat in elke melding over de kaart.")
            .advise("Gebruik het nummer van je dossier."));
    }
    Ok(nummer)
}

fn ask_number(prompt: &mut dyn Prompt) -> Result<Dossiernummer, ToolError> {
    prompt.tell("Wat is het nummer van je dossier? (zo heet de map van de kaart)");
    loop {
        let Some(given) = prompt.line("")? else { continue };
        match given.as_str() {
            "stop" => {
                return Err(ToolError::new(Kind::Usage, "je bent gestopt. Er is niets geschreven."));
            }
            "?" => {
                prompt.tell("  Het nummer waaronder je organisatie dit gezin kent. Het blijft in je dossier.");
                continue;
            }
            _ => {}
        }
        match number(&given) {
            Ok(nummer) => return Ok(nummer),
            Err(error) => prompt.say(&error.text(&stderr_screen())),
        }
    }
}

/// Why a number can't be a folder. Never the number itself.
fn no_folder(why: DossiernummerFout) -> ToolError {
    let (cause, way_out) = match why {
        DossiernummerFout::Leeg => ("Er staat niets.", "Geef het nummer van je dossier."),
        DossiernummerFout::Lang => ("Het is te lang: hooguit 64 tekens.", "Gebruik alleen het nummer zelf."),
        DossiernummerFout::Teken => (
            "Het mag alleen gewone letters, cijfers, spaties, punten en de tekens - en _ hebben.",
            "Zet een streepje waar een ander teken staat.",
        ),
        DossiernummerFout::Rand => (
            "Het moet beginnen en eindigen met een letter of een cijfer.",
            "Laat weg wat daarvoor of daarachter staat.",
        ),
        DossiernummerFout::Bezet => (
            "Deze naam gebruikt Windows of vt al voor iets anders.",
            "Zet er iets voor, zoals de letters van je organisatie.",
        ),
    };
    ToolError::new(Kind::Usage, "van dit dossiernummer kan geen map worden gemaakt.").because(cause).advise(way_out)
}

/// Nothing stands in the folder yet but what an interrupted `vt` left.
pub fn free(folder: &Path, card: &Path, context: &Context) -> Result<(), ToolError> {
    let is_left = |name: &str| name.starts_with(".vt-");
    let is_free = match folder.symlink_metadata() {
        Err(_) => true,
        Ok(data) if !data.is_dir() => false,
        Ok(_) => folder.read_dir().is_ok_and(|mut entries| {
            entries.all(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(is_left)))
        }),
    };
    if is_free {
        return Ok(());
    }
    let error = ToolError::new(Kind::Refused, "dit dossier is er al. Er is niets geschreven.")
        .because("In de map met dit nummer staat al iets, en vt overschrijft niets.");
    if card.is_file() {
        let named = paste::quoted(Path::new(&context.named(card)));
        return Err(error.try_command(format!("vt check {named}"), "de kaart die er staat"));
    }
    Err(error.advise("Kijk wat er in die map staat, of gebruik een ander nummer."))
}
