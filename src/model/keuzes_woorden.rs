//! The choices as a screen says them, where a whole card or a whole discussion is shown.

use super::{
    Aandacht, Aandachtsgebied, AdviesUitkomst, Akkoord, BesluitSoort, Bron, Contact, EindeReden, GeleidDoor,
    InterventieSoort, JeugdhulpNaAfloop, MaatregelSoort, Rol, Route, RvdkBesluitSoort, RvdkUitkomst, UitnodigingRol,
    VerderGeholpen, VraagSoort, Wijze, ZorgaanbiederReden,
};

/// Gives each choice its words.
macro_rules! woorden {
    ($($soort:ty { $($keuze:ident => $woorden:literal),+ $(,)? })+) => {$(
        impl $soort {
            /// As a screen says it.
            #[must_use]
            pub fn woorden(self) -> &'static str {
                match self {
                    $(Self::$keuze => $woorden,)+
                }
            }
        }
    )+};
}

woorden! {
    Rol {
        Jeugdige => "jeugdige",
        OuderMetGezag => "ouder met gezag",
        OuderZonderGezag => "ouder zonder gezag",
        OuderGezagOnbekend => "ouder, gezag onbekend",
        Voogd => "voogd",
        Pleegouder => "pleegouder",
        Stiefouder => "stiefouder",
        Opvoeder => "opvoeder",
        BroerZus => "broer of zus",
        Grootouder => "grootouder",
        Overig => "overig",
    }
    Contact {
        Ja => "heeft contact",
        Nee => "heeft geen contact",
        Onbekend => "contact onbekend",
        WoontSamen => "woont samen met de ouder met gezag",
    }
    Aandachtsgebied {
        HuiselijkGeweld => "huiselijk geweld",
        Kindermishandeling => "kindermishandeling",
        EergerelateerdGeweld => "eergerelateerd geweld",
        IntiemeTerreur => "intieme terreur",
    }
    Bron {
        EigenWaarneming => "eigen waarneming",
        Jeugdige => "jeugdige",
        Ouder => "ouder",
        Familie => "familie",
        Professional => "professional",
        Ander => "een ander",
    }
    Wijze {
        Mondeling => "mondeling",
        Schriftelijk => "schriftelijk",
        Telefonisch => "telefonisch",
        EMail => "per e-mail",
    }
    Akkoord {
        Ja => "ja",
        Nee => "nee",
        NietGevraagd => "niet gevraagd",
    }
    Route {
        Veiligheidsteam => "VeiligheidsTeam",
        VeiligThuis => "Veilig Thuis",
        Rvdk => "Raad voor de Kinderbescherming",
    }
    VraagSoort {
        Weging => "weging: kijk ik goed naar de feiten en de mensen",
        Inzet => "inzet: wat is nodig, van welke organisatie",
        Anders => "een andere vraag",
    }
    ZorgaanbiederReden {
        ExpertiseNodig => "zorgaanbieder, om de expertise",
        CasusregisseurOnvoldoendeOpDeHoogte => "zorgaanbieder, die meer weet dan de casusregisseur",
    }
    MaatregelSoort {
        Ots => "ondertoezichtstelling",
        Voogdij => "voogdij",
    }
    EindeReden {
        Achttien => "wordt 18 jaar",
        DoelenBehaald => "doelen behaald",
        Overig => "een andere reden",
    }
    JeugdhulpNaAfloop {
        Ja => "ja",
        Verlengd => "ja, verlengde jeugdhulp",
        Nee => "nee",
    }
    Aandacht {
        Wonen => "wonen",
        Wmo => "Wmo",
        MaatschappelijkWerk => "maatschappelijk werk",
    }
    GeleidDoor {
        Casusregisseur => "de casusregisseur",
        Rvdk => "de Raad voor de Kinderbescherming",
        Ander => "een ander",
    }
    RvdkBesluitSoort {
        Volgen => "volgen",
        Onderzoek => "onderzoek",
        GeenOnderzoek => "geen onderzoek",
    }
    RvdkUitkomst {
        VerzoekAfgewezen => "verzoek afgewezen",
        GeenRekest => "geen rekest",
        MaatregelOpgelegd => "maatregel opgelegd",
        GeenMaatregelOpgelegd => "geen maatregel opgelegd",
    }
    BesluitSoort {
        Agenderen => "op de agenda",
        Uitstellen => "uitgesteld",
        Afwijzen => "afgewezen",
    }
    UitnodigingRol {
        Expert => "expert",
        Zorgaanbieder => "zorgaanbieder",
        Overig => "",
    }
    AdviesUitkomst {
        Eensluidend => "eensluidend",
        MeesteStemmen => "meeste stemmen",
        Gelijk => "gelijke stemmen",
    }
    InterventieSoort {
        OndersteuningEnZorg => "ondersteuning en zorg",
        Netwerkberaad => "netwerkberaad",
        Interventiegesprek => "interventiegesprek",
        InterventiegesprekRvdk => "interventiegesprek met de Raad voor de Kinderbescherming",
        WarmeOverdracht => "warme overdracht",
    }
    VerderGeholpen {
        Ja => "ja",
        Deels => "deels",
        Nee => "nee",
    }
}
