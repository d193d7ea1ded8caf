//! Every text of the app that is not a metric or an issue (those carry their own), each in both languages side by side:
//! a text cannot exist in one language only. One file per part of the app.

mod backup;
mod data;
mod frame;
mod plan;
mod reconcile;
mod sales;
mod settings;
mod tables;
mod today;

use crate::i18n::Lang;

/// A text in Chinese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text(&'static (&'static str, &'static str));

impl Text {
    /// The text in a language.
    pub fn get(self, lang: Lang) -> &'static str {
        lang.pick(*self.0)
    }
}

macro_rules! texts {
    ($($key:ident $zh:literal $en:literal;)*) => {
        #[allow(non_upper_case_globals)]
        impl Text { $(#[doc = $en] pub const $key: Text = Text(&($zh, $en));)* }

        /// Every text of this part.
        #[cfg(test)]
        pub(super) const ALL: &[Text] = &[$(Text::$key,)*];
    };
}
use texts;

/// The text in a language with `{0}`, `{1}`, … replaced by the arguments.
///
/// ```
/// use dianzhang::i18n::{t, Lang, Text};
/// assert_eq!(t(Lang::En, Text::DataThrough, &["25 Nov"]), "Orders through 25 Nov");
/// ```
pub fn t(lang: Lang, text: Text, args: &[&str]) -> String {
    let mut out = text.get(lang).to_owned();
    for (i, arg) in args.iter().enumerate() {
        out = out.replace(&format!("{{{i}}}"), arg);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_arguments() {
        let parts = [
            backup::ALL,
            data::ALL,
            frame::ALL,
            plan::ALL,
            reconcile::ALL,
            settings::ALL,
            tables::ALL,
            sales::ALL,
            today::ALL,
        ];
        for text in parts.concat() {
            let (zh, en) = *text.0;
            for i in 0..9 {
                let mark = format!("{{{i}}}");
                assert_eq!(
                    zh.contains(&mark),
                    en.contains(&mark),
                    "{text:?} argument {i}"
                );
            }
            assert!(!zh.is_empty() && !en.is_empty(), "{text:?}");
        }
    }
}
