//! One chart on a canvas. It is drawn anew when its data, the language or the theme change, and taken down with its view.

use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette};
use crate::i18n::Text;
use crate::platform::chart::{Canvas, habits, palette};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks a chart for its picture: set it to a file name, and the chart offers the file and takes the name away.
pub type SaveRequest = RwSignal<Option<String>>;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Loading,
    Drawn,
    Failed,
}

/// A chart.
#[component]
pub fn Chart(
    /// Makes the chart for a palette; the signals that it reads are followed.
    #[prop(into)]
    make: Callback<(Palette,), ChartSpec>,
    /// Where pictures are asked for.
    save: SaveRequest,
) -> impl IntoView {
    let app = use_app();
    let host = NodeRef::<Div>::new();
    let canvas = StoredValue::new_local(None::<Canvas>);
    let state = RwSignal::new(State::Loading);
    // Asking the style sheet makes the browser work out the whole page: not for every change of the data.
    let colours = Memo::new(move |_| {
        app.dark.track();
        app.rise.track();
        palette()
    });
    let spec = Memo::new(move |_| make.run((habits(colours.get()),)));

    Effect::new(move |_| {
        let Some(element) = host.get() else { return };
        spawn_local(async move {
            let opened = Canvas::open(&element).await;
            // The view may be gone by now: then the chart is dropped with this task.
            let Some(was) = state.try_get_untracked() else {
                return;
            };
            match opened {
                Ok(drawing) if was == State::Loading => {
                    canvas.set_value(Some(drawing));
                    state.set(State::Drawn);
                }
                Ok(_) => {}
                Err(error) => {
                    leptos::logging::error!("{error:?}");
                    state.set(State::Failed);
                }
            }
        });
    });

    Effect::new(move |_| {
        // Without an option the data have just gone, and the view is about to.
        if state.get() != State::Drawn || spec.with(|spec| spec.option.is_empty()) {
            return;
        }
        let drawn = spec.with(|spec| canvas.with_value(|c| c.as_ref().map(|c| c.draw(spec))));
        if let Some(Err(error)) = drawn {
            leptos::logging::error!("{error:?}");
            state.set(State::Failed);
        }
    });

    Effect::new(move |_| {
        let Some(name) = save.get() else { return };
        save.set(None);
        if let Some(Err(error)) = canvas.with_value(|c| c.as_ref().map(|c| c.save(&name))) {
            leptos::logging::error!("{error:?}");
        }
    });

    on_cleanup(move || {
        canvas.try_update_value(|c| drop(c.take()));
    });

    let summary = move || spec.with(|s| s.summary.clone());
    let note = move || match state.get() {
        State::Loading => Some(Text::ChartLoading),
        State::Failed => Some(Text::ChartFailed),
        State::Drawn => None,
    };
    view! {
        <div class="chart">
            <div class="chart-canvas" node_ref=host role="img" aria-label=summary></div>
            {move || note().map(|text| view! { <p class="chart-note" role="status">{move || text.get(app.lang.get())}</p> })}
        </div>
    }
}
