//! The exports that we can read, one file each. A kind is a declaration: what it is called and where it is found, which
//! headers mean which column, how a cell of the column is read, what makes two rows the same thing. To add a kind, copy
//! one, and name it in [`ALL`]; everything else follows from the declaration.

mod alipay_bills;
mod draft;
mod fields;
mod jushuitan;
mod order_details;
pub mod orders;
mod own;
pub mod personal;
mod pinxiaobao;
mod plain;
mod qianniu_bills;
mod refunds;
mod reviews;
mod service;
mod shipments;
mod sycm;
mod taoke_daily;
mod taoke_disputes;
mod taoke_settlements;
mod wangdiantong;
mod wanxiang;
mod yinli;
mod zhitongche;
mod zhitongche_plans;
mod zuanzhan;

pub use crate::i18n::Words;
pub use draft::Draft;
pub use fields::{Cell, Field};

use crate::import::headers::Match;
use crate::import::issues::IssueLog;
use crate::table::{Rule, Table};

/// Every kind. Where two know a header equally well, the first counts.
pub const ALL: &[&Kind] = &[
    // 千牛: orders and what becomes of them.
    &orders::KIND,
    &order_details::KIND,
    &shipments::KIND,
    &refunds::KIND,
    &reviews::KIND,
    // 生意参谋.
    &sycm::shop::KIND,
    &sycm::trend::KIND,
    &sycm::category_mix::KIND,
    &sycm::categories::KIND,
    &sycm::items::KIND,
    &sycm::sources::KIND,
    &sycm::item_sources::KIND,
    &sycm::words::KIND,
    &sycm::market::KIND,
    &sycm::market_sales::KIND,
    &sycm::market_traffic::KIND,
    &sycm::market_intent::KIND,
    &sycm::market_words::KIND,
    &sycm::service_index::KIND,
    // 生意参谋: customer service.
    &service::enquiries::KIND,
    &service::reception::KIND,
    &service::baskets::KIND,
    &service::agents::KIND,
    &service::ratings::KIND,
    &service::items::KIND,
    // 阿里妈妈: paid advertising.
    &wanxiang::plans::KIND,
    &wanxiang::items::KIND,
    &wanxiang::keywords::KIND,
    &wanxiang::crowds::KIND,
    &wanxiang::scenes::KIND,
    &wanxiang::account::KIND,
    &zhitongche::KIND,
    &zhitongche_plans::KIND,
    &zuanzhan::KIND,
    &yinli::creatives::KIND,
    &yinli::crowds::KIND,
    &yinli::placements::KIND,
    &pinxiaobao::KIND,
    // 淘宝客: commissioned sales.
    &taoke_settlements::KIND,
    &taoke_disputes::KIND,
    &taoke_daily::KIND,
    // Bills.
    &qianniu_bills::KIND,
    &alipay_bills::KIND,
    // ERPs.
    &jushuitan::orders::KIND,
    &jushuitan::after_sales::KIND,
    &jushuitan::items::KIND,
    &jushuitan::stock::KIND,
    &wangdiantong::shipments::KIND,
    &wangdiantong::stock::KIND,
    // What operators keep themselves.
    &own::costs::KIND,
    &own::stock::KIND,
];

/// The day that a row is about, or the first of them. Stored by kinds whose rows speak of periods or are a state of things.
pub const DAY: &str = "day";
/// The last day that a row is about.
pub const LAST_DAY: &str = "last_day";
/// The identity of a row where no column of its own is one: worked out of the columns of [`Kind::key`].
pub const KEY: &str = "key";

/// One kind of export.
#[derive(Debug)]
pub struct Kind {
    /// Its name in storage and JSON.
    pub name: &'static str,
    /// What the app calls it.
    pub title: Words,
    /// Who makes it.
    pub system: System,
    /// Where in that system it is found, menu by menu.
    pub found: Words,
    /// Parts of the names under which it is downloaded: they decide between kinds that know a header equally well.
    pub file_names: &'static [&'static str],
    /// The columns that are kept.
    pub fields: &'static [Field],
    /// Columns without which a header is not of this kind.
    pub must: &'static [&'static str],
    /// Columns of which a header must have at least `min_marks` to be of this kind.
    pub marks: &'static [&'static str],
    /// See `marks`.
    pub min_marks: usize,
    /// Headers that only other exports have: with one of them, a header is not of this kind, however much it looks like it.
    pub foreign: &'static [&'static str],
    /// The columns by which rows of several files are the same thing.
    pub key: &'static [&'static str],
    /// The column that alone is the identity of a row which has it: newer forms of an export often bring one.
    pub own_key: Option<&'static str>,
    /// Whether rows of one file with the same key are different things: the first of a file is then the same as the first
    /// of another, the second as the second.
    pub repeats: bool,
    /// How it says which days it is about.
    pub days: Days,
    /// How often one is expected.
    pub rhythm: Rhythm,
    /// The columns whose sums say how much a file brings, the most telling first.
    pub totals: &'static [&'static str],
    /// Columns that only make sense together: when two files know a row, all of them come from the same file.
    pub together: &'static [&'static str],
    /// The column that names the shop.
    pub shop_column: Option<&'static str>,
    /// Finishes the columns of a file once all of it is read.
    pub settle: fn(&Kind, &mut Draft, &mut IssueLog),
    /// Whether a row of the second table is a newer state than the row of the first that has the same key.
    pub is_newer: fn(&Table, usize, &Table, usize) -> bool,
}

/// Who makes an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum System {
    /// 千牛, the seller's desk: orders, refunds, bills, reviews.
    Qianniu,
    /// 生意参谋, the platform's own analytics.
    Sycm,
    /// 万相台 and what came before it: paid advertising.
    Alimama,
    /// 淘宝联盟: commissioned sales.
    Taoke,
    /// 支付宝.
    Alipay,
    /// 聚水潭, an ERP.
    Jushuitan,
    /// 旺店通, an ERP.
    Wangdiantong,
    /// A table that the operator keeps.
    Own,
}

impl System {
    /// What operators call it.
    pub fn title(self) -> Words {
        match self {
            System::Qianniu => ("千牛", "千牛 (seller desk)"),
            System::Sycm => ("生意参谋", "生意参谋 (analytics)"),
            System::Alimama => ("推广（万相台等）", "Advertising (万相台)"),
            System::Taoke => ("淘宝联盟", "淘宝联盟 (commission)"),
            System::Alipay => ("支付宝", "支付宝 (Alipay)"),
            System::Jushuitan => ("聚水潭", "聚水潭 (ERP)"),
            System::Wangdiantong => ("旺店通", "旺店通 (ERP)"),
            System::Own => ("自己的表", "Your own tables"),
        }
    }
}

/// How an export says which days it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Every row has a moment: the first of these columns that it has. Where [`DAY`] is among them, a file without any of
    /// the others is of the day of its export.
    Moments(&'static [&'static str]),
    /// Every row is about a day or a range of days, in the columns [`DAY`] and [`LAST_DAY`]. Where the file has none, its
    /// title rows or its name say it.
    Periods,
    /// The state of things on the day of the export, kept in [`DAY`]: what the file, its title or its name says, else the
    /// day on which it is read.
    Snapshot,
}

/// How often an export is expected: what is older than that is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// When something has changed.
    Seldom,
}

impl Rhythm {
    /// Days after which it is out of date; `None` where it never is.
    pub fn days(self) -> Option<i32> {
        match self {
            Rhythm::Daily => Some(1),
            Rhythm::Weekly => Some(7),
            Rhythm::Seldom => None,
        }
    }
}

impl Kind {
    /// What most kinds are: rows about days, of which the one imported last counts. To be completed by `..Kind::PLAIN`.
    pub const PLAIN: Kind = Kind {
        name: "",
        title: ("", ""),
        system: System::Own,
        found: ("", ""),
        file_names: &[],
        fields: &[],
        must: &[],
        marks: &[],
        min_marks: 0,
        foreign: &[],
        key: &[],
        own_key: None,
        repeats: false,
        days: Days::Periods,
        rhythm: Rhythm::Daily,
        totals: &[],
        together: &[],
        shop_column: None,
        settle: plain::settle,
        is_newer: |_, _, _, _| true,
    };

    /// How rows of the same thing in several files become one.
    pub fn rule(&self) -> Rule {
        Rule {
            key: self.key_column(),
            together: self.together,
            is_newer: self.is_newer,
        }
    }

    /// The column of identities: the key itself where it is one identity, else [`KEY`].
    pub fn key_column(&self) -> &'static str {
        match self.key {
            [column] if self.is_identity(column) && !self.repeats => column,
            _ => KEY,
        }
    }

    /// How well it knows a header: the larger, the better. A table that anybody may keep goes behind every export of a
    /// system, however many headers it knows.
    pub fn rank(&self, found: &Match, file: &str) -> (bool, usize, bool) {
        let is_named = self.file_names.iter().any(|part| file.contains(part));
        (self.system != System::Own, found.known, is_named)
    }

    fn is_identity(&self, column: &str) -> bool {
        self.field(column).is_some_and(|f| f.cell == Cell::Id)
    }

    /// A field by its stored name.
    pub fn field(&self, column: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.column == column)
    }

    /// What the app calls a stored column: the header by which operators know it.
    pub fn label(&self, column: &str) -> Option<&'static str> {
        self.field(column).map(Field::label)
    }
}

/// A kind by its stored name.
pub fn by_name(name: &str) -> Option<&'static Kind> {
    ALL.iter().find(|k| k.name == name).copied()
}

/// The kind that knows a header best, if any does; `file` is the file's name, which decides where two know it equally well.
pub fn recognise(header: &[String], file: &str) -> Option<(&'static Kind, Match)> {
    let header = crate::import::headers::Header::new(header);
    let mut best: Option<(&'static Kind, Match, (bool, usize, bool))> = None;
    for kind in ALL {
        let Some(found) = header.find(kind) else {
            continue;
        };
        let rank = kind.rank(&found, file);
        if best.as_ref().is_none_or(|(_, _, known)| rank > *known) {
            best = Some((kind, found, rank));
        }
    }
    best.map(|(kind, found, _)| (kind, found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headers::normalised;
    use std::collections::BTreeSet;

    #[test]
    fn declarations_are_whole() {
        let mut names = BTreeSet::new();
        for kind in ALL {
            let name = kind.name;
            assert!(names.insert(name), "{name} stands twice");
            assert!(
                !kind.title.0.is_empty() && !kind.title.1.is_empty(),
                "{name}: no title"
            );
            assert!(
                !kind.found.0.is_empty() && !kind.found.1.is_empty(),
                "{name}: found where?"
            );
            assert!(!kind.key.is_empty(), "{name}: no key");
            assert!(
                !kind.must.is_empty() || kind.min_marks > 0,
                "{name} takes any table"
            );
            let days: &[&str] = match kind.days {
                Days::Moments(columns) => columns,
                Days::Periods | Days::Snapshot => &[],
            };
            let named = [kind.must, kind.marks, kind.totals, kind.key, days].concat();
            let named = named.iter().chain(&kind.shop_column).chain(&kind.own_key);
            for column in named.filter(|c| **c != DAY && **c != LAST_DAY) {
                assert!(kind.field(column).is_some(), "{name} has no field {column}");
            }
            let mut columns = BTreeSet::new();
            for field in kind.fields {
                assert!(
                    columns.insert(field.column),
                    "{name}.{} stands twice",
                    field.column
                );
                assert!(
                    !field.headers.is_empty(),
                    "{name}.{} has no header",
                    field.column
                );
                for header in field.headers {
                    assert_eq!(normalised(header), *header, "{name}.{}", field.column);
                }
            }
            for header in kind.foreign {
                assert_eq!(normalised(header), *header, "{name}: foreign");
            }
        }
    }
}
