import {sayableStep} from "../lib/counterfactuals/sayableStep.js";
import type {Feature} from "../lib/features/features.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import type {ControlRange, PredictData} from "../lib/wire/PredictData.js";
import {checkedNumber} from "./checkedNumber.js";
import {html} from "./html.js";
import type {PredictState} from "./predictState.js";

/** Units of which every value has a name: chosen from a list. */
const NAMED: readonly Feature["unit"][] = ["key", "mode", "beats", "year"];

/** Units as they stand beside a feature's name; seconds also where the data hold milliseconds. */
const WRITTEN: Partial<Record<Feature["unit"], string>> = {ms: "s", s: "s", dB: "dB", BPM: "BPM"};

/** One end of a range of new values. */
interface End {
  readonly feature: Feature;
  readonly label: string; // as it is read aloud
  readonly usual: number; // where no range is given
  readonly keep: (value: number) => string; // NaN for the usual one; returns what is wrong with it, else ""
}

/** Its control, and how to show a value: NaN is the usual one. */
interface EndControl {
  readonly element: HTMLElement;
  readonly set: (value: number) => void;
}

/** What may change of a song: a row a feature with its lock and the range of new values, kept in the state. */
export function changeRules(state: PredictState, {controls}: PredictData): HTMLElement {
  const summary = html`<summary></summary>`;
  state.watch(["locked", "ranges"], () => {
    const {locked, ranges} = state.now;
    const count = (some: readonly boolean[]) => some.filter(Boolean).length;
    summary.textContent = `What may change: ${count(locked.map((is) => !is))} of ${locked.length} features, ${
      count(ranges.map((range) => range !== null)) || "none"
    } in a range of your own`;
  });
  return html`<details class="more change-rules">
    ${summary}
    <p class="caveat">New values come from the bulk of the study’s tracks unless you give a range.</p>
    <div class="rules">${controls.map((control, j) => ruleRow(state, control, j))}</div>
  </details>`;
}

function ruleRow(state: PredictState, {name, low, high}: ControlRange, j: number): HTMLElement {
  const feature = featureNamed(name);
  const usual: readonly [number, number] = [low, high];
  const unit = WRITTEN[feature.unit];
  const lock = html<HTMLInputElement>`<input type="checkbox" />`;
  lock.addEventListener("change", () => state.set({locked: state.now.locked.with(j, lock.checked)}));

  const keep = (end: 0 | 1) => (value: number) => {
    const given = Number.isNaN(value) ? usual[end] : value;
    const [from, to] = (state.now.ranges[j] ?? usual).with(end, given);
    if (from > to) return `from ${formatFeature(feature, from)} to ${formatFeature(feature, to)} is no range`;
    state.set({ranges: state.now.ranges.with(j, from === low && to === high ? null : [from, to])});
    return "";
  };
  const endControl = NAMED.includes(feature.unit) ? listEnd : boxEnd;
  const ends = ([0, 1] as const).map((end) =>
    endControl({feature, label: `${feature.label} ${["from", "to"][end]}`, usual: usual[end], keep: keep(end)}, usual)
  );
  const row = html`<div class="rule" role="group" aria-label=${feature.label}>
    <label>${lock}<span>Lock ${feature.label.toLowerCase()}${unit && `, ${unit}`}</span></label>
    ${ends.map(({element}) => element)}
  </div>`;
  state.watch(["locked", "ranges"], () => {
    lock.checked = state.now.locked[j];
    row.toggleAttribute("data-locked", lock.checked);
    ends.forEach(({set}, end) => {
      const limit = state.now.ranges[j]?.[end] ?? NaN;
      set(limit === usual[end] ? NaN : limit);
    });
  });
  return row;
}

function boxEnd({feature: {label: name, unit, min, max}, label, usual, keep}: End): EndControl {
  const scale = unit === "ms" ? 1000 : 1; // seconds where the data hold milliseconds
  const written = WRITTEN[unit];
  const {box, error, set} = checkedNumber({
    label: written ? `${label}, ${written}` : label,
    what: name,
    low: min / scale,
    high: max / scale,
    placeholder: String(Number((usual / scale).toPrecision(3))),
    onChange: (value) => keep(value * scale)
  });
  return {
    element: html`<label class="rule-end">${label.endsWith("from") ? "from" : "to"} ${box}${error}</label>`,
    set: (value) => set(value / scale)
  };
}

function listEnd({feature, label, keep}: End, [low, high]: readonly [number, number]): EndControl {
  const step = sayableStep(feature);
  const values = Array.from({length: Math.round((high - low) / step) + 1}, (_, n) => low + n * step);
  const select = html<HTMLSelectElement>`<select aria-label=${label}>
    <option value="NaN">any</option>
    ${values.map((value) => html`<option value=${String(value)}>${formatFeature(feature, value)}</option>`)}
  </select>`;
  const error = html`<span class="error" role="alert" hidden></span>`;
  const refuse = (message: string) => {
    error.textContent = message;
    error.hidden = message === "";
    select.setAttribute("aria-invalid", String(message !== ""));
  };
  select.addEventListener("input", () => refuse(keep(Number(select.value))));
  return {
    element: html`<label class="rule-end">${label.endsWith("from") ? "from" : "to"} ${select}${error}</label>`,
    set(value) {
      select.value = String(value);
      refuse("");
    }
  };
}
