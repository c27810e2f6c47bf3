//! `vt nieuw NUMMER --van KAART`: a case that another had comes into the own dossier, under the
//! pseudonym that it has. Also one that comes back after it was handed over.

use super::{free, number};
use crate::cli::case::casus as typed;
use crate::cli::context::{Context, dossier_file, team_of};
use crate::cli::error::{Kind, ToolError};
use crate::cli::labels::in_team;
use crate::cli::meeting::check_file;
use crate::cli::own_cases::OwnCases;
use crate::cli::prompt::{self, Prompt, yes};
use crate::cli::pseudonimiseer::named;
use crate::cli::write::{carry_out, dry, too_close};
use crate::cli::{Answer, args, paste};
use crate::model::{Casus, Dossiernummer, Koppeling, Regio, Tijdstip, Veiligheidskaart};
use crate::pseudo::{ClashKind, InTeam, Names};
use crate::store::{ReadProblem, Root, Roots, Slot, Zone, dossier_above, read, team_above};
use crate::work::overdracht::{Binnen, Overnemer, Professional, overnemen, taken_over};
use crate::yaml::{Refused, parse};
use std::path::Path;

/// Runs it.
pub fn run(nummer: &str, van: &Path, asked: &args::Nieuw, context: &Context) -> Result<Answer, ToolError> {
    let mut prompt = prompt::terminal();
    take_over(nummer, van, asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))
}

/// A file of the dossier, with what it says.
struct Standing<T> {
    bytes: Vec<u8>,
    value: T,
}

fn take_over(
    nummer: &str,
    van: &Path,
    asked: &args::Nieuw,
    context: &Context,
    prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let nummer = number(nummer)?;
    let casus = asked.casus.as_deref().map(typed).transpose()?;
    let with = casus.map(|casus| format!(" --casus {casus}")).unwrap_or_default();
    let command = format!("vt nieuw NUMMER --van {}{with}", named(van));
    let root = context.dossier(&command)?;
    let team = match &context.map {
        Some(folder) => Some(Context::asked_root(folder, Zone::Team, &format!("{command} --map MAP"))?),
        None => team_of(&root.path).or_else(|| context.team(&command).ok()),
    };
    let roots = Roots::of(team.as_ref().map(|team| team.path.as_path()), Some(&root.path)).map_err(too_close)?;
    let received = received(van, context)?;
    let to = owner(&root, &received.value, context)?;
    let there = There::read(&root, &nummer, context)?;
    let is_back = there.comes_back(casus, &to.wie, &root, &nummer, context)?;
    if let Some(link) = &there.link {
        same_family(&received.value, &link.value, context)?;
    }
    let labels_tot = match casus {
        Some(casus) => {
            no_other_has(&root, casus, &nummer, context)?;
            history(team.as_ref(), casus, received.value.eerder.is_some(), &command, context)?
        }
        None if received.value.eerder.is_some() => return Err(has_a_pseudonym(&command)),
        None => None,
    };
    let made = |from: &Standing<Veiligheidskaart>| {
        let text = std::str::from_utf8(&from.bytes).map_err(|_| Refused::Broken)?;
        taken_over(text, &from.value, &nummer, &to, context.today)
    };
    let with = made(&received).map_err(|refused| unchanged(refused, van))?;
    let with = match &there.card {
        Some(own) if own.bytes == with.as_bytes() => with,
        Some(own) if is_back => {
            if is_replaced(asked, own, prompt)? {
                with
            } else {
                made(own).map_err(|refused| unchanged(refused, Path::new("KAART")))?
            }
        }
        Some(_) => {
            free(&root.path.join(nummer.as_str()), &there.path, context)?;
            with
        }
        None => with,
    };
    let into = Binnen {
        nummer: &nummer,
        casus,
        labels_tot: labels_tot.as_deref().unwrap_or_default(),
        card: there.card.as_ref().map(|own| own.bytes.as_slice()),
        link: there.link.as_ref().map(|own| own.bytes.as_slice()),
    };
    let changes = overnemen(&into, with).map_err(|refused| unchanged(refused, van))?;
    if changes.is_empty() {
        let text = "Er verandert niets: deze casus staat al zo in je dossier.\n";
        return Ok(Answer { stdout: text.into(), ..Answer::default() });
    }
    if asked.droog {
        return dry(&roots, &changes, &context.screen);
    }
    carry_out(&roots, &changes)?;
    let lines = told(&nummer, casus, labels_tot.as_deref(), is_back, &there.path, context);
    Ok(Answer {
        stdout: lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes(),
        ..Answer::default()
    })
}

/// The card that was received: one with names, and no card of a dossier of one's own.
fn received(van: &Path, context: &Context) -> Result<Standing<Veiligheidskaart>, ToolError> {
    let mut path = context.here.join(van);
    if path.is_dir() {
        path.push("kaart.yaml");
    }
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let path = match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path,
    };
    let of_team = || {
        ToolError::new(Kind::Refused, "dit is een kaart van het team. Er is niets geschreven.")
            .because("Op een kaart van het team staan geen namen; in je dossier hoort de kaart met namen.")
            .advise("Vraag de kaart aan wie de casus overdroeg.")
    };
    if team_above(&path).is_some() {
        return Err(of_team());
    }
    let own = context.dossier("vt nieuw NUMMER --van KAART")?;
    let is_own = dossier_above(&path).is_some_and(|root| {
        let same = root.path.canonicalize().ok() == own.path.canonicalize().ok();
        let relative = path.strip_prefix(&root.path).ok();
        let parts: Vec<&str> = relative.iter().flat_map(|path| path.iter()).filter_map(|part| part.to_str()).collect();
        same && matches!(Slot::in_dossier(&parts), Ok(Slot::DossierKaart(_)))
    });
    if is_own {
        return Err(ToolError::new(Kind::Refused, "deze kaart staat al in je dossier. Er is niets geschreven.")
            .because("Overnemen doe je met de kaart die je van een ander kreeg.")
            .advise("Noem achter `--van` het bestand dat je kreeg."));
    }
    let bytes = read(&path).map_err(crate::cli::scan::unreadable)?;
    let value: Option<Veiligheidskaart> = parse(&bytes).ok().and_then(|doc| doc.read().0);
    let value = value.ok_or_else(|| {
        ToolError::new(Kind::Refused, "vt kan deze kaart niet lezen. Er is niets geschreven.")
            .try_command(format!("vt check {}", named(van)), "wat er mis is, en waar")
    })?;
    if value.casus.is_some() || value.ingebracht.is_some() {
        return Err(of_team());
    }
    if value.gezin.as_ref().is_none_or(|gezin| gezin.leden.values().next().is_none()) {
        return Err(ToolError::new(Kind::Refused, "in dit bestand staat geen gezin. Er is niets geschreven.")
            .because("Op een kaart staat wie er bij het gezin horen; hier staat niemand.")
            .advise("Is dit het bestand dat je kreeg? Vraag het dan opnieuw aan wie de casus overdroeg."));
    }
    Ok(Standing { bytes, value })
}

/// Whether the card that was received is of the family that the labels here stand for.
fn same_family(card: &Veiligheidskaart, link: &Koppeling, context: &Context) -> Result<(), ToolError> {
    let names = Names::of(card, &Regio::default(), context.today);
    let clashes = names.clashes(Some(link), &InTeam::default());
    let Some(clash) = clashes.iter().find(|clash| clash.kind == ClashKind::Another) else { return Ok(()) };
    let label = &clash.label;
    Err(ToolError::new(Kind::Refused, "op deze kaart staan andere mensen dan in je dossier. Er is niets geschreven.")
        .because(format!(
            "Bij {label} hoort in koppeling.yaml een andere naam. Misschien is dit de kaart van een ander gezin."
        ))
        .advise("Kijk na of je de goede kaart hebt, en het goede nummer.")
        .advise(format!(
            "Klopt de kaart? Zet dan in koppeling.yaml, bij {label}, de nieuwe naam in de plaats van de oude."
        )))
}

/// Who takes the case over: whose dossier it is.
fn owner(root: &Root, card: &Veiligheidskaart, context: &Context) -> Result<Overnemer, ToolError> {
    let dossier = dossier_file(&root.path).unwrap_or_default();
    let said = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let (Some(naam), Some(organisatie)) = (said(dossier.naam), said(dossier.organisatie)) else {
        return Err(ToolError::new(Kind::Refused, "in dossier.yaml ontbreekt je naam of organisatie.")
            .because("Die komen op de kaart als inbrenger en casusregisseur. Er is niets geschreven.")
            .try_command(check_file(root, "dossier.yaml", context), "wat er mis is, en waar"));
    };
    let sinds = match card.overdracht.as_ref().and_then(|over| over.datum) {
        Some(Tijdstip::Dag(day)) if day <= context.today => day,
        _ => context.today,
    };
    Ok(Overnemer { wie: Professional { naam, organisatie }, via: said(dossier.via), sinds })
}

/// What stands in the folder with the number that was given.
struct There {
    path: std::path::PathBuf,
    card: Option<Standing<Veiligheidskaart>>,
    link: Option<Standing<Koppeling>>,
}

impl There {
    fn read(root: &Root, nummer: &Dossiernummer, context: &Context) -> Result<Self, ToolError> {
        let broken = |file: &str| {
            let path = format!("{}/{file}", nummer.as_str());
            ToolError::new(Kind::Refused, format!("vt kan `{file}` in dit dossier niet lezen. Er is niets geschreven."))
                .try_command(check_file(root, &path, context), "wat er mis is, en waar")
        };
        let bytes = |file: &str| match read(&root.path.join(nummer.as_str()).join(file)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ReadProblem::Absent) => Ok(None),
            Err(_) => Err(broken(file)),
        };
        let card = match bytes("kaart.yaml")? {
            Some(bytes) => {
                let value = parse(&bytes).ok().and_then(|doc| doc.read().0).ok_or_else(|| broken("kaart.yaml"))?;
                Some(Standing { bytes, value })
            }
            None => None,
        };
        let link = match bytes("koppeling.yaml")? {
            Some(bytes) => {
                let whole = |doc: &crate::yaml::Doc<'_>| {
                    let (value, problems) = doc.read::<Koppeling>();
                    value.filter(|_| problems.is_empty())
                };
                let value = parse(&bytes).ok().as_ref().and_then(whole).ok_or_else(|| broken("koppeling.yaml"))?;
                Some(Standing { bytes, value })
            }
            None => None,
        };
        Ok(Self { path: root.path.join(nummer.as_str()).join("kaart.yaml"), card, link })
    }

    /// Whether this is a case that was handed over from here. An error when something else
    /// stands there than this case, or work on it that was interrupted.
    fn comes_back(
        &self,
        casus: Option<Casus>,
        me: &Professional,
        root: &Root,
        nummer: &Dossiernummer,
        context: &Context,
    ) -> Result<bool, ToolError> {
        let Some(link) = &self.link else {
            let Some(card) = &self.card else {
                free(&root.path.join(nummer.as_str()), &self.path, context)?;
                return Ok(false);
            };
            return Ok(card.value.overdracht.is_some() && !me.runs(&card.value));
        };
        let own = link.value.casus.as_deref().and_then(|own| Casus::read(own).ok());
        let same_number = link.value.dossiernummer.as_deref() == Some(nummer.as_str());
        match casus {
            Some(casus) if own == Some(casus) && same_number => Ok(link.value.is_overgedragen()),
            Some(_) => {
                Err(ToolError::new(Kind::Refused, "in dit dossier hoort een andere casus. Er is niets geschreven.")
                    .because("De koppeling.yaml die er staat, heeft een ander pseudoniem of een ander dossiernummer.")
                    .advise("Kijk het pseudoniem na bij wie overdroeg, of gebruik een ander nummer."))
            }
            None => Err(ToolError::new(Kind::Refused, "dit dossier heeft al een pseudoniem. Er is niets geschreven.")
                .because("Er staat een koppeling.yaml. Zonder pseudoniem weet vt niet of dit dezelfde casus is.")
                .try_command("vt nieuw NUMMER --van KAART --casus CASUS", "met het pseudoniem van de casus")),
        }
    }
}

/// A pseudonym is of one dossier: another that has it and may bring it in, is the case itself.
fn no_other_has(root: &Root, casus: Casus, nummer: &Dossiernummer, context: &Context) -> Result<(), ToolError> {
    let own = OwnCases::read(root);
    if let Some(path) = own.unread.first() {
        return Err(ToolError::new(Kind::Refused, "vt kan niet elke koppeling.yaml lezen. Er is niets geschreven.")
            .because("Een daarvan kan al bij deze casus horen.")
            .try_command(check_file(root, path, context), "wat er mis is, en waar"));
    }
    let is_other = |folder: &str| folder != nummer.as_str();
    let other = own
        .cases
        .iter()
        .find(|(taken, case)| *taken == casus && is_other(&case.folder) && !case.koppeling.is_overgedragen());
    let Some((_, other)) = other else { return Ok(()) };
    let path = Slot::DossierKaart(other.folder.clone()).path();
    Err(ToolError::new(Kind::Refused, "een ander dossier van je heeft dit pseudoniem al. Er is niets geschreven.")
        .because("Een casus hoort bij één dossier; anders komt hij twee keer bij het team.")
        .try_command(check_file(root, &path, context), "de kaart die er al is"))
}

/// The highest labels of all that the team's folder holds of the case; none when it holds nothing.
fn history(
    team: Option<&Root>,
    casus: Casus,
    was_discussed: bool,
    command: &str,
    context: &Context,
) -> Result<Option<Vec<String>>, ToolError> {
    let Some(team) = team else {
        return Err(ToolError::new(Kind::Absent, "vt vindt de teammap niet. Er is niets geschreven.")
            .because("Daar staat welke labels deze casus al had; een label mag niet voor twee mensen staan.")
            .try_command(format!("{command} --map MAP"), "met de map waarin regio.yaml staat"));
    };
    let used = in_team(team, casus, context)?;
    if used.is_empty() && was_discussed {
        return Err(ToolError::new(Kind::Absent, "de teammap kent deze casus niet. Er is niets geschreven.")
            .because("Op de kaart staat dat de casus eerder is besproken; dan staat hij er onder zijn pseudoniem.")
            .advise("Vraag het pseudoniem nog eens aan wie overdroeg, of kijk of dit de goede teammap is."));
    }
    Ok((!used.is_empty()).then(|| used.tops()))
}

fn has_a_pseudonym(command: &str) -> ToolError {
    ToolError::new(Kind::Usage, "deze casus heeft al een pseudoniem. Er is niets geschreven.")
        .because("Op de kaart staat dat de casus eerder is besproken (`eerder`).")
        .try_command(format!("{command} --casus CASUS"), "vraag het pseudoniem aan wie overdroeg")
}

/// Whether the card that was received takes the place of the one that stands there. It is asked:
/// `vt` can't know which of the two says more.
fn is_replaced(
    asked: &args::Nieuw,
    own: &Standing<Veiligheidskaart>,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<bool, ToolError> {
    match (asked.oude_kaart.as_deref(), prompt) {
        (Some(given), _) => Ok(given == "vervangen"),
        (None, Some(prompt)) => {
            let of = own.value.bijgewerkt.map(|day| format!(", bijgewerkt op {day}")).unwrap_or_default();
            prompt.tell(&format!("In dit dossier staat nog je oude kaart{of}. Vervangen haalt haar weg."));
            yes(prompt, "Vervangen door de kaart die je kreeg?")
        }
        (None, None) => Err(ToolError::new(
            Kind::Usage,
            "in dit dossier staat nog je oude kaart. Er is niets geschreven.",
        )
        .because("vt weet niet welke van de twee kaarten je wilt houden. Vervangen haalt de oude weg.")
        .advise(
            "Geef `--oude-kaart vervangen` voor de kaart die je kreeg, of `--oude-kaart houden` voor je oude kaart.",
        )),
    }
}

fn unchanged(refused: Refused, kaart: &Path) -> ToolError {
    ToolError::new(Kind::Refused, "vt kan de kaart niet overnemen. Er is niets geschreven.")
        .because(refused.to_string())
        .try_command(format!("vt check {}", named(kaart)), "wat er mis is, en waar")
}

fn told(
    nummer: &Dossiernummer,
    casus: Option<Casus>,
    labels_tot: Option<&[String]>,
    is_back: bool,
    card: &Path,
    context: &Context,
) -> Vec<String> {
    let screen = &context.screen;
    let what = if is_back { "Terug in je dossier" } else { "Overgenomen" };
    let with = casus.map(|casus| format!(", met casus {casus}")).unwrap_or_default();
    let mut lines = screen.wrap(&format!("{what}: dossier {}{with}.", nummer.as_str()), "", "  ");
    match (casus, labels_tot) {
        (None, _) => {
            let none = "De casus krijgt een pseudoniem als je hem inbrengt. Zei de ander er een bij? Geef dan dezelfde \
                        opdracht met --casus CASUS.";
            lines.extend(screen.wrap(none, "", ""));
        }
        (Some(_), None) => {
            let none = "In de teammap staat van deze casus nog niets. Klopt het pseudoniem?";
            lines.extend(screen.wrap(none, "", ""));
        }
        (Some(_), Some([])) => {}
        (Some(_), Some(labels)) => {
            let labels = labels.join(", ");
            lines.extend(screen.wrap(&format!("Nieuwe labels tellen door na {labels}."), "", ""));
        }
    }
    if context.quiet {
        return lines;
    }
    lines.extend([String::new(), "Wat nu?".to_owned()]);
    let mut step = |text: &str| lines.extend(screen.wrap(text, "  * ", "    "));
    step("Loop de kaart na met het gezin. Jij staat erop als casusregisseur en inbrenger.");
    step("Haal het bestand weg dat je kreeg; de kaart staat nu in je dossier.");
    step("Kijk haar daarna na:");
    lines.push(format!("      vt check {}", paste::quoted(Path::new(&context.named(card)))));
    lines
}
