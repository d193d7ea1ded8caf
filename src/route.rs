//! Addresses inside the app: what stands behind `#`, so that any static host serves every page without rewrite rules.
//!
//! A route is plain data with a text form; moving between routes belongs to `app::shell`.

use crate::analytics::metrics::Metric;
use crate::analytics::period::{Comparison, Period};
use crate::analytics::products::ranking::By;
use crate::analytics::products::reference::ItemRef;
use crate::analytics::rows::RowsQuery;
use crate::i18n::Text;
use crate::protocol::BoardQuery;

/// A page of the app. Pages that are not built yet are not here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// 今日
    #[default]
    Today,
    /// 经营
    Sales,
    /// 商品
    Products,
    /// 库存
    Stock,
    /// 目标
    Plan,
    /// 数据
    Data,
    /// 设置
    Settings,
}

impl Page {
    /// All pages in the order of the navigation.
    pub const ALL: [Page; 7] = [
        Page::Today,
        Page::Sales,
        Page::Products,
        Page::Stock,
        Page::Plan,
        Page::Data,
        Page::Settings,
    ];

    /// Its name in the navigation and in the window's title.
    pub fn title(self) -> Text {
        match self {
            Page::Today => Text::NavToday,
            Page::Sales => Text::NavSales,
            Page::Products => Text::NavProducts,
            Page::Stock => Text::NavStock,
            Page::Plan => Text::NavPlan,
            Page::Data => Text::NavData,
            Page::Settings => Text::NavSettings,
        }
    }
}

/// What the page 经营 shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SalesView {
    /// Of which days, against which.
    pub query: BoardQuery,
    /// The metric whose course is drawn.
    pub metric: Metric,
}

impl Default for SalesView {
    fn default() -> SalesView {
        SalesView {
            query: BoardQuery::default(),
            metric: Metric::PaidNet,
        }
    }
}

/// How many items a ranking shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Top {
    /// 10
    Ten,
    /// 20
    #[default]
    Twenty,
    /// 50
    Fifty,
    /// Every item.
    All,
}

impl Top {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Top; 4] = [Top::Ten, Top::Twenty, Top::Fifty, Top::All];

    /// How many items, `None` for every one.
    pub fn count(self) -> Option<usize> {
        match self {
            Top::Ten => Some(10),
            Top::Twenty => Some(20),
            Top::Fifty => Some(50),
            Top::All => None,
        }
    }

    fn to_param(self) -> String {
        self.count().map_or("all".to_owned(), |n| n.to_string())
    }

    fn from_param(text: &str) -> Option<Top> {
        Top::ALL.into_iter().find(|top| top.to_param() == text)
    }
}

/// What the page 商品 shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProductsView {
    /// Of which days, against which.
    pub query: BoardQuery,
    /// What the items are ranked by.
    pub by: By,
    /// How many of them are shown.
    pub top: Top,
}

/// A part of the page 库存.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StockTab {
    /// 补货单
    #[default]
    Sheet,
}

impl StockTab {
    /// All of them, in order.
    pub const ALL: [StockTab; 1] = [StockTab::Sheet];

    /// Its name.
    pub fn title(self) -> Text {
        match self {
            StockTab::Sheet => Text::StockTabSheet,
        }
    }

    fn key(self) -> &'static str {
        match self {
            StockTab::Sheet => "sheet",
        }
    }
}

/// Where on the page 库存.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StockPlace {
    /// The part.
    pub tab: StockTab,
    /// The item that is looked at, by the mark of its code
    /// ([`mark`](crate::analytics::stock::gather::mark)): codes hold whatever operators type.
    pub item: Option<u64>,
}

impl StockPlace {
    fn parse(query: &str) -> StockPlace {
        let tab = |key: &str| StockTab::ALL.into_iter().find(|tab| tab.key() == key);
        StockPlace {
            tab: param(query, "v").and_then(tab).unwrap_or_default(),
            item: param(query, "i").and_then(|mark| u64::from_str_radix(mark, 16).ok()),
        }
    }

    fn format(self) -> String {
        let item = self.item.map(|mark| format!("&i={mark:x}"));
        format!("#/stock?v={}{}", self.tab.key(), item.unwrap_or_default())
    }
}

/// Where on the page 目标.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PlanPlace {
    /// The year; that of the newest data where it is `None`.
    pub year: Option<i32>,
    /// The month whose days are shown, from 0; that of the newest data where it is `None`.
    pub month: Option<usize>,
}

impl PlanPlace {
    fn month_of(text: &str) -> Option<usize> {
        let month: usize = text.parse().ok()?;
        (1..=12).contains(&month).then(|| month - 1)
    }

    fn format(self) -> String {
        let year = self.year.map(|year| format!("y={year}"));
        let month = self.month.map(|month| format!("m={}", month + 1));
        let params: Vec<String> = year.into_iter().chain(month).collect();
        match params.is_empty() {
            true => "#/plan".to_owned(),
            false => format!("#/plan?{}", params.join("&")),
        }
    }
}

/// A place in the app, with what the page there is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// What the morning asks.
    #[default]
    Today,
    /// The board of a period.
    Sales(SalesView),
    /// The orders behind a number of it.
    Rows(RowsQuery),
    /// The items of a period.
    Products(ProductsView),
    /// All that is known of one item.
    Item(ItemRef),
    /// The stock.
    Stock(StockPlace),
    /// The targets of a year.
    Plan(PlanPlace),
    /// Import, what is there, storage.
    Data,
    /// Language, looks, stores, privacy.
    Settings,
}

impl Route {
    /// The page on which it lies.
    pub fn page(self) -> Page {
        match self {
            Route::Today => Page::Today,
            Route::Sales(_) | Route::Rows(_) => Page::Sales,
            Route::Products(_) | Route::Item(_) => Page::Products,
            Route::Stock(_) => Page::Stock,
            Route::Plan(_) => Page::Plan,
            Route::Data => Page::Data,
            Route::Settings => Page::Settings,
        }
    }

    /// Reads the part of an address from `#` on. What cannot be read falls back to the default, part by part: an old or
    /// mistyped link still leads somewhere.
    ///
    /// ```
    /// use dianzhang::route::Route;
    /// assert_eq!(Route::parse("#/data"), Route::Data);
    /// assert_eq!(Route::parse("#/nowhere"), Route::default());
    /// ```
    pub fn parse(hash: &str) -> Route {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        match path.trim_end_matches('/') {
            "data" => Route::Data,
            "stock" => Route::Stock(StockPlace::parse(query)),
            "plan" => Route::Plan(PlanPlace {
                year: param(query, "y").and_then(|y| y.parse().ok()),
                month: param(query, "m").and_then(PlanPlace::month_of),
            }),
            "settings" => Route::Settings,
            "products" => Route::Products(ProductsView {
                query: board_query(query),
                by: param(query, "m").and_then(By::from_key).unwrap_or_default(),
                top: param(query, "n")
                    .and_then(Top::from_param)
                    .unwrap_or_default(),
            }),
            "item" => param(query, "k")
                .and_then(ItemRef::from_param)
                .map_or(Route::Today, Route::Item),
            "sales" => Route::Sales(SalesView {
                query: board_query(query),
                metric: param(query, "m")
                    .and_then(Metric::from_key)
                    .unwrap_or(SalesView::default().metric),
            }),
            "rows" => rows(query).map_or(Route::Today, Route::Rows),
            _ => Route::Today,
        }
    }

    /// The part of the address from `#` on.
    ///
    /// ```
    /// use dianzhang::route::Route;
    /// assert_eq!(Route::default().format(), "#/today");
    /// assert_eq!(Route::parse("#/sales").format(), "#/sales?p=d30&c=prev&m=paid_net");
    /// ```
    pub fn format(self) -> String {
        match self {
            Route::Today => "#/today".to_owned(),
            Route::Sales(view) => format!(
                "#/sales?p={}&c={}&m={}",
                view.query.period.to_param(),
                view.query.comparison.to_param(),
                view.metric.key()
            ),
            Route::Rows(query) => format!(
                "#/rows?m={}&p={}",
                query.metric.key(),
                Period::Custom(query.span).to_param()
            ),
            Route::Products(view) => format!(
                "#/products?p={}&c={}&m={}&n={}",
                view.query.period.to_param(),
                view.query.comparison.to_param(),
                view.by.key(),
                view.top.to_param()
            ),
            Route::Item(item) => format!("#/item?k={}", item.to_param()),
            Route::Stock(place) => place.format(),
            Route::Plan(place) => place.format(),
            Route::Data => "#/data".to_owned(),
            Route::Settings => "#/settings".to_owned(),
        }
    }
}

/// The days of a board and what they are compared with.
fn board_query(query: &str) -> BoardQuery {
    BoardQuery {
        period: param(query, "p")
            .and_then(Period::from_param)
            .unwrap_or_default(),
        comparison: param(query, "c")
            .and_then(Comparison::from_param)
            .unwrap_or_default(),
    }
}

/// The rows of a metric that is there, on days given one by one.
fn rows(query: &str) -> Option<RowsQuery> {
    let metric = Metric::from_key(param(query, "m")?)?;
    match Period::from_param(param(query, "p")?)? {
        Period::Custom(span) => Some(RowsQuery { metric, span }),
        _ => None,
    }
}

fn param<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{Day, Span};

    #[test]
    fn routes_come_back_from_their_addresses() {
        let custom = Period::Custom(Span::new(Day(7_300), Day(7_320)));
        let plan = |year, month| Route::Plan(PlanPlace { year, month });
        let plans = [
            plan(None, None),
            plan(Some(2026), None),
            plan(Some(2025), Some(10)),
        ];
        let stock = StockTab::ALL.map(|tab| {
            let item = Some(u64::MAX - 7);
            Route::Stock(StockPlace { tab, item })
        });
        let rows = Route::Rows(RowsQuery {
            metric: Metric::PaidNet,
            span: Span::new(Day(7_300), Day(7_320)),
        });
        let boards = Period::NAMED
            .into_iter()
            .chain([custom])
            .flat_map(|period| {
                Comparison::ALL.map(|comparison| {
                    Route::Sales(SalesView {
                        query: BoardQuery { period, comparison },
                        metric: Metric::Visitors,
                    })
                })
            });
        let products = By::ALL.into_iter().flat_map(|by| {
            Top::ALL.map(|top| {
                Route::Products(ProductsView {
                    by,
                    top,
                    ..ProductsView::default()
                })
            })
        });
        let items = [ItemRef::Id(672_000_000_000), ItemRef::Named(7)].map(Route::Item);
        for route in boards
            .chain(products)
            .chain(items)
            .chain([Route::Today, Route::Data, Route::Settings])
            .chain([rows])
            .chain(plans)
            .chain(stock)
        {
            assert_eq!(Route::parse(&route.format()), route);
        }
    }

    #[test]
    fn a_broken_address_leads_to_today() {
        for hash in [
            "",
            "#",
            "#/",
            "#/today",
            "#/x?p=d7x",
            "#/today?p=&c=",
            "#/today?p=9_9",
            "#/rows?m=nothing&p=2026-11-01_2026-11-02",
            "#/rows?m=orders&p=d7",
            "#/item",
            "#/item?k=x",
        ] {
            assert_eq!(Route::parse(hash), Route::Today, "{hash}");
        }
        let half = Route::parse("#/sales?c=week&p=nonsense");
        assert_eq!(half.format(), "#/sales?p=d30&c=week&m=paid_net");
    }

    #[test]
    fn every_page_has_a_route() {
        let routes = [
            Route::Today,
            Route::Sales(SalesView::default()),
            Route::Products(ProductsView::default()),
            Route::Stock(StockPlace::default()),
            Route::Plan(PlanPlace::default()),
            Route::Data,
            Route::Settings,
        ];
        assert_eq!(routes.map(Route::page), Page::ALL);
    }
}
