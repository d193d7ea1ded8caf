//! What can only be said of an order file once all of it is read: whether its paid amounts are net of refunds, which rows
//! belong to no day, which identities Excel has destroyed.

use super::PaidBasis;
use super::column::{
    BUYER, CREATED_AT, GOODS_FEN, ORDER_ID, ORDERED_FEN, PAID_AT, PAID_BASIS, PAID_FEN,
    POSTAGE_FEN, REFUND_FEN,
};
use crate::import::columns::{DAMAGED, MADE_UP};
use crate::import::issues::{IssueKind, IssueLog};
use crate::import::kinds::{Draft, Kind};
use crate::model::time::Civil;
use crate::table::{Column, NULL_I64, NULL_U32};
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Finishes the columns of an order file.
pub fn settle(_kind: &Kind, draft: &mut Draft, issues: &mut IssueLog) {
    note_missing_pay_time(draft, issues);
    drop_rows_without_a_day(draft, issues);
    drop_rounded_ids(draft, issues);
    make_up_missing_ids(draft);
    drop_masked_buyers(draft);
    settle_paid_basis(draft, issues);
    note_payments_outside_the_range(draft, issues);
}

/// A file without payment times still says who paid: the orders count as paid when they were created.
fn note_missing_pay_time(draft: &Draft, issues: &mut IssueLog) {
    if !draft.has(PAID_AT) && draft.has(CREATED_AT) {
        issues.add(IssueKind::PaidByCreation, 0, "", "");
    }
}

fn drop_rows_without_a_day(draft: &mut Draft, issues: &mut IssueLog) {
    let (created, paid) = (draft.numbers(CREATED_AT), draft.numbers(PAID_AT));
    let is_known = |times: &[u32], row: usize| times.get(row).is_some_and(|t| *t != NULL_U32);
    let has_day: Vec<bool> = (0..draft.lines.len())
        .map(|row| is_known(created, row) || is_known(paid, row))
        .collect();
    for (line, _) in draft
        .lines
        .iter()
        .zip(&has_day)
        .filter(|(_, has_day)| !**has_day)
    {
        issues.add(IssueKind::NoTime, u64::from(*line), "", "");
    }
    draft.retain(|row| has_day[row]);
}

/// Excel keeps 15 digits of a number and writes zeros for the rest. By chance one identity of 18 digits in a thousand ends
/// like that; when half of a file do, Excel has been at it.
fn drop_rounded_ids(draft: &mut Draft, issues: &mut IssueLog) {
    let lines = draft.lines.clone();
    let Some(Column::U64(ids)) = draft.column_mut(ORDER_ID) else {
        return;
    };
    let is_rounded = |id: u64| {
        let lost_digits = id.checked_ilog10().unwrap_or(0).saturating_sub(14);
        id < MADE_UP && lost_digits > 0 && id.is_multiple_of(10u64.pow(lost_digits))
    };
    let rounded = ids.iter().filter(|id| is_rounded(**id)).count();
    if rounded >= 3 && rounded * 2 > ids.len() {
        for (id, line) in ids.iter_mut().zip(lines).filter(|(id, _)| is_rounded(**id)) {
            issues.add(
                IssueKind::DamagedId,
                u64::from(line),
                "订单编号",
                &id.to_string(),
            );
            *id = DAMAGED;
        }
    }
}

/// Gives a row without an identity one from what does not change in an order: when it was created, by whom, for how much.
/// Equal orders of one file stay apart; the same order in another file gets the same one, unless its identity was
/// destroyed: then it is never joined with another file.
fn make_up_missing_ids(draft: &mut Draft) {
    if !draft.has(ORDER_ID) {
        draft
            .columns
            .push((ORDER_ID, Column::U64(vec![0; draft.lines.len()])));
    }
    let (created, paid) = (draft.numbers(CREATED_AT), draft.numbers(PAID_AT));
    let (ordered, buyers) = (draft.money(ORDERED_FEN), draft.ids(BUYER));
    let mut ids = draft.ids(ORDER_ID).to_vec();
    let mut seen: FxHashMap<u64, u64> = FxHashMap::default();
    let is_missing = |id: u64| id == 0 || id == DAMAGED;
    for (row, id) in ids
        .iter_mut()
        .enumerate()
        .filter(|(_, id)| is_missing(**id))
    {
        let mut hasher = SipHasher13::new();
        hasher.write_u32(created.get(row).or(paid.get(row)).copied().unwrap_or(0));
        hasher.write_i64(ordered.get(row).copied().unwrap_or(0));
        hasher.write_u64(buyers.get(row).copied().unwrap_or(0));
        hasher.write_u64(if *id == DAMAGED { draft.fingerprint } else { 0 });
        let count = seen.entry(hasher.finish()).or_default();
        *count += 1;
        hasher.write_u64(*count);
        *id = hasher.finish() | MADE_UP | 1;
    }
    if let Some(column) = draft.column_mut(ORDER_ID) {
        *column = Column::U64(ids);
    }
}

/// Masked names cannot be told apart: a file with mostly such has no buyers.
fn drop_masked_buyers(draft: &mut Draft) {
    let Some(Column::U64(buyers)) = draft.column_mut(BUYER) else {
        return;
    };
    if buyers.iter().filter(|b| **b == 0).count() * 2 > buyers.len() {
        draft.columns.retain(|(name, _)| *name != BUYER);
    }
}

/// Decides for every row whether its paid amount has the refund taken off.
///
/// The row itself usually tells: with a refund, either paid + refund is the order's total (net) or paid alone is (gross).
/// Where discounts blur that, the rest of the file decides, and a fully refunded order that still shows nothing paid is net
/// beyond doubt. Without any refund the question has no consequence.
fn settle_paid_basis(draft: &mut Draft, issues: &mut IssueLog) {
    let (paid, refund) = (draft.money(PAID_FEN), draft.money(REFUND_FEN));
    if paid.is_empty() || refund.is_empty() {
        return;
    }
    let goods_and_postage = sums(draft.money(GOODS_FEN), draft.money(POSTAGE_FEN));
    let totals = [draft.money(ORDERED_FEN), &goods_and_postage];
    let evidence = |row: usize| -> Option<PaidBasis> {
        let (paid, refund) = (paid[row], refund[row]);
        if refund <= 0 || paid == NULL_I64 {
            return None;
        }
        // How far an amount is from the order's total, where that is a matter of rounding.
        let miss = |fen: i64| {
            let known = totals
                .iter()
                .filter_map(|t| t.get(row))
                .filter(|t| **t != NULL_I64);
            known
                .map(|t| (t - fen).abs())
                .filter(|miss| *miss <= 1)
                .min()
        };
        match (miss(paid + refund), miss(paid)) {
            _ if paid == 0 => Some(PaidBasis::Net),
            (Some(net), gross) if gross.is_none_or(|gross| net < gross) => Some(PaidBasis::Net),
            (_, Some(_)) => Some(PaidBasis::Gross),
            _ => None,
        }
    };
    let verdicts: Vec<Option<PaidBasis>> = (0..paid.len()).map(evidence).collect();
    let count = |basis: PaidBasis| verdicts.iter().filter(|v| **v == Some(basis)).count();
    let (net, gross) = (count(PaidBasis::Net), count(PaidBasis::Gross));
    let majority = if net >= gross {
        PaidBasis::Net
    } else {
        PaidBasis::Gross
    };
    if net > gross {
        let first = verdicts
            .iter()
            .position(|v| *v == Some(PaidBasis::Net))
            .unwrap_or(0);
        issues.add_many(
            IssueKind::NettedRefunds,
            u64::from(draft.lines[first]),
            "",
            "",
            net as u64,
        );
    }
    let basis = verdicts
        .iter()
        .map(|v| v.unwrap_or(majority) as u8)
        .collect();
    draft.columns.push((PAID_BASIS, Column::U8(basis)));
}

fn note_payments_outside_the_range(draft: &Draft, issues: &mut IssueLog) {
    let (created, paid) = (draft.numbers(CREATED_AT), draft.numbers(PAID_AT));
    let days = || {
        created
            .iter()
            .filter(|t| **t != NULL_U32)
            .map(|t| Civil(*t).day())
    };
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return;
    };
    for (row, &at) in paid.iter().enumerate().filter(|(_, t)| **t != NULL_U32) {
        let day = Civil(at).day();
        if day < first || day > last {
            issues.add(
                IssueKind::PaidOutsideRange,
                u64::from(draft.lines[row]),
                "",
                &Civil(at).to_string(),
            );
        }
    }
}

/// The sums of two columns of money; nothing where either has nothing.
fn sums(a: &[i64], b: &[i64]) -> Vec<i64> {
    a.iter()
        .zip(b)
        .map(|(a, b)| {
            if *a == NULL_I64 || *b == NULL_I64 {
                NULL_I64
            } else {
                a + b
            }
        })
        .collect()
}
