//! Reads order exports natively, through the same import and core as the app, and prints one JSON object.
//!
//! ```text
//! cargo run --release --example inspect -- FILE…
//! cargo run --release --example inspect -- --table OUT.csv FILE
//! ```
//!
//! The second form writes the raw table that was recognised, header and records, as plain CSV: the first one of a workbook
//! or an archive.

use dianzhang::analytics::board::board;
use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::daybook::Daybook;
use dianzhang::analytics::period::Period;
use dianzhang::analytics::shop_days::ShopDays;
use dianzhang::analytics::tally::Tally;
use dianzhang::import::columns::ReadContext;
use dianzhang::import::issues::{Issue, IssueKind};
use dianzhang::import::raw::raw_table;
use dianzhang::import::reader::{FileReader, Imported};
use dianzhang::import::report::{FileReport, Repeats};
use dianzhang::import::unpack::{HEAD_BYTES, Part, Step, container, unpack};
use dianzhang::model::time::Civil;
use dianzhang::protocol::BoardQuery;
use dianzhang::workspace::orders::Orders;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Err("usage: inspect FILE… | inspect --table OUT.csv FILE".to_owned()),
        ["--table", out, file] => write_table(out, file),
        _ => inspect(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn inspect(files: &[String]) -> Result<(), String> {
    let mut orders = Orders::default();
    let mut spans = Vec::new();
    let mut seen = Vec::new();
    let mut reports = Vec::new();
    for mut imported in files
        .iter()
        .map(|f| read(f))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
    {
        let report = &mut imported.report;
        let same = seen.iter().find(|(seen, _)| *seen == imported.fingerprint);
        report.repeats = same.map(|(_, file): &(u64, String)| Repeats::Imported(file.clone()));
        seen.push((imported.fingerprint, report.file.clone()));
        if let Some(table) = imported.table.filter(|_| !report.already_there()) {
            let merged = orders.add(&table, &report.lacking);
            report.new_rows = merged.added;
            report.updated_rows = merged.changed;
            spans.extend(report.span);
        }
        reports.push(json!({
            "file": report.file,
            "bytes": report.bytes,
            "kind": report.kind,
            "encoding": report.encoding,
            "delimiter": report.delimiter,
            "header_row": report.header_row,
            "columns": report.columns,
            "dropped": report.dropped,
            "rows": report.rows,
            "accepted": report.accepted,
            "repeated": report.repeated,
            "new_orders": report.new_rows,
            "updated_orders": report.updated_rows,
            "already_there": report.already_there(),
            "issues": report.issues.iter().map(issue).collect::<Vec<_>>(),
        }));
    }
    let output = json!({ "files": reports, "totals": totals(&orders, &Coverage::of(spans)) });
    println!(
        "{}",
        serde_json::to_string_pretty(&output).map_err(|e| e.to_string())?
    );
    Ok(())
}

fn issue(issue: &Issue) -> Value {
    json!({
        "kind": issue.kind.key(),
        "severity": issue.kind.severity(),
        "row": issue.row,
        "column": issue.column,
        "sample": issue.sample,
        "count": issue.count,
    })
}

fn totals(orders: &Orders, coverage: &Coverage) -> Value {
    let query = BoardQuery {
        period: Period::All,
        ..BoardQuery::default()
    };
    let Some(board) = board(
        &Daybook::of(orders.columns()),
        coverage,
        &ShopDays::default(),
        query,
    ) else {
        return json!({
            "orders": orders.len(), "first_day": null, "last_day": null, "ordered_fen": 0, "paid_orders": 0,
            "paid_fen": 0, "paid_net_fen": 0, "paid_gross_fen": 0, "refund_fen": 0, "refunded_orders": 0,
            "buyers": null, "mean_pay_minutes": null, "by_day": {}, "by_hour": [], "by_province": {},
        });
    };
    let exported: i64 = orders
        .columns()
        .iter()
        .filter(|o| o.paid.is_some())
        .map(|o| o.paid_as_exported_fen)
        .sum();
    let t = &board.total;
    let tally = |t: &Tally| {
        json!({
            "orders": t.orders,
            "ordered_fen": t.ordered_fen,
            "paid_orders": t.paid_orders,
            "paid_fen": t.paid_net_fen(),
            "paid_gross_fen": t.paid_gross_fen,
            "refund_fen": t.refund_fen,
            "refunded_orders": t.refunded_orders,
        })
    };
    let by_day: serde_json::Map<String, Value> = board
        .days
        .iter()
        .filter(|row| row.tally.orders + row.tally.paid_orders > 0)
        .map(|row| (row.day.to_string(), tally(&row.tally)))
        .collect();
    let by_province: serde_json::Map<String, Value> = board
        .provinces
        .iter()
        .map(|row| (row.province.zh().to_owned(), tally(&row.tally)))
        .collect();
    json!({
        "orders": orders.len(),
        "first_day": coverage.range().map(|s| s.first.to_string()),
        "last_day": coverage.range().map(|s| s.last.to_string()),
        "ordered_fen": t.ordered_fen,
        "paid_orders": t.paid_orders,
        "paid_fen": exported,
        "paid_net_fen": t.paid_net_fen(),
        "paid_gross_fen": t.paid_gross_fen,
        "refund_fen": t.refund_fen,
        "refunded_orders": t.refunded_orders,
        "buyers": if board.lacking.iter().any(|l| l == "buyer") { Value::Null } else { json!(t.buyers) },
        "mean_pay_minutes": (t.pay_wait_orders > 0).then(|| t.pay_wait_secs as f64 / t.pay_wait_orders as f64 / 60.0),
        "by_day": by_day,
        "by_hour": board.hours.iter().map(tally).collect::<Vec<_>>(),
        "by_province": by_province,
    })
}

/// What came of a file, or of each table in it.
fn read(file: &str) -> Result<Vec<Imported>, String> {
    let path = Path::new(file);
    let name = path
        .file_name()
        .map_or(file.into(), |n| n.to_string_lossy());
    let mut input = std::fs::File::open(path).map_err(|e| format!("{file}: {e}"))?;
    let size = input.metadata().map_or(0, |m| m.len());
    // The salt only has to be the same for all files of one run.
    let context = ReadContext {
        salt: *b"inspect inspect!",
        now: now(),
    };
    let mut piece = vec![0; 1 << 20];
    let mut len = input.read(&mut piece).map_err(|e| format!("{file}: {e}"))?;
    if container(&piece[..len.min(HEAD_BYTES)]).is_some() {
        let parts = parts(&name, &load(file)?);
        return Ok(parts.into_iter().map(|p| read_part(p, context)).collect());
    }
    let mut reader = FileReader::new(&name, size, context);
    while len > 0 {
        reader.feed(&piece[..len]);
        len = input.read(&mut piece).map_err(|e| format!("{file}: {e}"))?;
    }
    Ok(vec![reader.finish()])
}

fn read_part(part: Part, context: ReadContext) -> Imported {
    let bytes = part.content.as_deref().unwrap_or_default();
    let mut reader = FileReader::new(&part.name, bytes.len() as u64, context);
    reader.feed(bytes);
    let mut imported = reader.finish();
    if let Err(kind) = part.content {
        imported.report = FileReport::unreadable(&part.name, 0, kind);
    }
    imported.report.issues.extend(part.issues);
    imported
}

/// A file taken apart. The readers of workbooks may panic on damaged ones; in the app that ends their own worker.
fn parts(name: &str, bytes: &[u8]) -> Vec<Part> {
    let all = std::panic::catch_unwind(|| {
        let mut parts = Vec::new();
        unpack(name, bytes, &mut |step| {
            if let Step::Part(part) = step {
                parts.push(part);
            }
        });
        parts
    });
    all.unwrap_or_else(|_| {
        vec![Part {
            name: name.to_owned(),
            content: Err(IssueKind::CorruptWorkbook),
            issues: Vec::new(),
        }]
    })
}

fn load(file: &str) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|e| format!("{file}: {e}"))
}

/// The wall clock of China.
fn now() -> Civil {
    let since_1970 = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_secs());
    let secs = since_1970.saturating_sub(946_684_800) + 8 * 3600;
    Civil(u32::try_from(secs).unwrap_or(u32::MAX - 1))
}

fn write_table(out: &str, file: &str) -> Result<(), String> {
    let mut bytes = load(file)?;
    if container(&bytes[..bytes.len().min(HEAD_BYTES)]).is_some() {
        let mut tables = parts(file, &bytes).into_iter().map(|p| p.content);
        bytes = tables
            .find_map(Result::ok)
            .ok_or(format!("{file}: no table in it"))?;
    }
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_path(out)
        .map_err(|e| format!("{out}: {e}"))?;
    for record in raw_table(&bytes) {
        writer
            .write_record(&record)
            .map_err(|e| format!("{out}: {e}"))?;
    }
    writer.flush().map_err(|e| format!("{out}: {e}"))
}
