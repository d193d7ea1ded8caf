//! 生意参谋, the platform's own analytics: the shop, its items, where visitors come from, what they search for, the market.

pub mod categories;
pub mod category_mix;
pub mod item_sources;
pub mod items;
pub mod market;
pub mod market_intent;
pub mod market_sales;
pub mod market_traffic;
pub mod market_words;
pub mod service_index;
pub mod shop;
pub mod sources;
pub mod trend;
pub mod words;
