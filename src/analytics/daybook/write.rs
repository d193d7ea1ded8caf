//! How the orders are put down: they are gone through once for the days that there are, and once for what happened on them.

use super::payments::Unlinked;
use super::{Daybook, HOURS, NO_PAGE, PARTS, Page};
use crate::analytics::tally::Tally;
use crate::model::place::Province;
use crate::model::time::{Civil, DAY_SECS, Day, Span};
use crate::workspace::orders::{ALL_KNOWN, OrderColumns};
use std::ops::Range;

/// As many days as there are civil seconds for.
const DAYS: usize = (u32::MAX / DAY_SECS) as usize + 1;

/// The days that have orders.
pub(super) struct Days {
    has_order: Vec<bool>,
    payments: Vec<u32>,
}

impl Default for Days {
    fn default() -> Days {
        Days {
            has_order: vec![false; DAYS],
            payments: vec![0; DAYS],
        }
    }
}

impl Days {
    /// Looks which days some orders are of.
    #[inline(never)]
    pub(super) fn look_through(&mut self, orders: OrderColumns<'_>, rows: Range<usize>) {
        for row in rows {
            let (created, paid) = orders.times(row);
            for at in [created, paid].into_iter().flatten() {
                self.has_order[(at / DAY_SECS) as usize] = true;
            }
            if let Some(at) = paid {
                self.payments[(at / DAY_SECS) as usize] += 1;
            }
        }
    }

    /// A page for each of the days.
    pub(super) fn open_book(self) -> Writing {
        let first = self.has_order.iter().position(|has| *has);
        let last = self.has_order.iter().rposition(|has| *has);
        let days = first
            .zip(last)
            .map_or(0..0, |(first, last)| first..last + 1);
        let mut count = 0;
        let mut places = vec![NO_PAGE; days.len()];
        let mut payments_of_page = Vec::new();
        for (day, place) in days.clone().zip(&mut places) {
            if self.has_order[day] {
                *place = count;
                count += 1;
                payments_of_page.push(self.payments[day]);
            }
        }
        let page = || Page {
            tally: Tally::default(),
            parts: vec![Tally::default(); PARTS],
            known: *ALL_KNOWN,
            paid: (0, 0),
        };
        Writing {
            first: days.start,
            places,
            pages: (0..count).map(|_| page()).collect(),
            payments: Unlinked::new(payments_of_page),
        }
    }
}

/// A book in which not all orders stand yet.
pub(super) struct Writing {
    /// The first day.
    first: usize,
    places: Vec<u32>,
    pages: Vec<Page>,
    payments: Unlinked,
}

impl Writing {
    /// Puts down some orders.
    #[inline(never)]
    pub(super) fn write(&mut self, orders: OrderColumns<'_>, rows: Range<usize>) {
        for row in rows {
            let order = orders.get(row);
            let province = Province::from_code(order.province).code();
            let of_province = HOURS + usize::from(province);
            if let Some(at) = order.created {
                let page = &mut self.pages[place(&self.places, self.first, at)];
                page.known &= order.known;
                page.parts[Civil(at).hour() as usize].created(&order);
                page.parts[of_province].created(&order);
            }
            if let Some(at) = order.paid {
                let place = place(&self.places, self.first, at);
                let page = &mut self.pages[place];
                let hour = Civil(at).hour() as u8;
                page.known &= order.known;
                page.parts[usize::from(hour)].paid(&order);
                page.parts[of_province].paid(&order);
                self.payments.put(place, order.buyer, hour, province);
            }
        }
    }

    /// The book, with the sums of its days.
    pub(super) fn close(mut self) -> Daybook {
        let (payments, spans) = self.payments.link();
        for (page, (from, to)) in self.pages.iter_mut().zip(spans) {
            page.paid = (from, to);
            for hour in &page.parts[..HOURS] {
                page.tally.add(hour);
            }
            page.tally.buyers = payments.buyers(from, to);
            page.tally.buyer_days = page.tally.buyers;
        }
        let last = self.places.len().checked_sub(1);
        Daybook {
            extent: last.map(|last| Span {
                first: Day(self.first as i32),
                last: Day((self.first + last) as i32),
            }),
            places: self.places,
            pages: self.pages,
            payments,
        }
    }
}

/// The place of a moment's page.
fn place(places: &[u32], first: usize, at: u32) -> usize {
    places[(at / DAY_SECS) as usize - first] as usize
}
