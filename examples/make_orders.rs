//! Writes an order export of any size, and what is to be found in it.
//!
//! ```text
//! cargo run --release --example make_orders -- ROWS OUT.csv [--utf8]
//! ```
//!
//! `OUT.expected.json` stands beside it.

#[allow(dead_code)]
#[path = "../benches/orders/mod.rs"]
mod orders;

use orders::Encoding;
use std::fs::{File, write};
use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [rows, out] => make(rows, out, Encoding::Gb18030),
        [rows, out, "--utf8"] => make(rows, out, Encoding::Utf8),
        _ => Err("usage: make_orders ROWS OUT.csv [--utf8]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn make(rows: &str, out: &str, encoding: Encoding) -> Result<(), String> {
    let rows = rows.parse().map_err(|_| format!("{rows}: not a number"))?;
    let failed = |e: std::io::Error| format!("{out}: {e}");
    let mut file = BufWriter::new(File::create(out).map_err(failed)?);
    let expected = orders::write(rows, encoding, &mut file).map_err(failed)?;
    let json = serde_json::to_string(&expected).map_err(|e| e.to_string())?;
    write(Path::new(out).with_extension("expected.json"), json).map_err(failed)
}
