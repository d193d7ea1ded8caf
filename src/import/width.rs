//! Full-width forms of ASCII, as Chinese input methods write them: `，（１２．５）`.

/// The text with every full-width form of an ASCII character made half-width, and the ideographic space made a blank.
///
/// ```
/// use dianzhang::import::width::half_width;
/// assert_eq!(half_width("卖家已发货，１２．５　元（新)"), "卖家已发货,12.5 元(新)");
/// ```
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            c => c,
        })
        .collect()
}
