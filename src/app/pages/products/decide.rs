//! What to push, what to fix, what to drop.

use super::Shown;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text};
use crate::screens::products::decide::{Line, List, lists};
use leptos::prelude::*;

/// The three lists.
#[component]
pub(super) fn Decide(products: Shown) -> impl IntoView {
    let app = use_app();
    let all = move || {
        let lang = app.lang.get();
        let lists = products.with(|p| p.as_ref().map(|p| lists(p, lang)));
        let list = |list| view! { <ListView list lang/> };
        lists.map(|lists| lists.map(list).collect_view())
    };
    view! {
        <section class="products-decide" aria-label=move || app.text(Text::ProdDecideTitle)>{all}</section>
    }
}

#[component]
fn ListView(list: List, lang: Lang) -> impl IntoView {
    let title_id = format!("products-{}", list.id);
    let labelled_by = title_id.clone();
    let body = match list.items {
        Err(why) => view! { <p class="panel-empty">{why.get(lang)}</p> }.into_any(),
        Ok(lines) => {
            let line = |line: Line| {
                view! {
                    <li>
                        <a class="item-link" href=line.to.format() title=line.title.clone()>{line.title.clone()}</a>
                        <p>{line.why}</p>
                        {line.stake.map(|stake| view! { <small>{stake}</small> })}
                    </li>
                }
            };
            view! { <ol>{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <section class=format!("panel decide {}", list.id) aria-labelledby=labelled_by>
            <div class="panel-head">
                <h2 id=title_id>{list.title.get(lang)}</h2>
                <p class="panel-remark">{list.hint.get(lang)}</p>
            </div>
            {body}
        </section>
    }
}
