//! Reads a file to its end. A large one is read in slices: several are under way at the same time, here while bytes are
//! waited for, and elsewhere where the file has others that read with us. They are put together in their order as they come.

use crate::import::reader::{
    FileReader, Imported, Plan, READ_BYTES, ReadSlice, Rest, Slice, SliceReader, SlicedReader,
};
use crate::workspace::source::{ReadFailed, Source};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::future::poll_fn;
use std::ops::RangeInclusive;
use std::pin::{Pin, pin};
use std::task::Poll;

/// Slices that one reader has under way: it goes on with one while it waits for the bytes of the other.
const LANES: usize = 2;
/// A smaller file is read in one go.
pub const SLICED_FROM_BYTES: u64 = 8 << 20;
/// The smallest and the largest slice, but for the last one.
const SLICE_BYTES: RangeInclusive<u64> = 4 << 20..=32 << 20;

/// What reading tells and asks on the way.
pub struct Watch<'a> {
    /// Told of bytes and rows read so far.
    pub progress: &'a dyn Fn(u64, u64),
    /// Whether to stop.
    pub is_cancelled: &'a dyn Fn() -> bool,
}

/// What the lanes share.
struct Work<'a, F> {
    file: &'a F,
    plan: Plan,
    file_bytes: u64,
    watch: &'a Watch<'a>,
    /// Slices that nobody has taken yet.
    open: RefCell<VecDeque<Slice>>,
    /// Slices that are read and not put together yet, by where they begin.
    read: RefCell<BTreeMap<u64, ReadSlice>>,
    read_bytes: Cell<u64>,
    read_rows: Cell<u64>,
}

type Lane<'a> = Pin<Box<dyn Future<Output = Result<(), ReadFailed>> + 'a>>;

/// Reads a file to its end; `None` when that was cancelled.
///
/// # Errors
/// [`ReadFailed`] when the browser cannot read it, or it ends before its size says: it was moved or cut meanwhile.
pub async fn read_file<F: Source>(
    mut reader: FileReader,
    file: &F,
    watch: &Watch<'_>,
) -> Result<Option<Imported>, ReadFailed> {
    let size = file.size();
    let mut at = 0;
    loop {
        if (watch.is_cancelled)() {
            return Ok(None);
        }
        (watch.progress)(at, reader.rows());
        if at >= size {
            return Ok(Some(reader.finish()));
        }
        let piece = file.read(at, READ_BYTES).await?;
        if piece.is_empty() {
            return Err(ReadFailed);
        }
        let is_first = at == 0;
        reader.feed(&piece);
        at += piece.len() as u64;
        if is_first && size >= SLICED_FROM_BYTES {
            let lanes = LANES * (1 + file.helpers());
            match reader.slice(lanes as u64, SLICE_BYTES) {
                Rest::Sliced(sliced) => return read_slices(*sliced, file, watch).await,
                Rest::InOneGo(same) => reader = *same,
            }
        }
    }
}

/// Reads the slices of a file; `None` when that was cancelled.
async fn read_slices<F: Source>(
    mut sliced: SlicedReader,
    file: &F,
    watch: &Watch<'_>,
) -> Result<Option<Imported>, ReadFailed> {
    let slices = sliced.slices().to_vec();
    let work = Work {
        file,
        plan: sliced.plan().clone(),
        file_bytes: sliced.file_bytes(),
        watch,
        read_bytes: Cell::new(slices.first().map_or(0, |first| first.from)),
        read_rows: Cell::new(sliced.rows()),
        open: RefCell::new(slices.iter().cloned().collect()),
        read: RefCell::default(),
    };
    let outcome = {
        // Everybody has one slice before anybody has two.
        let mut lanes: Vec<Lane<'_>> = vec![own_lane(&work)];
        let mut helpers = file.helpers();
        for _ in 0..LANES {
            lanes.extend((0..helpers).map(|helper| helper_lane(&work, helper)));
        }
        lanes.extend((1..LANES).map(|_| own_lane(&work)));
        let mut joined = pin!(join(&work, &slices, &mut sliced));
        poll_fn(|context| {
            // Others may come to help when the file is half read.
            while helpers < file.helpers() {
                lanes.extend((0..LANES).map(|_| helper_lane(&work, helpers)));
                helpers += 1;
            }
            let mut failed = false;
            lanes.retain_mut(|lane| match lane.as_mut().poll(context) {
                Poll::Pending => true,
                Poll::Ready(outcome) => {
                    failed |= outcome.is_err();
                    false
                }
            });
            if failed {
                return Poll::Ready(Err(ReadFailed));
            }
            // A helper that was lost has given its slice back.
            if lanes.is_empty() && !work.open.borrow().is_empty() {
                lanes.push(own_lane(&work));
                context.waker().wake_by_ref();
            }
            joined.as_mut().poll(context)
        })
        .await?
    };
    Ok(outcome.then(|| sliced.finish()))
}

/// Puts the slices together as they come; `false` when that was cancelled.
async fn join<F: Source>(
    work: &Work<'_, F>,
    slices: &[Slice],
    sliced: &mut SlicedReader,
) -> Result<bool, ReadFailed> {
    for slice in slices {
        let next = poll_fn(|_| {
            if (work.watch.is_cancelled)() {
                return Poll::Ready(None);
            }
            match work.read.borrow_mut().remove(&slice.from) {
                Some(read) => Poll::Ready(Some(read)),
                None => Poll::Pending,
            }
        });
        let Some(read) = next.await else {
            return Ok(false);
        };
        let mut again = sliced.append(read);
        while let Some(slice) = again {
            let Some(read) = read_here(work, slice).await? else {
                return Ok(false);
            };
            again = sliced.append(read);
        }
    }
    Ok(true)
}

/// Reads one slice after the other here.
fn own_lane<'a, F: Source>(work: &'a Work<'a, F>) -> Lane<'a> {
    Box::pin(async move {
        loop {
            let slice = work.open.borrow_mut().pop_front();
            let Some(slice) = slice else {
                return Ok(());
            };
            match read_here(work, slice).await? {
                Some(read) => work.done(read),
                None => return Ok(()),
            }
        }
    })
}

/// Has one slice after the other read by somebody else.
fn helper_lane<'a, F: Source>(work: &'a Work<'a, F>, helper: usize) -> Lane<'a> {
    Box::pin(async move {
        loop {
            let slice = work.open.borrow_mut().pop_front();
            let Some(slice) = slice else {
                return Ok(());
            };
            let read = work.file.read_slice(helper, &work.plan, &slice).await;
            match read {
                Some(read) => {
                    let bytes = work.read_bytes.get() + slice.to - slice.from;
                    work.read_bytes.set(bytes);
                    work.read_rows.set(work.read_rows.get() + read.rows());
                    work.tell();
                    work.done(read);
                }
                // The helper is no more.
                None => {
                    work.open.borrow_mut().push_front(slice);
                    return Ok(());
                }
            }
        }
    })
}

/// Reads a slice; `None` when that was cancelled.
async fn read_here<F: Source>(
    work: &Work<'_, F>,
    slice: Slice,
) -> Result<Option<ReadSlice>, ReadFailed> {
    let mut reader = SliceReader::new(&work.plan, slice, work.file_bytes);
    while let Some((from, len)) = reader.wants() {
        let piece = work.file.read(from, len).await?;
        if (work.watch.is_cancelled)() {
            return Ok(None);
        }
        // A file that ends before its size says has been cut meanwhile.
        if (piece.len() as u64) < len {
            return Err(ReadFailed);
        }
        let rows = reader.rows();
        reader.feed(&piece);
        work.read_bytes.set(work.read_bytes.get() + len);
        work.read_rows
            .set(work.read_rows.get() + reader.rows() - rows);
        work.tell();
    }
    Ok(Some(reader.finish()))
}

impl<F> Work<'_, F> {
    fn done(&self, read: ReadSlice) {
        self.read.borrow_mut().insert(read.from(), read);
    }

    fn tell(&self) {
        let bytes = self.read_bytes.get().min(self.file_bytes);
        (self.watch.progress)(bytes, self.read_rows.get());
    }
}
