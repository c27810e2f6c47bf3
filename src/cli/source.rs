//! A card on its way to the team: which card, of which dossier, to which team and meeting,
//! and what the rules say about it.

use super::context::{Context, team_of};
use super::error::{Kind, ToolError};
use super::paste;
use crate::model::{Casus, Dossiernummer, Koppeling, Regio, Veiligheidskaart};
use crate::pseudo::{Choice, draw, names_of};
use crate::rules::{Options, Report, Scope, check_lone, check_tree, read_regio};
use crate::store::{Folder, Root, Roots, Slot, default_regio, dossier_above, read, team_above, walk};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// A card that is to cross.
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// The card.
    pub card: Veiligheidskaart,
    /// Its dossier; none for a card of the team that came by mail.
    pub dossier: Option<Own>,
}

/// What a card in a dossier has around it.
pub struct Own {
    /// The dossier.
    pub root: Root,
    /// The number of the card's folder.
    pub nummer: Dossiernummer,
    /// The koppeling as it was read, when there is one.
    pub koppeling: Option<(Vec<u8>, Koppeling)>,
}

impl Source {
    /// The card at a path that was given: a file, or the folder in which it lies.
    pub fn read(given: &Path, context: &Context) -> Result<Self, ToolError> {
        let mut path = context.here.join(given);
        if path.is_dir() {
            path.push("kaart.yaml");
        }
        let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        let name = path.file_name().map(ToOwned::to_owned);
        let path = match (folder, name) {
            (Some(folder), Some(name)) => folder.join(name),
            _ => path,
        };
        if team_above(&path).is_some() {
            return Err(ToolError::new(Kind::Refused, "deze kaart staat al in een teammap.")
                .because("Inbrengen gaat vanuit je dossier, of met een kaart die je per mail kreeg.")
                .advise("Noem de kaart in je dossier."));
        }
        let bytes = read(&path).map_err(super::scan::unreadable)?;
        let unreadable = || {
            let named = paste::quoted(Path::new(&context.named(&path)));
            ToolError::new(Kind::Refused, "vt kan deze kaart niet lezen. Er is niets geschreven.")
                .try_command(format!("vt check {named}"), "wat er mis is, en waar")
        };
        let doc = parse(&bytes).map_err(|_| unreadable())?;
        let card: Veiligheidskaart = doc.read().0.ok_or_else(unreadable)?;
        match dossier_above(&path) {
            Some(root) => {
                let dossier = Some(Own::read(root, &path)?);
                Ok(Self { path, card, dossier })
            }
            None if card.casus.is_some() && card.dossiernummer.is_none() => Ok(Self { path, card, dossier: None }),
            None => Err(ToolError::new(Kind::Absent, "deze kaart staat niet in een dossier.")
                .because("Het pseudoniem en je antwoorden worden bewaard in het dossier van de kaart.")
                .try_command("vt init dossier MAP", "een eigen dossier; zet de kaart daarin")),
        }
    }

    /// The team's folder: the one that was asked for, else the dossier's, else what is found.
    pub fn team(&self, command: &str, context: &Context) -> Result<Root, ToolError> {
        let of_dossier = || self.dossier.as_ref().and_then(|own| team_of(&own.root.path));
        match context.map.is_none().then(of_dossier).flatten() {
            Some(root) => Ok(root),
            None => context.team(command),
        }
    }

    /// The trees in which is written, apart from each other.
    pub fn roots(&self, team: Option<&Root>) -> Result<Roots, ToolError> {
        let dossier = self.dossier.as_ref().map(|own| own.root.path.as_path());
        Roots::of(team.map(|team| team.path.as_path()), dossier).map_err(super::write::too_close)
    }

    /// What the rules say about the card for this meeting.
    pub fn report(&self, day: NaiveDate, context: &Context) -> Report {
        let options = |scope| Options { today: context.today, past_too: false, scope, meeting: Some(day) };
        match &self.dossier {
            Some(own) => check_tree(&own.root, &options(Scope::Below(vec![self.path.clone()]))),
            None => check_lone(&self.path, &context.named(&self.path), &options(Scope::All)),
        }
    }

    /// The pseudonym that the case has; none yet when it was never handed in. A case that was
    /// handed over is brought in by another.
    pub fn casus(&self) -> Result<Option<Casus>, ToolError> {
        self.not_handed_over()?;
        self.own_casus()
    }

    /// Refuses a case that was handed over.
    pub fn not_handed_over(&self) -> Result<(), ToolError> {
        if !self.koppeling().is_some_and(Koppeling::is_overgedragen) {
            return Ok(());
        }
        Err(ToolError::new(Kind::Refused, "deze casus is overgedragen. Er is niets geschreven.")
            .because("In koppeling.yaml staat `overgedragen`: een ander brengt de casus nu in.")
            .try_command("vt nieuw NUMMER --van KAART --casus CASUS", "als je de casus terugkrijgt"))
    }

    /// The pseudonym that the case has, also when it was handed over.
    pub fn own_casus(&self) -> Result<Option<Casus>, ToolError> {
        let Some(own) = &self.dossier else {
            return match self.card.casus.as_deref().map(Casus::read) {
                Some(Ok(casus)) => Ok(Some(casus)),
                _ => Err(ToolError::new(Kind::Refused, "het pseudoniem op deze kaart klopt niet.")
                    .advise("Vraag de inbrenger om de kaart opnieuw te sturen.")),
            };
        };
        let Some((_, koppeling)) = &own.koppeling else {
            if self.card.eerder.is_none() {
                return Ok(None);
            }
            return Err(ToolError::new(Kind::Refused, "`koppeling.yaml` ontbreekt. Er is niets geschreven.")
                .because("Deze casus is eerder besproken (`eerder`) en heeft dus al een pseudoniem.")
                .advise(
                    "Zet koppeling.yaml terug van een reservekopie. Is die er niet? Maak het bestand opnieuw, met \
                     `versie: 1`, `dossiernummer` en `casus`; het pseudoniem staat op het advies.",
                ));
        };
        if koppeling.dossiernummer.is_none() || koppeling.casus.is_none() {
            return Err(ToolError::new(Kind::Refused, "`koppeling.yaml` is niet volledig. Er is niets geschreven.")
                .because("Daarin ontbreekt `dossiernummer` of `casus`; een nieuw pseudoniem zou de casus verdubbelen.")
                .advise("Zet koppeling.yaml terug van een reservekopie. Haal het bestand niet weg."));
        }
        if koppeling.versie.as_ref().is_some_and(|versie| !versie.is_known()) {
            return Err(ToolError::new(
                Kind::Refused,
                "`koppeling.yaml` is van een andere versie. Er is niets geschreven.",
            )
            .because("Deze vt leest versie 1.")
            .advise("Gebruik de vt die dit bestand schreef."));
        }
        let same = koppeling.dossiernummer.as_deref() == Some(own.nummer.as_str());
        let casus = koppeling.casus.as_deref().map(Casus::read);
        match casus {
            Some(Ok(casus)) if same => Ok(Some(casus)),
            _ if !same => Err(ToolError::new(
                Kind::Refused,
                "`koppeling.yaml` hoort bij een ander dossier. Er is niets geschreven.",
            )
            .because("`dossiernummer` in koppeling.yaml is niet het nummer van deze map. Is de map een kopie?")
            .advise("Haal koppeling.yaml weg uit een kopie: een ander gezin krijgt een eigen pseudoniem.")),
            _ => Err(ToolError::new(
                Kind::Refused,
                "het pseudoniem in `koppeling.yaml` klopt niet. Er is niets geschreven.",
            )
            .advise("Zet bij `casus` het pseudoniem zoals het op de kaart van het team staat.")),
        }
    }

    /// What was answered before: in the koppeling, and on the card itself.
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices = self.koppeling().map(Choice::of).unwrap_or_default();
        choices.extend(Choice::of_file(&self.card.blijft_staan));
        choices
    }

    /// The koppeling of its dossier, when there is one.
    pub fn koppeling(&self) -> Option<&Koppeling> {
        Some(&self.dossier.as_ref()?.koppeling.as_ref()?.1)
    }

    /// What may stand in its texts.
    pub fn stays(&self, regio: &Regio) -> Vec<String> {
        names_of(regio, Some(&self.card))
    }
}

impl Own {
    fn read(root: Root, path: &Path) -> Result<Self, ToolError> {
        let no_place = || {
            ToolError::new(Kind::Refused, "deze kaart staat niet op haar plek in het dossier.")
                .because("Een kaart staat in een map met haar dossiernummer, als kaart.yaml.")
        };
        let relative = path.strip_prefix(&root.path).map_err(|_| no_place())?;
        let parts: Vec<&str> = relative.iter().filter_map(|part| part.to_str()).collect();
        let Ok(Slot::DossierKaart(folder)) = Slot::in_dossier(&parts) else { return Err(no_place()) };
        let nummer = Dossiernummer::read(&folder).map_err(|_| no_place())?;
        let broken = || {
            ToolError::new(Kind::Refused, "vt kan `koppeling.yaml` van dit dossier niet lezen. Er is niets geschreven.")
                .because("Daarin staat het pseudoniem; een nieuw pseudoniem zou de casus verdubbelen.")
                .try_command("vt check", "wat er mis is, en waar")
        };
        let koppeling = match read(&root.path.join(&folder).join("koppeling.yaml")) {
            Err(crate::store::ReadProblem::Absent) => None,
            Err(_) => return Err(broken()),
            Ok(bytes) => {
                let doc = parse(&bytes).map_err(|_| broken())?;
                let (value, problems) = doc.read::<Koppeling>();
                let value = value.filter(|_| problems.is_empty()).ok_or_else(broken)?;
                drop(doc);
                Some((bytes, value))
            }
        };
        Ok(Self { root, nummer, koppeling })
    }
}

/// The region of a team's folder, else the one in the program.
pub fn region(team: Option<&Root>) -> Regio {
    team.and_then(|team| read_regio(&Folder::new(&team.path)).ok()).unwrap_or_else(default_regio)
}

/// A pseudonym that no case in the team's folder has.
pub fn drawn(team: Option<&Root>) -> Result<Casus, ToolError> {
    let taken: Vec<Casus> = team
        .map(|team| walk(team).files)
        .into_iter()
        .flatten()
        .filter_map(|found| if let Slot::Case(_, casus, _) = found.slot { Some(casus) } else { None })
        .collect();
    for _ in 0..16 {
        let Some(casus) = draw() else { break };
        if !taken.contains(&casus) {
            return Ok(casus);
        }
    }
    Err(ToolError::new(Kind::Io, "het systeem geeft vt geen toeval om een pseudoniem te trekken.")
        .advise("Probeer het nog eens, of start de computer opnieuw."))
}
