//! Reads an instance of the turn-taking problem as JSON on standard input and writes the
//! best plan with its bound as JSON, so that anyone can compare it with another solver. The
//! form stands in `docs/toerbeurt.md`.

#![allow(clippy::print_stderr, reason = "an example that says on standard error what it can't read")]

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;
use vt::roster::{Instance, solve};

fn main() -> ExitCode {
    let mut bytes = Vec::new();
    if io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return refuse("De invoer kan niet gelezen worden.");
    }
    let instance = match Instance::from_json(&bytes) {
        Ok(instance) => instance,
        Err(error) => return refuse(&error.to_string()),
    };
    let Ok(mut answer) = serde_json::to_vec(&solve(&instance)) else {
        return refuse("Het antwoord past niet in JSON.");
    };
    answer.push(b'\n');
    match io::stdout().lock().write_all(&answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => refuse("Het antwoord kan niet geschreven worden."),
    }
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(2)
}
