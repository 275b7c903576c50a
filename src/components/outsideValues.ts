import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {KNOWING_WORDS, knowingSummary} from "../lib/outside/knowingWords.js";
import type {OutsideSong, OutsideValue} from "../lib/outside/OutsideSong.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {html} from "./html.js";

/** Every value of a song from outside, how it came to be known, and who says so; folded to how many are known how. */
export function outsideValues({controls}: Pick<PredictData, "controls">): {
  readonly element: HTMLElement;
  readonly show: (song: OutsideSong) => void;
} {
  const summary = html`<summary></summary>`;
  const body = html`<tbody></tbody>`;
  const key = html`<dl class="outside-key"></dl>`;
  return {
    element: html`<details class="more outside-values">
      ${summary}
      <table>
        <caption class="visually-hidden">
          Every value, and how it is known
        </caption>
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col" class="num">Value</th>
            <th scope="col">Known</th>
          </tr>
        </thead>
        ${body}
      </table>
      ${key}
    </details>`,
    show({values}) {
      summary.textContent = `Its ${values.length} values: ${knowingSummary(values)}`;
      body.replaceChildren(...values.map((value, j) => rowOf(controls[j].name, value)));
      const met = Object.entries(KNOWING_WORDS).filter(([tag]) => values.some(({knowing}) => knowing === tag));
      key.replaceChildren(
        ...met.map(
          ([tag, words]) =>
            html`<div>
              <dt>${tag}</dt>
              <dd>${words}</dd>
            </div>`
        )
      );
    }
  };
}

function rowOf(name: string, {value, knowing, source, low, high}: OutsideValue): HTMLElement {
  const feature = featureNamed(name);
  const range =
    low === undefined || high === undefined
      ? ""
      : html`<small>${formatFeature(feature, low)} to ${formatFeature(feature, high)}</small>`;
  return html`<tr>
    <th scope="row">${feature.label}</th>
    <td class="num">${formatFeature(feature, value)}${range}</td>
    <td><span class="knowing">${knowing}</span> <small>${source}</small></td>
  </tr>`;
}
