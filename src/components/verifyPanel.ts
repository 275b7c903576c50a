import {compareExplanations} from "../lib/shap/compareExplanations.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {button} from "./button.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";
import {listenToWorker} from "./listenToWorker.js";
import type {VerifyAnswer, VerifyNews, VerifyTask} from "./verifyWorker.js";

/** A song and what the page shows of it. */
export interface ShownSong {
  readonly x: ArrayLike<number>; // one value a feature, NaN where missing
  readonly base: number; // log-odds, as shown: rounded
  readonly phi: readonly number[];
}

export interface VerifyOptions {
  readonly features: readonly string[]; // of the song, in the order of its values
  readonly loadTrees: () => Promise<TreeEnsemble>; // asked for only when a check starts
  readonly startWorker?: () => Worker;
}

const startVerifyWorker = () => new Worker(import.meta.resolve("./verifyWorker.js"), {type: "module"});

/**
 * A button that recomputes a song's SHAP values from all coalitions of its features, in a worker, and says how far the
 * values shown are from them. Another song ends a check that is under way.
 */
export function verifyPanel({features, loadTrees, startWorker = startVerifyWorker}: VerifyOptions): {
  readonly element: HTMLElement;
  readonly show: (song: ShownSong) => void;
} {
  let song: ShownSong | undefined;
  let end: () => void = () => undefined; // of the check under way
  const start = button("Check by brute force", () => song && void check(song));
  const cancel = button("Cancel", () => {
    end();
    say("Cancelled.");
  });
  const progress = html<HTMLProgressElement>`<progress aria-label="Trees done" value="0"></progress>`;
  const status = html`<p role="status"></p>`;
  const result = html`<div class="table-scroll" tabindex="0" role="group" aria-label="Result"></div>`;
  const element = html`<section class="verify" aria-label="Check by brute force">
    <p>
      The values above come from a fast algorithm. Their definition asks the model about every coalition of the
      ${features.length} features, ${(2 ** features.length).toLocaleString("en")} of them: your browser can do that now,
      and compare.
    </p>
    <div class="choices">${start}${cancel}${progress}</div>
    ${status}${result}
  </section>`;
  run(false);

  function run(running: boolean): void {
    start.disabled = running;
    cancel.hidden = progress.hidden = !running;
    element.toggleAttribute("data-running", running);
  }

  function say(text: string, failed = false): void {
    status.textContent = text;
    status.classList.toggle("error", failed);
  }

  async function check({x, base, phi}: ShownSong): Promise<void> {
    let worker: Worker | undefined;
    let over = false;
    end = () => {
      over = true;
      worker?.terminate();
      run(false);
    };
    result.replaceChildren();
    progress.removeAttribute("value"); // not known how far
    say("Loading the trees …");
    run(true);
    try {
      const trees = await loadTrees();
      if (over) return;
      if (trees.features.join() !== features.join())
        throw new Error(`the model reads ${trees.features.join(", ")}; the song has ${features.join(", ")}`);
      const total = trees.starts.length - 1;
      const row = Float32Array.from(x);
      say(`Asking ${total.toLocaleString("en")} trees about every coalition …`);
      worker = startWorker();
      const answer = await askWorker(worker, {trees, row}, (done) => (progress.value = done / total));
      if (over) return;
      report(trees, row, {base, phi}, answer);
      end();
    } catch (error) {
      if (over) return;
      end();
      say(`The check failed: ${error instanceof Error ? error.message : String(error)}. You can try again.`, true);
    }
  }

  function report(
    trees: TreeEnsemble,
    row: Float32Array,
    asShown: {base: number; phi: readonly number[]},
    {definition, coalitions, seconds}: VerifyAnswer
  ): void {
    const fast = compareExplanations(definition, treeExplainer(trees)(row));
    const shown = compareExplanations(definition, asShown);
    const sum = definition.phi.reduce((margin, phi) => margin + phi, definition.base);
    const residual = Math.abs(sum - marginOfRow(trees, row));
    say(
      `Done in ${seconds.toFixed(1)} seconds: the fast values are within ${exponential(fast)} of their definition, ` +
        `the rounded ones of this page within ${exponential(shown)}.`
    );
    const rows = [
      ["Coalitions of features", coalitions.toLocaleString("en")],
      ["Trees asked about each", (trees.starts.length - 1).toLocaleString("en")],
      ["Seconds in this browser", seconds.toFixed(1)],
      ["Largest difference to the fast values, log-odds", exponential(fast)],
      ["Largest difference to the values shown, log-odds", exponential(shown)],
      ["|base + sum of the values − margin|, log-odds", exponential(residual)]
    ];
    const table = dataTable({columns: ["By the definition", "Here"], rows});
    Object.assign(table.dataset, {fast, shown, residual});
    result.replaceChildren(table);
  }

  return {
    element,
    show(next) {
      end();
      song = next;
      say("");
      result.replaceChildren();
    }
  };
}

/** A worker's answer to a task; rejected where it fails, and never settled once it is terminated. */
function askWorker(worker: Worker, task: VerifyTask, onDone: (trees: number) => void): Promise<VerifyAnswer> {
  return new Promise((resolve, reject) => {
    const onNews = (news: VerifyNews) => ("done" in news ? onDone(news.done) : resolve(news));
    listenToWorker(worker, {onNews, onFailure: reject});
    worker.postMessage(task);
  });
}

/** A tiny difference: "0", "3.9e-15". */
const exponential = (x: number) => (x === 0 ? "0" : x.toExponential(1).replace("-", "−"));
