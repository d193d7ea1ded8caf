//! Writes the files of the demo store into a folder, for other programs to read.
//!
//! ```text
//! cargo run --example demo_files -- SEED LAST-DAY FOLDER
//! ```

use dianzhang::demo;
use dianzhang::model::time::Day;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [seed, last_day, folder] => write(seed, last_day, Path::new(folder)),
        _ => Err("usage: demo_files SEED LAST-DAY FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write(seed: &str, last_day: &str, folder: &Path) -> Result<(), String> {
    let seed = seed.parse().map_err(|_| format!("{seed}: not a number"))?;
    let last_day = Day::parse_iso(last_day).ok_or(format!("{last_day}: not a date"))?;
    let failed = |e: std::io::Error| format!("{}: {e}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    for file in demo::files(seed, last_day) {
        std::fs::write(folder.join(&file.name), &file.bytes).map_err(failed)?;
    }
    Ok(())
}
