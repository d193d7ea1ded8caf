//! The payments in the order of their days, made for one question: how many different buyers paid in a range of days.
//!
//! Each payment knows where the same buyer paid before. In a range it is its buyer's first one if that was before the
//! range, so that buyers are counted in one pass over the range, without remembering whom it has met. The same holds for
//! the buyers of each hour and each province.

use super::{HOURS, PARTS};
use crate::table::runs;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The payments, day after day.
#[derive(Debug, Default)]
pub(super) struct Payments {
    /// The payment of the same buyer before this one: its place counted from 1, 0 where there is none, [`NOBODY`] where the
    /// buyer is not known.
    before: Vec<u32>,
    /// The same among the payments of this one's hour.
    before_in_hour: Vec<u32>,
    /// The same among the payments of this one's province.
    before_in_province: Vec<u32>,
    hours: Vec<u8>,
    provinces: Vec<u8>,
}

/// Later than every payment: what nobody paid is never a buyer's first.
const NOBODY: u32 = u32::MAX;

impl Payments {
    /// Different buyers among the payments from one place to before another. Both are ends of days.
    pub(super) fn buyers(&self, from: u32, to: u32) -> i64 {
        let before = &self.before[from as usize..to as usize];
        before.iter().map(|at| u32::from(*at <= from)).sum::<u32>() as i64
    }

    /// The same for each part of a day: the hours, then the provinces.
    pub(super) fn buyers_of_parts(&self, from: u32, to: u32) -> [i64; PARTS] {
        let range = from as usize..to as usize;
        let mut counts = [0; PARTS];
        let hours = self.before_in_hour[range.clone()]
            .iter()
            .zip(&self.hours[range.clone()]);
        for (before, hour) in hours {
            counts[usize::from(*hour)] += i64::from(*before <= from);
        }
        let provinces = self.before_in_province[range.clone()]
            .iter()
            .zip(&self.provinces[range]);
        for (before, province) in provinces {
            counts[HOURS + usize::from(*province)] += i64::from(*before <= from);
        }
        counts
    }
}

/// Payments that are being put into the order of their days, and know nothing of each other yet.
pub(super) struct Unlinked {
    /// Where the next payment of each day goes.
    next: Vec<u32>,
    /// Where the payments of each day end.
    ends: Vec<u32>,
    buyers: Vec<u64>,
    hours: Vec<u8>,
    provinces: Vec<u8>,
}

/// Buyers are looked up group by group: what a group needs stays in the processor's cache.
const GROUPS: usize = 64;

impl Unlinked {
    /// Room for so many payments on each day.
    pub(super) fn new(of_days: Vec<u32>) -> Unlinked {
        let mut end = 0;
        let ends: Vec<u32> = of_days
            .iter()
            .map(|count| {
                end += count;
                end
            })
            .collect();
        let next = ends.iter().zip(&of_days).map(|(end, n)| end - n).collect();
        Unlinked {
            next,
            ends,
            buyers: vec![0; end as usize],
            hours: vec![0; end as usize],
            provinces: vec![0; end as usize],
        }
    }

    /// Puts down a payment of a day.
    pub(super) fn put(&mut self, day: usize, buyer: u64, hour: u8, province: u8) {
        let at = self.next[day] as usize;
        self.next[day] += 1;
        self.buyers[at] = buyer;
        self.hours[at] = hour;
        self.provinces[at] = province;
    }

    /// The payments, and from where to where each day has them.
    pub(super) fn link(self) -> (Payments, Vec<(u32, u32)>) {
        let before = payments_before(&self.buyers);
        let payments = Payments {
            before_in_hour: before_among(&before, &self.hours),
            before_in_province: before_among(&before, &self.provinces),
            before,
            hours: self.hours,
            provinces: self.provinces,
        };
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(self.ends.iter().copied()).collect();
        (payments, spans)
    }
}

/// For each payment the one of the same buyer before it, see [`Payments::before`].
fn payments_before(buyers: &[u64]) -> Vec<u32> {
    let mut groups = vec![Vec::new(); GROUPS];
    runs(buyers.len()).for_each(|run| group(buyers, run, &mut groups));
    let mut before = vec![NOBODY; buyers.len()];
    let mut last = FxHashMap::default();
    for group in &groups {
        last.clear();
        link(group, &mut last, &mut before);
    }
    before
}

/// A buyer's payments are all of one group. What nobody paid is of none.
#[inline(never)]
fn group(buyers: &[u64], places: Range<usize>, groups: &mut [Vec<(u64, u32)>]) {
    for at in places {
        let buyer = buyers[at];
        if buyer != 0 {
            groups[buyer as usize % GROUPS].push((buyer, at as u32));
        }
    }
}

#[inline(never)]
fn link(group: &[(u64, u32)], last: &mut FxHashMap<u64, u32>, before: &mut [u32]) {
    for &(buyer, at) in group {
        before[at as usize] = last.insert(buyer, at + 1).unwrap_or(0);
    }
}

/// For each payment the one of the same buyer before it that is also of the same part. No buyer's payments are gone over
/// more often than there are parts.
fn before_among(before: &[u32], parts: &[u8]) -> Vec<u32> {
    let mut among = Vec::with_capacity(before.len());
    runs(before.len()).for_each(|run| link_among(before, parts, run, &mut among));
    among
}

#[inline(never)]
fn link_among(before: &[u32], parts: &[u8], places: Range<usize>, among: &mut Vec<u32>) {
    among.extend(places.map(|at| {
        let mut found = before[at];
        while found != 0 && found != NOBODY && parts[found as usize - 1] != parts[at] {
            found = before[found as usize - 1];
        }
        found
    }));
}
