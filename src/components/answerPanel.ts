import {knownWords} from "../lib/catalogue/knownWords.js";
import {shiftPrior} from "../lib/calibration/shiftPrior.js";
import {verdictOf} from "../lib/conformal/verdictOf.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {knowingSummary} from "../lib/outside/knowingWords.js";
import type {OutsideSong} from "../lib/outside/OutsideSong.js";
import type {UnknownRange} from "../lib/outside/rangeOfUnknowns.js";
import {refitInterval} from "../lib/reasons/refitInterval.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {outsideRange, outsideWords} from "../lib/wire/outsideRange.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {answerWords, intervalWords, rangeWords, songWords, spokenWords} from "../lib/wire/predictWords.js";
import {afterPaint} from "./afterPaint.js";
import {baseRateDial} from "./baseRateDial.js";
import {fetchedLater} from "./fetchedLater.js";
import {html} from "./html.js";
import {modelTable} from "./modelTable.js";
import type {PredictFiles} from "./predictFiles.js";
import type {KnownSong, PredictState} from "./predictState.js";
import {sameValues} from "./sameValues.js";
import type {SongModels} from "./songModels.js";
import {partsOfChoice, unknownsRange, type UnknownsRange} from "./unknownsRange.js";
import {verdictPicker} from "./verdictPicker.js";

const SETTLED_MS = 700; // without a move, before it is read aloud

export interface AnswerParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "refits" | "forest" | "tracks">;
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
  const sure = html`<span></span>`;
  const loadUnknowns = unknownsRange(data, files, models.trees);
  let refits: readonly TreeEnsemble[] = [];
  let unknowns: UnknownsRange | undefined; // once something is unknown
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
    const {x} = state.now;
    const margins = refits.map((trees) => marginOfRow(trees, x));
    const refit = refits.length > 0 ? refitInterval(models.margin("boosted", x), margins) : null;
    const parts = partsOfChoice(state.now, data);
    const unknown = parts.known.filter((one) => !one).length;
    if (unknown > 0 && !unknowns) void fetchUnknowns();
    const open = unknown > 0 ? unknowns?.(parts) : undefined;
    sure.textContent = sureWords(refit, open, {unknown, refits: data.refits, atRate});
  });

  async function fetchUnknowns(): Promise<void> {
    try {
      unknowns = await loadUnknowns();
      showInterval();
    } catch (error) {
      console.error(error); // asked for again at the next move
    }
  }

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
    const {song: known, outside: told, x} = state.now;
    song.replaceChildren(...(known ? songNote(known, x, atRate) : told ? outsideNote(told) : []));
  }

  interval.append(sure);
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
  const forest = fetchedLater(state, data, {
    what: "The random forest",
    load: files.forest,
    use(trees) {
      models.addForest(trees);
      show();
    }
  });

  state.watch(["x", "rate"], show);
  state.watch(["x", "rate", "song", "outside"], showSong);
  state.watch(["outside"], showInterval);
  state.watch(["x", "rate", "errorRate"], speak);
  return html`<div class="answer-panel">
    <div class="answer-headline">${number}${interval}</div>
    ${sentence}${outside}${spoken}${song}${baseRateDial(state, data)}${verdictPicker(state, {data, models})}
    <div class="table-scroll">${table.element}</div>
    ${forest}
    <p class="caveat">
      The models know the ${knownWords(data.controls)}. They cannot know the artist, the label, the promotion or the
      year’s luck, and what goes with a hit need not bring one about.
    </p>
  </div>`;
}

/** What is known of the track the controls were set to. */
function songNote({title, artist, hit, p, x: own}: KnownSong, x: Float32Array, atRate: (p: number) => number): Node[] {
  const words = songWords({hit, p: p === null ? null : atRate(p), changed: !sameValues(own, x)});
  return [html`<strong>${title}</strong>`, html`<span> by ${artist}: ${words}</span>`];
}

/** What is known of a song that is no track of the study. */
function outsideNote({title, artist, values}: OutsideSong): Node[] {
  const by = artist ? ` by ${artist}` : "";
  return [html`<strong>${title}</strong>`, html`<span>${by}: no track of this study; ${knowingSummary(values)}</span>`];
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** How sure the number is: over models fitted anew, and over what is unknown of the song; nothing until either is here. */
function sureWords(
  refit: Span | null,
  open: UnknownRange | undefined,
  {unknown, refits, atRate}: {unknown: number; refits: number; atRate: (p: number) => number}
): string {
  const spans = [...(refit ? [refit] : []), ...(open ? [open] : [])];
  if (spans.length === 0) return refits > 1 ? "" : "How sure that is was not measured: no model was fitted anew.";
  const low = atRate(Math.min(...spans.map((span) => span.low)));
  const high = atRate(Math.max(...spans.map((span) => span.high)));
  const by = unknown === 1 ? "one value that is not known exactly" : `${unknown} values that are not known exactly`;
  if (refit) return intervalWords({low, high}, refits) + (open ? `, widened by ${by}` : "");
  return `${rangeWords(low, high)}, open by ${by}`;
}
