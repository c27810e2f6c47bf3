//! What the note-taker reads who wants to know why something is asked.

use super::Vraag;

impl Vraag {
    /// Why this is asked, and what counts as an answer (chapter 4, Hoe verloopt een bespreking,
    /// Vervolgacties en interventies, Verschil van visie; chapter 5, Terugblik).
    #[must_use]
    pub fn uitleg(self) -> &'static str {
        match self {
            Self::InbrengerAanwezig => {
                "Is de inbrenger er niet, dan maakt de vaste deelnemer van diens organisatie de aantekeningen."
            }
            Self::Notulist => {
                "Dat is de vaste deelnemer van de organisatie van de inbrenger: die brengt het advies thuis."
            }
            Self::Vragenronde => {
                "Elke deelnemer stelt vragen om het beeld helder te krijgen, nog zonder mening. Zo komen er nieuwe \
                 invalshoeken."
            }
            Self::Stem => "De woorden van het kind en van de ouders staan op de kaart. Lees ze voor, en vraag ernaar.",
            Self::Cijfer(_) => {
                "Iedereen aan tafel geeft een eigen cijfer; niemand maakt er een gemiddelde van. Wie de situatie niet \
                 kan wegen, zegt geen, met de reden."
            }
            Self::Eens => "Het advies is er één van allen. Lukt dat niet, dan staat elke visie er, met wie haar deelt.",
            Self::Visie(_) => {
                "Wat zou het advies zijn volgens deze mensen? Iedereen deelt één visie. De visie van de meesten is het \
                 advies; de andere blijven staan."
            }
            Self::Delers(_) => "Typ de nummers van wie deze visie deelt. Iedereen deelt er één.",
            Self::Ronde => "Iedereen hoort de redenen van de ander nog een keer, en zegt daarna welke visie het wordt.",
            Self::Soort => {
                "Andere aanpak: er is vrijwillig nog iets mogelijk. Gedwongen kader: er is een onderzoek van de Raad voor \
                 de Kinderbescherming nodig. Dragen en verdragen: een deel van de onveiligheid blijft, en jullie \
                 dragen dat samen."
            }
            Self::Tekst => "Schrijf het zo dat het gezin het zelf kan lezen: wat moet er anders, en wie helpt daarbij?",
            Self::SteuntOp => "De nummers van de feiten op de kaart waar het advies uit volgt. Zo is het na te gaan.",
            Self::Reden => "Waarom is dit voor dit gezin nu het beste, ook al blijft er onveiligheid?",
            Self::SamenMet => "Welke organisaties staan er samen voor? Niemand draagt het alleen.",
            Self::Keuze => "De visies blijven allebei staan. De inbrenger kiest er één, en zegt waarom.",
            Self::NeemtMee => "In de woorden van de inbrenger: wat is het eerste dat je morgen anders doet?",
            Self::Passend => "De inbrenger kent het gezin: wat gaat lukken, en wat niet?",
            Self::Nodig => "Tijd, een collega, een wachtlijst die korter moet: wat staat er in de weg?",
            Self::Interventies => "De vijf mogelijkheden uit het handboek, binnen het vrijwillig kader.",
            Self::Afspraken => "Eén afspraak tegelijk. Bij elke vraagt vt daarna wie het doet, en wanneer.",
            Self::Aanvulling => "Wat er aan tafel bij kwam, en wat de inbrenger dus op de kaart zet.",
            Self::Successen => "Wat ging er goed sinds de vorige keer? Elk op een eigen regel.",
            Self::Haalbaar => "Na een maatregel: hoe veilig kan het in dit gezin worden, en is dat genoeg?",
            Self::WatHoudtHet => "Wie of wat zorgt dat het zo blijft als de maatregel voorbij is?",
            Self::Terug => {
                "Bij verschil van visie en bij dragen en verdragen moet het. Anders: wanneer wil je het weten?"
            }
            Self::Hoe => "Wie merkt dat het beter of slechter gaat, en waaraan?",
        }
    }
}
