//! The files of both trees as types: what each key means, and nothing else.
//!
//! No I/O, no terminal, no rules. Every field may be missing, because *missing* is
//! something a rule says, in words that fit the key. Scalars with more than one
//! form (a date or a word, a figure or `geen`) are types of their own.

mod bespreking;
mod casus;
mod datum;
mod dossier;
mod dossiernummer;
mod gesprek;
mod gezin;
mod kaart;
mod keuzes;
mod keuzes_kaart;
mod keuzes_woorden;
mod lijst;
mod naam;
mod plek;
mod regio;
mod rooster;
mod scalar;
mod schema;
mod sleutels;
mod vergadering;
mod wie;

pub use bespreking::{
    Advies, Afspraak, Bespreking, Haalbaar, Interventie, KaartAanvulling, Keuze, MonitorAfspraak, Nazorg,
    NazorgAfspraak, ReactieInbrenger, Terugkoppeling, Visie, Weging,
};
pub use casus::{Casus, CasusFout};
pub use datum::{Datum, Kloktijd, Moment, Tijdstip};
pub use dossier::{Dossier, Koppeling, OverdrachtNaar, TekstKeuze, Vervanging};
pub use dossiernummer::{Dossiernummer, DossiernummerFout, is_device};
pub use gesprek::{
    Expert, Geinformeerd, GesprekGezin, Hulp, InternBesproken, Maatregel, Meldcode, Overdracht, Reactie, Risicofactor,
    RvdkBesluit, RvdkTraject, Stem, SterkPunt, Veiligheidsafspraak, Vraag,
};
pub use gezin::{Adres, Gezin, InDeTekst, Lid, is_reden};
pub use kaart::{BlijftStaan, Casusregisseur, Feit, Inbrenger, Ingebracht, Veiligheidskaart, Verantwoording};
pub use keuzes::*;
pub use keuzes_kaart::*;
pub use lijst::Lijst;
pub use naam::Bekend;
pub use plek::{item_step, named, named_path};
pub use regio::{
    Extra, Gemeente, Groep, Jaarprogramma, Leeftijden, Minuten, Moment as RegioMoment, Organisatie, Persoon, Regio,
    Spreiding, Termijnen, Vakantie, VasteDeelnemer, Vergaderpatroon, Vervanger, Zetel,
};
pub use rooster::{Afwezig, Afwezigheid, Rooster, Ruiling, Vervallen};
pub use scalar::{Cijfer, Geboorte, Gemeld, Leeftijd, Versie};
pub use schema::Bestand;
pub use sleutels::is_sleutel;
pub use vergadering::{
    Aanwezig, Aanwezige, Afgemeld, Besluit, Deelnemer, EerderVerzonden, Ingetrokken, Notulist, Uitgenodigde,
    Vergadering, Vervalt, Verwacht, Verzonden,
};
pub use wie::is_role;
