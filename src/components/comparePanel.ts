import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {RowExplanation} from "../lib/shap/types.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {afterPaint} from "./afterPaint.js";
import {button} from "./button.js";
import {html} from "./html.js";
import type {KnownSong, PredictChoice, PredictState} from "./predictState.js";
import {sameValues} from "./sameValues.js";
import type {SongModels} from "./songModels.js";
import type {WaterfallBar} from "./waterfall.js";
import {waterfallPanel} from "./waterfallPanel.js";

const UNNAMED = "My song";

/** A song that can be kept, A, and what tells the song of the controls, B, from it, as one waterfall. */
export function comparePanel(
  state: PredictState,
  {data, models}: {data: PredictData; models: SongModels}
): HTMLElement {
  const features = data.controls.map(({name}) => featureNamed(name));
  const known = new WeakMap<Float32Array, {name: string; song: KnownSong | null}>(); // of songs that were kept or swapped
  const difference = waterfallPanel(features.length);
  const about = html`<p></p>`;
  const nameNow = () => known.get(state.now.x)?.name ?? nameOf(state.now);

  function keepNow(): PredictChoice["kept"] {
    const {x, song} = state.now;
    const name = nameNow();
    known.set(x, {name, song});
    return {name, x};
  }

  const keep = button("Keep this song as A", () => state.set({kept: keepNow()}));
  const swap = button("Swap A and B", () => {
    const {x, name} = state.now.kept!;
    known.set(x, {name, song: known.get(x)?.song ?? null});
    state.set({kept: keepNow(), x, song: known.get(x)!.song});
  });
  const drop = button("Drop A", () => {
    state.set({kept: null});
    keep.focus();
  });

  let asked: readonly unknown[] = [];
  let reasonsOfA: RowExplanation;
  /** Asked anew only when A, the model or the unit changes; the models remember one song, which is B. */
  function explainA({kept, model, space}: PredictChoice): RowExplanation {
    const asks = [kept, model, space];
    if (asks.some((one, i) => one !== asked[i])) reasonsOfA = models.explain(model, kept!.x, space);
    asked = asks;
    return reasonsOfA;
  }

  function draw(): void {
    const {kept, x, model, space} = state.now;
    if (!kept) return;
    const a = explainA(state.now);
    const b = models.explain(model, x, space);
    const bars = features.map((feature, j): WaterfallBar => {
      const [from, to] = [formatFeature(feature, kept.x[j]), formatFeature(feature, x[j])];
      return {
        label: feature.label,
        value: from === to ? `${from} in both` : `${from} → ${to}`,
        phi: b.phi[j] - a.phi[j]
      };
    });
    const p = (song: Float32Array) => formatPercent(models.p(model, song));
    about.replaceChildren(
      ...[
        html`<strong>A</strong>`,
        ` ${kept.name}, ${p(kept.x)}. `,
        html`<strong>B</strong>`,
        ` ${nameNow()}, ${p(x)}.`
      ]
    );
    const start = a.phi.reduce((sum, phi) => sum + phi, a.base);
    difference.show(MODEL_LABELS[model], start, bars, {space, between: ["A", "B"]});
  }

  const later = afterPaint(draw);
  const comparison = html`<div aria-label="A and B" role="group">${about}${difference.element}</div>`;
  const hint = html`<p class="caveat">Keep a song, change it or find another, and see what tells the two apart.</p>`;
  state.watch(["kept"], () => {
    const nothing = state.now.kept === null;
    swap.hidden = drop.hidden = comparison.hidden = nothing;
    hint.hidden = !nothing;
  });
  state.watch(["kept", "x", "song", "model", "space"], () => state.now.kept && later());
  return html`<section class="compare" aria-label="Two songs">
    <div class="choices">${keep}${swap}${drop}</div>
    ${hint}${comparison}
  </section>`;
}

/** The name of a track whose values the controls still have; hostile text. */
function nameOf({song, x}: PredictChoice): string {
  return song && sameValues(song.x, x) ? `“${song.title}” by ${song.artist}` : UNNAMED;
}
