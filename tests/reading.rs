//! Reading large files with others: whoever reads which slice, and whoever gives up on the way, the file comes out as if
//! it had been read in one go.

use dianzhang::import::columns::ReadContext;
use dianzhang::import::reader::{FileReader, Imported, Plan, ReadSlice, Slice, SliceReader};
use dianzhang::model::time::Civil;
use dianzhang::store::schema::{self, Hashed, Segment, meta_key};
use dianzhang::store::{Batch, MemoryStore, Store};
use dianzhang::workspace::reading::{SLICED_FROM_BYTES, Watch, read_file};
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::{MemoryFile, ReadFailed, Source};
use pollster::block_on;
use siphasher::sip::SipHasher13;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::hash::Hasher;
use std::rc::Rc;
use std::task::Poll;

const CONTEXT: ReadContext = ReadContext {
    salt: [9; 16],
    now: Civil(848_534_400),
};

/// An order list that is read in slices, with remarks of several lines.
fn large() -> Vec<u8> {
    let mut text = "订单编号,买家会员名,总金额,订单状态,订单创建时间,宝贝标题\n".to_owned();
    let mut row = 0;
    while (text.len() as u64) < SLICED_FROM_BYTES + (1 << 20) {
        row += 1;
        let title = match row % 50 {
            0 => "\"围\n巾,\n红\"",
            1 => "帽子",
            _ => {
                "大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣大衣"
            }
        };
        let line = format!("24{row:016},买家{row},{row}.50,交易成功,2025-03-01 10:00:00,{title}\n");
        text.push_str(&line);
    }
    text.into_bytes()
}

/// Lets others go first, so many times.
async fn wait(turns: usize) {
    let mut left = turns;
    poll_fn(|context| match left {
        0 => Poll::Ready(()),
        _ => {
            left -= 1;
            context.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await;
}

/// A file that others read with us.
struct Shared {
    bytes: Vec<u8>,
    /// After so many slices a helper is no more.
    helpers: Vec<Cell<usize>>,
    /// Bytes that can be read; those behind were cut off meanwhile.
    readable: u64,
    /// Slices that helpers have read.
    helped: Cell<usize>,
}

impl Shared {
    fn new(helpers: &[usize]) -> Shared {
        let bytes = large();
        Shared {
            readable: bytes.len() as u64,
            bytes,
            helpers: helpers.iter().copied().map(Cell::new).collect(),
            helped: Cell::new(0),
        }
    }

    fn part(&self, from: u64, len: u64) -> &[u8] {
        let to = (from + len).min(self.readable);
        &self.bytes[from.min(to) as usize..to as usize]
    }
}

impl Source for Shared {
    fn name(&self) -> String {
        "ExportOrderList.csv".to_owned()
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    async fn read(&self, from: u64, len: u64) -> Result<Vec<u8>, ReadFailed> {
        wait(3).await;
        Ok(self.part(from, len).to_vec())
    }

    fn helpers(&self) -> usize {
        self.helpers.len()
    }

    async fn read_slice(&self, helper: usize, plan: &Plan, slice: &Slice) -> Option<ReadSlice> {
        wait(2 + helper * 5).await;
        let left = self.helpers[helper].get();
        self.helpers[helper].set(left.checked_sub(1)?);
        let mut reader = SliceReader::new(plan, slice.clone(), self.size());
        while let Some((from, len)) = reader.wants() {
            reader.feed(self.part(from, len));
        }
        self.helped.set(self.helped.get() + 1);
        ReadSlice::from_bytes(&reader.finish().to_bytes())
    }
}

fn in_one_go(bytes: &[u8]) -> Imported {
    let mut reader = FileReader::new("ExportOrderList.csv", bytes.len() as u64, CONTEXT);
    reader.feed(bytes);
    reader.finish()
}

fn read(file: &Shared, is_cancelled: &dyn Fn() -> bool) -> Result<Option<Imported>, ReadFailed> {
    let told = RefCell::new(Vec::new());
    let progress = |bytes: u64, rows: u64| told.borrow_mut().push((bytes, rows));
    let watch = Watch {
        progress: &progress,
        is_cancelled,
    };
    let reader = FileReader::new("ExportOrderList.csv", file.size(), CONTEXT);
    let outcome = block_on(read_file(reader, file, &watch));
    assert!(told.borrow().is_sorted(), "progress goes forward");
    outcome
}

#[test]
fn whoever_reads_the_slices_the_file_is_the_same() {
    let whole = in_one_go(&large());
    for (helpers, helped) in [
        (&[][..], 0..=0),
        (&[usize::MAX], 1..=99),
        (&[usize::MAX, usize::MAX, usize::MAX], 1..=99),
        (&[0], 0..=0),
        (&[1, 0, 1], 1..=2),
    ] {
        let file = Shared::new(helpers);
        let read = read(&file, &|| false).expect("it can be read");
        let read = read.expect("nobody has cancelled");
        assert_eq!(read.report, whole.report);
        assert_eq!(read.fingerprint, whole.fingerprint);
        assert!(read.table == whole.table, "the tables differ");
        assert!(helped.contains(&file.helped.get()), "{helpers:?}");
    }
}

#[test]
fn a_file_that_was_cut_meanwhile_cannot_be_read() {
    let mut file = Shared::new(&[]);
    file.readable -= 10;
    assert!(matches!(read(&file, &|| false), Err(ReadFailed)));
}

#[test]
fn reading_with_others_can_be_cancelled() {
    for stop_after in 0..12 {
        let asked = Cell::new(0);
        let is_cancelled = || {
            asked.set(asked.get() + 1);
            asked.get() > stop_after
        };
        let read = read(&Shared::new(&[usize::MAX]), &is_cancelled);
        assert!(matches!(read, Ok(None)), "{stop_after}");
    }
}

#[test]
fn an_import_that_was_hashed_in_the_old_way_is_recognised() {
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    let desk = Desk {
        now: CONTEXT.now,
        salt: CONTEXT.salt,
        progress: &|_| {},
        is_cancelled: &|| false,
    };
    let files = [MemoryFile {
        name: "ExportOrderList.csv".to_owned(),
        bytes: large(),
    }];
    block_on(session.import(None, &files, &desk)).expect("an import");
    let key = meta_key(1, 1);
    let bytes = block_on(session.store.get(&key)).expect("a store in memory");
    let segment: Segment = schema::read(&bytes.expect("the import")).expect("its record");
    assert_eq!(segment.hashed, Hashed::Pieces);
    let mut hasher = SipHasher13::new();
    hasher.write(&files[0].bytes);
    let old = Segment {
        fingerprint: hasher.finish(),
        hashed: Hashed::Whole,
        ..segment
    };
    let batch = Batch::default().put(key, schema::write(&old));
    block_on(session.store.commit(batch)).expect("a store in memory");
    block_on(session.open(None)).expect("it opens again");
    let again = block_on(session.import(Some(1), &files, &desk)).expect("an import");
    assert!(again[0].report.already_there());
}
