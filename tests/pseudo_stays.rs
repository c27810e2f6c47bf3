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
        "Novadic-Kentron heeft een wachttijd, zegt WijZijn.",
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

/// What `vt` puts in the place of what it takes out is never found again.
#[test]
fn labels_in_running_text() {
    let nouns = [
        "Kind",
        "Moeder",
        "Vader",
        "School",
        "Plaats",
        "Straat",
        "Adres",
        "Organisatie",
        "Achternaam",
        "Postcode",
        "Telefoonnummer",
        "E-mailadres",
        "Website",
        "Account",
        "Rekeningnummer",
        "Kenteken",
        "Bsn",
        "Documentnummer",
        "Dossiernummer",
        "Plek",
        "Huisnummer",
    ];
    let mut labels: Vec<String> = nouns.iter().flat_map(|noun| [1, 2, 12].map(|nth| format!("{noun} {nth}"))).collect();
    let letters = (b'A'..=b'Z').map(char::from);
    labels.extend(letters.clone().map(|letter| format!("Persoon {letter}")));
    labels.extend(letters.map(|letter| format!("Persoon A{letter}")));
    labels.extend(["Persoon BO", "Persoon ED", "Persoon JO"].map(str::to_owned));
    let fixed = ["[geboortedatum: nu 10 jaar]", "[geboortedatum: nu 94 jaar]", "[leeftijd]", "[datum]", "[weggelaten]"];
    labels.extend(["Moeder", "Vader", "Oma"].into_iter().chain(fixed).map(str::to_owned));
    // Also when the family has names that are spelt as a label is.
    let family = [scanned::known("An", "", "", "Ploeg"), scanned::known("Jo Ed", "", "", "Persoon")];
    for label in labels {
        for text in [
            label.clone(),
            format!("{label}'s fiets is weg."),
            format!("De buurvrouw, {label}, belt School 1 in Plaats 2."),
            format!("Gisteren zat hij bij {label}. Daarna ging het mis."),
            format!("Op de hoek van Straat 1 zag {label} hem, zegt Persoon B."),
            format!("bereikbaar op {label} of tel. Telefoonnummer 2 van {label}"),
            format!("Woont aan Adres 1, Postcode 1 Plaats 1; zit op {label} (sinds kort)."),
            format!("Werkt bij {label} en Persoon C werkt bij Organisatie 2."),
            format!("- {label}\n- {label}: zie Dossiernummer 1"),
        ] {
            assert_eq!(scanned::found_with(&text, &family), [], "{text}");
        }
    }
}

#[test]
fn what_only_looks_like_a_label_is_found() {
    for (text, kind, words) in [
        ("Kenteken 12-AB-34 stond er.", "kenteken", "12-AB-34"),
        ("Telefoonnummer 06 12345678 is van haar.", "telefoon", "06 12345678"),
        ("Moeder A. Jansen belde.", "persoon", "A. Jansen"),
        ("Persoon An belde.", "persoon", "An"),
        ("Dossiernummer 12345 is open.", "dossiernummer", "12345"),
    ] {
        let all = scanned::found_with(text, &[scanned::known("An", "", "", "Ploeg")]);
        assert_eq!(all, [(kind, words)], "{text}");
    }
}
