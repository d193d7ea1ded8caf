//! The few pictures of the frame: strokes in the colour of the text around them, never without words beside them.

use crate::route::Page;
use leptos::prelude::*;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// 今日: a sun over the horizon.
    Today,
    /// 经营: bars.
    Sales,
    /// 目标: a flag.
    Plan,
    /// 数据: a tray.
    Data,
    /// 设置: sliders.
    Settings,
    /// Close.
    Cross,
    /// Something unfolds below.
    Down,
    /// It is chosen.
    Check,
    /// Files come in.
    Import,
    /// Something is looked for.
    Search,
}

impl Icon {
    /// The picture of a page.
    pub fn of_page(page: Page) -> Icon {
        match page {
            Page::Today => Icon::Today,
            Page::Sales => Icon::Sales,
            Page::Plan => Icon::Plan,
            Page::Data => Icon::Data,
            Page::Settings => Icon::Settings,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Icon::Today => {
                "M2.5 15.5h15M5.5 15.5a4.5 4.5 0 0 1 9 0M10 4v3M3.8 8.3l1.8 1.8M16.2 8.3l-1.8 1.8"
            }
            Icon::Sales => "M4 16V9m5 7V4m5 12v-5M2.5 16.5h15",
            Icon::Plan => "M5 17.5V3M5 4h9.5l-2 3.5 2 3.5H5",
            Icon::Data => "M3 11h4l1.5 2.5h3L13 11h4M3 11v4.5h14V11M3 11l2.5-6.5h9L17 11",
            Icon::Settings => "M3 6h7m4 0h3M3 14h3m4 0h7M12 4v4M8 12v4",
            Icon::Cross => "M5 5l10 10M15 5L5 15",
            Icon::Down => "M5.5 8l4.5 4.5L14.5 8",
            Icon::Check => "M4.5 10.5l3.5 3.5 7.5-8",
            Icon::Search => "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13l4 4",
            Icon::Import => "M10 3v9m-3.5-3.5L10 12l3.5-3.5M4 14.5V17h12v-2.5",
        }
    }
}

/// Draws a picture that says nothing to a screen reader.
#[component]
pub fn Picture(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false"
            fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
            <path d=icon.path()></path>
        </svg>
    }
}
