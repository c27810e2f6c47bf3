//! The program.
use chrono::NaiveDate;
use std::path::Path;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let day: NaiveDate = args[2].parse().unwrap();
    let folder = vt::store::Folder::new(Path::new(&args[1]));
    let r = vt::rules::read_meeting(&folder, day).unwrap();
    let a = vt::agenda::Agenda::of(&r, day);
    if args.len() > 3 {
        vt::output::agenda_json(&a, &mut std::io::stdout()).unwrap();
    } else {
        vt::output::agenda_text(&a, 3, &vt::output::Screen::default(), &mut std::io::stdout()).unwrap();
    }
}
