//! In which form each month was exported: the oldest as exports of 2013 were, the newest as those of today, with what
//! re-saving, copying and other tools did to them in between. No form here is invented; only their dates are.

use super::headers::{self, Headers};

/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) headers: Headers,
    pub(super) encoding: Encoding,
    pub(super) delimiter: char,
    pub(super) times: Times,
    pub(super) money: Money,
    pub(super) ids: Ids,
    pub(super) commas: Commas,
    /// What stands in the refund column of an order without a refund.
    pub(super) no_refund: &'static str,
    /// Title rows above the header.
    pub(super) has_title: bool,
    /// A 合计 row at the end.
    pub(super) has_footer: bool,
    /// Whether refunds are taken off the paid amount, as the platform does.
    pub(super) is_netted: bool,
}

/// Encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Gbk,
    Gb18030,
    Utf8,
    Utf8Bom,
    Utf16Le,
}

/// How times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// `2025-05-03 22:02:07`
    Full,
    /// `2025/5/3 22:02`: re-saved by Excel, the seconds are lost.
    Excel,
    /// `2025年5月3日 22:02:07`
    Chinese,
}

/// How money is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Money {
    /// `1234.50`
    Plain,
    /// `1234.5`
    Short,
    /// `1,234.50`
    Grouped,
    /// `1234.50元`
    Yuan,
}

/// How long numbers are kept from Excel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ids {
    /// Not at all.
    Bare,
    /// `="123"`
    Formula,
    /// The same, quoted as CSV wants it: `"=""123"""`
    QuotedFormula,
    /// A tab after it.
    Tab,
    /// A `'` before it.
    Apostrophe,
}

/// Commas in status texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Commas {
    Full,
    Half,
    /// Now this, now that.
    Mixed,
}

const OLD: Form = Form {
    headers: headers::V2018,
    encoding: Encoding::Gbk,
    delimiter: ',',
    times: Times::Full,
    money: Money::Plain,
    ids: Ids::Formula,
    commas: Commas::Full,
    no_refund: "0.00",
    has_title: false,
    has_footer: false,
    is_netted: true,
};

const NEW: Form = Form {
    headers: headers::CHOSEN_MANY,
    encoding: Encoding::Utf8Bom,
    ids: Ids::Bare,
    ..OLD
};

/// One form per month, the oldest first; [`of`] starts over should there be more months.
pub(super) const FORMS: &[Form] = &[
    Form {
        headers: headers::V2013,
        commas: Commas::Half,
        ..OLD
    },
    Form {
        headers: headers::V2017,
        ids: Ids::QuotedFormula,
        ..OLD
    },
    Form {
        encoding: Encoding::Gb18030,
        ..OLD
    },
    Form {
        delimiter: '\t',
        ids: Ids::Apostrophe,
        ..OLD
    },
    Form {
        headers: headers::V2019,
        encoding: Encoding::Gb18030,
        money: Money::Grouped,
        commas: Commas::Mixed,
        ..OLD
    },
    Form {
        times: Times::Excel,
        money: Money::Short,
        ids: Ids::Tab,
        commas: Commas::Half,
        no_refund: "0",
        ..OLD
    },
    Form {
        headers: headers::V2022,
        encoding: Encoding::Utf8,
        commas: Commas::Mixed,
        ..NEW
    },
    Form {
        headers: headers::V2022,
        money: Money::Yuan,
        has_title: true,
        has_footer: true,
        no_refund: "0元",
        ..NEW
    },
    Form {
        encoding: Encoding::Utf16Le,
        delimiter: '\t',
        money: Money::Grouped,
        ..NEW
    },
    Form {
        encoding: Encoding::Utf8,
        delimiter: ';',
        ids: Ids::Tab,
        ..NEW
    },
    Form {
        headers: headers::V2022,
        times: Times::Chinese,
        no_refund: "",
        ..NEW
    },
    Form {
        is_netted: false,
        ..NEW
    },
    NEW,
    Form {
        money: Money::Grouped,
        commas: Commas::Mixed,
        ids: Ids::Formula,
        ..NEW
    },
    Form {
        headers: headers::V2022,
        encoding: Encoding::Gb18030,
        no_refund: "-",
        ..NEW
    },
    Form {
        headers: headers::CHOSEN_FEW,
        ids: Ids::Tab,
        ..NEW
    },
    Form {
        encoding: Encoding::Utf16Le,
        delimiter: '\t',
        ids: Ids::Apostrophe,
        ..NEW
    },
    Form {
        times: Times::Excel,
        money: Money::Short,
        ids: Ids::Tab,
        encoding: Encoding::Gbk,
        ..NEW
    },
    Form {
        headers: headers::V2022,
        has_footer: true,
        ..NEW
    },
    Form {
        money: Money::Yuan,
        ..NEW
    },
    Form {
        encoding: Encoding::Utf8,
        delimiter: ';',
        money: Money::Grouped,
        ..NEW
    },
    Form {
        has_title: true,
        commas: Commas::Mixed,
        ..NEW
    },
    Form {
        headers: headers::CHOSEN_FEW,
        money: Money::Grouped,
        ..NEW
    },
    Form {
        ids: Ids::QuotedFormula,
        no_refund: "-",
        ..NEW
    },
    NEW,
];

/// The form of the month with this number, from 0.
pub(super) fn of(month: usize) -> Form {
    FORMS[month % FORMS.len()]
}
