//! A fault in `vt` itself: only its place is printed, never what it was about.

use std::panic::PanicHookInfo;

/// From now on a panic prints where it happened and nothing else.
pub fn hide_payload() {
    std::panic::set_hook(Box::new(|info| {
        use std::io::Write as _;
        // A panic while printing about a panic would help nobody.
        let _ = std::io::stderr().write_all(place(info).as_bytes());
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map_or_else(String::new, |at| format!(", op {}:{}", short(at.file()), at.line()));
    format!(
        "vt is gestopt door een fout in vt zelf{place}.\n  Meld deze plek aan de makers; er staat niets in uit je bestanden.\n"
    )
}

/// The path of a source file without the folders of whoever built the program.
fn short(file: &str) -> &str {
    let parts = ["/registry/src/", "\\registry\\src\\", "/library/", "\\library\\"];
    parts.iter().find_map(|part| Some(file.split_once(part)?.1)).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_tells_its_place_and_no_more() {
        static SAID: std::sync::Mutex<String> = std::sync::Mutex::new(String::new());
        std::panic::set_hook(Box::new(|info| *SAID.lock().unwrap() = place(info)));
        let name = "Daan";
        let ended = std::panic::catch_unwind(|| panic!("{name} is geen datum"));
        let _ = std::panic::take_hook();
        let said = SAID.lock().unwrap().clone();
        assert!(ended.is_err() && !said.contains("Daan"), "{said}");
        assert!(said.starts_with("vt is gestopt door een fout in vt zelf, op src/cli/panic.rs:"), "{said}");
    }

    #[test]
    fn the_folders_of_the_builder_are_left_out() {
        assert_eq!(short("src/yaml/read.rs"), "src/yaml/read.rs");
        assert_eq!(short("/home/daan/.cargo/registry/src/index-1/clap-4/src/a.rs"), "index-1/clap-4/src/a.rs");
    }
}
