import type {ChangeEnd, ChangeTask, Edit} from "../lib/counterfactuals/types.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {changeRules} from "./changeRules.js";
import type {SearchNews} from "./counterfactualWorker.js";
import {editCard} from "./editCard.js";
import {endWords} from "./endWords.js";
import {html} from "./html.js";
import {listenToWorker} from "./listenToWorker.js";
import {gatherEvidence, plausibility, type Evidence} from "./plausibility.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";
import {targetControl} from "./targetControl.js";

interface CounterfactualParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: PredictFiles;
  readonly startWorker?: () => Worker;
}

const startSearchWorker = () => new Worker(import.meta.resolve("./counterfactualWorker.js"), {type: "module"});

/**
 * Small changes with which the boosted trees would give the song another probability, searched in a worker, each with the
 * real songs nearest to the changed one. Another song, target, lock or range ends a search and takes old answers away;
 * to try an answer does not.
 */
export function counterfactualPanel(
  state: PredictState,
  {data, models, files, startWorker = startSearchWorker}: CounterfactualParts
): HTMLElement {
  let evidence: Promise<Evidence> | undefined;
  let worker: Worker | undefined; // of the search under way
  let asked: ChangeTask | undefined; // what the answers are of
  let edits: Edit[] = [];

  const start = button("Find changes", search);
  const cancel = button("Cancel", () => {
    end();
    say(edits.length > 0 ? "Cancelled; there may be other changes." : "Cancelled.");
  });
  const back = button("Back to the song before", () => asked && state.set({x: asked.x}));
  const progress = html<HTMLProgressElement>`<progress aria-label="Searched" value="0"></progress>`;
  const status = html`<p role="status"></p>`;
  const cards = html`<ol class="edit-cards"></ol>`;
  const element = html`<section class="counterfactuals" aria-label="What would change it">
    <p>
      <strong>Association, not advice.</strong> The boosted trees know what goes with hits, not what makes one. These
      are the smallest changes found with which they give this song another probability, at the study’s own share of
      hits, ${formatPercent(data.hitShare)}.
    </p>
    ${targetControl(state)}${changeRules(state, data)}
    <div class="choices">${start}${cancel}${progress}${back}</div>
    ${status}${cards}
  </section>`;
  end();

  function end(): void {
    worker?.terminate();
    worker = undefined;
    start.disabled = false;
    cancel.hidden = progress.hidden = true;
  }

  function say(text: string, failed = false): void {
    status.textContent = text;
    status.classList.toggle("error", failed);
  }

  function search(): void {
    const {x, target, locked, ranges} = state.now;
    clear();
    asked = {trees: models.trees, controls: data.controls, x, target, locked, ranges};
    const before = models.p("boosted", x);
    say("Searching …");
    start.disabled = true;
    cancel.hidden = progress.hidden = false;
    progress.value = 0;
    try {
      worker = startWorker();
      listenToWorker<SearchNews>(worker, {
        onNews(news) {
          if ("done" in news) progress.value = news.done;
          else if ("edit" in news) add(news.edit, before);
          else finish(news.end, before);
        },
        onFailure: ({message}) => fail(message)
      });
      worker.postMessage(asked);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }

  function finish(result: ChangeEnd, before: number): void {
    end();
    if (result.closest) add(result.closest, before);
    say(endWords(result, edits.length, state.now.target, data));
  }

  function fail(reason: string): void {
    end();
    say(`The search failed: ${reason}. You can try again.`, true);
  }

  function add(edit: Edit, before: number): void {
    const place = html`<div class="nearest"></div>`;
    edits.push(edit);
    const onTry = () => state.set({x: edit.x, touched: edit.changes[0].feature});
    cards.append(editCard(edit, data, {before, evidence: place, onTry}));
    say(`Searching … ${edits.length} found.`);
    void support(edit, place);
  }

  /** Adds the nearest real songs to a card. */
  async function support({x}: Edit, place: HTMLElement): Promise<void> {
    const skip = state.now.song?.track;
    try {
      evidence ??= gatherEvidence(data, files);
      place.replaceChildren(plausibility(x, data, await evidence, skip));
    } catch {
      evidence = undefined;
      place.replaceChildren(html`<p class="error">The songs nearest to it could not be loaded.</p>`);
    }
  }

  function clear(): void {
    end();
    asked = undefined;
    edits = [];
    cards.replaceChildren();
    say("");
  }

  state.watch(["x", "target", "locked", "ranges"], () => {
    const {x, target, locked, ranges} = state.now;
    const same = asked && target === asked.target && locked === asked.locked && ranges === asked.ranges;
    const tried = edits.some((edit) => edit.x === x);
    back.hidden = !(same && tried);
    if (!asked || (same && (x === asked.x || tried))) return;
    clear();
    say("The song or what is asked of it changed: the answers were of another one.");
  });
  return element;
}
