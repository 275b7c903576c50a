import type {Edit} from "../lib/counterfactuals/types.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {html} from "./html.js";

/** A song's changes in words, what they do to its probability and how far they move it. */
export function editCard(
  {changes, p, moved}: Edit,
  {controls}: PredictData,
  {before, evidence, onTry}: {before: number; evidence: Node; onTry: () => void}
): HTMLElement {
  const rows = changes.map(({feature, from, to, moved: passed}) => {
    const known = featureNamed(controls[feature].name);
    const values = `${formatFeature(known, from)} → ${formatFeature(known, to)}`;
    return html`<li>
      <b>${known.label}</b> <span class="nums">${values}</span>
      <small>${Number.isNaN(from) ? "as far as" : "past"} ${formatPercent(passed)} of the tracks</small>
    </li>`;
  });
  const together = changes.length > 1 ? html`<p class="caveat">Together ${formatPercent(moved)}.</p>` : null;
  return html`<li class="edit-card">
    <p class="edit-p nums">${formatPercent(before)} → <b>${formatPercent(p)}</b></p>
    <ul>
      ${rows}
    </ul>
    ${together}${button("Try it", onTry)}${evidence}
  </li>`;
}
