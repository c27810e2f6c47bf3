//! A whole card on its way to the team.

use std::path::Path;
use vt::model::{Casus, Koppeling, Veiligheidskaart};
use vt::pseudo::{Choice, Crossing, review, strip};
use vt::store::default_regio;
use vt::yaml::parse;

#[test]
fn show() {
    let nummer = std::env::var("NR").unwrap_or("RSD-2026-00412".into());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/dossier").join(nummer);
    let bytes = std::fs::read(folder.join("kaart.yaml")).unwrap();
    let card: Veiligheidskaart = parse(&bytes).unwrap().read().0.unwrap();
    let bytes = std::fs::read(folder.join("koppeling.yaml")).unwrap_or_default();
    let link: Koppeling = parse(&bytes).unwrap().read().0.unwrap_or_default();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    let crossing = Crossing {
        casus: Casus::read("7k3f-9qxr").unwrap(),
        op: "2026-03-04T10:12:00+01:00".parse().unwrap(),
        door: "Anke Wouters".into(),
        spoed: None,
        day,
        bands: false,
    };
    let regio = default_regio();
    let names = vt::pseudo::Names::of(&card, &regio, day);
    let stays = vt::pseudo::names_of(&regio, Some(&card));
    let choices = Choice::of(&link);
    let with = vt::pseudo::Reviewing { names: &names, stays: &stays, koppeling: Some(&link), choices: &choices };
    let reviewed = review(strip(&card, &crossing).into(), &with);
    println!("{}", serde_yaml::to_string(&reviewed.file).unwrap());
    for q in &reviewed.questions {
        println!("? {} {:?} {} {} | {}", q.words, q.fields, q.reason, q.label, q.sentence.0);
    }
    for g in &reviewed.given {
        println!("+ {} -> {} ({})", g.tekst, g.door, g.soort);
    }
    println!("{} replaced", reviewed.replaced);
}
