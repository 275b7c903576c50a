// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it, vi} from "vitest";
import {shapByDefinition} from "../../lib/shap/shapByDefinition.js";
import {verifyPanel, type VerifyOptions} from "../../src/components/verifyPanel.js";
import type {VerifyNews, VerifyTask} from "../../src/components/verifyWorker.js";
import {ensembleOf} from "../lib/shap/ensembles.js";

const stump = (feature: number, value: number) => ({
  feature,
  threshold: 0,
  defaultLeft: true,
  left: {value, cover: 1},
  right: {value: -value, cover: 3}
});
const trees = ensembleOf(2, [stump(0, 1), stump(1, 0.5)]);
const song = {x: [-1, 1], base: -0.75, phi: [1.5, -0.2499]}; // by hand, the last one as if rounded

/** A worker that does nothing until the test tells it. */
class HeldWorker extends EventTarget {
  readonly tasks: VerifyTask[] = [];
  terminated = false;
  postMessage(task: VerifyTask): void {
    this.tasks.push(task);
  }
  terminate(): void {
    this.terminated = true;
  }
  tell(data: VerifyNews): void {
    this.dispatchEvent(new MessageEvent("message", {data}));
  }
  answer(): void {
    const [{trees, row}] = this.tasks;
    const steps = shapByDefinition(trees, row);
    let step = steps.next();
    while (!step.done) step = steps.next();
    this.tell({definition: step.value, coalitions: 4, seconds: 1.26});
  }
}

function panelWith(options: Partial<VerifyOptions> = {}) {
  const workers: HeldWorker[] = [];
  const loadTrees = vi.fn(() => Promise.resolve(trees));
  const startWorker = () => workers[workers.push(new HeldWorker()) - 1] as unknown as Worker;
  const {element, show} = verifyPanel({features: ["f0", "f1"], loadTrees, startWorker, ...options});
  show(song);
  const [start, cancel] = element.querySelectorAll("button");
  const status = element.querySelector("[role=status]")!;
  const progress = element.querySelector("progress")!;
  return {element, show, workers, loadTrees, start, cancel, status, progress};
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("verifyPanel({features, loadTrees, startWorker})", () => {
  it("loads and starts nothing before it is asked", async () => {
    const {workers, loadTrees, start, cancel, progress, element} = panelWith();
    await settled();
    assert.equal(loadTrees.mock.calls.length + workers.length, 0);
    assert.equal(start.disabled, false);
    assert.ok(cancel.hidden && progress.hidden);
    assert.match(element.textContent!, /every coalition\s+of the\s+2 features,\s+4 of them/);
  });

  it("shows how far it is, then how far the values are from their definition", async () => {
    const {workers, start, cancel, progress, status, element} = panelWith();
    start.click();
    assert.ok(start.disabled && !cancel.hidden && !progress.hidden);
    await settled();
    const [worker] = workers;
    assert.deepEqual([...worker.tasks[0].row], song.x);
    worker.tell({done: 1});
    assert.equal(progress.value, 0.5);
    worker.answer();
    await settled();
    assert.ok(worker.terminated && cancel.hidden && progress.hidden && !start.disabled);
    const {fast, shown, residual} = element.querySelector("table")!.dataset;
    assert.ok(Number(fast) < 1e-15 && Number(residual) < 1e-15);
    assert.ok(Math.abs(Number(shown) - 1e-4) < 1e-15, shown);
    assert.match(status.textContent!, /^Done in 1\.3 seconds: .* within 1\.0e−4\.$/);
    assert.match(
      element.querySelector("table")!.textContent!,
      /Coalitions of features\s*4\s*Trees asked about each\s*2/
    );
  });

  it("ends the worker when it is cancelled, and works again", async () => {
    const {workers, start, cancel, status, element} = panelWith();
    start.click();
    await settled();
    cancel.click();
    assert.ok(workers[0].terminated);
    assert.equal(status.textContent, "Cancelled.");
    start.click();
    await settled();
    workers[1].answer();
    await settled();
    assert.equal(element.querySelectorAll("tbody tr").length, 6);
  });

  it("starts no worker when it is cancelled, or another song comes, while the trees load", async () => {
    for (const stop of ["cancel", "song"] as const) {
      const {workers, start, cancel, show, status} = panelWith();
      start.click();
      if (stop === "cancel") cancel.click();
      else show(song);
      await settled();
      assert.equal(workers.length, 0);
      assert.equal(start.disabled, false);
      assert.equal(status.textContent, stop === "cancel" ? "Cancelled." : "");
    }
  });

  it("forgets a song's result, and a check under way, when another song comes", async () => {
    const {workers, start, show, element, status} = panelWith();
    start.click();
    await settled();
    workers[0].answer();
    await settled();
    show(song);
    assert.equal(element.querySelector("table"), null);
    start.click();
    await settled();
    show(song);
    assert.ok(workers[1].terminated);
    assert.equal(status.textContent, "");
  });

  it("says why it failed, and works again", async () => {
    const refused = panelWith({loadTrees: () => Promise.reject(new Error("404 booster.arrow"))});
    const foreign = panelWith({features: ["f0", "tempo"]});
    const broken = panelWith();
    const silent = panelWith();
    const never = panelWith({
      startWorker() {
        throw new Error("no workers here");
      }
    });
    const all = [refused, foreign, broken, silent, never];
    for (const {start} of all) start.click();
    await settled();
    broken.workers[0].dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
    silent.workers[0].dispatchEvent(new Event("error")); // a script that could not be loaded says nothing
    await settled();
    assert.deepEqual(
      all.map(({status}) => status.textContent),
      [
        "404 booster.arrow",
        "the model reads f0, f1; the song has f0, tempo",
        "out of memory",
        "its worker could not run",
        "no workers here"
      ].map((reason) => `The check failed: ${reason}. You can try again.`)
    );
    assert.ok(all.every(({start, cancel, status}) => !start.disabled && cancel.hidden && status.matches(".error")));
    broken.start.click();
    await settled();
    broken.workers[1].answer();
    await settled();
    assert.match(broken.status.textContent!, /^Done/);
    assert.equal(broken.status.matches(".error"), false);
  });
});
