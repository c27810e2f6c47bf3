//! The arguments of the commands with which the chair works.

use super::{Formaat, day};
use crate::cli::vergadering::clock;
use crate::model::{Kloktijd, TafelRol};
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{ArgGroup, Args as ClapArgs};
use std::path::PathBuf;

/// `vt agenda`.
#[derive(ClapArgs)]
pub struct Agenda {
    /// de dag van de vergadering; zonder DATUM de eerstvolgende
    #[arg(value_name = "DATUM", value_parser = day)]
    pub datum: Option<NaiveDate>,
    /// tekst of json
    #[arg(long, value_name = "FORMAAT", default_value = "tekst", conflicts_with = "verzonden")]
    pub formaat: Formaat,
    /// alleen de casussen waar deze organisatie of persoon bij is
    #[arg(long, value_name = "WIE", conflicts_with = "verzonden")]
    pub voor: Option<String>,
    /// legt vast dat je de agenda hebt verstuurd, met welke versie van elke kaart
    #[arg(long)]
    pub verzonden: bool,
    /// aan wie je haar hebt verstuurd; anders aan iedereen die aan tafel komt
    #[arg(long, value_name = "ORGANISATIE", requires = "verzonden")]
    pub aan: Vec<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long, requires = "verzonden")]
    pub droog: bool,
}

/// `vt besluit`.
#[derive(ClapArgs)]
#[command(group(ArgGroup::new("besluit").args(["agenderen", "uitstellen", "afwijzen"])))]
pub struct Besluit {
    /// het pseudoniem van de casus; zonder CASUS welke er op een besluit wachten
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// de dag van de vergadering; anders de eerstvolgende, of die waarin de casus staat
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// zet de casus op de agenda
    #[arg(long, requires = "casus")]
    pub agenderen: bool,
    /// verschuift de casus naar een latere vergadering
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "casus")]
    pub uitstellen: Option<NaiveDate>,
    /// zet de casus niet op de agenda
    #[arg(long, requires = "casus")]
    pub afwijzen: bool,
    /// leest de reden uit BESTAND of met - van stdin; anders vraagt vt ernaar als zij nodig is
    #[arg(long, value_name = "BESTAND", requires = "casus")]
    pub reden: Option<PathBuf>,
    /// de plaats op de agenda: 1 is de eerste
    #[arg(long, value_name = "NUMMER", value_parser = clap::value_parser!(u32).range(1..=99), requires = "casus")]
    pub volgorde: Option<u32>,
    /// hoe lang de bespreking duurt, als dat anders is dan in de regio
    #[arg(long, value_name = "MINUTEN", value_parser = clap::value_parser!(u32).range(5..=480), requires = "casus")]
    pub minuten: Option<u32>,
    /// wie je uitnodigt: geen, kaart (wie de kaart vraagt), of "kennis: naam, organisatie"
    #[arg(long, value_name = "WIE", requires = "casus")]
    pub uitnodigen: Vec<String>,
    /// leest het advies vooraf van de gedragswetenschapper uit BESTAND of met - van stdin
    #[arg(long, value_name = "BESTAND", requires = "casus")]
    pub advies_vooraf: Option<PathBuf>,
    /// wie besluit; anders de naam in dossier.yaml
    #[arg(long, value_name = "NAAM", requires = "casus")]
    pub door: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long, requires = "casus")]
    pub droog: bool,
}

/// `vt vergadering`.
#[derive(ClapArgs)]
#[command(group(ArgGroup::new("wat").args(["extra", "vervalt", "aanwezig", "afmelden", "aanmelden"])))]
#[command(group(ArgGroup::new("wie").args(["afmelden", "aanmelden"])))]
pub struct Vergadering {
    /// de dag van de vergadering
    #[arg(value_name = "DATUM", value_parser = day)]
    pub datum: NaiveDate,
    /// hoe laat zij begint, als dat anders is dan in de regio
    #[arg(long, value_name = "TIJD", value_parser = clock, conflicts_with = "wat")]
    pub begin: Option<Kloktijd>,
    /// hoe laat zij eindigt
    #[arg(long, value_name = "TIJD", value_parser = clock, conflicts_with = "wat")]
    pub eind: Option<Kloktijd>,
    /// waar zij is
    #[arg(long, value_name = "PLAATS", conflicts_with = "wat")]
    pub locatie: Option<String>,
    /// meldt een organisatie of een persoon af, of met --casus de inbrenger van een casus
    #[arg(long, value_name = "WIE")]
    pub afmelden: Option<String>,
    /// meldt wie was afgemeld weer aan
    #[arg(long, value_name = "WIE")]
    pub aanmelden: Option<String>,
    /// in welke rol, als dat er meer zijn
    #[arg(long, value_name = "ROL", requires = "wie",
          value_parser = PossibleValuesParser::new(TafelRol::ALL.map(TafelRol::sleutel)).map(|word| TafelRol::named(&word).unwrap_or(TafelRol::Overig)))]
    pub rol: Option<TafelRol>,
    /// van welke casus je de inbrenger af- of aanmeldt
    #[arg(long, value_name = "CASUS", requires = "wie")]
    pub casus: Option<String>,
    /// wie in de plaats komt van wie je afmeldt, als "naam, organisatie"; mag ook later
    #[arg(long, value_name = "WIE", requires = "afmelden")]
    pub vervanger: Option<String>,
    /// laat de vergadering vervallen, om deze reden
    #[arg(long, value_name = "REDEN")]
    pub vervalt: Option<String>,
    /// de vergadering waar de casussen heen gaan
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "vervalt")]
    pub naar: Option<NaiveDate>,
    /// maakt van deze dag een extra vergadering
    #[arg(long, value_name = "REDEN")]
    pub extra: Option<String>,
    /// hoeveel dagen voor een extra vergadering een casus binnen moet zijn
    #[arg(long, value_name = "DAGEN", requires = "extra", value_parser = clap::value_parser!(u32).range(0..=60))]
    pub inbreng_dagen: Option<u32>,
    /// vraagt wie er was, en legt dat vast; staat het er al, dan zet je het zo recht
    #[arg(long)]
    pub aanwezig: bool,
    /// iedereen die op de agenda staat was er, zonder te vragen
    #[arg(long, requires = "aanwezig")]
    pub volgens_agenda: bool,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt bespreking`.
#[derive(ClapArgs, Default)]
#[command(group(ArgGroup::new("bestand").args(["sjabloon", "weggooien"])))]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Bespreking {
    /// het pseudoniem van de casus
    #[arg(value_name = "CASUS")]
    pub casus: String,
    /// de dag van de vergadering; anders de laatste tot en met vandaag waarin de casus staat
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// zet een bestand klaar om zelf in te vullen, met bij elke sleutel een vraag
    #[arg(long)]
    pub sjabloon: bool,
    /// gooit een bespreking weg die bij vergissing is begonnen
    #[arg(long)]
    pub weggooien: bool,
    /// gooit weg zonder het te vragen
    #[arg(long, requires = "weggooien")]
    pub ja: bool,
    /// toont bij --sjabloon en --weggooien wat er zou veranderen, en doet het niet
    #[arg(long, requires = "bestand")]
    pub droog: bool,
}

/// `vt opruimen`.
#[derive(ClapArgs)]
pub struct Opruimen {
    /// het pseudoniem van de casus die weg mag; zonder CASUS welke er weg kunnen
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// haalt de casus weg zonder het te vragen
    #[arg(long, requires = "casus")]
    pub ja: bool,
    /// toont wat er weg zou gaan, en haalt niets weg
    #[arg(long, requires = "casus")]
    pub droog: bool,
}
