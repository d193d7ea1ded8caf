//! What the operator has said of tables: kept, shared, forgotten.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::app::tasks::templates::forget;
use crate::commands::Command;
use crate::i18n::Text;
use crate::import::kinds;
use crate::import::template::Template;
use crate::screens::data::preview;
use leptos::prelude::*;

/// The templates.
#[component]
pub fn TemplatePanel() -> impl IntoView {
    let app = use_app();
    let templates = Memo::new(move |_| app.overview.with(|o| o.templates.clone()));
    let is_empty = move || templates.with(Vec::is_empty);
    let head = move |text: Text| move || app.text(text);
    view! {
        <section class="panel" aria-labelledby="templates-title">
            <h2 id="templates-title" class="panel-title">{head(Text::Templates)}</h2>
            <div class="panel-body">
                <p class="hint">{head(Text::TemplatesWhat)}</p>
                <Show when=move || !is_empty() fallback=move || view! { <p>{head(Text::TemplatesEmpty)}</p> }>
                    <div class="table-scroll">
                        <table class="table templates-table">
                            <thead>
                                <tr>
                                    <th scope="col">{head(Text::TemplateFile)}</th>
                                    <th scope="col">{head(Text::ReportKind)}</th>
                                    <th scope="col" class="figure">{head(Text::TemplateColumns)}</th>
                                    <th scope="col" class="wide-only">{head(Text::TemplateMadeAt)}</th>
                                    <th scope="col"><span class="visually-hidden">{head(Text::DataLogActions)}</span></th>
                                </tr>
                            </thead>
                            <tbody>
                                <For each=move || templates.get() key=|t| (t.fingerprint.clone(), t.made_at) let:template>
                                    <Row template/>
                                </For>
                            </tbody>
                        </table>
                    </div>
                </Show>
                <div class="row screen-only">
                    <CommandButton command=Command::ImportTemplates class="small"/>
                    <CommandButton command=Command::ExportTemplates class="small"/>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Row(template: Template) -> impl IntoView {
    let app = use_app();
    let kind = kinds::by_name(&template.kind);
    let file = StoredValue::new(template.file.clone());
    let about = move || file.with_value(|f| app.say(Text::TemplateDeleteOf, &[f]));
    let (columns, day) = (template.columns.len(), template.made_at.day().to_string());
    view! {
        <tr>
            <th scope="row"><span class="file-name" title=template.file.clone()>{template.file.clone()}</span></th>
            <td>{move || preview::kind(app.lang.get(), kind)}</td>
            <td class="figure">{columns}</td>
            <td class="wide-only">{day}</td>
            <td>
                <div class="row tight end screen-only">
                    <button
                        type="button" class="button quiet small" aria-label=about
                        on:click=move |_| forget(app, template.clone())
                    >
                        {move || app.text(Text::TemplateDelete)}
                    </button>
                </div>
            </td>
        </tr>
    }
}
