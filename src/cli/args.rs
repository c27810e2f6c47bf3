//! The arguments. Their words are the help: `help.rs` lays them out.

mod chair;
mod planning;
mod professional;

use crate::calendar::typed_day;
use crate::model::{Bestand, Datum};
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

pub use chair::{Agenda, Besluit, Bespreking, Opruimen, Vergadering};
pub use planning::{Kalender, KalenderFormaat, Rooster, RoosterFormaat};
pub use professional::{Herleid, Inbrengen, Intrekken, Nazorg, Nieuw, Overdracht, Pseudonimiseer, Toon};

/// vt helpt een VeiligheidsTeam: kaarten nakijken, inbrengen zonder namen, en de agenda maken.
#[derive(Parser)]
#[command(
    name = "vt",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    args_override_self = true
)]
#[command(after_help = "vt check RSD-2026-00412/kaart.yaml\nvt --map veiligheidsteam agenda 2026-03-12")]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
    /// toont de versie
    #[arg(short = 'V', long = "version", action = ArgAction::Version, global = false)]
    version: Option<bool>,
}

/// What every command takes.
#[derive(ClapArgs)]
pub struct Common {
    /// de teammap: de map met regio.yaml (of zet VT_MAP)
    #[arg(long, value_name = "DIR", global = true)]
    pub map: Option<PathBuf>,
    /// het dossier: de map met dossier.yaml (of zet VT_DOSSIER)
    #[arg(long, value_name = "DIR", global = true)]
    pub dossier: Option<PathBuf>,
    /// rekent alsof het die dag is, bijvoorbeeld 2026-03-04
    #[arg(long, value_name = "DATUM", value_parser = day, global = true)]
    pub vandaag: Option<NaiveDate>,
    /// kleur en vet: auto, altijd of nooit; auto kijkt ook naar NO_COLOR
    #[arg(long, value_name = "WANNEER", global = true, default_value = "auto")]
    pub kleur: Kleur,
    /// toont alleen wat er gevonden is: geen telling, geen opmerkingen
    #[arg(long, global = true)]
    pub stil: bool,
    /// toont deze hulp
    #[arg(short = 'h', long = "help", action = ArgAction::Help, global = true)]
    help: Option<bool>,
}

/// A day as files write it, or as people do with the year: one that is the same day whenever it
/// is read. What is wrong with it is said by `dutch.rs`.
fn day(text: &str) -> Result<NaiveDate, &'static str> {
    let written = text.parse::<Datum>().map(|day| day.0).ok();
    let read_in = |year| typed_day(text, NaiveDate::from_ymd_opt(year, 1, 1)?);
    written.or_else(|| read_in(2001).filter(|day| read_in(2061) == Some(*day))).ok_or("geen dag")
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kleur {
    Auto,
    Altijd,
    Nooit,
}

/// In which form the answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Formaat {
    Tekst,
    Json,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// kijkt een kaart, een vergadering of een hele map na
    #[command(after_help = "vt check\nvt check RSD-2026-00412/kaart.yaml --vergadering 2026-03-12\n\
                            vt check RSD-2026-00412/kaart.yaml --lijst\n\
                            vt check RSD-2026-00412/kaart.yaml --vul-aan")]
    Check(Check),
    /// legt een regel uit, of toont alle regels
    #[command(after_help = "vt uitleg INB05\nvt uitleg --zoek ouder")]
    Uitleg(Uitleg),
    /// zoekt in een tekst wat een gezin kan noemen
    #[command(after_help = "vt scan verslag.txt\nvt scan RSD-2026-00412/kaart.yaml --formaat json\nvt scan --haak")]
    Scan(Scan),
    /// maakt de agenda van een vergadering
    #[command(
        after_help = "vt agenda 2026-03-12\nvt agenda --formaat json\nvt agenda 2026-03-12 --voor Novadic-Kentron\n\
                            vt agenda 2026-03-12 --verzonden"
    )]
    Agenda(Agenda),
    /// legt vast wat de voorzitter besluit over een casus
    #[command(after_help = "vt besluit 7k3f-9qxr --agenderen\n\
                            vt besluit 7k3f-9qxr --uitstellen 2026-03-19 --reden reden.txt")]
    Besluit(Besluit),
    /// schrijft de bespreking van een casus op, stap voor stap
    #[command(after_help = "vt bespreking 7k3f-9qxr\nvt bespreking 7k3f-9qxr --sjabloon")]
    Bespreking(Bespreking),
    /// legt vast wat er anders is aan een vergadering, en wie er was
    #[command(after_help = "vt vergadering 2026-03-12\nvt vergadering 2026-03-12 --begin 13:00 --eind 16:00\n\
                            vt vergadering 2026-03-12 --afmelden SPRING\n\
                            vt vergadering 2026-03-12 --vervalt \"De zaal is bezet.\" --naar 2026-03-19\n\
                            vt vergadering 2026-03-12 --aanwezig")]
    Vergadering(Vergadering),
    /// toont een kaart en haar bespreking om te lezen
    #[command(after_help = "vt toon 7k3f-9qxr\nvt toon 7k3f-9qxr --vergadering 2026-03-12\n\
                            vt toon RSD-2026-00412")]
    Toon(Toon),
    /// maakt het eerlijkste rooster van een jaar, en legt het vast
    #[command(after_help = "vt rooster 2026\nvt rooster 2026 --vastleggen --droog\nvt rooster --waarom 2026-03-12\n\
                            vt rooster --ruil 2026-03-12 2026-03-19 --groep klein\n\
                            vt rooster --ruil 2026-03-12 --groep klein --aan Moerdijk\n\
                            vt rooster --afwezig Rucphen --van 2026-07-20 --tot 2026-08-07\n\
                            vt rooster 2026 --stel-dat Rucphen weg vanaf 2026-07-01\n\
                            vt rooster 2026 --formaat ics --voor Rucphen")]
    Rooster(Rooster),
    /// maakt een nieuwe teammap of een nieuw dossier
    #[command(after_help = "vt init team veiligheidsteam\nvt init dossier mijn-dossier --team veiligheidsteam")]
    Init(Init),
    /// vult een kaart in je dossier in, vraag voor vraag
    #[command(after_help = "vt nieuw RSD-2026-00412\nvt nieuw RSD-2026-00412 --sjabloon\n\
                            vt nieuw RSD-2026-00412 --van ontvangen.yaml --casus 7k3f-9qxr")]
    Nieuw(Nieuw),
    /// toont een kaart zoals het team haar ziet
    #[command(after_help = "vt pseudonimiseer RSD-2026-00412/kaart.yaml\n\
                            vt pseudonimiseer RSD-2026-00412/kaart.yaml --naar casus.yaml")]
    Pseudonimiseer(Pseudonimiseer),
    /// brengt een kaart in voor een vergadering, gepseudonimiseerd
    #[command(after_help = "vt inbrengen RSD-2026-00412/kaart.yaml --vergadering 2026-03-12\n\
                            vt inbrengen RSD-2026-00412/kaart.yaml --vergadering 2026-03-12 --spoed")]
    Inbrengen(Inbrengen),
    /// trekt een ingebrachte casus in, met de reden
    #[command(after_help = "vt intrekken 7k3f-9qxr\nvt intrekken 7k3f-9qxr --reden reden.txt")]
    Intrekken(Intrekken),
    /// toont het advies met de namen van het gezin, of een brief
    #[command(after_help = "vt herleid 7k3f-9qxr\nvt herleid 7k3f-9qxr --brief --aan moeder")]
    Herleid(Herleid),
    /// draagt een casus over aan een andere casusregisseur
    #[command(after_help = "vt overdracht RSD-2026-00412\n\
                            vt overdracht RSD-2026-00412 --aan \"Femke de Rooij, Jeugdbescherming Brabant\" \
                            --datum 2026-03-04 --met moeder,kind1 --blijft-aangehaakt ja")]
    Overdracht(Overdracht),
    /// toont wat er na de besprekingen open is, en rondt het af
    #[command(after_help = "vt nazorg\nvt nazorg 0q54-r7cv\nvt nazorg 0q54-r7cv --afronden\n\
                            vt nazorg 0q54-r7cv --afronden --terugkoppeling 2026-03-06 --met moeder,kind1\n\
                            vt nazorg 0q54-r7cv --afronden --afspraak 1 --gedaan --op 2026-03-05")]
    Nazorg(Nazorg),
    /// toont welke casussen te lang bewaard zijn, en haalt ze weg
    #[command(after_help = "vt opruimen\nvt opruimen 2kt7-hptm --droog")]
    Opruimen(Opruimen),
    /// toont het jaar: vergaderingen, feestdagen en momenten
    #[command(after_help = "vt kalender 2026\nvt kalender 2026 --formaat ics\nvt kalender 2026 --vastleggen --droog")]
    Kalender(Kalender),
    /// toont het JSON Schema van een soort bestand, voor een editor
    #[command(after_help = "vt schema kaart")]
    Schema(Schema),
    /// toont het script waarmee je shell vt aanvult
    #[command(after_help = "vt aanvulling bash")]
    Aanvulling(Aanvulling),
}

/// `vt check`.
#[derive(Clone, ClapArgs)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Check {
    /// kaarten, bestanden of mappen; zonder PAD de map waarin je staat
    #[arg(value_name = "PAD")]
    pub pad: Vec<PathBuf>,
    /// kijkt alsof je de kaart voor deze vergadering inbrengt; in de teammap: alleen die vergadering
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub vergadering: Option<NaiveDate>,
    /// toont de eisen voor het inbrengen van één kaart als lijst
    #[arg(long)]
    pub lijst: bool,
    /// vraagt wat er op één kaart van je dossier ontbreekt, en zet de antwoorden erin
    #[arg(long, conflicts_with_all = ["lijst", "formaat"])]
    pub vul_aan: bool,
    /// toont ook de tips; anders worden ze alleen geteld
    #[arg(long)]
    pub tips: bool,
    /// eindigt ook bij een waarschuwing met status 1
    #[arg(long)]
    pub streng: bool,
    /// kijkt ook kaarten van vergaderingen na die al geweest zijn
    #[arg(long)]
    pub alles: bool,
    /// tekst of json
    #[arg(long, value_name = "FORMAAT", default_value = "tekst")]
    pub formaat: Formaat,
}

/// `vt uitleg`.
#[derive(ClapArgs)]
pub struct Uitleg {
    /// de naam van een regel, zoals INB05; zonder REGEL komen alle regels
    #[arg(value_name = "REGEL")]
    pub regel: Option<String>,
    /// zoekt regels waarin dit woord voorkomt
    #[arg(long, value_name = "WOORD", conflicts_with = "regel")]
    pub zoek: Option<String>,
}

/// `vt schema`.
#[derive(ClapArgs)]
pub struct Schema {
    /// kaart, koppeling, dossier, regio, vergadering, verzonden, aanwezig, verwacht,
    /// ingetrokken, besluit, bespreking, nazorg, rooster of afwezigheid
    #[arg(value_name = "SOORT", value_parser = PossibleValuesParser::new(Bestand::ALL.map(Bestand::name)))]
    pub soort: String,
}

/// `vt aanvulling`.
#[derive(ClapArgs)]
pub struct Aanvulling {
    /// bash, elvish, fish, powershell of zsh
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// What `vt init` makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InitSoort {
    Team,
    Dossier,
}

/// `vt init`.
#[derive(ClapArgs)]
pub struct Init {
    /// team of dossier
    #[arg(value_name = "SOORT")]
    pub soort: InitSoort,
    /// de map die het wordt; zij mag er al zijn
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// van een dossier: je naam; zonder deze optie vraagt vt ernaar
    #[arg(long, value_name = "NAAM")]
    pub naam: Option<String>,
    /// van een dossier: je organisatie
    #[arg(long, value_name = "NAAM")]
    pub organisatie: Option<String>,
    /// van een dossier: de vaste deelnemer via wie je inbrengt
    #[arg(long, value_name = "NAAM")]
    pub via: Option<String>,
    /// van een dossier: waar de teammap staat
    #[arg(long, value_name = "DIR")]
    pub team: Option<PathBuf>,
    /// van een teammap: laat git voor elke commit nakijken wat een gezin kan noemen
    #[arg(long)]
    pub haak: bool,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// `vt scan`.
#[derive(ClapArgs)]
pub struct Scan {
    /// een kaart of een andere tekst; zonder BESTAND, of met -, wat er op stdin binnenkomt
    #[arg(value_name = "BESTAND")]
    pub bestand: Option<PathBuf>,
    /// voor git: kijkt na wat er in een commit komt, of met BESTAND de boodschap van een commit
    #[arg(long, conflicts_with = "formaat")]
    pub haak: bool,
    /// tekst of json
    #[arg(long, value_name = "FORMAAT", default_value = "tekst")]
    pub formaat: Formaat,
}
