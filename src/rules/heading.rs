//! The headings of the handbook that rules cite.

/// The edition of the handbook that the rules follow. It stands in every citation.
pub const EDITION: &str = "Handleiding januari 2026";

/// A heading of the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "`parts` says each in full")]
pub enum Heading {
    Opdracht,
    WatMagDeInbrengerVerwachten,
    Deelnemers,
    Voorzitter,
    Inbrenger,
    VerantwoordelijkeGemeente,
    Experts,
    Cvc,
    Gedragswetenschapper,
    Zorgaanbieders,
    VeiligThuis,
    GecertificeerdeInstellingen,
    Samenwerken,
    StemKlinktDoor,
    OptiesEnRoutes,
    Stap0,
    Aanleiding,
    Waarden,
    WatIsNodig,
    DeVeiligheidskaart,
    Bespreking,
    Stap2,
    VerschilVanVisie,
    Interventies,
    OnderzoekRvdk,
    OvergangGi,
    AfsluitenMaatregel,
    Achttien,
    SuccesVieren,
    Nazorg,
    LerenEnEvalueren,
    Bijlage,
}

impl Heading {
    /// The chapter (none for the annex) and the heading.
    #[must_use]
    pub fn parts(self) -> (Option<u8>, &'static str) {
        match self {
            Self::Opdracht => (Some(1), "Opdracht"),
            Self::WatMagDeInbrengerVerwachten => {
                (Some(1), "Wat mag de inbrenger van een casus verwachten van het VeiligheidsTeam?")
            }
            Self::Deelnemers => (Some(2), "Deelnemers"),
            Self::Voorzitter => (Some(2), "Voorzitter"),
            Self::Inbrenger => (Some(2), "Flexibel: Inbrenger"),
            Self::VerantwoordelijkeGemeente => (Some(2), "Flexibel: Verantwoordelijke gemeente"),
            Self::Experts => (Some(2), "Flexibel: Experts"),
            Self::Cvc => (Some(2), "CVC'er"),
            Self::Gedragswetenschapper => (Some(2), "Gedragswetenschapper (GW)"),
            Self::Zorgaanbieders => (Some(2), "Zorgaanbieders sluiten niet aan, tenzij"),
            Self::VeiligThuis => (Some(2), "Veilig Thuis (VT)"),
            Self::GecertificeerdeInstellingen => (Some(2), "Gecertificeerde Instellingen (GI)"),
            Self::Samenwerken => (Some(3), "Samenwerken met jeugdigen en ouders"),
            Self::StemKlinktDoor => (Some(3), "De stem van jeugdigen en ouders klinkt altijd nog door"),
            Self::OptiesEnRoutes => (Some(3), "Opties en routes tijdig met het gezin bespreken"),
            Self::Stap0 => (Some(4), "Stap 0: Begeleiding door het lokaal team"),
            Self::Aanleiding => (Some(4), "Aanleiding"),
            Self::Waarden => (Some(4), "Waarden en uitgangspunten"),
            Self::WatIsNodig => (Some(4), "Wat is nodig om een casus in te brengen?"),
            Self::DeVeiligheidskaart => (Some(4), "De Veiligheidskaart"),
            Self::Bespreking => (Some(4), "Hoe verloopt een bespreking?"),
            Self::Stap2 => (Some(4), "Stap 2: Vervolgacties en interventies"),
            Self::VerschilVanVisie => (Some(4), "Verschil van visie"),
            Self::Interventies => (
                Some(4),
                "Mogelijke interventies binnen het vrijwillig kader om de veiligheid in het gezin te herstellen",
            ),
            Self::OnderzoekRvdk => (Some(4), "Onderzoek door de Raad voor de Kinderbescherming"),
            Self::OvergangGi => (Some(4), "Overgang naar Gecertificeerde Instellingen"),
            Self::AfsluitenMaatregel => {
                (Some(4), "Afsluiten maatregel en overgang naar de toegang, altijd via het VeiligheidsTeam")
            }
            Self::Achttien => (Some(4), "18- /18+"),
            Self::SuccesVieren => (Some(4), "Succes vieren"),
            Self::Nazorg => (Some(4), "Stap 3: Nazorg"),
            Self::LerenEnEvalueren => (Some(5), "Leren en evalueren"),
            Self::Bijlage => (None, "Historisch perspectief"),
        }
    }
}

/// The citation of these headings: edition, chapter, heading.
#[must_use]
pub fn citation(headings: &[Heading]) -> Option<String> {
    if headings.is_empty() {
        return None;
    }
    let parts = headings.iter().map(|heading| match heading.parts() {
        (Some(chapter), title) => format!("hoofdstuk {chapter}, {title}"),
        (None, title) => format!("bijlage, {title}"),
    });
    Some(format!("{EDITION}, {}", parts.collect::<Vec<_>>().join("; ")))
}
