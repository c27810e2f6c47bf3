//! The arguments of the commands with which a professional works on a card and a case.

use super::day;
use crate::model::Soort;
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args as ClapArgs};
use std::path::PathBuf;

/// `vt nieuw`.
#[derive(ClapArgs)]
pub struct Nieuw {
    /// het nummer van het dossier; zo heet de map van de kaart. Zonder NUMMER vraagt vt ernaar
    #[arg(value_name = "NUMMER")]
    pub nummer: Option<String>,
    /// maakt een kaart om zelf in te vullen, met bij elke sleutel een vraag
    #[arg(long)]
    pub sjabloon: bool,
    /// neemt de kaart over die je van een andere casusregisseur kreeg
    #[arg(long, value_name = "KAART", conflicts_with_all = ["sjabloon", "soort"])]
    pub van: Option<PathBuf>,
    /// het pseudoniem dat de casus al heeft, bij een kaart die je overneemt
    #[arg(long, value_name = "CASUS", requires = "van")]
    pub casus: Option<String>,
    /// je oude kaart van een casus die bij je terugkomt: vervangen of houden
    #[arg(long, value_name = "WAT", requires = "van", value_parser = PossibleValuesParser::new(["vervangen", "houden"]))]
    pub oude_kaart: Option<String>,
    /// van een nieuwe kaart: nieuw, vervolg, monitor of afsluiten_maatregel
    #[arg(long, value_name = "SOORT", default_value = "nieuw",
          value_parser = PossibleValuesParser::new(Soort::ALL.map(Soort::sleutel)))]
    pub soort: String,
    /// toont met --sjabloon wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt pseudonimiseer`.
#[derive(ClapArgs)]
pub struct Pseudonimiseer {
    /// de kaart in je dossier, of de map waarin zij staat
    #[arg(value_name = "KAART")]
    pub kaart: PathBuf,
    /// voor deze vergadering; anders de eerste waarvoor je nog op tijd bent
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// schrijft de kaart naar een nieuw bestand, om te mailen
    #[arg(long, value_name = "BESTAND")]
    pub naar: Option<PathBuf>,
    /// toont wat er in je dossier geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt inbrengen`.
#[derive(ClapArgs)]
pub struct Inbrengen {
    /// de kaart in je dossier, of een kaart met een pseudoniem die je kreeg
    #[arg(value_name = "KAART")]
    pub kaart: PathBuf,
    /// de dag van de vergadering; zonder DATUM noemt vt de eerstvolgende
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// brengt ook na de laatste dag in: vt vraagt waarom, of leest dat uit BESTAND of met - van stdin
    #[arg(long, value_name = "BESTAND", num_args = 0..=1)]
    #[allow(clippy::option_option, reason = "not given, given alone, given with a file")]
    pub spoed: Option<Option<PathBuf>>,
    /// wie inbrengt; anders de naam in dossier.yaml
    #[arg(long, value_name = "NAAM")]
    pub door: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt toon`.
#[derive(ClapArgs)]
pub struct Toon {
    /// een kaart, de map waarin zij staat, een dossiernummer, of het pseudoniem van een casus
    #[arg(value_name = "KAART|CASUS")]
    pub wat: PathBuf,
    /// van een casus: in deze vergadering; anders de laatste tot en met vandaag, of de eerstvolgende
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
}

/// `vt intrekken`.
#[derive(ClapArgs)]
pub struct Intrekken {
    /// het pseudoniem van de casus, of het nummer van je dossier
    #[arg(value_name = "CASUS")]
    pub casus: String,
    /// de dag van de vergadering; anders de eerstvolgende waarin de casus staat
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// leest de reden uit BESTAND of met - van stdin; anders vraagt vt ernaar
    #[arg(long, value_name = "BESTAND")]
    pub reden: Option<PathBuf>,
    /// wie intrekt; anders de naam in dossier.yaml
    #[arg(long, value_name = "NAAM")]
    pub door: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt herleid`.
#[derive(ClapArgs)]
pub struct Herleid {
    /// het pseudoniem van de casus, of het nummer van je dossier
    #[arg(value_name = "CASUS")]
    pub casus: String,
    /// de dag van de vergadering; anders de laatste waarin de casus besproken is
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// schrijft een brief aan één lezer, om zelf aan te passen
    #[arg(long, requires = "aan")]
    pub brief: bool,
    /// de lezer van de brief: moeder, kind1, of een ander uit het gezin zoals bij `wie` op de kaart
    #[arg(long, value_name = "WIE", requires = "brief")]
    pub aan: Option<String>,
}

/// `vt overdracht`.
#[derive(ClapArgs)]
pub struct Overdracht {
    /// de kaart in je dossier, of de map waarin zij staat
    #[arg(value_name = "KAART")]
    pub kaart: PathBuf,
    /// de nieuwe casusregisseur: naam en organisatie, met een komma ertussen
    #[arg(long, value_name = "WIE")]
    pub aan: Option<String>,
    /// de dag van de overdracht
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub datum: Option<NaiveDate>,
    /// wie van het gezin erbij was, zoals bij `wie` op de kaart en met een komma ertussen; of geen
    #[arg(long, value_name = "WIE")]
    pub met: Option<String>,
    /// met --met geen: leest de reden uit BESTAND of met - van stdin
    #[arg(long, value_name = "BESTAND")]
    pub reden: Option<PathBuf>,
    /// ja of nee: blijft de vorige casusregisseur betrokken
    #[arg(long, value_name = "JA|NEE", value_parser = PossibleValuesParser::new(["ja", "nee"]))]
    pub blijft_aangehaakt: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt nazorg`.
#[derive(ClapArgs)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[command(group(ArgGroup::new("stand").args(["gedaan", "kon_niet", "niet_gedaan"]).requires("afspraak")))]
pub struct Nazorg {
    /// het pseudoniem van de casus, of het nummer van je dossier; zonder CASUS alles wat open is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// legt vast wat er van het advies en de afspraken is geworden, vanuit je dossier
    #[arg(long, requires = "casus")]
    pub afronden: bool,
    /// van de bespreking op deze dag; anders de laatste tot en met vandaag
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "afronden")]
    pub vergadering: Option<NaiveDate>,
    /// op welke dag je het advies met het gezin besprak
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "afronden")]
    pub terugkoppeling: Option<NaiveDate>,
    /// met wie, zoals bij `wie` op de kaart, met een komma ertussen: moeder,kind1
    #[arg(long, value_name = "WIE", value_delimiter = ',', requires = "terugkoppeling")]
    pub met: Vec<String>,
    /// leest hun reactie uit BESTAND of met - van stdin
    #[arg(long, value_name = "BESTAND", requires = "terugkoppeling")]
    pub reactie: Option<PathBuf>,
    /// het nummer van de afspraak waarvan je vastlegt hoe het ging
    #[arg(long, value_name = "NR", requires_all = ["afronden", "stand"])]
    pub afspraak: Option<u32>,
    /// de afspraak is gedaan
    #[arg(long)]
    pub gedaan: bool,
    /// de afspraak kon niet; vt vraagt waarom
    #[arg(long)]
    pub kon_niet: bool,
    /// de afspraak is niet gedaan; vt vraagt waarom
    #[arg(long)]
    pub niet_gedaan: bool,
    /// op welke dag dat was; anders vandaag
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "afspraak")]
    pub op: Option<NaiveDate>,
    /// leest uit BESTAND of met - van stdin waarom het niet kon of niet is gedaan
    #[arg(long, value_name = "BESTAND", requires = "afspraak")]
    pub reden: Option<PathBuf>,
    /// of je verder kon met het advies: ja, deels of nee
    #[arg(long, value_name = "WOORD", requires = "afronden", value_parser = PossibleValuesParser::new(["ja", "deels", "nee"]))]
    pub verder_geholpen: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long, requires = "afronden")]
    pub droog: bool,
}
