//! One file of the preview: its line, and what unfolds below it.

use super::mapping::MappingEditor;
use super::period::{DayForm, PeriodForm};
use super::seen::Seen;
use crate::app::components::file_report::{FileReportView, severity_class};
use crate::app::context::{LookedAt, use_app};
use crate::app::tasks::import::toggle_id;
use crate::i18n::{Text, t};
use crate::import::kinds::{self, Kind};
use crate::import::report::RecognisedBy;
use crate::model::time::Day;
use crate::screens::data::preview::{self, Verdict, kinds_by_system};
use crate::screens::data::report::severity_name;
use leptos::prelude::*;
use std::sync::Arc;

/// A kind is not proposed below this.
const LEAST_SURE: u32 = 50;

/// One file. It is drawn anew whenever it has been read anew, and the language cannot change under a dialog.
#[component]
pub fn FileRows(
    /// The file.
    id: u32,
) -> impl IntoView {
    let app = use_app();
    let file = app.looking.with_untracked(|l| l.file(id).cloned());
    file.map(|file| view! { <Rows file/> })
}

#[component]
fn Rows(file: LookedAt) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let LookedAt {
        id,
        name,
        preview,
        second,
        ..
    } = file;
    let words = preview::row(lang, &preview);
    let open_day = preview::open_day(&preview);
    let verdict = words.verdict;
    let report = Arc::new(preview.report);
    let sketch = preview.sketch.map(Arc::new);
    let read_as = report.kind.as_deref().and_then(kinds::by_name);
    let guess = sketch.as_ref().filter(|_| verdict == Verdict::NeedsKind);
    let guess = guess.and_then(|sketch| sketch.proposals.first());
    let guess = guess.filter(|guess| guess.confidence >= LEAST_SURE);
    let wanted = RwSignal::new(read_as.or_else(|| kinds::by_name(&guess?.kind)));
    let is_open = RwSignal::new(matches!(verdict, Verdict::NeedsKind | Verdict::NeedsPeriod));
    let is_ready = verdict == Verdict::Ready;
    let columns_changed = RwSignal::new(false);
    let has_open_correction = Memo::new(move |_| {
        let name = |kind: Option<&'static Kind>| kind.map(|kind| kind.name);
        is_ready && (columns_changed.get() || name(wanted.get()) != name(read_as))
    });
    Effect::new(move |_| {
        let is_open = has_open_correction.get();
        app.looking.update(|looking| {
            let file = looking.files.iter_mut().find(|file| file.id == id);
            if let Some(file) = file {
                file.has_open_correction = is_open;
            }
        });
    });
    let open_correction = move || {
        has_open_correction.get().then(
            || view! { <small class="warn-text">{Text::PreviewOpenCorrection.get(lang)}</small> },
        )
    };
    let is_chosen = move || {
        app.looking
            .with(|l| l.file(id).is_some_and(|f| f.is_ready() && f.is_chosen))
    };
    let choose = move |ev| {
        let chosen = event_target_checked(&ev);
        app.looking.update(|looking| {
            let file = looking.files.iter_mut().find(|file| file.id == id);
            if let Some(file) = file {
                file.is_chosen = chosen;
            }
        });
    };
    // Two readings of one table are told apart by their kind.
    let called = match second {
        Some(_) => t(
            lang,
            Text::PreviewCalled,
            &[&name, preview::kind(lang, read_as)],
        ),
        None => name.clone(),
    };
    let can_correct = sketch.is_some() && verdict != Verdict::AlreadyThere;
    let kind = match can_correct {
        true => {
            let choose = move |kind| {
                wanted.set(kind);
                is_open.set(true);
            };
            view! { <KindChoice name=called.clone() now=wanted choose/> }.into_any()
        }
        false => view! { <span>{preview::kind(lang, read_as)}</span> }.into_any(),
    };
    let by_template = (report.recognised_by == RecognisedBy::Template)
        .then(|| view! { <small class="hint">{Text::PreviewByTemplate.get(lang)}</small> });
    let second = second.filter(|_| is_ready).map(|is_certain| {
        let text = match is_certain {
            true => Text::PreviewTwin,
            false => Text::PreviewTwinUnsure,
        };
        view! { <small class="hint">{text.get(lang)}</small> }
    });
    let total = words.total.map(|total| {
        view! {
            <small class="hint">{total.label}</small>
            <span>{t(lang, Text::PreviewTotalChange, &[&total.before, &total.after])}</span>
        }
    });
    let shop = words.shop.clone().unwrap_or_default();
    let goes_home = move || {
        let goes = |file: &LookedAt| file.is_chosen && file.goes_home && file.is_ready();
        let goes = app.looking.with(|l| l.file(id).is_some_and(goes));
        goes.then(|| view! { <small>{t(lang, Text::PreviewGoesHome, &[&shop])}</small> })
    };
    let issues = words.issues.into_iter().map(|(severity, count)| {
        let said = t(
            lang,
            Text::PreviewIssueCount,
            &[severity_name(severity).get(lang), &count],
        );
        view! { <span class=severity_class(severity)>{said}</span> }
    });
    let label = |text: Text| text.get(lang);
    let details_id = format!("preview-{id}");
    let controls = details_id.clone();
    let below = move || {
        is_open.get().then(|| {
            view! {
                <Below id verdict open_day report=report.clone() sketch=sketch.clone() read_as wanted can_correct columns_changed/>
            }
        })
    };
    view! {
        <tbody class:left-out=!is_ready>
            <tr>
                <td class="preview-choose">
                    <input
                        type="checkbox" class="check" aria-label=t(lang, Text::PreviewChooseOf, &[&called])
                        disabled=move || !is_ready || has_open_correction.get() prop:checked=is_chosen on:change=choose
                    />
                </td>
                <th scope="row" class="preview-name">
                    <span class="file-name" title=name.clone()>{name.clone()}</span>
                    {second}
                    {words.shop.map(|shop| view! { <small class="hint">{shop}</small> })}
                    {goes_home}
                    {words.reason.map(|why| view! { <small class="warn-text">{why}</small> })}
                    {open_correction}
                </th>
                <td data-label=label(Text::ReportKind)>{kind}{by_template}</td>
                <td class="preview-period" data-label=label(Text::PreviewPeriod)>
                    {words.period}
                    {words.has_open_day.then(|| view! { <small class="hint">{label(Text::PreviewDayOpen)}</small> })}
                </td>
                <td class="figure" data-label=label(Text::DataLogRows)>
                    {words.rows}
                    {words.repeated.map(|repeated| view! { <small class="hint">{repeated}</small> })}
                </td>
                <td class="figure" data-label=label(Text::DataLogNew)>{words.added}</td>
                <td class="figure" data-label=label(Text::DataLogUpdated)>{words.changed}</td>
                <td class="figure" data-label=label(Text::PreviewUnchanged)>{words.unchanged}</td>
                <td class="figure preview-total" data-label=label(Text::PreviewTotal)>{total}</td>
                <td class="preview-issues" data-label=label(Text::DataLogIssues)><span>{issues.collect_view()}</span></td>
                <td class="preview-more">
                    <button
                        id=toggle_id(id) type="button" class="button quiet small"
                        aria-label=t(lang, Text::DataDetailsOf, &[&called])
                        aria-expanded=move || is_open.get().to_string() aria-controls=controls
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    >
                        {label(Text::Details)}
                    </button>
                </td>
            </tr>
            <tr id=details_id class="preview-below" hidden=move || !is_open.get()>
                <td colspan="11">{below}</td>
            </tr>
        </tbody>
    }
}

/// The kinds, by the system that makes them.
#[component]
fn KindChoice<C>(name: String, now: RwSignal<Option<&'static Kind>>, choose: C) -> impl IntoView
where
    C: Fn(Option<&'static Kind>) + 'static,
{
    let app = use_app();
    let lang = app.lang.get_untracked();
    let is_now = move |kind: &'static Kind| move || now.get().is_some_and(|k| k.name == kind.name);
    let option = move |kind: &'static Kind| {
        view! { <option value=kind.name prop:selected=is_now(kind)>{lang.pick(kind.title)}</option> }
    };
    let group = move |(system, kinds): (&'static str, Vec<&'static Kind>)| {
        view! { <optgroup label=system>{kinds.into_iter().map(option).collect_view()}</optgroup> }
    };
    view! {
        <select
            class="input" aria-label=t(lang, Text::PreviewKindOf, &[&name])
            on:change=move |ev| choose(kinds::by_name(&event_target_value(&ev)))
        >
            <option value="" prop:selected=move || now.get().is_none()>{Text::PreviewKindUnknown.get(lang)}</option>
            {kinds_by_system(lang).into_iter().map(group).collect_view()}
        </select>
    }
}

/// What unfolds below a file's line.
#[component]
fn Below(
    id: u32,
    verdict: Verdict,
    /// The day of the state that it tells, where the operator can say another.
    open_day: Option<Day>,
    report: Arc<crate::import::report::FileReport>,
    sketch: Option<Arc<crate::import::sketch::Sketch>>,
    /// What it was read as.
    read_as: Option<&'static Kind>,
    /// What it is to be read as.
    wanted: RwSignal<Option<&'static Kind>>,
    /// Whether its columns can be corrected.
    can_correct: bool,
    /// Whether columns were changed and not read so yet.
    columns_changed: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let needs_kind = verdict == Verdict::NeedsKind;
    let columns = sketch.clone().filter(|_| can_correct);
    let columns = move || {
        let (sketch, kind) = columns.clone().zip(wanted.get())?;
        let is_open = read_as.is_none_or(|k| k.name != kind.name);
        Some(view! {
            <details class="preview-part" open=is_open>
                <summary>{Text::PreviewMapping.get(lang)}</summary>
                <MappingEditor id kind sketch columns_changed/>
            </details>
        })
    };
    view! {
        <div class="preview-details">
            {(verdict == Verdict::NeedsPeriod).then(|| view! { <PeriodForm id/> })}
            {open_day.map(|day| view! { <DayForm id day/> })}
            {columns}
            {sketch.map(|sketch| view! { <Seen sketch is_open=needs_kind/> })}
            {(!needs_kind).then(|| view! { <FileReportView report/> })}
        </div>
    }
}
