import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatShare} from "../lib/format/formatShare.js";
import type {ExplainData, ReasonsQuality} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {html} from "./html.js";

interface Column {
  readonly label: string;
  readonly meaning: string; // one sentence
  readonly show: (quality: ReasonsQuality) => string;
  readonly beneath?: (quality: ReasonsQuality) => string;
}

const COLUMNS: readonly Column[] = [
  {
    label: "Features for 90 %",
    meaning: "How many features, strongest first, it takes to give 90 % of a decision, for the median track; nine tracks in ten need no more than the number beneath.", // prettier-ignore
    show: ({compacity}) => compacity.toLocaleString("en"),
    beneath: ({compacityHigh}) => `9 in 10: ${compacityHigh.toLocaleString("en")}`
  },
  {
    label: "Share of the first five",
    meaning: "The mean share of a decision that its five strongest features give.",
    show: ({topFiveShare}) => formatShare(topFiveShare)
  },
  {
    label: "Same for like tracks",
    meaning: "The mean correlation of a track’s contributions with those of the tracks most like it; near 1, like tracks get like reasons.", // prettier-ignore
    show: ({neighbourStability}) => formatMeasure(neighbourStability)
  },
  {
    label: "Same after refits",
    meaning: "The mean correlation of a track’s contributions with those of the model fitted anew on other draws of the artists; near 1, the reasons do not hang on the draw, and a dash stands where it was not fitted anew.", // prettier-ignore
    show: ({refitStability}) => (refitStability === null ? "–" : formatMeasure(refitStability))
  }
];

/** How good each model's explanations are as explanations, with a sentence on every measure. */
export function qualityTable({models}: Pick<ExplainData, "models">): HTMLElement {
  if (models.length === 0) return html`<p>No model could be fitted here, so there are no explanations to judge.</p>`;
  return html`<div>
    <div class="table-scroll sticky-column" tabindex="0" role="region" aria-label="Quality of the explanations">
      <table>
        <thead>
          <tr>
            <th scope="col">Model</th>
            ${COLUMNS.map(({label}) => html`<th scope="col" class="num">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${models.map(
            ({id, quality}) =>
              html`<tr>
                <th scope="row">${MODEL_LABELS[id]}</th>
                ${COLUMNS.map(
                  ({show, beneath}) =>
                    html`<td class="num">
                      ${show(quality)}${beneath ? html`<small>${beneath(quality)}</small>` : ""}
                    </td>`
                )}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    <ul class="caveat">
      ${COLUMNS.map(({label, meaning}) => html`<li><strong>${label}.</strong> ${meaning}</li>`)}
    </ul>
  </div>`;
}
