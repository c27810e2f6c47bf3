//! Everything with a form of its own, in all the ways people write it.

mod scanned;

use scanned::{certainty, found};
use vt::pseudo::{Certainty, Kind};

/// Each is found whole as this kind, at the end, in the middle and in brackets.
#[track_caller]
fn all(kind: &str, before: &str, written: &[&str]) {
    for words in written {
        for text in
            [format!("{before}{words}"), format!("{before}{words} en dan verder."), format!("Kijk ({before}{words}).")]
        {
            assert_eq!(found(&text), [(kind, *words)], "{text}");
        }
    }
}

#[test]
fn a_burgerservicenummer_in_all_its_notations() {
    all("bsn", "Zijn nummer: ", &["123456782", "111222333", "1234 56 782", "123.456.782", "123 456 782", "12345 6782"]);
    all("bsn", "BSN ", &["249566758", "2495.66.758", "249 566 758", "249-566-758"]);
    assert_eq!(found("bsn: 12345672"), [("bsn", "12345672")]);
}

#[test]
fn a_near_burgerservicenummer_is_doubtful() {
    assert_eq!(certainty("bsn 123456782", Kind::Bsn, "123456782"), Some(Certainty::Zeker));
    assert_eq!(certainty("bsn 123456783", Kind::Bsn, "123456783"), Some(Certainty::Twijfel));
    assert_eq!(certainty("het nummer 123456783", Kind::Bsn, "123456783"), Some(Certainty::Twijfel));
}

#[test]
fn telephone_numbers_in_all_notations() {
    let mobile = [
        "0612345678",
        "06-12345678",
        "06 12345678",
        "06 12 34 56 78",
        "06-12 34 56 78",
        "06.12.34.56.78",
        "06/12345678",
    ];
    all("telefoon", "Bel ", &mobile);
    all(
        "telefoon",
        "Bel ",
        &[
            "+31612345678",
            "+31 6 12345678",
            "+31 (0)6 12345678",
            "+31(0)6-12345678",
            "0031612345678",
            "0031 6 12 34 56 78",
        ],
    );
    all(
        "telefoon",
        "Bel ",
        &[
            "0165-551234",
            "0165 551234",
            "0165 55 12 34",
            "(0165) 55 12 34",
            "(0165)551234",
            "076-5551234",
            "076 555 12 34",
            "0161-55 12 34",
        ],
    );
    all(
        "telefoon",
        "Bel ",
        &["+32 471 12 34 56", "+49 151 12345678", "+90 532 123 45 67", "+212 612-345678", "+48 601 234 567"],
    );
    assert_eq!(found("tel. 551234"), [("telefoon", "551234")]);
}

#[test]
fn numbers_that_everybody_may_call_stay() {
    for text in ["Bel 112.", "Bel bij nood 0800-2000.", "Praten kan met 0900-0113.", "De gemeente heeft 14 0165."] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn mail_addresses() {
    let written = [
        "daan@voorbeeld.nl",
        "k.v.h+school@mail.voorbeeld.nl",
        "KIM_86@VOORBEELD.COM",
        "daan @ voorbeeld.nl",
        "daan (at) voorbeeld.nl",
        "daan apenstaartje voorbeeld punt nl",
    ];
    for words in written {
        let text = format!("Mail naar {words} voor vrijdag.");
        assert_eq!(found(&text), [("email", words)], "{text}");
    }
}

#[test]
fn web_addresses_and_accounts() {
    all(
        "url",
        "Zie ",
        &[
            "https://www.voorbeeld.nl/pad?x=1",
            "http://voorbeeld.nl",
            "www.voorbeeld.nl",
            "voorbeeld.nl",
            "sub.voorbeeld.com/naam",
            "t.me/iemand12",
        ],
    );
    assert_eq!(found("Op insta heet hij @daan_bmx."), [("account", "@daan_bmx")]);
    assert_eq!(found("Snapchat: kimmie_86"), [("account", "kimmie_86")]);
}

#[test]
fn bank_accounts() {
    all(
        "iban",
        "Naar ",
        &[
            "NL91ABNA0417164300",
            "NL91 ABNA 0417 1643 00",
            "NL91-ABNA-0417-1643-00",
            "nl91abna0417164300",
            "BE68 5390 0754 7034",
            "DE89 3704 0044 0532 0130 00",
            "PL61 1090 1014 0000 0712 1981 2874",
        ],
    );
    assert_eq!(certainty("NL92ABNA0417164300", Kind::Iban, "NL92ABNA0417164300"), Some(Certainty::Twijfel));
}

#[test]
fn postcodes() {
    all("postcode", "Postcode ", &["4711 AB", "4711AB", "4711ab", "4711 ab", "4711-AB"]);
    all("postcode", "Hij woont op ", &["4711 AB", "4711AB", "4711ab"]);
    for text in
        ["In 2024 OM en VT.", "Het was 1500 km.", "Van 2015 en later.", "1200 euro in de maand.", "De 4711 is vol."]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn number_plates_in_all_sidecodes() {
    let codes = [
        "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23", "AB-123-C",
        "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4",
    ];
    all("kenteken", "De auto ", &codes);
    all("kenteken", "Hij zag ", &codes);
    all("kenteken", "kenteken ", &["ab-123-c", "AB123C", "AB 123 C", "1-ABC-234", "KLE-RT 418", "DW 4K193"]);
}

#[test]
fn days_of_birth_in_digits_and_words() {
    let written = [
        "21-04-2015",
        "21/4/2015",
        "21.04.2015",
        "2015-04-21",
        "21-4-15",
        "21 april 2015",
        "21 apr. 2015",
        "21 april '15",
        "eenentwintig april tweeduizendvijftien",
    ];
    for words in written {
        for before in ["geboren op ", "Geboortedatum: ", "geb. ", "geb. te Breda op "] {
            let text = format!("{before}{words}");
            assert!(found(&text).contains(&("geboortedatum", words)), "{text}: {:?}", found(&text));
        }
    }
    assert_eq!(found("Ze is jarig op 3 mei."), [("geboortedatum", "3 mei")]);
    assert_eq!(found("Hij is geboren in 2015."), [("geboortedatum", "2015")]);
}

#[test]
fn birthdays_in_the_words_around_them() {
    for (text, kind, words) in [
        ("Hij wordt op 3 oktober achttien en wil weg.", "geboortedatum", "3 oktober"),
        ("In mei werd ze zes.", "geboortedatum", "mei"),
        ("Sanae (v, 03-05-2012) is bang.", "geboortedatum", "03-05-2012"),
        ("Hij kwam, g.d. 03-05-2012.", "geboortedatum", "03-05-2012"),
        ("Geboren in het voorjaar van 2014.", "geboortedatum", "2014"),
        ("Zij is jarig in mei.", "geboortedatum", "mei"),
        ("De OTS loopt tot 11 mei 2027, op die dag wordt hij meerderjarig.", "datum", "11 mei 2027"),
        ("De maatregel eindigt op zijn achttiende verjaardag, 3 oktober 2026.", "datum", "3 oktober 2026"),
    ] {
        assert!(found(text).contains(&(kind, words)), "{text}: {:?}", found(text));
    }
    for text in
        ["In mei werd hij zes keer gebeld.", "De machtiging loopt tot 12 mei 2026.", "In mei waren er zes zittingen."]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn dates_of_events_stay() {
    for text in [
        "Op 12 februari 2026 was er ruzie.",
        "Het gesprek van 20-02-2026 ging goed.",
        "Sinds 2021 zijn zij uit elkaar.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn numbers_of_files_courts_police_and_clients() {
    for (text, number) in [
        ("dossiernummer 12345", "12345"),
        ("Dossier RSD-2026-00412 is open", "RSD-2026-00412"),
        ("zaaknummer C/02/412345 / JE RK 25-1734", "C/02/412345 / JE RK 25-1734"),
        ("proces-verbaal PL2000-2026012345", "PL2000-2026012345"),
        ("parketnummer 02-184736-25", "02-184736-25"),
        ("cliëntnr. 88213", "88213"),
        ("V-nummer 284.119.5037", "284.119.5037"),
        ("polisnummer: 0048213", "0048213"),
        ("kenmerk AB/2026/17", "AB/2026/17"),
    ] {
        assert!(found(text).contains(&("dossiernummer", number)), "{text}: {:?}", found(text));
    }
    assert_eq!(found("paspoort NX4RK2P81"), [("documentnummer", "NX4RK2P81")]);
    assert_eq!(found("Rijbewijsnummer 5417302986"), [("documentnummer", "5417302986")]);
}

#[test]
fn places_on_the_map() {
    for words in ["51.5308, 4.4653", "51.53083, 4.46531"] {
        assert_eq!(found(&format!("Gevonden bij {words} in het bos.")), [("coordinaten", words)]);
    }
}

#[test]
fn rare_ages_are_asked_about() {
    assert_eq!(found("Overgrootmoeder van 94 kookt."), [("leeftijd", "94")]);
    assert_eq!(found("Hij is 14 jaar."), []);
}
