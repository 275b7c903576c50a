import {formatPercent} from "../lib/format/formatPercent.js";
import type {ErrorsData, ExamErrors, SurprisingTrack} from "../lib/wire/ErrorsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {button} from "./button.js";
import {choices} from "./choices.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";
import type {ModelsState} from "./modelsState.js";
import {redrawn} from "./redrawn.js";

const PAGE = 20;

const KINDS = {
  missed: {label: "Missed hits", wrong: ({hit}: SurprisingTrack, p: number) => hit && p < 0.5},
  false: {label: "False hits", wrong: ({hit}: SurprisingTrack, p: number) => !hit && p >= 0.5}
};

type Kind = keyof typeof KINDS;

/** The calls a model got most wrong, folded away; its data are loaded when a reader first opens it. */
export function errorBrowser(state: ModelsState, load: () => Promise<ErrorsData>): HTMLElement {
  const place = html`<div class="error-browser"></div>`;
  const details = html<HTMLDetailsElement>`<details class="more">
    <summary>Browse the most surprising errors, track by track</summary>
    ${place}
  </details>`;
  const open = async () => {
    place.replaceChildren(html`<p role="status">Loading the tracks …</p>`);
    try {
      const {exams} = await load();
      const draw = () => examErrors(exams.find(({id}) => id === state.now.exam), state.now.model); // prettier-ignore
      place.replaceChildren(redrawn(state, ["exam", "model"], draw));
    } catch {
      place.replaceChildren(
        html`<p class="error" role="alert">The tracks could not be loaded. Close and open this to try again.</p>`
      );
      details.addEventListener("toggle", again);
    }
  };
  const again = () => {
    if (!details.open) return;
    details.removeEventListener("toggle", again);
    void open();
  };
  details.addEventListener("toggle", again);
  return details;
}

function examErrors(exam: ExamErrors | undefined, asked: PredictorId): HTMLElement {
  if (!exam || exam.models.length === 0) return html`<p>Nobody was examined here.</p>`;
  const model =
    [asked, "boosted" as const].find((id) => exam.models.includes(id)) ?? exam.models[exam.models.length - 1];
  const place = html`<div></div>`;
  const show = (kind: Kind) => place.replaceChildren(kindOfErrors(exam, model, kind));
  const options = Object.entries(KINDS).map(([kind, {label}]) => [kind as Kind, label] as const);
  show("missed");
  return html`<div>${choices("Show", options, {value: "missed" as Kind, onChange: show})}${place}</div>`;
}

/** Tracks a model was most wrong about, the worst first, with what the others said. */
function kindOfErrors({models, tracks}: ExamErrors, model: PredictorId, kind: Kind): HTMLElement {
  const at = models.indexOf(model);
  const wrong = tracks
    .filter((track) => KINDS[kind].wrong(track, track.p[at]))
    .sort((a, b) => Math.abs(b.p[at] - 0.5) - Math.abs(a.p[at] - 0.5));
  if (wrong.length === 0) return html`<p>No such error by this model among the tracks kept.</p>`;
  const order = [at, ...models.map((_, k) => k).filter((k) => k !== at)];
  const isDated = tracks.some(({decade}) => decade !== null);
  const table = html`<div
    class="table-scroll sticky-column"
    tabindex="0"
    role="region"
    aria-label="Surprising errors"
  ></div>`;
  const said = html`<p role="status"></p>`;
  const more = button("Show more", () => show(shown + PAGE));
  let shown = 0;
  const show = (count: number) => {
    shown = Math.min(count, wrong.length);
    more.hidden = shown === wrong.length;
    said.textContent = `${shown} of ${wrong.length.toLocaleString("en")} kept for ${MODEL_LABELS[model].toLowerCase()}, the most surprising first`;
    table.replaceChildren(
      dataTable({
        columns: ["Title", "Artist", ...(isDated ? ["Decade"] : []), ...order.map((k) => MODEL_LABELS[models[k]])],
        rows: wrong
          .slice(0, shown)
          .map(({title, artist, decade, p}) => [
            title,
            artist,
            ...(isDated ? [decade === null ? null : `${decade}s`] : []),
            ...order.map((k) => formatPercent(p[k]))
          ])
      })
    );
  };
  show(PAGE);
  return html`<div>${said} ${table} ${more}</div>`;
}
