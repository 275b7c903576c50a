import type {OutsideChoice} from "./predictState.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatList} from "../lib/format/formatList.js";
import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {knownInputs} from "../lib/outside/knownInputs.js";
import {knownProbability} from "../lib/outside/knownProbability.js";
import type {OutsideData} from "../lib/outside/OutsideData.js";
import type {OutsideModels} from "../lib/outside/outsideModels.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {hitsWords, rangeWords} from "../lib/wire/predictWords.js";
import {afterPaint} from "./afterPaint.js";
import {html} from "./html.js";
import {partsOfChoice, type UnknownsRange} from "./unknownsRange.js";

interface AnswerParts {
  readonly data: PredictData;
  readonly outside: OutsideModels;
  readonly unknowns: () => Promise<UnknownsRange>;
}

/**
 * How likely a hit a song is of which part is known: by trees that were fitted to such songs, with the range that the
 * unknowns leave. The attribute data-p is the number.
 */
export function outsideAnswer({data, outside, unknowns}: AnswerParts): {
  readonly element: HTMLElement;
  readonly show: (song: OutsideChoice) => void;
} {
  const number = html`<strong class="outside-number" data-role="outside-probability"></strong>`;
  const words = html`<span></span>`;
  const range = html`<p class="outside-range" data-role="outside-range"></p>`;
  const rank = html`<p class="caveat"></p>`;
  const names = data.controls.map(({name}) => name);
  let song: OutsideChoice;

  const showRange = afterPaint(() => void tellRange(song));

  async function tellRange(asked: OutsideChoice): Promise<void> {
    try {
      const rangeOf = await unknowns();
      if (asked !== song) return;
      const {low, high, drawn} = rangeOf(partsOfChoice({x: asked.parts.x, song: null, outside: asked}, data));
      const p = Number(number.dataset.p);
      const [least, most] = [Math.min(p, low), Math.max(p, high)];
      Object.assign(range.dataset, {low: least, high: most});
      range.textContent =
        drawn === 0
          ? "How far the unknowns could move that is not known: no track shares what is known of it."
          : `What is unknown leaves ${rangeWords(least, most)}. The site’s own trees give ${rangeWords(low, high)} in the ` +
            `middle four fifths of ${drawn} tries, the unknowns each time those of another track like it.`;
    } catch (error) {
      console.error(error);
      if (asked === song) range.textContent = "The tracks that tell what the unknowns leave could not be loaded.";
    }
  }

  return {
    element: html`<div class="outside-answer">
      <p>${number} ${words}</p>
      ${range}${rank}
    </div>`,
    show(next) {
      song = next;
      const inputs = knownInputs(song.values, names);
      const p = knownProbability(inputs, outside.known);
      number.textContent = formatPercent(p);
      number.dataset.p = String(p);
      const told = outside.known.features.filter((name) => !Number.isNaN(inputs[name] ?? NaN));
      const labels = told.map((name) => featureNamed(name).label.toLowerCase());
      words.textContent = `by trees fitted to songs of which only this is known: ${formatList(labels)}; where ${hitsWords(data.hitShare)}, as in this study.`;
      rank.textContent = rankWords(outside.data, told, data);
      showRange();
    }
  };
}

/** How well such trees rank: told the most that is known here, or what can be measured where less than that is. */
function rankWords({auc}: OutsideData, told: readonly string[], {synthetic}: PredictData): string {
  const byFeatures = auc.toSorted((a, b) => a.features.length - b.features.length);
  const retrained = byFeatures.filter(({trees}) => trees === "retrained");
  const isTold = (name: string) => told.includes(name) || name === "decade";
  const part = retrained.findLast(({features}) => features.every(isTold)) ?? retrained[0];
  const all = byFeatures.findLast(({trees}) => trees === "full");
  if (!part || part.auc.value === null) return "How well such trees rank was not measured.";
  const {value, low, high} = part.auc;
  return (
    `Told ${part.told}, they rank ${synthetic ? "synthetic " : ""}tracks of artists they had not heard with an AUC of ` +
    `${formatMeasure(value)} (95 % interval ${formatMeasure(low)} to ${formatMeasure(high)})` +
    (all && all.auc.value !== null
      ? `; told ${all.told}, the site’s boosted trees reach ${formatMeasure(all.auc.value)}.`
      : ".")
  );
}
