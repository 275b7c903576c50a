import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import {sigmoid} from "../lib/sigmoid.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {decadeCaveat, decadeWords} from "../lib/wire/decadeWords.js";
import type {DecadeModel, PredictData} from "../lib/wire/PredictData.js";
import {afterPaint} from "./afterPaint.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";
import type {PredictState} from "./predictState.js";
import {waterfallPanel} from "./waterfallPanel.js";

const ANY_SONG = "Any song"; // what the trees say when they know no feature

export interface DecadeMachineParts {
  readonly data: PredictData;
  readonly decades: readonly TreeEnsemble[]; // one a decade of data.decades
}

/** The song of the controls before models of each decade, and what tells the answers of two of them apart, exactly. */
export function decadeMachine(state: PredictState, {data, decades}: DecadeMachineParts): HTMLElement {
  const models = data.decades;
  if (models.length === 0 || models.length !== decades.length)
    return html`<p class="caveat">No decade of this study has tracks enough for a model of its own.</p>`;
  const features = data.controls.map(({name}) => featureNamed(name));
  const ownDecade = features.findIndex(({unit}) => unit === "year");
  const explain = decades.map((trees) => {
    let explainer: ReturnType<typeof treeExplainer> | undefined; // prepared when it is first asked
    return (x: Float32Array) => (explainer ??= treeExplainer(trees))(x);
  });

  const rows = models.map(rowOf);
  const words = html`<p data-role="decades"></p>`;
  const changed = waterfallPanel(features.length);
  const from = decadeChoice("From", models, 0, () => draw());
  const to = decadeChoice("to", models, models.length - 1, () => draw());

  function draw(): void {
    const {x} = state.now;
    const margins = decades.map((trees) => marginOfRow(trees, x));
    rows.forEach((row, k) => row.show(sigmoid(margins[k]), models[k].decade === x[ownDecade]));
    if (models.length > 1) drawChange(x, margins);
  }

  function drawChange(x: Float32Array, margins: readonly number[]): void {
    const [a, b] = [from.now(), to.now()];
    from.forbid(b);
    to.forbid(a);
    const [before, after] = [explain[a](x), explain[b](x)];
    const [expected, expectedThen] = [after.base, before.base].map((base) => formatPercent(sigmoid(base)));
    const bars = features
      .map((feature, j) => ({
        label: feature.label,
        value: formatFeature(feature, x[j]),
        phi: after.phi[j] - before.phi[j]
      }))
      .filter(({phi}, j) => j !== ownDecade || phi !== 0); // within a decade it tells nothing
    const any = {label: ANY_SONG, value: `${expectedThen} → ${expected}`, phi: after.base - before.base};
    const answer = (k: number) => ({decade: models[k].decade, margin: margins[k]});
    words.textContent = decadeWords(answer(a), answer(b), [
      {name: "what they say of any song", phi: any.phi},
      ...bars.map(({label, phi}) => ({name: label.toLowerCase(), phi}))
    ]);
    const start = before.phi.reduce((sum, phi) => sum + phi, before.base);
    const between = [a, b].map((k) => `the ${models[k].decade}s’ trees`) as [string, string];
    changed.show("Boosted trees of one decade each", start, [any, ...bars], {between});
  }

  state.watch(["x"], afterPaint(draw));
  return html`<section class="decade-machine" aria-label="The song in other decades">
    ${words}
    <div class="table-scroll" tabindex="0" role="region" aria-label="The probability by the trees of each decade">
      <table>
        <thead>
          <tr>
            <th scope="col">Trees of the</th>
            <th scope="col" class="num">Hit</th>
            <th scope="col"><span class="visually-hidden">From 0 to 100 %</span></th>
            <th scope="col" class="num">AUC</th>
            <th scope="col" class="num">Tracks</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({element}) => element)}
        </tbody>
      </table>
    </div>
    <p class="caveat">${decadeCaveat(models)}</p>
    ${
      models.length > 1
        ? html`<div>
            <div class="decade-choice" role="group" aria-label="Two decades">
              What changed ${from.element} ${to.element}
            </div>
            ${changed.element}
          </div>`
        : null
    }
  </section>`;
}

/** A decade's line: its probability as a number and a dot from 0 to 1, and how far to trust it. */
function rowOf({decade, tracks, auc}: DecadeModel) {
  const number = html`<td class="num"></td>`;
  const dot = html`<i></i>`;
  const note = html`<small></small>`;
  const element = html`<tr data-decade=${decade}>
    <th scope="row">${decade}s ${note}</th>
    ${number}
    <td class="p-strip" aria-hidden="true"><span>${dot}</span></td>
    ${estimateCell(auc)}
    <td class="num">${tracks.toLocaleString("en")}</td>
  </tr>`;
  return {
    element,
    show(p: number, isOwn: boolean) {
      element.dataset.p = String(p);
      element.classList.toggle("own", isOwn);
      note.textContent = isOwn ? "its own" : "";
      number.textContent = formatPercent(p);
      dot.style.left = `${(100 * p).toFixed(1)}%`;
    }
  };
}

/** A list of the decades by place; the one chosen in the other list cannot be chosen here. */
function decadeChoice(label: string, models: readonly DecadeModel[], start: number, onChange: () => void) {
  const select = html<HTMLSelectElement>`<select>
    ${models.map(({decade}, k) => html`<option value=${k} selected=${k === start}>${decade}s</option>`)}
  </select>`;
  select.addEventListener("input", onChange);
  return {
    element: html`<label>${label} ${select}</label>`,
    now: () => select.selectedIndex,
    forbid(place: number) {
      [...select.options].forEach((option, k) => (option.disabled = k === place));
    }
  };
}
