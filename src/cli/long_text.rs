//! A text that should not stay in the history of a shell: from a prompt, a file or stdin.
//! And who a writing command is done by.

use super::context::dossier_file;
use super::error::{Kind, ToolError};
use super::prompt::{self, Prompt};
use crate::output::escape;
use crate::store::{ReadProblem, Root, read};
use crate::yaml::MAX_BYTES;
use std::io::Read as _;
use std::path::Path;

/// The longest reason, in bytes. More is no reason but a report.
const LONGEST: usize = 4000;

/// The text in a file, or with `-` on stdin; else what is answered to the question. `option`
/// is named where nobody can be asked.
pub fn long_text(
    given: Option<&Path>,
    option: &str,
    question: &str,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<String, ToolError> {
    text_called("de reden", given, option, question, prompt)
}

/// The same for a text that errors call otherwise, such as `de reactie`.
pub fn text_called(
    called: &str,
    given: Option<&Path>,
    option: &str,
    question: &str,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<String, ToolError> {
    let text = match (given, prompt) {
        (Some(path), _) => read_text(called, option, path)?,
        (None, Some(prompt)) => loop {
            if let Some(answer) = prompt.text(&format!("{question} Een lege regel is klaar."))? {
                break answer;
            }
        },
        (None, None) => {
            return Err(ToolError::new(Kind::Usage, format!("vt moet {called} weten, en kan hier niets vragen."))
                .because(format!("{question} Er is geen terminal om op te antwoorden, en niets geschreven."))
                .advise(format!("Zet {called} in een bestand en noem dat achter `{option}`, of geef `{option} -` en {called} op stdin.")));
        }
    };
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() || text.len() > LONGEST {
        let what = if text.is_empty() { "is leeg." } else { "is te lang: hooguit 4000 tekens." };
        let what = format!("{called} {what}");
        return Err(ToolError::new(Kind::Usage, format!("{what} Er is niets geschreven.")));
    }
    Ok(text)
}

fn read_text(called: &str, option: &str, path: &Path) -> Result<String, ToolError> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
        let read = std::io::stdin().lock().take(most).read_to_end(&mut bytes);
        read.map_err(|_| ToolError::new(Kind::Io, "vt kan niet lezen wat er op stdin binnenkomt."))?;
        bytes
    } else {
        read(path).map_err(|problem| match problem {
            // Most likely the text itself was typed there.
            ReadProblem::Absent => ToolError::new(Kind::Absent, "dit bestand is er niet. Er is niets geschreven.")
                .because(format!("Achter `{option}` hoort de naam van een bestand, en niet de tekst zelf."))
                .advise(format!("Zet {called} in een bestand en noem dat, of laat `{option}` weg in een terminal: dan vraagt vt ernaar.")),
            other => super::scan::unreadable(other),
        })?
    };
    String::from_utf8(bytes).map_err(|_| {
        ToolError::new(Kind::Io, format!("{called} is geen tekst die vt kan lezen."))
            .because("vt leest gewone tekst in UTF-8.")
    })
}

/// Who does it: as given, else the owner of the dossier, else who answers.
pub fn door(
    given: Option<&str>,
    dossier: Option<&Root>,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<String, ToolError> {
    door_or(given, dossier, None, prompt)
}

/// The same; who answers with Enter is the one who usually does it.
pub fn door_or(
    given: Option<&str>,
    dossier: Option<&Root>,
    usual: Option<&str>,
    prompt: Option<&mut (dyn Prompt + '_)>,
) -> Result<String, ToolError> {
    let of_dossier = || dossier.and_then(|root| dossier_file(&root.path)?.naam);
    let named = given.map(ToOwned::to_owned).or_else(of_dossier).map(|name| name.trim().to_owned());
    let is_name = |name: &String| !name.is_empty() && name.len() <= 100 && !name.chars().any(char::is_control);
    match (named, prompt) {
        (Some(name), _) if is_name(&name) => Ok(name),
        (Some(_), _) => Err(ToolError::new(Kind::Usage, "achter `--door` hoort een naam op één regel.")),
        (None, Some(prompt)) => {
            let usual = usual.map(|name| name.trim().to_owned()).filter(is_name);
            let question = match &usual {
                Some(name) => format!("Je naam (Enter: {})", escape::flat(name)),
                None => "Je naam".to_owned(),
            };
            loop {
                match prompt.line(&question)?.or_else(|| usual.clone()) {
                    Some(name) if is_name(&name) && prompt::is_name(&name) => return Ok(name),
                    _ => prompt.tell("Schrijf je naam."),
                }
            }
        }
        (None, None) => Err(ToolError::new(Kind::Usage, "vt moet weten wie dit doet, en kan hier niets vragen.")
            .because("Er is geen dossier met je naam gevonden, en geen terminal om op te antwoorden.")
            .advise("Geef je naam achter `--door`.")),
    }
}
