//! What is left alone: partners, laws, illnesses, roles, labels, ordinary words.

mod scanned;

use scanned::found;

#[track_caller]
fn stays(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn partners_of_the_region_and_authorities() {
    stays(&[
        "Veilig Thuis en Jeugdbescherming Brabant waren erbij.",
        "De Raad voor de Kinderbescherming onderzoekt.",
        "Het Leger des Heils en de William Schrikker Stichting doen mee.",
        "SPRING denkt mee; Zi2T zit voor.",
        "De IND, het UWV en de Belastingdienst schreven.",
        "De RvdK, de GI en de CVC'er spraken elkaar.",
        "Wijkteam, GGZ en GGD zijn betrokken.",
    ]);
}

#[test]
fn laws_illnesses_medicines_and_brands() {
    stays(&[
        "Op grond van de Jeugdwet en de Wet op de jeugdzorg.",
        "Hij heeft het syndroom van Down en de ziekte van Lyme.",
        "Bekend met Asperger en Gilles de la Tourette.",
        "Moeder slikt Sertraline, de oudste Concerta.",
        "Ze appten via WhatsApp en Instagram.",
        "Hij speelt Fortnite op de PlayStation.",
        "Conform artikel 1:255 BW.",
    ]);
}

#[test]
fn labels_and_roles() {
    stays(&[
        "Kind 1 woont bij Moeder, Kind 2 bij Vader.",
        "Persoon A en Persoon B spraken met School 1 in Plaats 1.",
        "De Gezinsvoogd en de Jeugdbeschermer overlegden.",
        "Moeder belt Oma, Opa belt Tante.",
    ]);
}

#[test]
fn ordinary_sentences() {
    stays(&[
        "Dan gaat de telefoon en is vader weer uren weg.",
        "Wil je dat ik mee ga? Ben je er dan ook?",
        "Mei was rustig, in juni liep het weer mis.",
        "Het was een job van niks.",
        "Hij sprak Turks, Pools en Arabisch met de Syrische buren.",
        "Zij haalde een 7,8 voor Nederlands.",
        "Tussen 17:30 en 19:00 uur is het altijd raak.",
        "Er is 2,5 jaar geen contact geweest.",
        "Vrijdag de dertiende was de zitting.",
        "VEILIGHEIDSPLAN BESPROKEN, IEDEREEN AKKOORD",
        "Tijdens Ramadan eet de jongste mee.",
    ]);
}
