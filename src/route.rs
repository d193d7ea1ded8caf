//! Addresses inside the app: what stands behind `#`, so that any static host serves every page without rewrite rules.
//!
//! A route is plain data with a text form; moving between routes belongs to `app::shell`.

use crate::analytics::metrics::Metric;
use crate::analytics::period::{Comparison, Period};
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
    /// 目标
    Plan,
    /// 数据
    Data,
    /// 设置
    Settings,
}

impl Page {
    /// All pages in the order of the navigation.
    pub const ALL: [Page; 5] = [
        Page::Today,
        Page::Sales,
        Page::Plan,
        Page::Data,
        Page::Settings,
    ];

    /// Its name in the navigation and in the window's title.
    pub fn title(self) -> Text {
        match self {
            Page::Today => Text::NavToday,
            Page::Sales => Text::NavSales,
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
            "plan" => Route::Plan(PlanPlace {
                year: param(query, "y").and_then(|y| y.parse().ok()),
                month: param(query, "m").and_then(PlanPlace::month_of),
            }),
            "settings" => Route::Settings,
            "sales" => Route::Sales(SalesView {
                query: BoardQuery {
                    period: param(query, "p")
                        .and_then(Period::from_param)
                        .unwrap_or_default(),
                    comparison: param(query, "c")
                        .and_then(Comparison::from_param)
                        .unwrap_or_default(),
                },
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
            Route::Plan(place) => place.format(),
            Route::Data => "#/data".to_owned(),
            Route::Settings => "#/settings".to_owned(),
        }
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
        for route in boards
            .chain([Route::Today, Route::Data, Route::Settings])
            .chain([rows])
            .chain(plans)
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
            Route::Plan(PlanPlace::default()),
            Route::Data,
            Route::Settings,
        ];
        assert_eq!(routes.map(Route::page), Page::ALL);
    }
}
