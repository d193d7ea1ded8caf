//! The metric dictionary: one entry per metric, with its definition, formula and inputs. Every number on a screen links
//! to its entry, and every number is computed by [`Metric::of`], so that a metric has one meaning everywhere.

use crate::analytics::period::Comparison;
use crate::analytics::shop_days::{Measure, ShopSum};
use crate::analytics::tally::Tally;
use crate::i18n::Lang;
use crate::import::kinds::orders::column;
use serde::{Deserialize, Serialize};

/// A number, with its parts where it is a quotient, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Money in 分.
    Fen(i64),
    /// A count of orders, buyers, …
    Count(i64),
    /// A share, shown in percent; changes in percentage points.
    Rate {
        /// Numerator.
        num: i64,
        /// Denominator, not 0.
        den: i64,
    },
    /// Money per order, buyer, …: 分 over a count.
    FenPer {
        /// Money in 分.
        fen: i64,
        /// Count, not 0.
        per: i64,
    },
    /// A mean duration: seconds over a count.
    SecsPer {
        /// Seconds.
        secs: i64,
        /// Count, not 0.
        per: i64,
    },
    /// No number, and why.
    Absent(Absent),
}

/// Why a number is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Absent {
    /// Nothing to divide by.
    NoDenominator,
    /// The files of the period lack a column (its stored name).
    NoColumn(String),
    /// So many days of the period are in no file.
    NotCovered(i32),
    /// No file of a kind (its stored name) speaks of any day of the period.
    NoFile(String),
    /// A comparison has no days for the period.
    NoBaseline(Comparison),
}

/// What a metric is worked out from: a set of orders, and what the other files say of its days.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// The orders.
    pub tally: &'a Tally,
    /// Stored columns that some order file of the period does not have.
    pub lacking: &'a [String],
    /// What the other files say.
    pub shop: &'a ShopSum,
}

/// How an entry of the dictionary reads in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name on tiles and headers.
    pub name: &'static str,
    /// What it means.
    pub definition: &'static str,
    /// How it is computed.
    pub formula: &'static str,
    /// The columns of the export that go into it, and where systems disagree.
    pub inputs: &'static str,
}

macro_rules! metrics {
    ($($variant:ident $key:literal needs [$($need:ident),*] zh($zn:literal, $zd:literal, $zf:literal, $zi:literal) en($en:literal, $ed:literal, $ef:literal, $ei:literal);)*) => {
        /// The metrics: first those that order files answer, then those that need other files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Metric { $(#[doc = $en] $variant,)* }

        impl Metric {
            /// All metrics in the dictionary's order.
            pub const ALL: &[Metric] = &[$(Metric::$variant,)*];

            /// The name used in addresses and exports.
            pub fn key(self) -> &'static str {
                match self { $(Metric::$variant => $key,)* }
            }

            /// The stored columns without which the metric has no value.
            pub fn needs(self) -> &'static [&'static str] {
                match self { $(Metric::$variant => &[$(column::$need),*],)* }
            }

            /// The entry in a language.
            pub fn entry(self, lang: Lang) -> Entry {
                match (self, lang) {
                    $((Metric::$variant, Lang::Zh) => Entry { name: $zn, definition: $zd, formula: $zf, inputs: $zi },
                      (Metric::$variant, Lang::En) => Entry { name: $en, definition: $ed, formula: $ef, inputs: $ei },)*
                }
            }
        }
    };
}

metrics! {
    OrderedAmount "ordered_amount" needs [CREATED_AT, ORDERED_FEN]
        zh("收订金额", "期间内创建的全部订单的金额，含未付款和已关闭的订单。也叫下单金额、拍下金额。", "Σ 总金额（按订单创建时间）", "总金额、订单创建时间")
        en("Ordered amount", "Value of all orders created in the period, unpaid and closed ones included.", "Σ 总金额 by creation time", "总金额, 订单创建时间");
    Orders "orders" needs [CREATED_AT]
        zh("收订单数", "期间内创建的订单数，含未付款和已关闭的订单。", "订单编号计数（按订单创建时间）", "订单编号、订单创建时间")
        en("Orders placed", "Orders created in the period, unpaid and closed ones included.", "Count of 订单编号 by creation time", "订单编号, 订单创建时间");
    PaidNet "paid_net" needs [PAID_FEN]
        zh("付款金额", "期间内付款的订单，扣除这些订单已发生的退款。订单导出里的「买家实际支付金额」在退款后会变小：已经扣过退款的文件不再扣第二次。", "Σ 买家实际支付金额（退款后，按付款时间）", "买家实际支付金额、退款金额、订单付款时间。生意参谋的支付金额不扣退款，见「支付金额（退款前）」")
        en("Paid amount", "Orders paid in the period, less the refunds those orders had since. In the export 买家实际支付金额 shrinks after a refund: a file that is net already is not netted twice.", "Σ 买家实际支付金额 after refunds, by payment time", "买家实际支付金额, 退款金额, 订单付款时间. 生意参谋 does not take refunds off, see “Paid before refunds”");
    PaidGross "paid_gross" needs [PAID_FEN, REFUND_FEN]
        zh("支付金额（退款前）", "期间内付款的订单的支付金额，不扣退款。与生意参谋的支付金额同口径。", "Σ（付款金额 + 退款金额）（按付款时间）", "买家实际支付金额、退款金额、订单付款时间")
        en("Paid before refunds", "Amount paid for the orders paid in the period, refunds not taken off: the meaning of 生意参谋.", "Σ (paid amount + refund) by payment time", "买家实际支付金额, 退款金额, 订单付款时间");
    PaidOrders "paid_orders" needs []
        zh("付款单数", "期间内付款的订单数。", "有付款时间的订单计数（按付款时间）", "订单付款时间")
        en("Orders paid", "Orders paid in the period.", "Count of orders with a payment time, by that time", "订单付款时间");
    Buyers "buyers" needs [BUYER]
        zh("付款买家数", "期间内付款的不同买家。不同日期的买家数不能相加。", "买家会员名去重计数（按付款时间）", "买家会员名（只存加盐哈希）、订单付款时间")
        en("Paying buyers", "Different buyers who paid in the period. Buyers of several days do not add up.", "Distinct 买家会员名 by payment time", "买家会员名 (kept as a salted hash only), 订单付款时间");
    PaymentRate "payment_rate" needs [CREATED_AT, ORDERED_FEN, PAID_FEN]
        zh("付款率（金额）", "期间内付款的金额与期间内收订的金额之比。分子含付清以前订单的款，所以可能超过 100%。", "支付金额（退款前）÷ 收订金额", "付款率按退款前的金额计：退款不等于没有付款。文件没有退款金额列时按导出的实付金额计")
        en("Payment rate (money)", "Money paid in the period over money ordered in it. Payments for older orders count, so it can exceed 100 %.", "Paid before refunds ÷ ordered amount", "Before refunds: a refunded order was paid. Files without a refund column count as exported");
    CohortPaymentRate "cohort_payment_rate" needs [CREATED_AT]
        zh("付款率（同批）", "期间内创建的订单里，后来付了款的占比。不会超过 100%。", "期间创建且已付款的订单数 ÷ 期间创建的订单数", "订单创建时间、订单付款时间")
        en("Payment rate (cohort)", "Of the orders created in the period, the share paid since. Never above 100 %.", "Orders created in the period and paid ÷ orders created in it", "订单创建时间, 订单付款时间");
    SpendPerBuyer "spend_per_buyer" needs [BUYER, PAID_FEN]
        zh("客单价", "平均每个付款买家支付的金额，退款前，与生意参谋同口径。", "支付金额（退款前）÷ 付款买家数", "一个买家可以有几笔订单；每笔的平均见「笔单价」。文件没有退款金额列时按导出的实付金额计")
        en("Spend per buyer", "Mean amount per paying buyer, before refunds, as 生意参谋 counts it.", "Paid before refunds ÷ paying buyers", "A buyer may have several orders; per order see “Spend per order”. Files without a refund column count as exported");
    SpendPerOrder "spend_per_order" needs [PAID_FEN]
        zh("笔单价", "平均每笔付款订单支付的金额，退款前。", "支付金额（退款前）÷ 付款单数", "买家实际支付金额、退款金额、订单付款时间")
        en("Spend per order", "Mean amount per paid order, before refunds.", "Paid before refunds ÷ orders paid", "买家实际支付金额, 退款金额, 订单付款时间");
    RefundAmount "refund_amount" needs [REFUND_FEN]
        zh("退款金额", "期间内付款的订单至今发生的退款（同批口径）。最近几天的订单还会继续退款，数字未成熟。", "Σ 退款金额（按订单付款时间）", "退款金额、订单付款时间。订单导出不含退款时间，按退款完成日统计需要退款导出")
        en("Refunds", "Refunds so far of the orders paid in the period (cohort). The latest days are not mature: their refunds are still to come.", "Σ 退款金额 by payment time", "退款金额, 订单付款时间. The order export has no refund date");
    RefundedOrders "refunded_orders" needs [REFUND_FEN]
        zh("退款单数", "期间内付款的订单里，有退款的订单数。", "退款金额 > 0 的订单计数（按付款时间）", "退款金额、订单付款时间")
        en("Orders refunded", "Orders paid in the period that have a refund.", "Count of orders with 退款金额 > 0, by payment time", "退款金额, 订单付款时间");
    RefundRateAmount "refund_rate_amount" needs [REFUND_FEN, PAID_FEN]
        zh("退款率（金额）", "期间内付款的金额里，至今退掉的占比。", "退款金额 ÷ 支付金额（退款前）", "分子分母是同一批订单")
        en("Refund rate (¥)", "Of the money paid in the period, the share refunded so far.", "Refunds ÷ paid before refunds", "Both sides count the same orders");
    RefundRatePaid "refund_rate_paid" needs [REFUND_FEN]
        zh("退款率（占付款单）", "期间内付款的订单里，有退款的占比。", "退款单数 ÷ 付款单数", "分母是付款订单")
        en("Refund rate (of paid)", "Of the orders paid in the period, the share with a refund.", "Orders refunded ÷ orders paid", "Base: paid orders");
    RefundRateAll "refund_rate_all" needs [CREATED_AT, REFUND_FEN]
        zh("退款率（占全部单）", "期间内创建的全部订单里，有退款的占比。未付款的订单也在分母里，所以比「占付款单」低。", "期间创建且有退款的订单数 ÷ 收订单数", "分母是全部订单")
        en("Refund rate (of all)", "Of all orders created in the period, the share with a refund. Unpaid orders are in the base, so it is lower than “of paid”.", "Orders created in the period with a refund ÷ orders placed", "Base: all orders");
    PayWait "pay_wait" needs [CREATED_AT, PAID_AT]
        zh("平均付款时长", "从创建订单到付款的平均时间。预售订单的尾款时间由平台规定，不计入。", "Σ（付款时间 − 创建时间）÷ 付款单数（不含预售）", "订单创建时间、订单付款时间、分阶段订单信息")
        en("Time to pay", "Mean time from placing an order to paying it. Presales are left out: the platform sets when their balance is due.", "Σ (payment − creation) ÷ orders paid, presales left out", "订单创建时间, 订单付款时间, 分阶段订单信息");
    Visitors "visitors" needs []
        zh("访客数", "来过店铺的人，一天之内去重。几天的数是每天相加（人次）：两天都来的人算两次。", "Σ 每天的访客数", "生意参谋 店铺概况：访客数。生意参谋里几天的访客数是整段去重的，所以比这里小")
        en("Visitors", "People who came to the shop, each once a day. Several days are added up: who came on two days counts twice.", "Σ visitors of each day", "生意参谋 shop overview: 访客数. There, visitors of several days are counted once and come out lower");
    PageViews "page_views" needs []
        zh("浏览量", "店铺页面被打开的次数，同一个人打开几次算几次。", "Σ 每天的浏览量", "生意参谋 店铺概况：浏览量")
        en("Page views", "How often pages of the shop were opened, each time counted.", "Σ page views of each day", "生意参谋 shop overview: 浏览量");
    PayConversion "pay_conversion" needs []
        zh("支付转化率", "来的人里付了款的占比。几天按人次计：每天的付款买家数相加 ÷ 每天的访客数相加。", "付款买家数（每天相加）÷ 访客数（每天相加）", "付款买家数按订单里的买家会员名每天去重，订单没有这一列时用生意参谋的支付买家数；访客数来自生意参谋")
        en("Pay conversion", "Of the people who came, the share that paid. Several days count visits: paying buyers of each day added up ÷ visitors of each day added up.", "Paying buyers ÷ visitors, both added up by day", "Buyers: distinct 买家会员名 of each day in the orders, else 支付买家数 of 生意参谋; visitors: 生意参谋");
    OrderConversion "order_conversion" needs []
        zh("下单转化率", "来的人里下了单的占比，不管付没付款。", "下单买家数 ÷ 访客数（都按天相加）", "生意参谋 店铺概况：下单买家数、访客数")
        en("Order conversion", "Of the people who came, the share that ordered, paid or not.", "Ordering buyers ÷ visitors, both added up by day", "生意参谋 shop overview: 下单买家数, 访客数");
    VisitorValue "visitor_value" needs [PAID_FEN]
        zh("UV价值", "平均每个访客带来的支付金额，退款前。等于支付转化率 × 每个付款买家的支付金额。", "支付金额（退款前）÷ 访客数", "订单的支付金额；生意参谋的访客数")
        en("Value per visitor", "Amount paid per visitor, before refunds: pay conversion × spend.", "Paid before refunds ÷ visitors", "Amount paid from the orders; visitors from 生意参谋");
    CartRate "cart_rate" needs []
        zh("加购率", "来的人里把商品加进购物车的占比。之后又删掉的也算。", "加购人数 ÷ 访客数（都按天相加）", "生意参谋 店铺概况：加购人数、访客数")
        en("Add-to-cart rate", "Of the people who came, the share that put something into the cart, also if it was taken out again.", "People adding to cart ÷ visitors, both added up by day", "生意参谋 shop overview: 加购人数, 访客数");
    FavouriteRate "favourite_rate" needs []
        zh("收藏率", "来的人里收藏了商品的占比。之后取消的也算。", "商品收藏人数 ÷ 访客数（都按天相加）", "生意参谋 店铺概况：商品收藏买家数、访客数")
        en("Favourite rate", "Of the people who came, the share that kept an item, also if it was dropped again.", "People keeping an item ÷ visitors, both added up by day", "生意参谋 shop overview: 商品收藏买家数, 访客数");
    UnitsPaid "units_paid" needs []
        zh("支付件数", "付款订单里的商品件数。", "Σ 每天的支付件数", "生意参谋 店铺概况：支付件数")
        en("Units paid", "Units in the orders paid.", "Σ units paid of each day", "生意参谋 shop overview: 支付件数");
    NewBuyers "new_buyers" needs []
        zh("新买家数", "付款买家里，之前 365 天没在店里买过的人。几天按天相加。", "Σ 每天的支付新买家数", "生意参谋 店铺概况：支付新买家数")
        en("New buyers", "Of the paying buyers, those who had not bought in the 365 days before. Several days are added up.", "Σ new paying buyers of each day", "生意参谋 shop overview: 支付新买家数");
    ReturningBuyers "returning_buyers" needs []
        zh("老买家数", "付款买家里，之前 365 天在店里买过的人。几天按天相加。", "Σ 每天的支付老买家数", "生意参谋 店铺概况：支付老买家数")
        en("Returning buyers", "Of the paying buyers, those who had bought in the 365 days before. Several days are added up.", "Σ returning paying buyers of each day", "生意参谋 shop overview: 支付老买家数");
    AdSpend "ad_spend" needs []
        zh("推广花费", "付费推广花掉的钱。几份报表说的是同一笔钱，只取一份，不相加。", "Σ 每天的花费", "生意参谋 店铺概况的各项推广花费（四项齐全时），否则万相台计划报表、场景报表、商品报表。不含淘宝客佣金")
        en("Ad spend", "Money spent on paid advertising. Several reports say the same money: one of them counts, they are never added up.", "Σ spend of each day", "Shop overview of 生意参谋 where all its ad columns are there, else the 万相台 report of plans, scenes or items. Without 淘宝客 commission");
    AdCostShare "ad_cost_share" needs [PAID_FEN]
        zh("推广费占比", "推广花费占支付金额的比例（TACOS）。", "推广花费 ÷ 支付金额（退款前）", "推广花费见其条目；支付金额是全店的，不只是推广带来的")
        en("Ad cost share", "Ad spend as a share of what was paid (TACOS).", "Ad spend ÷ paid before refunds", "Ad spend as in its entry; paid is that of the whole shop, not of the ads alone");
    RefundsDone "refunds_done" needs []
        zh("成功退款金额（当期）", "在期间内退款成功的金额，不管订单是哪天付的款。和「退款金额」（按付款日，同批）是两个口径。", "Σ 退款金额（按退款完成时间，退款成功）", "退款管理导出；没有时用生意参谋的成功退款金额")
        en("Refunds done", "Refunds that succeeded in the period, whenever the order was paid. “Refunds” counts by the day of payment instead.", "Σ refunds by the time of their success", "Refund export; without it 成功退款金额 of 生意参谋");
    RefundRateDone "refund_rate_done" needs [PAID_FEN]
        zh("退款率（当期）", "期间内退款成功的金额与期间内支付金额之比。两边不是同一批订单，大促之后可能超过 100%。", "成功退款金额（当期）÷ 支付金额（退款前）", "分子按退款完成日，分母按付款日")
        en("Refund rate (period)", "Refunds that succeeded in the period over what was paid in it. The two are of different orders; after a campaign it can exceed 100 %.", "Refunds done ÷ paid before refunds", "Numerator by day of success, denominator by day of payment");
}

impl Metric {
    /// The metric's value over a set of orders of whose days nothing else is known. `lacking` names the stored columns
    /// that a file of the period does not have: a metric that needs one of them has no value, however many other files
    /// know it.
    pub fn of(self, tally: &Tally, lacking: &[String]) -> Value {
        let shop = &ShopSum::default();
        self.over(Figures {
            tally,
            lacking,
            shop,
        })
    }

    /// The metric of a [`Metric::key`].
    pub fn from_key(key: &str) -> Option<Metric> {
        Metric::ALL.iter().copied().find(|m| m.key() == key)
    }

    /// Whether it needs other files than those of orders.
    pub fn is_of_shop(self) -> bool {
        self >= Metric::Visitors
    }

    /// Whether it has no value on days that no order file covers.
    pub fn needs_orders(self) -> bool {
        let is_mixed = matches!(
            self,
            Metric::PayConversion
                | Metric::VisitorValue
                | Metric::AdCostShare
                | Metric::RefundRateDone
        );
        is_mixed || !self.is_of_shop()
    }

    /// The metric's value over a period.
    pub fn over(self, figures: Figures<'_>) -> Value {
        self.known(figures).unwrap_or_else(Value::Absent)
    }

    fn known(self, figures: Figures<'_>) -> Result<Value, Absent> {
        let Figures {
            tally: t,
            lacking,
            shop,
        } = figures;
        if let Some(column) = self
            .needs()
            .iter()
            .find(|need| lacking.iter().any(|l| l == *need))
        {
            return Err(Absent::NoColumn((*column).to_owned()));
        }
        let of_visitors = |measure| Ok(rate(shop.get(measure)?, shop.get(Measure::Visitors)?));
        Ok(match self {
            Metric::OrderedAmount => Value::Fen(t.ordered_fen),
            Metric::Orders => Value::Count(t.orders),
            Metric::PaidNet => Value::Fen(t.paid_net_fen()),
            Metric::PaidGross => Value::Fen(t.paid_gross_fen),
            Metric::PaidOrders => Value::Count(t.paid_orders),
            Metric::Buyers => Value::Count(t.buyers),
            Metric::PaymentRate => rate(t.paid_gross_fen, t.ordered_fen),
            Metric::CohortPaymentRate => rate(t.created_then_paid, t.orders),
            Metric::SpendPerBuyer => fen_per(t.paid_gross_fen, t.buyers),
            Metric::SpendPerOrder => fen_per(t.paid_gross_fen, t.paid_orders),
            Metric::RefundAmount => Value::Fen(t.refund_fen),
            Metric::RefundedOrders => Value::Count(t.refunded_orders),
            Metric::RefundRateAmount => rate(t.refund_fen, t.paid_gross_fen),
            Metric::RefundRatePaid => rate(t.refunded_orders, t.paid_orders),
            Metric::RefundRateAll => rate(t.created_then_refunded, t.orders),
            Metric::PayWait => match t.pay_wait_orders {
                0 => Value::Absent(Absent::NoDenominator),
                per => Value::SecsPer {
                    secs: t.pay_wait_secs,
                    per,
                },
            },
            Metric::Visitors => Value::Count(shop.get(Measure::Visitors)?),
            Metric::PageViews => Value::Count(shop.get(Measure::PageViews)?),
            Metric::PayConversion => rate(figures.buyer_days()?, shop.get(Measure::Visitors)?),
            Metric::OrderConversion => of_visitors(Measure::OrderingBuyers)?,
            Metric::VisitorValue => fen_per(t.paid_gross_fen, shop.get(Measure::Visitors)?),
            Metric::CartRate => of_visitors(Measure::CartBuyers)?,
            Metric::FavouriteRate => of_visitors(Measure::FavouriteBuyers)?,
            Metric::UnitsPaid => Value::Count(shop.get(Measure::PaidUnits)?),
            Metric::NewBuyers => Value::Count(shop.get(Measure::NewBuyers)?),
            Metric::ReturningBuyers => Value::Count(shop.get(Measure::ReturningBuyers)?),
            Metric::AdSpend => Value::Fen(shop.get(Measure::AdsFen)?),
            Metric::AdCostShare => rate(shop.get(Measure::AdsFen)?, t.paid_gross_fen),
            Metric::RefundsDone => Value::Fen(shop.get(Measure::RefundsDoneFen)?),
            Metric::RefundRateDone => rate(shop.get(Measure::RefundsDoneFen)?, t.paid_gross_fen),
        })
    }
}

impl Figures<'_> {
    /// The paying buyers of each day, added up: those of the orders, or where these do not name them, of 生意参谋.
    pub fn buyer_days(&self) -> Result<i64, Absent> {
        let is_unknown = |column: &String| *column == column::BUYER;
        if self.lacking.iter().any(is_unknown) {
            self.shop.get(Measure::PayingBuyers)
        } else {
            Ok(self.tally.buyer_days)
        }
    }
}

fn rate(num: i64, den: i64) -> Value {
    if den == 0 {
        Value::Absent(Absent::NoDenominator)
    } else {
        Value::Rate { num, den }
    }
}

fn fen_per(fen: i64, per: i64) -> Value {
    if per == 0 {
        Value::Absent(Absent::NoDenominator)
    } else {
        Value::FenPer { fen, per }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique() {
        let keys: std::collections::BTreeSet<_> = Metric::ALL.iter().map(|m| m.key()).collect();
        assert_eq!(keys.len(), Metric::ALL.len());
    }

    #[test]
    fn a_rate_without_a_base_is_absent_not_zero() {
        assert_eq!(
            Metric::PaymentRate.of(&Tally::default(), &[]),
            Value::Absent(Absent::NoDenominator)
        );
    }

    #[test]
    fn a_metric_names_the_column_that_it_misses() {
        let lacking = [column::BUYER.to_owned()];
        assert_eq!(
            Metric::SpendPerBuyer.of(&Tally::default(), &lacking),
            Value::Absent(Absent::NoColumn("buyer".into()))
        );
        assert_eq!(
            Metric::Orders.of(&Tally::default(), &lacking),
            Value::Count(0)
        );
    }
}
