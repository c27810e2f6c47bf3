//! The known family in all forms, persons that nobody announced, streets, places, institutions.

mod scanned;

use scanned::{found, found_with, hits, known};
use vt::pseudo::{Certainty, Context, Kind, Known, Scanner};

fn family() -> Vec<Known> {
    vec![
        known("Daan Jacobus", "Daan", "", "Verhagen"),
        known("Kimberly", "Kim", "van", "Hees"),
        known("Max", "", "", "Bakker"),
        known("Małgorzata", "Gosia", "", "Zielińska"),
        known("Yazan", "", "", "Al-Khatib"),
        known("Roos", "", "de", "Wit"),
        known("Marcel", "", "van den", "Heijning"),
    ]
}

/// These words are found as a person in a sentence.
#[track_caller]
fn is_found(sentence: &str, words: &str) {
    let family = family();
    let all = found_with(sentence, &family);
    assert!(all.contains(&("persoon", words)), "{sentence}: {all:?}");
}

#[test]
fn the_family_in_all_forms() {
    is_found("Daans fiets is weg.", "Daans");
    is_found("Het is Daan's fiets.", "Daan's");
    is_found("Max' kamer is leeg.", "Max");
    is_found("Dan huilt Daantje weer.", "Daantje");
    is_found("Volgens D.V. klopt dat.", "D.V.");
    is_found("Daan Jacobus Verhagen is tien.", "Daan Jacobus Verhagen");
    is_found("Met Kim van Hees is gebeld.", "Kim van Hees");
    is_found("Mevrouw Van Hees belt.", "Van Hees");
    is_found("Mevrouw Hees belt.", "Hees");
    is_found("HET GAAT MIS MET DAAN VERHAGEN", "DAAN VERHAGEN");
    is_found("gisteren belde kimberly nog", "kimberly");
    is_found("Malgorzata Zielinska spreekt Pools.", "Malgorzata Zielinska");
    is_found("Vader Alkhatib werkt niet.", "Alkhatib");
    is_found("Kimberley kwam niet.", "Kimberley");
    is_found("Verhaegn is de naam.", "Verhaegn");
    is_found("Hees, K. van staat ingeschreven.", "Hees, K. van");
    is_found("M. v.d. Heijning had bezwaar.", "M. v.d. Heijning");
    is_found("Roos de Wit zegt niks.", "Roos de Wit");
    is_found("De familie Verhagens", "Verhagens");
}

/// A first name that is a word too begins a sentence: the verb behind it makes it somebody's.
#[test]
fn a_word_that_is_a_name_does_something() {
    for text in ["Mark kent haar.", "Kees helpt oma.", "Peter dreigt weg te gaan.", "MARK betaalt niets."] {
        let name = text.split(' ').next().unwrap();
        assert_eq!(found_with(text, &[]), [("persoon", name)], "{text}");
    }
}

/// A list of names is one of people; a name that goes on in the next line is one.
#[test]
fn names_under_each_other_are_those_of_several() {
    let list = "Aanwezig:\nSofie Bakker\nLinda de\nWit\nJan\nPeters\nAnja";
    let names = ["Sofie Bakker", "Linda de\nWit", "Jan\nPeters", "Anja"];
    assert_eq!(found_with(list, &[]), names.map(|name| ("persoon", name)));
}

#[test]
fn a_name_that_is_a_word_needs_the_grammar_of_a_name() {
    let family = family();
    for text in ["Er stond een roos in een vaas.", "De muur is wit geverfd.", "De bakker was dicht."] {
        assert_eq!(found_with(text, &family), [], "{text}");
    }
    is_found("Roos huilt veel.", "Roos");
    is_found("Het is beter als Roos blijft.", "Roos");
}

#[test]
fn a_name_over_a_line_end() {
    is_found("Het gesprek met Kim van\n  Hees ging goed.", "Kim van\n  Hees");
    is_found("Het gesprek met Ver-\nhagen ging goed.", "Ver-\nhagen");
    is_found("Het gesprek met Ver\nhagen ging goed.", "Ver\nhagen");
}

#[test]
fn persons_that_nobody_announced() {
    for (text, words) in [
        ("Juf Ingeborg ziet dat hij moe is.", "Ingeborg"),
        ("buurman Sjaak hoorde geschreeuw", "Sjaak"),
        ("De tolk heet Mehari.", "Mehari"),
        ("Het was ene Bogdan.", "Bogdan"),
        ("Mevrouw De Jong belde.", "De Jong"),
        ("mw. van der Spek belde", "van der Spek"),
        ("Drs. Y. Chatterjee-Bos schreef.", "Y. Chatterjee-Bos"),
        ("Hij ging naar Soerdjan.", "Soerdjan"),
        ("wijkagent peter jacobs kent het adres", "peter jacobs"),
        ("Willemijn de Laat-Özdemir draagt over.", "Willemijn de Laat-Özdemir"),
        ("Ik sprak met Bakker van de woningcorporatie.", "Bakker"),
        ("Broeke, F. ten is uitgeschreven.", "Broeke, F. ten"),
        ("Djenaro's moeder belde.", "Djenaro's"),
        ("Hij noemde Mo en Lange Danny.", "Lange Danny"),
    ] {
        let all = found(text);
        assert!(all.contains(&("persoon", words)), "{text}: {all:?}");
    }
}

#[test]
fn streets_with_and_without_a_number() {
    for (text, words) in [
        ("Hij woont aan de Korstmosweg 203-b.", "Korstmosweg 203-b"),
        ("Adres: Prof. Keesomstraat 210-bis", "Prof. Keesomstraat 210-bis"),
        ("Op de Oude Heijningsedijk 27 B te Fijnaart", "Oude Heijningsedijk 27 B"),
        ("Ze woont op Zonnebloem 61, postcode 4873 LB", "Zonnebloem 61"),
    ] {
        let all = found(text);
        assert!(all.contains(&("adres", words)), "{text}: {all:?}");
    }
    assert_eq!(found("De buren in de Korstmosweg zijn weg."), [("straat", "Korstmosweg")]);
    for text in ["Hij loopt op straat.", "Ze waren onderweg.", "Op het schoolplein was ruzie."] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn places_and_institutions() {
    for (text, kind, words) in [
        ("Oma woont in Paramaribo.", "plaats", "Paramaribo"),
        ("Ze komen uit Nieuw-Vossemeer.", "plaats", "Nieuw-Vossemeer"),
        ("Hij zit op basisschool De Korenwolf.", "school", "basisschool De Korenwolf"),
        ("Overstap naar sbo De Zilverberk na de zomer.", "school", "sbo De Zilverberk"),
        ("Hulp van Stichting Zorgoever, twee uur.", "organisatie", "Stichting Zorgoever"),
        ("Vader komt in moskee An-Nour.", "organisatie", "moskee An-Nour"),
        ("Hij voetbalt bij v.v. Rietvogels.", "organisatie", "v.v. Rietvogels"),
    ] {
        let all = found(text);
        assert!(all.contains(&(kind, words)), "{text}: {all:?}");
    }
}

#[test]
fn first_names_that_are_words() {
    for (text, words) in [
        ("Hij zegt dat Wil niet meewerkt.", "Wil"),
        ("Roos, Linde en Merel zijn zussen.", "Roos"),
        ("Aangetroffen: Peter J., 34 jaar.", "Peter J."),
        ("Zijn zusje heet Zomer.", "Zomer"),
        ("Zij wil dat we haar Meer noemen.", "Meer"),
        ("thijnqo en nisrin hebben ruzie", "thijnqo"),
        ("ik weet dat thijnqo heeft gehuild", "thijnqo"),
    ] {
        let all = found(text);
        assert!(all.contains(&("persoon", words)), "{text}: {all:?}");
    }
}

#[test]
fn the_family_in_small_letters() {
    let family =
        [known("Mark", "", "de", "Vos"), known("Linde", "", "", "Kramer"), known("Yazan", "", "", "Al-Khatib")];
    for (text, words) in [
        ("dat mark-en-linde-gedoe weer", "mark"),
        ("dat mark-en-linde-gedoe weer", "linde"),
        ("y. al khatib was afwezig", "y. al khatib"),
    ] {
        let all = found_with(text, &family);
        assert!(all.contains(&("persoon", words)), "{text}: {all:?}");
    }
}

#[test]
fn institutions_that_no_word_announces() {
    for (text, kind, words) in [
        ("Hij zit op de Regenboog, groep 6.", "school", "de Regenboog"),
        ("Zit op het Da Vinci, in de derde.", "school", "het Da Vinci"),
        ("De juf van 't Trefpunt belde.", "school", "'t Trefpunt"),
        ("Hulp via Kompaan en de Bocht loopt.", "organisatie", "Kompaan en de Bocht"),
        ("Het contact met Surplus liep goed.", "organisatie", "Surplus"),
        ("Zij gaat in groep 5 van de regenboog.", "school", "de regenboog"),
        ("Hij zit op basisschool de vlinder.", "school", "basisschool de vlinder"),
        ("Hij zit op basisschool De Vlinderboom in groep 4.", "school", "basisschool De Vlinderboom"),
        ("Ze gaat naar OBS 't Zonnewiel sinds mei.", "school", "OBS 't Zonnewiel"),
        ("Ze wonen aan de Kolk.", "straat", "de Kolk"),
        ("Ze woont op Het Vaartje 12.", "adres", "Het Vaartje 12"),
        ("De Wildert 33, Zundert", "adres", "De Wildert 33"),
        ("kerkstraat 12 rucphen", "plaats", "rucphen"),
    ] {
        let all = found(text);
        assert!(all.contains(&(kind, words)), "{text}: {all:?}");
    }
    for text in ["Hij zit op de bank.", "Zij gaat naar de Efteling.", "In groep 5 van de basisschool ging het mis."] {
        assert_eq!(found(text), [], "{text}");
    }
    // A name of a person stays one.
    assert_eq!(found("Kim van de Kerkhof belde."), [("persoon", "Kim van de Kerkhof")]);
}

#[test]
fn a_reason_never_repeats_what_was_found() {
    let text = "Juf Ingeborg Chatterjee uit Hargeisa, Korstmosweg 12, bsn 123456782, Daan Verhagen.";
    for hit in hits(text, &family()) {
        let words = text[hit.bytes.clone()].split_whitespace().filter(|word| word.len() > 3);
        for word in words {
            assert!(!hit.reason.to_lowercase().contains(&word.to_lowercase()), "{}", hit.reason);
        }
    }
}

#[test]
fn one_scanner_answers_the_same_in_any_order() {
    let family = family();
    let scanner = Scanner::new(&Context { known: &family, stays: &[] });
    let texts = ["Daan is ziek.", "Bel 06-12345678.", "De roos is rood.", "Max' kamer.", "ene Bogdan"];
    let forwards: Vec<_> = texts.iter().map(|text| scanner.scan(text)).collect();
    let mut backwards: Vec<_> = texts.iter().rev().map(|text| scanner.scan(text)).collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);
}

#[test]
fn what_the_region_lets_stand_stays() {
    let stays = ["Roosendaal".to_owned(), "Anke Wouters".to_owned()];
    let scanner = Scanner::new(&Context { known: &[], stays: &stays });
    assert_eq!(scanner.scan("Roosendaal neemt het over; Anke Wouters belt."), []);
    // The family comes first, also when a professional has the same surname.
    let wouters = [known("Noor", "", "", "Wouters")];
    let scanner = Scanner::new(&Context { known: &wouters, stays: &stays });
    let hits = scanner.scan("Noor Wouters slaapt slecht.");
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].kind, hits[0].certainty), (Kind::Persoon, Certainty::Zeker));
}

/// The s is no initial, also where somebody of the family begins with one.
#[test]
fn a_possessive_at_the_end_of_a_sentence_is_no_initial_of_the_next_name() {
    let family = [known("Naima", "", "", "Azzouzi"), known("Sa\u{ef}d", "", "", "Bouzidi")];
    let two = |text| found_with(text, &family).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    assert_eq!(two("Dat is Naima's. Naima wil het."), ["Naima's", "Naima"]);
    assert_eq!(two("DAT IS NAIMA'S. NAIMA WIL HET."), ["NAIMA'S", "NAIMA"]);
    assert_eq!(two("Met s. bouzidi gebeld."), ["s. bouzidi"]);
}
