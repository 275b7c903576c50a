import {shiftPrior} from "../lib/calibration/shiftPrior.js";
import {verdictOf} from "../lib/conformal/verdictOf.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {refitInterval} from "../lib/reasons/refitInterval.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {outsideRange, outsideWords} from "../lib/wire/outsideRange.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {answerWords, intervalWords, songWords, spokenWords} from "../lib/wire/predictWords.js";
import {afterPaint} from "./afterPaint.js";
import {baseRateDial} from "./baseRateDial.js";
import {fetchedLater} from "./fetchedLater.js";
import {html} from "./html.js";
import {modelTable} from "./modelTable.js";
import type {PredictFiles} from "./predictFiles.js";
import type {KnownSong, PredictState} from "./predictState.js";
import {sameValues} from "./sameValues.js";
import type {SongModels} from "./songModels.js";
import {verdictPicker} from "./verdictPicker.js";

const SETTLED_MS = 700; // without a move, before it is read aloud

export interface AnswerParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "refits" | "forest">;
}

/**
 * How likely a hit the song of the controls is, by every model, how sure that is, and what it would be where hits are
 * rarer. The attribute data-p is the headline at the study's share of hits, data-shown as it is shown.
 */
export function answerPanel(state: PredictState, {data, models, files}: AnswerParts): HTMLElement {
  const {hitShare, thresholds, controls} = data;
  const number = html`<p class="big-number" data-role="probability"></p>`;
  const interval = html`<p class="interval" data-role="interval"></p>`;
  const sentence = html`<p data-role="sentence"></p>`;
  const outside = html`<p class="caveat" data-role="outside"></p>`;
  const song = html`<p data-role="song"></p>`;
  const spoken = html`<p class="visually-hidden" role="status"></p>`;
  const table = modelTable(data.auc);
  let refits: readonly TreeEnsemble[] = [];
  let settled: ReturnType<typeof setTimeout> | undefined;

  const atRate = (p: number) => (state.now.rate === hitShare ? p : shiftPrior(p, hitShare, state.now.rate));

  function show(): void {
    const {x, rate} = state.now;
    const p = models.p("boosted", x);
    const shown = atRate(p);
    number.textContent = formatPercent(shown);
    number.dataset.p = String(p);
    number.dataset.shown = String(shown);
    sentence.textContent = answerWords({p, shown, hitShare, rate});
    outside.textContent = outsideWords(outsideRange(x, controls));
    table.show(models.ids.map((id) => [id, atRate(models.p(id, x))]));
    showInterval();
  }

  /** All refits are asked: that can wait until the number is painted. */
  const showInterval = afterPaint(() => {
    if (refits.length === 0) return;
    const {x} = state.now;
    const margins = refits.map((trees) => marginOfRow(trees, x));
    const {low, high} = refitInterval(models.margin("boosted", x), margins);
    interval.textContent = intervalWords({low: atRate(low), high: atRate(high)}, refits.length);
  });

  /** One sentence for listeners, when the controls rest. */
  function speak(): void {
    clearTimeout(settled);
    settled = setTimeout(() => {
      const {x, errorRate} = state.now;
      const p = models.p("boosted", x);
      const chosen = thresholds.find((one) => one.errorRate === errorRate);
      spoken.textContent = spokenWords(atRate(p), chosen ? verdictOf(p, chosen.threshold) : null);
    }, SETTLED_MS);
  }

  function showSong(): void {
    const {song: known, x} = state.now;
    song.replaceChildren(...(known ? songNote(known, x, atRate) : []));
  }

  if (data.refits > 1)
    interval.append(
      fetchedLater(state, data, {
        what: "Its 95 % interval",
        load: files.refits,
        use(fetched) {
          refits = fetched;
          showInterval();
        }
      })
    );
  else interval.textContent = "How sure that is was not measured: no model was fitted anew.";
  const forest = fetchedLater(state, data, {
    what: "The random forest",
    load: files.forest,
    use(trees) {
      models.addForest(trees);
      show();
    }
  });

  state.watch(["x", "rate"], show);
  state.watch(["x", "rate", "song"], showSong);
  state.watch(["x", "rate", "errorRate"], speak);
  return html`<div class="answer-panel">
    <div class="answer-headline">${number}${interval}</div>
    ${sentence}${outside}${spoken}${song}${baseRateDial(state, data)}${verdictPicker(state, {data, models})}
    <div class="table-scroll">${table.element}</div>
    ${forest}
    <p class="caveat">
      The models know the sound and the decade. They cannot know the artist, the label, the promotion or the year’s
      luck, and what goes with a hit need not bring one about.
    </p>
  </div>`;
}

/** What is known of the track the controls were set to. */
function songNote({title, artist, hit, p, x: own}: KnownSong, x: Float32Array, atRate: (p: number) => number): Node[] {
  const words = songWords({hit, p: p === null ? null : atRate(p), changed: !sameValues(own, x)});
  return [html`<strong>${title}</strong>`, html`<span> by ${artist}: ${words}</span>`];
}
