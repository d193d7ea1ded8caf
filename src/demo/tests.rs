use super::forms::Encoding;
use super::*;
use crate::model::order::OrderStatus;
use std::sync::LazyLock;

static LAST: LazyLock<Day> = LazyLock::new(|| Day::from_ymd(2026, 4, 17).unwrap_or(Day(0)));
static ALL: LazyLock<Vec<DemoFile>> = LazyLock::new(|| files(1, *LAST).collect());
/// The orders.
static FILES: LazyLock<Vec<DemoFile>> = LazyLock::new(|| {
    let is_orders = |f: &&DemoFile| f.name.starts_with("ExportOrderList");
    ALL.iter().filter(is_orders).cloned().collect()
});

fn decoded(file: &DemoFile, encoding: Encoding) -> String {
    let coding = match encoding {
        Encoding::Gbk => encoding_rs::GBK,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
    };
    let (text, _, has_errors) = coding.decode(&file.bytes);
    assert!(!has_errors, "{}", file.name);
    text.into_owned()
}

fn fnv1a(files: &[DemoFile]) -> u64 {
    files
        .iter()
        .flat_map(|f| f.name.bytes().chain(f.bytes.iter().copied()))
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        })
}

/// The golden value is this code's own: it says that nothing changed unseen, not that it is right.
#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert!(files(1, *LAST).eq(ALL.iter().cloned()));
    assert_eq!(fnv1a(&FILES), 14_756_533_888_764_372_616);
    let other = files(2, *LAST).next();
    assert_ne!(other.as_ref(), FILES.first());
}

#[test]
fn two_years_of_files_each_with_its_header_in_its_own_encoding() {
    let store = Store::new(1, *LAST);
    let exports = exports(&store);
    assert_eq!(FILES.len(), exports.len());
    let mut seen = BTreeSet::new();
    for (file, export) in FILES.iter().zip(&exports) {
        assert!(file.bytes.len() > 10_000, "{}", file.name);
        let text = decoded(file, export.form.encoding);
        let delimiter = export.form.delimiter.to_string();
        let header = export
            .form
            .headers
            .iter()
            .collect::<Vec<_>>()
            .join(&delimiter);
        assert!(text.contains(&header), "{}", file.name);
        assert_eq!(
            text.contains("合计"),
            export.form.has_footer,
            "{}",
            file.name
        );
        seen.insert(format!(
            "{:?}{}",
            export.form.encoding, export.form.delimiter
        ));
    }
    assert_eq!(seen.len(), 7, "{seen:?}");
    let names: BTreeSet<_> = FILES.iter().map(|f| &f.name).collect();
    assert_eq!(names.len(), FILES.len());
}

#[test]
fn the_days_are_two_years_without_a_hole_whatever_the_last_day() {
    for last in 0..800 {
        let store = Store::new(1, LAST.plus(last));
        let exports = exports(&store);
        assert!((24..=26).contains(&exports.len()));
        assert!(store.last.0 - store.first.0 >= 729);
        assert_eq!(exports[0].first, store.first);
        assert_eq!(exports.last().map(|e| e.last), Some(store.last));
        for pair in exports.windows(2) {
            let overlap = pair[0].last.0 - pair[1].first.0 + 1;
            assert!((OVERLAP_DAYS..=8).contains(&overlap), "{overlap}");
            assert!(pair[0].knows <= pair[1].knows);
        }
    }
}

#[test]
fn order_ids_are_unique() {
    let store = Store::new(1, *LAST);
    let ids: Vec<u64> = days(store.first, store.last)
        .flat_map(|day| store.orders(day))
        .map(|o| o.id)
        .collect();
    let different: BTreeSet<u64> = ids.iter().copied().collect();
    assert_eq!(different.len(), ids.len());
    assert!(ids.iter().all(|id| id.to_string().len() == 19));
}

#[test]
fn the_store_is_alive() {
    let totals = totals(1, *LAST);
    assert!((25_000..=40_000).contains(&totals.orders), "{totals:?}");
    assert!(totals.rows > totals.orders);
    let paid = totals.paid_orders * 1000 / totals.orders;
    assert!((840..=880).contains(&paid), "{paid}");
    let refunded = totals.refunded_orders * 1000 / totals.paid_orders;
    assert!((160..=220).contains(&refunded), "{refunded}");

    let store = Store::new(1, *LAST);
    let orders: Vec<_> = days(store.first, store.last)
        .flat_map(|day| store.orders(day))
        .collect();
    let buyers: BTreeSet<u64> = orders.iter().map(|o| o.buyer).collect();
    let per_buyer = orders.len() * 100 / buyers.len();
    assert!((130..=170).contains(&per_buyer), "{per_buyer}");
    let mut hours = [0; 24];
    for order in &orders {
        hours[order.created.hour() as usize] += 1;
    }
    assert_eq!((0..24).max_by_key(|&h| hours[h]), Some(21));
}

#[test]
fn an_order_only_ever_moves_on() {
    let store = Store::new(1, *LAST);
    let day = LAST.plus(-200);
    for order in store.orders(day) {
        let mut before = order.state(order.created);
        assert_eq!(before.status, OrderStatus::AwaitingPayment);
        for hours in 1..24 * 40 {
            let now = order.state(Civil(order.created.0 + hours * 3600));
            assert!(now.status >= before.status, "{:?} {:?}", before, now);
            assert!(now.refund_fen >= before.refund_fen);
            assert!(now.refund_fen <= now.paid_fen);
            assert!(now.paid >= before.paid);
            before = now;
        }
        assert!(matches!(
            before.status,
            OrderStatus::Completed | OrderStatus::Closed
        ));
    }
}

#[test]
fn the_last_days_have_fewer_refunds_so_far() {
    let store = Store::new(1, *LAST);
    let now = exports(&store).last().map_or(Civil(0), |e| e.knows);
    let refunded = |first: i32, last: i32| {
        let orders: Vec<_> = days(LAST.plus(first), LAST.plus(last))
            .flat_map(|day| store.orders(day))
            .map(|o| o.state(now))
            .filter(|s| s.paid.is_some())
            .collect();
        orders.iter().filter(|s| s.refund_fen > 0).count() * 1000 / orders.len()
    };
    assert!(refunded(-2, 0) * 2 < refunded(-60, -30));
}

#[test]
fn the_personal_samples_stand_in_the_files_and_nowhere_else() {
    let samples = personal_samples(1, *LAST);
    assert!(samples.len() > 300, "{}", samples.len());
    let store = Store::new(1, *LAST);
    let texts: Vec<String> = FILES
        .iter()
        .zip(exports(&store))
        .map(|(file, export)| decoded(file, export.form.encoding))
        .collect();
    let found = |sample: &String| {
        // A quote is doubled in a quoted cell.
        texts
            .iter()
            .any(|t| t.contains(&sample.replace('"', "\"\"")))
    };
    let missing: Vec<_> = samples.iter().step_by(23).filter(|s| !found(s)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for item in catalogue::ITEMS {
        assert!(samples.iter().all(|s| !item.title.contains(s.as_str())));
    }
}
