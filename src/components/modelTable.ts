import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {ExplainedId} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {html} from "./html.js";

/** Every model's probability as a number and a dot from 0 to 1, beside how well it ranked new artists' tracks. */
export function modelTable(auc: Partial<Readonly<Record<ExplainedId, number>>>): {
  readonly element: HTMLElement;
  readonly show: (ps: readonly (readonly [id: ExplainedId, p: number])[]) => void;
} {
  const rows = new Map<ExplainedId, ReturnType<typeof rowOf>>();
  const body = html`<tbody></tbody>`;
  return {
    element: html`<table class="model-table">
      <caption>
        Each model’s probability
      </caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="num">Hit</th>
          <th scope="col"><span class="visually-hidden">From 0 to 100 %</span></th>
          <th scope="col" class="num" title="Share of pairs of a hit and a flop, by artists it had not heard, that it ranked right">AUC</th>
        </tr>
      </thead>
      ${body}
    </table>`, // prettier-ignore
    show(ps) {
      if (ps.length !== rows.size) {
        for (const [id] of ps) if (!rows.has(id)) rows.set(id, rowOf(id, auc[id]));
        body.replaceChildren(...ps.map(([id]) => rows.get(id)!.element));
      }
      for (const [id, p] of ps) rows.get(id)!.show(p);
    }
  };
}

function rowOf(id: ExplainedId, auc: number | undefined) {
  const number = html`<td class="num"></td>`;
  const dot = html`<i></i>`;
  return {
    element: html`<tr data-model=${id}>
      <th scope="row">${MODEL_LABELS[id]}</th>
      ${number}
      <td class="p-strip" aria-hidden="true"><span>${dot}</span></td>
      <td class="num">${auc === undefined ? "–" : formatMeasure(auc)}</td>
    </tr>`,
    show(p: number) {
      number.textContent = formatPercent(p);
      dot.style.left = `${(100 * p).toFixed(1)}%`;
    }
  };
}
