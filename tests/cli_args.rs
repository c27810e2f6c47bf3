//! The arguments: help, version, and every way to type them wrong. No value of an argument
//! ever comes back.

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::Place;

#[test]
fn help_is_dutch_and_has_examples() {
    let place = Place::with(&[]);
    let lines = [
        "vt --help",
        "vt check --help",
        "vt uitleg -h",
        "vt agenda --help",
        "vt init --help",
        "vt schema --help",
        "vt nieuw --help",
    ];
    assert_snapshot!(lines.map(|line| place.show(line)).join("\n\n"));
}

#[test]
fn version() {
    let place = Place::with(&[]);
    assert_snapshot!(place.show("vt --version"), @r"
    $ vt --version
    vt 0.1.0
    status 0
    ");
    assert_eq!(place.run("vt -V").stdout, "vt 0.1.0\n");
}

#[test]
fn what_is_typed_wrong_gets_a_way_out() {
    let place = Place::with(&[]);
    let lines = [
        "vt chek",
        "vt daandevries",
        "vt check --tisp",
        "vt check --tips=ja",
        "vt check --formaat xml",
        "vt check --formaat",
        "vt check --vergadering 2026-02-30",
        "vt --vandaag gisteren check",
        "vt agenda morgen",
        "vt agenda 2026-03-12 2026-03-19",
        "vt uitleg INB05 --zoek ouder",
        "vt --kleur rood",
        "vt init",
        "vt init team",
        "vt init map x",
        "vt schema brief",
        "vt aanvulling csh",
        "vt nieuw",
        "vt nieuw 1 --sjabloon --soort oud",
        "vt -x",
    ];
    let shown = lines.map(|line| place.show(line)).join("\n\n");
    assert_snapshot!(shown);
}

#[test]
fn no_value_comes_back() {
    let place = Place::with(&[("kaart.yaml", "versie: 1\n")]);
    let canary = "Daan-Vries";
    let lines = [
        "vt @",
        "vt --@",
        "vt --@=x",
        "vt -@",
        "vt check @",
        "vt check kaart.yaml @",
        "vt check --@",
        "vt check --map @",
        "vt --map @ check",
        "vt --dossier @ check",
        "vt check --vergadering @",
        "vt check --formaat @",
        "vt check --formaat=@",
        "vt check --tips=@",
        "vt --vandaag @",
        "vt --kleur @ check",
        "vt uitleg @",
        "vt uitleg --zoek @",
        "vt uitleg @ @",
        "vt agenda @",
        "vt agenda --map @",
        "vt agenda 2026-03-12 @",
        "vt check -- @",
        "vt init @",
        "vt schema @",
        "vt aanvulling @",
        "vt nieuw @",
        "vt nieuw @ --sjabloon",
        "vt nieuw @/@ --sjabloon",
        "vt nieuw @ --sjabloon --soort @",
        "vt nieuw @ --sjabloon --dossier @",
        "vt init @ @",
        "vt init dossier @",
        "vt init dossier @ --naam @",
        "vt init team x --via @",
        "vt init team @/@",
        "vt init dossier x --naam a --organisatie b --team @",
        "vt check --lijst @",
    ];
    for line in lines {
        let ran = place.run(&line.replace('@', canary));
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{line}");
        assert!(ran.stderr.starts_with("Dat lukt nog niet: "), "{line}: {}", ran.stderr);
        assert!(!ran.stderr.to_lowercase().contains("daan"), "{line}: {}", ran.stderr);
        assert!(!ran.stderr.contains("error") && !ran.stderr.contains("Usage"), "{line}: {}", ran.stderr);
    }
}

#[test]
fn common_options_stand_before_or_after_the_command() {
    let place = Place::with(&[("kaart.yaml", "versie: 1\n")]);
    let after = place.run("vt check kaart.yaml --vandaag 2026-03-06 --formaat json");
    let before = place.run("vt --vandaag 2026-03-06 check kaart.yaml --formaat json");
    assert_eq!(after.stdout, before.stdout);
    assert!(after.stdout.contains("\"vandaag\": \"2026-03-06\""));
}

#[test]
fn the_day_comes_from_the_option_then_from_the_clock() {
    let place = Place::with(&[("kaart.yaml", "versie: 1\n")]);
    assert!(place.run("vt check kaart.yaml --formaat json").stdout.contains("\"vandaag\": \"2026-03-04\""));
    let mut command = place.command("vt check kaart.yaml");
    command.env("VT_KLOK", "vandaag");
    assert_snapshot!(transcript::Ran::of(command).show("vt check kaart.yaml"), @r"
    $ vt check kaart.yaml
    stderr: Dat lukt nog niet: VT_KLOK is geen moment.
    stderr:   Oorzaak  Hier hoort een dag en tijd, zoals 2026-03-04T10:12:00+01:00.
    status 2
    ");
}

/// Where there is a bash, it reads the script.
#[test]
fn every_shell_gets_a_script_that_knows_the_commands() {
    let place = Place::with(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = place.run(&format!("vt aanvulling {shell}"));
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        for word in ["check", "agenda", "nieuw", "sjabloon", "vergadering"] {
            assert!(ran.stdout.contains(word), "{shell}: {word}");
        }
        if shell == "bash" {
            place.write("vt.bash", ran.stdout.as_bytes());
        }
    }
    let asked =
        "source vt.bash && COMP_WORDS=(vt nieuw --sj) COMP_CWORD=2 && _vt vt --sj nieuw && echo \"${COMPREPLY[*]}\"";
    let output = std::process::Command::new("bash").current_dir(place.path("")).args(["-c", asked]).output();
    if let Ok(output) = output {
        assert_eq!(String::from_utf8_lossy(&output.stdout), "--sjabloon\n", "{output:?}");
    }
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_taken_as_they_are() {
    use std::os::unix::ffi::OsStrExt as _;
    let place = Place::with(&[]);
    let mut command = place.command("vt uitleg");
    command.arg(std::ffi::OsStr::from_bytes(b"D\xffaan"));
    let ran = transcript::Ran::of(command);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(!ran.stderr.contains("aan\u{fffd}") && !ran.stderr.contains("Daan"), "{}", ran.stderr);
}
