import {ENRICHED_INPUTS, ENRICHED_SETS} from "../lib/enrich/enrichedSets.js";
import type {EnrichedResult, EnrichmentData} from "../lib/wire/EnrichmentData.js";
import {enrichInputWords} from "../lib/wire/enrichInputWords.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {differenceCell} from "./differenceCell.js";
import {enrichTerms} from "./enrichTerms.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

/** What models make of Spotify's answers beside the sound, where that is switched on; else that it is off, and how. */
export function enrichInput({isInput, exam}: Pick<EnrichmentData, "isInput" | "exam">): HTMLElement {
  return html`<div>
    ${exam !== null ? compared(exam) : isInput ? unanswered() : off()}
    <p class="caveat">
      Either way the models that predict and explain songs on the other pages, and every other figure of this one, never
      read what Spotify answered.
    </p>
    ${enrichTerms()}
  </div>`;
}

const off = () =>
  html`<p>
    <strong>Off.</strong> Models read nothing that Spotify told, whether or not it was asked. The owner of a build who
    has answers, and who may, can have the exam with new artists held on the sound and Spotify’s fields together:
    <code>ENRICHMENT_AS_INPUT=1 npm run build</code>. The terms below speak against it.
  </p>`;

const unanswered = () =>
  html`<p>
    <strong>Switched on, with nothing to read:</strong> no answer of Spotify’s was found.
    <code>npm run enrich</code> asks.
  </p>`;

function compared(exam: readonly EnrichedResult[]): HTMLElement {
  const [sound, ...sets] = enrichInputWords(exam);
  return html`<div>
    <p>${sound}</p>
    <ul>
      ${sets.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${gainTable(exam)}
    <ul class="caveat">
      ${ENRICHED_INPUTS.map(
        ({label, measured, caution}) =>
          html`<li>
            <strong>${label}${measured === "after" ? " (measured after the fact)" : ""}.</strong> ${caution}
          </li>`
      )}
    </ul>
  </div>`;
}

function gainTable(exam: readonly EnrichedResult[]): HTMLElement {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Sound and Spotify’s fields">
    <table>
      <thead>
        <tr>
          <th scope="col">Given</th>
          <th scope="col">Model</th>
          ${["AUC", "Gain over sound alone", "Gain over the matching alone", "ECE"].map((name) => html`<th scope="col" class="num">${name}</th>`)}
        </tr>
      </thead>
      ${ENRICHED_SETS.map(({id: set, label}) => {
        const results = exam.filter((result) => result.set === set);
        return html`<tbody>
          ${results.map(
            ({id, metrics, gain, beyond}, k) =>
              html`<tr>
                ${k === 0 ? html`<th scope="rowgroup" rowspan=${results.length}>${label}</th>` : null}
                <th scope="row">${MODEL_LABELS[id]}</th>
                ${estimateCell(metrics && metrics.auc)} ${differenceCell(gain)} ${differenceCell(beyond)}
                ${estimateCell(metrics && metrics.ece)}
              </tr>`
          )}
        </tbody>`;
      })}
    </table>
  </div>`;
}
