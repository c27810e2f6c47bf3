//! Every key that some file has. A key that is none of these was made up by the writer, and
//! may hold anything.

/// Whether some file has this key.
#[must_use]
pub fn is_sleutel(word: &str) -> bool {
    SLEUTELS.binary_search(&word).is_ok()
}

/// In the order of the alphabet.
#[rustfmt::skip]
const SLEUTELS: [&str; 222] = [
    "aan", "aandacht", "aandachtsgebied", "aanleiding", "aantal", "aanvulling_kaart", "aanwezig",
    "achternaam", "achttien_vooraf_maanden", "acuut", "adres", "advies", "advies_veilig_thuis",
    "advies_vooraf", "afgemeld", "afsluiten_maatregel", "afspraak", "afspraken", "afwezig", "akkoord",
    "alleen_bij", "begin", "beschikking", "besluit", "besluiten", "betrokkene", "beurten", "bewaren_maanden",
    "bijgewerkt", "blijft_aangehaakt", "blijft_staan", "blijkt_uit", "bron", "casus", "casusregisseur",
    "cijfer", "contact", "datum", "deelnemers", "door", "dossiernummer", "eerder", "eind", "einde",
    "elke_weken", "email", "evaluatie", "expertise", "experts", "extra", "geboortedatum", "geinformeerd",
    "geleid_door", "gemeente", "gemeenten", "gemeld", "gesprek", "gesprek_gezin", "gewicht", "gezin", "groep",
    "haalbaar", "handboek", "hoe", "hoe_lang", "hoe_vaak", "huisnummer", "hulp_tot_nu_toe", "hulpvraag", "in",
    "in_de_tekst", "inbreng_dagen", "inbrenger", "inbrenger_aanwezig", "ingebracht", "ingevuld_met",
    "intern_besproken", "interventies", "jaarprogramma", "jeugdhulp_na_afloop", "kaart_actueel_dagen",
    "kaarten", "keuze", "keuze_inbrenger", "keuzes", "labels_tot", "leden", "leeftijd", "leeftijden", "lege_stoelen",
    "locatie", "maakt_onveilig", "maakt_veilig", "maatregelen", "managersoverleg", "max", "meerderjarig",
    "meldcode", "met", "min", "minimale_bezetting", "minuten", "momenten", "monitor", "naam", "naar",
    "neemt_mee", "niet_informeren", "nieuw", "niveau", "nodig", "notulist", "nr", "omstandigheden",
    "onveiligheid", "ook", "op", "op_in", "organisatie", "organisaties", "overdracht", "overgedragen",
    "passend", "pauze", "pauze_na", "personen", "postcode", "reactie", "reactie_inbrenger", "reacties",
    "reden", "reden_niet", "reden_toch", "reden_zonder_gezin", "regel", "regels", "regio", "resultaat",
    "risicofactoren", "roepnaam", "rol", "routes_besproken", "ruilingen", "rvdk", "rvdk_getoetst",
    "rvdk_volgen_maanden", "samen_met", "school", "signalen_in_kaart", "sinds", "situatie", "sleutel",
    "soort", "spoed", "stand", "stem", "stem_gehoord", "sterke_punten", "steunt_op", "straat", "structureel",
    "successen", "team", "tekst", "termijnen", "terug", "terugkoppeling", "terugkoppeling_dagen",
    "themabijeenkomst", "titel", "toerbeurt", "tot", "training", "tussenvoegsel", "twijfel_borging",
    "uitkomst", "uitnodigen", "vakanties", "van", "vanaf", "vaste_deelnemers", "veilig_nu",
    "veiligheidsafspraken", "verantwoording", "verder_geholpen", "vergaderpatroon", "verlengde_jeugdhulp",
    "verloop", "verschil_monitor_dagen", "versie", "vervallen", "vervalt", "vervanger", "vervanging", "vervangingen",
    "vervolg", "verwijzing", "via", "visie", "visies", "volgen_tot", "volgorde", "voornaam", "vraag",
    "vragenronde_gehouden", "waarom", "waarom_uitgelegd", "wanneer", "wanneer_niet", "wat", "wat_houdt_het",
    "wat_is_nodig", "weekdag", "weging", "wie", "wijze", "woonplaats", "woont_bij", "woorden", "zetel",
    "zetels", "zorgaanbieder",
];

#[cfg(test)]
mod tests {
    use super::SLEUTELS;
    use crate::model::Bestand;
    use serde_json::Value;
    use std::collections::BTreeSet;

    fn gather(schema: &Value, keys: &mut BTreeSet<String>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    keys.extend(properties.keys().cloned());
                }
                map.values().for_each(|below| gather(below, keys));
            }
            Value::Array(items) => items.iter().for_each(|below| gather(below, keys)),
            _ => {}
        }
    }

    #[test]
    fn these_are_the_keys_of_all_files() {
        let mut keys = BTreeSet::new();
        for file in Bestand::ALL {
            gather(&serde_json::from_str(&file.schema()).unwrap(), &mut keys);
        }
        assert_eq!(keys.iter().map(String::as_str).collect::<Vec<_>>(), SLEUTELS);
    }
}
