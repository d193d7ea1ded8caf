//! The metric dictionary: one entry per metric, with its definition, formula and inputs. Every number on a screen links
//! to its entry, and every number is computed by [`Metric::of`], so that a metric has one meaning everywhere.

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
        /// The metrics that order files answer.
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
}

impl Metric {
    /// The metric's value over a set of orders. `lacking` names the stored columns that a file of the period does not
    /// have: a metric that needs one of them has no value, however many other files know it.
    pub fn of(self, tally: &Tally, lacking: &[String]) -> Value {
        if let Some(column) = self
            .needs()
            .iter()
            .find(|need| lacking.iter().any(|l| l == *need))
        {
            return Value::Absent(Absent::NoColumn((*column).to_owned()));
        }
        let t = tally;
        match self {
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
