//! The answers, counted while the orders are made.

use super::{Moment, Order};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is to be found in a file, in the form in which the benchmark's page answers: amounts in 分, after refunds.
#[derive(Debug, Serialize)]
pub struct Expected {
    /// Day of creation, orders, ordered, paid, orders paid.
    pub days: Vec<(String, i64, i64, i64, i64)>,
    /// The 20 titles paid most for.
    pub titles: Vec<(String, i64)>,
    pub rfm: Rfm,
    /// Province, paid, orders paid.
    pub provinces: Vec<(String, i64, i64)>,
}

/// Recency, frequency and monetary, each summed over all buyers.
#[derive(Debug, Serialize)]
pub struct Rfm {
    pub buyers: u64,
    /// Days from each buyer's last payment to the last payment of all.
    pub rec: i64,
    pub freq: i64,
    pub mon: i64,
    /// Frequency times monetary.
    pub chk: i64,
    /// The 20 who paid most: nick, last payment, orders, paid.
    pub top: Vec<(String, String, i64, i64)>,
}

#[derive(Default)]
pub(super) struct Tallied {
    days: BTreeMap<String, (i64, i64, i64, i64)>,
    titles: BTreeMap<String, i64>,
    buyers: BTreeMap<String, (Option<Moment>, i64, i64)>,
    provinces: BTreeMap<&'static str, (i64, i64)>,
}

impl Tallied {
    pub(super) fn add(&mut self, order: &Order) {
        let day = self.days.entry(order.created.date()).or_default();
        day.0 += 1;
        day.1 += order.total_fen;
        day.2 += order.paid_fen;
        let Some(paid) = order.paid else { return };
        day.3 += 1;
        *self.titles.entry(order.title.clone()).or_default() += order.paid_fen;
        let buyer = self.buyers.entry(order.nick.clone()).or_default();
        *buyer = (
            buyer.0.max(Some(paid)),
            buyer.1 + 1,
            buyer.2 + order.paid_fen,
        );
        let province = self.provinces.entry(order.province()).or_default();
        *province = (province.0 + order.paid_fen, province.1 + 1);
    }

    pub(super) fn finish(self) -> Expected {
        let last = self.buyers.values().filter_map(|b| b.0).max();
        let as_of = last.map_or(0, |at| at.0);
        let buyers = || self.buyers.values();
        let recency = |at: Option<Moment>| at.map_or(0, |at| (as_of - at.0) as i64);
        let mut top: Vec<_> = self.buyers.iter().collect();
        top.sort_by_key(|(_, b)| -b.2);
        top.truncate(20);
        let named = |(nick, b): (&String, &(Option<Moment>, i64, i64))| {
            let last = b.0.map(|at| at.to_string());
            (nick.clone(), last.unwrap_or_default(), b.1, b.2)
        };
        let mut titles: Vec<_> = self.titles.into_iter().collect();
        titles.sort_by_key(|(_, fen)| -fen);
        titles.truncate(20);
        let provinces = self.provinces.into_iter();
        let mut provinces: Vec<_> = provinces.map(|(p, (f, n))| (p.to_owned(), f, n)).collect();
        provinces.sort_by_key(|row| -row.1);
        Expected {
            titles,
            rfm: Rfm {
                buyers: self.buyers.len() as u64,
                rec: buyers().map(|b| recency(b.0)).sum(),
                freq: buyers().map(|b| b.1).sum(),
                mon: buyers().map(|b| b.2).sum(),
                chk: buyers().map(|b| b.1 * b.2).sum(),
                top: top.into_iter().map(named).collect(),
            },
            provinces,
            days: self
                .days
                .into_iter()
                .map(|(day, d)| (day, d.0, d.1, d.2, d.3))
                .collect(),
        }
    }
}
