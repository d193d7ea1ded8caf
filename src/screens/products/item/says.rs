//! What is to be said of an item, in sentences: its class and why, how it converts, how it does as a new item, its advertising.

use crate::analytics::metrics::Value;
use crate::analytics::products::abc::LEAST_WEEKS;
use crate::analytics::products::abc::advice;
use crate::analytics::products::one::{ItemView, Month};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::products::decide::part;
use crate::screens::products::ranking::{abc_letter, advice_in_short, xyz_letter};
use crate::screens::products::{per_cent, percent};

/// The sentences, the one that asks most for something to be done first.
pub fn says(view: &ItemView, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(month) = &view.month {
        said.extend(converts(month, lang));
        said.push(class(month, lang));
    }
    if let Some(new) = &view.newcomer {
        let (age, sold) = (new.age_days.to_string(), format::grouped(new.sold));
        said.push(match new.usual {
            Some([low, middle, high]) => {
                let numbers = [low, middle, high].map(format::grouped);
                let earlier = new.earlier.to_string();
                let [low, middle, high] = numbers.each_ref().map(String::as_str);
                t(
                    lang,
                    Text::ItemPageNew,
                    &[&age, &sold, &earlier, middle, low, high],
                )
            }
            None => t(lang, Text::ItemPageNewFew, &[&age, &sold]),
        });
    }
    if let Some(ads) = view.ads.filter(|ads| ads.spent_fen > 0) {
        let ratio = ads.sales_fen as f64 / ads.spent_fen as f64;
        let (spent, sold) = (format::money(ads.spent_fen), format::money(ads.sales_fen));
        let ratio = format::decimals(ratio, 2);
        let how = t(lang, Text::ItemPageAdsHow, &[&spent, &sold, &ratio]);
        said.push(format!("{} {how}", Text::ItemPageAds.get(lang)));
    }
    said
}

fn converts(month: &Month, lang: Lang) -> Option<String> {
    let how = month.converting.as_ref()?;
    let own = month.item.now.buyers.zip(month.item.now.visitors)?;
    let others = percent(lang, how.others);
    let mut said = t(lang, Text::ProdConverts, &[&percent(lang, own), &others]);
    if how.missed_fen > 0 {
        let missed = format::money(how.missed_fen);
        said.push_str(" · ");
        said.push_str(&t(lang, Text::ProdMissed, &[&missed]));
    }
    for blamed in &how.blame {
        said.push_str(" · ");
        said.push_str(part(*blamed).get(lang));
    }
    Some(said)
}

/// Its class, what to do in it, and why it stands there.
fn class(month: &Month, lang: Lang) -> String {
    let standing = &month.standing;
    let (abc, xyz) = (standing.abc(), standing.xyz);
    let name = format!("{}·{}", abc_letter(abc), xyz_letter(xyz));
    let advice = advice_in_short(advice(abc, xyz), lang);
    let pace = &standing.pace;
    let why = match pace.variation {
        Some(variation) => t(
            lang,
            Text::ItemPageWhyXyz,
            &[&pace.weeks.to_string(), &per_cent(variation)],
        ),
        None => {
            let least = LEAST_WEEKS.to_string();
            let weeks = pace.weeks.to_string();
            t(lang, Text::ItemPageWhyFew, &[&weeks, &least])
        }
    };
    let share = Value::Rate {
        num: month.item.now.paid_fen,
        den: month.total_fen.max(1),
    };
    let makes = t(lang, Text::ItemPageShareOf, &[&format::full(lang, &share)]);
    format!(
        "{} · {makes} · {why}",
        t(lang, Text::ItemPageCell, &[&name, &advice])
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::view;
    use super::*;
    use crate::analytics::products::aside::Ads;
    use crate::analytics::products::newcomers::Newcomer;

    #[test]
    fn what_asks_for_something_comes_first() {
        let mut view = view();
        view.ads = Some(Ads {
            spent_fen: 10_000,
            sales_fen: 35_000,
            clicks: 9,
        });
        view.newcomer = Some(Newcomer {
            title: String::new(),
            item: Some(0),
            came: crate::model::time::Day(9_000),
            age_days: 10,
            sold: 90,
            usual: Some([18, 25, 33]),
            earlier: 4,
        });
        let said = says(&view, Lang::Zh);
        assert!(said[0].starts_with("转化 3.00%，其他商品 5.00% · 约少卖 ¥600.00 · 页面"));
        assert_eq!(
            said[1],
            "A·X：天天看 · 按建议补 · 占全部商品 75.00% · 12 周的波动 40.0%（50% 以内为 X，100% 以内为 Y）"
        );
        assert_eq!(
            said[2],
            "新品第 10 天，累计卖出 90；之前 4 款新品同期中位 25（18–33）"
        );
        assert_eq!(
            said[3],
            "推广 花费 ¥100.00，成交 ¥350.00，投产比 3.50（最近 30 天）"
        );
    }
}
