//! Every text of the app that is not a metric or an issue (those carry their own), each in both languages side by side:
//! a text cannot exist in one language only.

use crate::i18n::Lang;

macro_rules! texts {
    ($($key:ident $zh:literal $en:literal;)*) => {
        /// The name of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Text { $(#[doc = $en] $key,)* }

        impl Text {
            /// Every text.
            pub const ALL: &[Text] = &[$(Text::$key,)*];

            /// Chinese and English.
            pub fn both(self) -> (&'static str, &'static str) {
                match self { $(Text::$key => ($zh, $en),)* }
            }

            /// The text in a language.
            pub fn get(self, lang: Lang) -> &'static str {
                lang.pick(self.both())
            }
        }
    };
}

/// The text in a language with `{0}`, `{1}`, … replaced by the arguments.
///
/// ```
/// use dianzhang::i18n::{t, Lang, Text};
/// assert_eq!(t(Lang::En, Text::DataThrough, &["25 Nov"]), "Data through 25 Nov");
/// ```
pub fn t(lang: Lang, text: Text, args: &[&str]) -> String {
    let mut out = text.get(lang).to_owned();
    for (i, arg) in args.iter().enumerate() {
        out = out.replace(&format!("{{{i}}}"), arg);
    }
    out
}

texts! {
    // Frame: navigation, commands, dialogs, toasts, help
    AppName "店长台" "Dianzhang";
    NavToday "今日" "Today";
    NavData "数据" "Data";
    NavSettings "设置" "Settings";

    // Today: the daily board
    DataThrough "数据到 {0}" "Data through {0}";

    // Tables and charts

    // Data: import, log, storage

    // Settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_arguments() {
        for text in Text::ALL {
            let (zh, en) = text.both();
            for i in 0..6 {
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
