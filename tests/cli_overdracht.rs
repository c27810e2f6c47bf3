//! `vt overdracht` and `vt nieuw --van` as people see them.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod overdracht;
mod transcript;

use overdracht::{CARD, CASE, CASUS, GI_CARD, GI_LINK, HAND_OVER, LINK, NOW, TAKE_OVER, at, done, place, show, words};
use transcript::{Place, changed};

/// The same place after the card was handed over, and what was sent.
fn handed_over() -> Place {
    let place = place();
    done(&place, NOW, HAND_OVER);
    place.write("post.yaml", place.read(CARD).as_bytes());
    place
}

#[test]
fn a_case_is_handed_over_and_taken_over() {
    let place = place();
    place.edit(CARD, "gemeente: Roosendaal\n", "gemeente: Roosendaal   # woont bij moeder\n");
    let before = place.tree();
    let mut shown = vec![show(&place, &format!("{HAND_OVER} --droog"))];
    assert_eq!(place.tree(), before);
    shown.push(show(&place, HAND_OVER));
    place.write("post.yaml", place.read(CARD).as_bytes());
    shown.push(show(&place, HAND_OVER));
    // Nothing is asked about what is refused.
    for refused in [
        "vt overdracht dossier/RSD-2026-00412",
        "vt pseudonimiseer dossier/RSD-2026-00412",
        "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-04-16",
    ] {
        shown.push(show(&place, refused));
    }
    let sent = place.tree();
    shown.push(show(&place, &format!("{TAKE_OVER} --droog")));
    assert_eq!(place.tree(), sent);
    shown.push(show(&place, TAKE_OVER));
    shown.push(show(&place, TAKE_OVER));
    assert!(place.read(GI_CARD).contains("# woont bij moeder"));
    for tree in ["dossier", "gi", "teammap"] {
        done(&place, NOW, &format!("vt check {tree}"));
    }
    // What was handed over can be told apart from what was there: line by line.
    let lines = |from: &str, to: &str| {
        let from: Vec<&str> = from.lines().collect();
        to.lines().filter(|line| !from.contains(line)).collect::<Vec<_>>().join("\n")
    };
    shown.push(format!("== {CARD}\n{}", lines(&before[CARD], &sent[CARD])));
    shown.push(format!("== {LINK}\n{}", lines(&before[LINK], &sent[LINK])));
    shown.push(format!("== {GI_CARD}\n{}", lines(&sent["post.yaml"], &place.read(GI_CARD))));
    shown.push(format!("== {GI_LINK}\n{}", place.read(GI_LINK)));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn the_meeting_in_which_it_stands_is_named_and_there_it_can_t_be_withdrawn() {
    let place = place();
    let moment = "2026-03-06T10:00:00+01:00";
    let line = HAND_OVER.replace("2026-03-31", "2026-03-05");
    let ran = done(&place, moment, &line);
    assert!(ran.stdout.contains("De casus staat nog bij donderdag 12 maart 2026."), "{}", ran.stdout);
    let withdraw = "vt --dossier dossier intrekken 7k3f-9qxr --reden -";
    let ran = place.at(moment, &words(withdraw), "Wij proberen het eerst zelf.");
    assert_eq!(ran.status, 2, "{}", ran.stdout);
    assert!(ran.stderr.contains("deze casus is overgedragen"), "{}", ran.stderr);
    assert!(!place.path(&format!("{CASE}/ingetrokken.yaml")).exists());
    // Who took it over may.
    place.write("post.yaml", place.read(CARD).as_bytes());
    done(&place, moment, TAKE_OVER);
    let withdraw = "vt --dossier gi intrekken 7k3f-9qxr --reden -";
    assert_eq!(place.at(moment, &words(withdraw), "Wij wachten de zitting af.").status, 0);
}

#[test]
fn without_the_family_there_is_a_reason_and_a_colleague_is_named() {
    let place = place();
    let line = "vt overdracht dossier/RSD-2026-00412 --aan \"Lotte Maas, gemeente Roosendaal\" --datum 2026-03-31 --met \
                geen --blijft-aangehaakt nee";
    let ran = at(&place, NOW, line);
    assert!(ran.status == 2 && ran.stderr.contains("--reden"), "{}", ran.stderr);
    let line = format!("{line} --reden -");
    let ran =
        place.at(NOW, &words(&line), "Kim wilde het gesprek niet, en heeft er met mij over gebeld op 30 maart.\n");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let card = place.read(CARD);
    let handover = card.split("overdracht:").nth(1).unwrap();
    insta::assert_snapshot!(handover.trim_start_matches('\n'), @r#"
      van: Anke Wouters
      aan: Lotte Maas
      datum: 2026-03-31
      aanwezig: []
      reden_zonder_gezin: "Kim wilde het gesprek niet, en heeft er met mij over gebeld op 30 maart."
      blijft_aangehaakt: nee
    "#);
    assert_eq!(done(&place, NOW, "vt check dossier").status, 0);
    // The day is bettered: who handed over stays, and the reason goes.
    let line = "vt overdracht dossier/RSD-2026-00412 --aan \"Lotte Maas, gemeente Roosendaal\" --datum 2026-03-30 --met \
                vader --blijft-aangehaakt nee";
    done(&place, NOW, line);
    let card = place.read(CARD);
    let handover = card.split("overdracht:").nth(1).unwrap();
    assert!(handover.contains("van: Anke Wouters") && handover.contains("datum: 2026-03-30"), "{handover}");
    assert!(handover.contains("- vader") && handover.contains("reden_zonder_gezin: null"), "{handover}");
}

#[test]
fn a_case_that_was_not_handed_in_goes_without_a_pseudonym() {
    let place = place();
    std::fs::remove_file(place.path(LINK)).unwrap();
    std::fs::remove_dir_all(place.path(CASE)).unwrap();
    let mut shown = vec![show(&place, HAND_OVER)];
    assert!(!place.path(LINK).exists());
    // Nor is it offered to be handed in any more.
    let own = done(&place, NOW, "vt --dossier dossier").stdout;
    assert!(own.contains("overgedragen: een ander volgt de casus") && !own.contains("vt inbrengen"), "{own}");
    place.write("post.yaml", place.read(CARD).as_bytes());
    let line = "vt --dossier gi nieuw GI-77 --van post.yaml";
    shown.push(show(&place, line));
    assert!(!place.path(GI_LINK).exists());
    done(&place, NOW, "vt check gi");
    // It has one after all.
    shown.push(show(&place, TAKE_OVER));
    assert!(place.read(GI_LINK).contains("casus: 7k3f-9qxr\n"));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn what_can_t_be_handed_over_is_said_with_the_way_out() {
    let place = place();
    let before = place.tree();
    let line = |aan: &str, datum: &str, met: &str| {
        format!(
            "vt overdracht dossier/RSD-2026-00412 --aan \"{aan}\" --datum {datum} --met {met} --blijft-aangehaakt ja"
        )
    };
    let to = "Femke de Rooij, Jeugdbescherming Brabant";
    let lines = [
        "vt overdracht dossier/RSD-2026-00412".to_owned(),
        line("Femke de Rooij", "2026-03-31", "moeder"),
        line("Anke Wouters, Gemeente Roosendaal", "2026-03-31", "moeder"),
        line(to, "2026-04-02", "moeder"),
        line(to, "2026-03-31", "moeder,Kim"),
        line(to, "2026-03-31", "geen"),
        format!("{} --reden reden.txt", line(to, "2026-03-31", "moeder")),
        format!("vt overdracht {CASE}"),
        "vt overdracht dossier/RSD-2026-00413".to_owned(),
        format!("{} --vandaag 2026-03-31", line(to, "2026-03-31", "moeder")),
    ];
    let mut shown: Vec<String> = lines.iter().map(|line| show(&place, line)).collect();
    assert_eq!(place.tree(), before);
    done(&place, NOW, HAND_OVER);
    shown.push(show(&place, &line("Hans Verstraten, Jeugdbescherming Brabant", "2026-03-31", "moeder")));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn what_can_t_be_taken_over_is_said_with_the_way_out() {
    let place = handed_over();
    let take = |rest: &str| format!("vt --dossier gi nieuw GI-77 --van {rest}");
    let mut shown = Vec::new();
    let before = place.tree();
    for rest in [
        "post.yaml --casus 7k3f-9qxm",
        "geen.yaml",
        &format!("{CASE} --casus {CASUS}"),
        "post.yaml --casus 7k3f-9qxr --map nergens",
    ] {
        shown.push(show(&place, &take(rest)));
    }
    shown.push(show(&place, "vt --dossier dossier nieuw RSD-1 --van dossier/RSD-2026-00412"));
    // A case that the folder does not know, though it was discussed; and without its pseudonym.
    place.edit("post.yaml", "eerder: null", "eerder: 2026-03-12");
    shown.push(show(&place, &take("post.yaml")));
    shown.push(show(&place, &take("post.yaml --casus 0636-fzw1")));
    place.edit("post.yaml", "eerder: 2026-03-12", "eerder: null");
    assert_eq!(place.tree(), before);
    // Another dossier that has the pseudonym; another case in the folder.
    place.write("gi/GI-78/koppeling.yaml", b"versie: 1\ndossiernummer: GI-78\ncasus: 7k3f-9qxr\n");
    shown.push(show(&place, TAKE_OVER));
    place.write("gi/GI-78/koppeling.yaml", b"versie: 1\ndossiernummer: GI-78\ncasus: [\n");
    shown.push(show(&place, TAKE_OVER));
    std::fs::remove_dir_all(place.path("gi/GI-78")).unwrap();
    place.write(GI_LINK, b"versie: 1\ndossiernummer: GI-77\ncasus: pqtw-3kz3\n");
    shown.push(show(&place, TAKE_OVER));
    shown.push(show(&place, &take("post.yaml")));
    std::fs::remove_file(place.path(GI_LINK)).unwrap();
    place.write(GI_CARD, b"versie: 1\ndossiernummer: GI-77\n");
    shown.push(show(&place, TAKE_OVER));
    // A file of the team that can't be read may hold a label.
    std::fs::remove_dir_all(place.path("gi/GI-77")).unwrap();
    place.write(&format!("{CASE}/besluit.yaml"), b"reden: \xff\n");
    shown.push(show(&place, TAKE_OVER));
    assert!(!place.path("gi/GI-77/kaart.yaml").exists());
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_dossier_in_the_team_s_folder_takes_nothing_over() {
    let place = handed_over();
    std::fs::rename(place.path("gi"), place.path("teammap/gi")).unwrap();
    let ran = at(&place, NOW, &TAKE_OVER.replace("--dossier gi", "--map teammap --dossier teammap/gi"));
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("je dossier staat in een teammap") && !place.path("teammap/gi/GI-77").exists());
}

/// `vt` may be killed after each change: what is written then is valid, and the same command
/// completes the work.
#[test]
fn work_that_stopped_halfway_is_completed() {
    let place = place();
    let start = place.tree();
    done(&place, NOW, HAND_OVER);
    let whole = place.tree();
    // Only the card says it: the case can still be brought in from here.
    place.write(LINK, start[LINK].as_bytes());
    done(&place, NOW, "vt check dossier");
    done(&place, NOW, HAND_OVER);
    assert_eq!(changed(&whole, &place.tree()), "");

    place.write("post.yaml", place.read(CARD).as_bytes());
    done(&place, NOW, TAKE_OVER);
    let whole = place.tree();
    // Only the way back was written.
    std::fs::remove_file(place.path(GI_CARD)).unwrap();
    done(&place, NOW, "vt check gi");
    done(&place, NOW, TAKE_OVER);
    assert_eq!(changed(&whole, &place.tree()), "");

    // Back: the card first, and only then the dossier is open again.
    let back = "vt --dossier dossier nieuw RSD-2026-00412 --van terug.yaml --casus 7k3f-9qxr --oude-kaart vervangen";
    let home = HAND_OVER.replace("dossier/RSD-2026-00412", "gi/GI-77");
    let home = home.replace("Femke de Rooij, Jeugdbescherming Brabant", "Anke Wouters, Gemeente Roosendaal");
    done(&place, NOW, &home);
    place.write("terug.yaml", place.read(GI_CARD).as_bytes());
    let closed = place.read(LINK);
    done(&place, NOW, back);
    let whole = place.tree();
    place.write(LINK, closed.as_bytes());
    done(&place, NOW, "vt check dossier");
    assert_eq!(at(&place, NOW, "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-04-16").status, 2);
    done(&place, NOW, back);
    assert_eq!(changed(&whole, &place.tree()), "");
}

/// What was written with a family is not replaced by an empty file, nor by the card of another family.
#[test]
fn a_card_of_nobody_or_of_another_family_takes_no_card_s_place() {
    let place = handed_over();
    let back = "vt --dossier dossier nieuw RSD-2026-00412 --van terug.yaml --casus 7k3f-9qxr --oude-kaart vervangen";
    let own = place.read("dossier/RSD-2026-00412/kaart.yaml");
    let other = include_str!("../examples/dossier/RSD-2025-00377/kaart.yaml");
    for (text, why) in
        [("", "staat geen gezin"), ("versie: 1\ngezin:\n  leden: []\n", "staat geen gezin"), (other, "andere mensen")]
    {
        place.write("terug.yaml", text.as_bytes());
        let ran = place.at(NOW, &back.split(' ').skip(1).collect::<Vec<_>>(), "");
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{text}");
        assert!(ran.stderr.contains(why), "{}", ran.stderr);
        assert!(!ran.stderr.contains("Ilyas") && !ran.stderr.contains("Daan"), "{}", ran.stderr);
        assert_eq!(place.read("dossier/RSD-2026-00412/kaart.yaml"), own);
    }
}

#[test]
fn a_case_that_comes_back_keeps_the_card_that_is_asked_for() {
    let place = handed_over();
    done(&place, NOW, TAKE_OVER);
    place.edit(GI_CARD, "hulpvraag: |\n", "hulpvraag: |\n  Vader wil zijn kind weer zien.\n");
    let home = HAND_OVER.replace("dossier/RSD-2026-00412", "gi/GI-77");
    let home = home.replace("Femke de Rooij, Jeugdbescherming Brabant", "Anke Wouters, Gemeente Roosendaal");
    done(&place, NOW, &home);
    place.write("terug.yaml", place.read(GI_CARD).as_bytes());
    let back = "vt --dossier dossier nieuw RSD-2026-00412 --van terug.yaml --casus 7k3f-9qxr";
    let before = place.tree();
    let mut shown = vec![show(&place, back)];
    assert_eq!(place.tree(), before, "it refuses rather than guesses");
    shown.push(show(&place, &format!("{back} --oude-kaart houden")));
    let card = place.read(CARD);
    assert!(!card.contains("weer zien") && card.contains("casusregisseur: {naam: Anke Wouters"), "{card}");
    assert!(place.read(LINK).contains("overgedragen: null\n"), "{}", place.read(LINK));
    // It is open: what stands there now is not replaced.
    shown.push(show(&place, &format!("{back} --oude-kaart vervangen")));
    place.write(CARD, before[CARD].as_bytes());
    place.write(LINK, before[LINK].as_bytes());
    done(&place, NOW, &format!("{back} --oude-kaart vervangen"));
    assert!(place.read(CARD).contains("weer zien") && place.read(CARD).contains("dossiernummer: RSD-2026-00412\n"));
    // Under another number it may come back too, as long as one dossier alone can bring it in.
    place.write(CARD, before[CARD].as_bytes());
    place.write(LINK, before[LINK].as_bytes());
    let other = back.replace("RSD-2026-00412", "RSD-2027-00001");
    done(&place, NOW, &other);
    done(&place, NOW, "vt check dossier");
    shown.push(show(&place, &format!("{back} --oude-kaart houden")));
    insta::assert_snapshot!(shown.join("\n\n"));
}
