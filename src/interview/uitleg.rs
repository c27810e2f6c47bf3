//! What a question means, where no rule says it.

/// What is said to who asks why: what the words mean, and what to choose. None where a rule says
/// it better.
#[must_use]
pub fn uitleg(key: &str) -> Option<&'static str> {
    Some(match key {
        "soort" => {
            "Nieuw: dit gezin is nog niet besproken. Vervolg: de vraag is anders dan de vorige keer. Monitor: het team \
             wilde weten hoe het verder ging. Afsluiten maatregel: een maatregel loopt af, en de vraag is of het dan \
             veilig genoeg is."
        }
        "gezin.leden" => {
            "Iedereen die bij de veiligheid van het kind hoort: de kinderen, de ouders, ook een ouder die ergens anders \
             woont, en wie er verder in huis is. Namen blijven in je dossier."
        }
        "gezin.leden[].rol" => {
            "Wie gezag heeft, beslist mee en moet het weten. Weet je het niet? Kies dat het gezag onbekend is, en zoek \
             het uit."
        }
        "gezin.leden[].tussenvoegsel" => {
            "Bij Kim van Hees is dat: van. Staat er niets tussen voornaam en achternaam? Druk dan op Enter. vt haalt de \
             naam uit de kaart voor het team; met dit woordje erbij herkent vt hem ook in je teksten."
        }
        "gezin.leden[].niet_informeren" => {
            "Soms is het gevaarlijk als iemand weet dat het team dit gezin bespreekt. Schrijf dan waarom. Anders hoort \
             iedere ouder het vooraf."
        }
        "stem[].woorden" => "De eigen woorden, liefst letterlijk: wat wil dit kind of deze ouder, en wat niet?",
        _ => return None,
    })
}
