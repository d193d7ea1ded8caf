//! The orders put down by day, once per state of the data: what a board adds up. A question about a period then touches its
//! own days only, and of these one sum a day; nothing here is counted a second time.

mod payments;
mod write;

use crate::analytics::tally::Tally;
use crate::model::place::Province;
use crate::model::time::{Day, Span};
use crate::table::runs;
use crate::workspace::orders::{ALL_KNOWN, OrderColumns};
use payments::Payments;
use write::Days;

/// The orders of a workspace by day.
#[derive(Debug)]
pub struct Daybook {
    /// From the first day on which an order was created or paid to the last.
    extent: Option<Span>,
    /// For each day of the extent its place among the pages, or [`NO_PAGE`].
    places: Vec<u32>,
    pages: Vec<Page>,
    payments: Payments,
}

/// A day without an order has no page.
const NO_PAGE: u32 = u32::MAX;
const HOURS: usize = 24;
/// The parts of a day that have sums of their own: its hours, then the provinces.
const PARTS: usize = HOURS + Province::ALL.len();

/// One day with orders.
#[derive(Debug)]
struct Page {
    /// All of it.
    tally: Tally,
    /// Its [`PARTS`]. Buyers are not among them: those of several days do not add up.
    parts: Vec<Tally>,
    /// Columns known of every order created or paid on it.
    known: u32,
    /// Its payments, by their place among all.
    paid: (u32, u32),
}

/// What a range of days comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// All of it.
    pub tally: Tally,
    /// Columns known of every order in it.
    pub known: u32,
}

/// What a range of days comes to by hour and by province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The 24 hours of the day.
    pub hours: Vec<Tally>,
    /// As many as [`Province::ALL`], by code.
    pub provinces: Vec<Tally>,
}

impl Daybook {
    /// Puts orders down by day.
    pub fn of(orders: OrderColumns<'_>) -> Daybook {
        let mut days = Days::default();
        runs(orders.len()).for_each(|run| days.look_through(orders, run));
        let mut book = days.open_book();
        runs(orders.len()).for_each(|run| book.write(orders, run));
        book.close()
    }

    /// From the first day on which an order was created or paid to the last.
    pub fn extent(&self) -> Option<Span> {
        self.extent
    }

    /// What one day comes to; nothing where it has no order.
    pub fn day(&self, day: Day) -> Tally {
        let place = self.extent.map(|extent| day.0 - extent.first.0);
        let place = place.and_then(|at| self.places.get(usize::try_from(at).ok()?));
        let page = place.and_then(|place| self.pages.get(*place as usize));
        page.map(|page| page.tally).unwrap_or_default()
    }

    /// Columns known of every order created or paid on a day.
    pub fn known(&self, day: Day) -> u32 {
        let pages = self.pages(Span::new(day, day));
        pages
            .iter()
            .fold(*ALL_KNOWN, |known, page| known & page.known)
    }

    /// What a range of days comes to.
    pub fn total(&self, span: Span) -> Total {
        let mut total = Total {
            tally: Tally::default(),
            known: *ALL_KNOWN,
        };
        for page in self.pages(span) {
            total.tally.add(&page.tally);
            total.known &= page.known;
        }
        let (from, to) = self.paid(span);
        total.tally.buyers = self.payments.buyers(from, to);
        total
    }

    /// What a range of days comes to by hour and by province.
    pub fn breakdown(&self, span: Span) -> Breakdown {
        let mut parts = vec![Tally::default(); PARTS];
        for page in self.pages(span) {
            for (sum, part) in parts.iter_mut().zip(&page.parts) {
                sum.add(part);
            }
        }
        let (from, to) = self.paid(span);
        let buyers = self.payments.buyers_of_parts(from, to);
        for (sum, buyers) in parts.iter_mut().zip(buyers) {
            sum.buyers = buyers;
        }
        Breakdown {
            provinces: parts.split_off(HOURS),
            hours: parts,
        }
    }

    /// The days of a range that have orders, in order.
    fn pages(&self, span: Span) -> &[Page] {
        let Some(extent) = self.extent.filter(|extent| extent.overlaps(span)) else {
            return &[];
        };
        let first = (span.first.0 - extent.first.0).max(0) as usize;
        let last = (span.last.min(extent.last).0 - extent.first.0) as usize;
        let mut places = self.places[first..=last].iter().filter(|p| **p != NO_PAGE);
        let Some(&from) = places.next() else {
            return &[];
        };
        let to = *places.next_back().unwrap_or(&from);
        &self.pages[from as usize..=to as usize]
    }

    /// The payments of a range of days.
    fn paid(&self, span: Span) -> (u32, u32) {
        match self.pages(span) {
            [] => (0, 0),
            [only] => only.paid,
            [first, .., last] => (first.paid.0, last.paid.1),
        }
    }
}
