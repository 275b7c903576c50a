// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it, vi} from "vitest";
import type {CatalogueData} from "../../lib/catalogue/CatalogueData.js";
import {recogniseColumns} from "../../lib/catalogue/recogniseColumns.js";
import {trainedFeature} from "../../lib/catalogue/trainedFeature.js";
import {featureDrift} from "../../lib/catalogue/featureDrift.js";
import {FEATURES} from "../../lib/features/features.js";
import {catalogueDesk} from "../../src/components/catalogueDesk.js";
import type {CatalogueMessage, CatalogueNews, SongRow} from "../../src/components/catalogueWorker.js";
import {ensembleOf} from "../lib/shap/ensembles.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(600);
URL.createObjectURL = () => "blob:nothing";
URL.revokeObjectURL = () => undefined;

const NAMES = FEATURES.map(({name}) => name);
const data: CatalogueData = {
  dataHash: "0123456789ab",
  modelHash: "ba9876543210",
  synthetic: false,
  tracks: 100,
  hitShare: 0.5,
  features: NAMES.map((name) => trainedFeature(name, Float32Array.of(...(name === "decade" ? [1960, 1970] : [0, 1]))))
};
const trees = ensembleOf(1, []);
const HOSTILE = "<img src=x onerror=alert(1)>";

type Task = Extract<CatalogueMessage, {task: number}>;

/** A worker that keeps what it is asked until the test answers. */
class HeldWorker extends EventTarget {
  readonly tasks: Task[] = [];
  readonly cancelled: number[] = [];
  terminated = false;
  postMessage(message: CatalogueMessage): void {
    if ("cancel" in message) this.cancelled.push(message.cancel);
    else this.tasks.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  tell(news: CatalogueNews): void {
    this.dispatchEvent(new MessageEvent("message", {data: news}));
  }
  /** Answers the latest task of a kind. */
  async answer(ask: Task["ask"], answer: unknown): Promise<void> {
    const {task} = this.tasks.findLast((task) => task.ask === ask)!;
    this.tell({task, answer} as CatalogueNews);
    await settled();
  }
  last<A extends Task["ask"]>(ask: A) {
    return this.tasks.findLast((task) => task.ask === ask) as Extract<Task, {ask: A}>;
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const headOf = (header: string[], rows = [header.map(() => "1")]) => {
  return {name: "songs.csv", header, rows, delimiter: ",", map: recogniseColumns(header, rows, "songs.csv")};
};
const scoredOf = (p: number[], faults: object[] = []) => ({
  p: Float64Array.from(p),
  faults,
  drift: data.features.map((feature) => featureDrift(feature, Float32Array.of(1, 1, NaN))),
  readSeconds: 0.1,
  predictSeconds: 0.2
});
const row = (line: number, more: Partial<SongRow> = {}): SongRow => {
  return {line, title: `Song ${line}`, artist: "x", id: "i", p: 0.5, value: 1960, reasons: null, ...more};
};

function desk() {
  const workers: HeldWorker[] = [];
  const loadTrees = vi.fn(() => Promise.resolve(trees));
  const startWorker = () => workers[workers.push(new HeldWorker()) - 1] as unknown as Worker;
  const element = catalogueDesk(data, {loadTrees, startWorker});
  document.body.replaceChildren(element);
  const input = element.querySelector<HTMLInputElement>("input[type=file]")!;
  return {
    element,
    workers,
    loadTrees,
    status: () => element.querySelector(".work-progress [role=status]")!,
    press: async (name: string) => {
      const button = [...element.querySelectorAll("button")].find((b) => b.textContent === name);
      assert.ok(button, name);
      button.click();
      await settled();
    },
    async give(file = new File(["a,b\n1,2\n"], "songs.csv")) {
      Object.defineProperty(input, "files", {value: [file], configurable: true});
      Object.defineProperty(input, "value", {value: "", writable: true, configurable: true});
      input.dispatchEvent(new Event("change"));
      await settled();
      return workers.at(-2)!; // the last one is spare
    }
  };
}

/** A desk that shows two songs of a file whose columns are all known. */
async function scoredDesk(p = [0.9, 0.5], faults: object[] = []) {
  const opened = desk();
  const worker = await opened.give();
  await worker.answer("open", headOf(["track", "artist", "uri", ...NAMES]));
  await worker.answer("score", scoredOf(p, faults));
  await worker.answer("page", {songs: 2, rows: [row(2, {title: HOSTILE}), row(3)]});
  return {...opened, worker};
}

describe("catalogueDesk(data, {loadTrees, startWorker})", () => {
  it("scores a file at once whose columns are all known, and shows names as text", async () => {
    const {element, status, loadTrees, worker} = await scoredDesk();
    assert.equal(loadTrees.mock.calls.length, 1);
    assert.match(status().textContent!, /^2 songs of songs\.csv scored in 0\.3 seconds\.$/);
    const cells = [...element.querySelectorAll(".catalogue-table tbody td")].map((cell) => cell.textContent);
    assert.ok(cells.includes(HOSTILE));
    assert.equal(element.querySelector("img"), null);
    assert.match(element.querySelector("[data-role=faults]")!.textContent!, /All 2 rows could be read/);
    assert.deepEqual(worker.last("page").order, {sort: "p", descending: true, filter: ""});
  });

  it("refuses a file that is too large before it is read, and keeps the former result", async () => {
    const {element, workers, give, status} = await scoredDesk();
    const large = new File(["x"], "large.csv");
    Object.defineProperty(large, "size", {value: 200e6});
    await give(large);
    assert.equal(workers.length, 2);
    assert.match(status().textContent!, /large\.csv has 200\sMB; .* 100\sMB at most.*npm run -s score -- large\.csv/);
    assert.ok(status().classList.contains("error"));
    assert.equal(element.querySelectorAll(".catalogue-table tbody tr").length, 2);
  });

  it("tells what is wrong with a file beside the drop zone, keeps the former result and its worker", async () => {
    const {element, give, status, worker} = await scoredDesk();
    const other = await give();
    const {task} = other.last("open");
    other.tell({task, problem: "songs.csv: expected CSV text; got an image (PNG)"});
    await settled();
    assert.equal(status().textContent, "songs.csv: expected CSV text; got an image (PNG)");
    assert.ok(other.terminated && !worker.terminated);
    assert.equal(element.querySelectorAll(".catalogue-table tbody tr").length, 2);
    const broken = await give();
    broken.dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
    await settled();
    assert.equal(status().textContent, "out of memory");
  });

  it("lets go of the former result's worker when another file is scored", async () => {
    const {give, worker, element} = await scoredDesk();
    const other = await give();
    await other.answer("open", headOf(["track", ...NAMES]));
    assert.equal(worker.terminated, false);
    await other.answer("score", scoredOf([0.1, 0.1, 0.1]));
    assert.ok(worker.terminated && !other.terminated);
    assert.match(element.textContent!, /3\s*songs scored/);
  });

  it("shows how far it is, and ends the worker when cancelled", async () => {
    const {give, status, press, element} = desk();
    const worker = await give();
    const {task} = worker.last("open");
    worker.tell({task, done: 1, total: 4, what: "Reading the file"});
    assert.equal(element.querySelector("progress")!.value, 0.25);
    assert.equal(status().textContent, "Reading the file …");
    await press("Cancel");
    assert.equal(status().textContent, "Cancelled.");
    assert.ok(worker.terminated);
    assert.equal(element.querySelector<HTMLElement>(".work-progress .choices")!.hidden, true);
  });

  it("asks which column holds what where names are not known, with units, and tells a wrong choice", async () => {
    const {give, element, press} = desk();
    const worker = await give();
    await worker.answer("open", headOf(["name", "power", "duration"], [["a", "0.5", "200"]]));
    assert.equal(worker.last("score"), undefined);
    const select = (label: string) =>
      [...element.querySelectorAll("label")]
        .find((l) => l.firstElementChild?.textContent === label)!
        .querySelector("select")!;
    const choose = (label: string, value: string) => {
      select(label).value = value;
      select(label).dispatchEvent(new Event("change"));
    };
    assert.equal(select("Unit of the duration").value, "s");
    choose("Duration", "");
    await press("Score the songs");
    assert.match(element.querySelector("[role=alert]")!.textContent!, /expected a column for one feature of sound/);
    choose("Energy", "1");
    choose("Duration", "2");
    choose("One decade for all", "1970");
    choose("Unit of the duration", "ms");
    assert.match(element.querySelector(".catalogue-mapping small")!.textContent!, /look like seconds/);
    await press("Score the songs");
    const {map} = worker.last("score");
    assert.deepEqual([map.features.energy, map.features.tempo, map.durationUnit, map.decade, map.title], [1, null, "ms", 1970, 0]); // prettier-ignore
  });

  it("follows the base rate and the budget everywhere", async () => {
    const {element} = await scoredDesk([0.9, 0.5]);
    const lead = element.querySelector<HTMLElement>("[data-role=expected]")!;
    assert.match(lead.textContent!, /^Promote the 1 song .*0\.9 may be hits \(95 % interval 0 to 1\); picked at random, 0\.7\.$/); // prettier-ignore
    const [rate, budget] = element.querySelectorAll<HTMLInputElement>(".catalogue-dials input[type=number]");
    budget.value = "2";
    budget.dispatchEvent(new Event("input"));
    assert.equal(Number(lead.dataset.expected), 1.4);
    rate.value = "10";
    rate.dispatchEvent(new Event("input"));
    assert.ok(Math.abs(Number(lead.dataset.expected) - 0.6) < 1e-12); // .5 and .1 by hand
    for (const wrong of ["0", "60", ""]) {
      rate.value = wrong;
      rate.dispatchEvent(new Event("input"));
      assert.ok(Math.abs(Number(lead.dataset.expected) - 0.6) < 1e-12, wrong);
    }
    await new Promise((resolve) => setTimeout(resolve, 60)); // after the paint
    const cells = [...element.querySelectorAll(".catalogue-table tbody tr:first-child .num")].map((c) => c.textContent);
    assert.ok(cells.includes("10.0\u00a0%"), cells.join());
  });

  it("sorts by a column's button, both ways, filters and turns pages", async () => {
    const {element, worker, press} = await scoredDesk();
    const header = (name: string) => [...element.querySelectorAll("thead th")].find((th) => th.textContent === name)!;
    assert.equal(header("Probability").getAttribute("aria-sort"), "descending");
    header("Title").querySelector("button")!.focus();
    await press("Title");
    assert.deepEqual(worker.last("page").order, {sort: "title", descending: false, filter: ""});
    await worker.answer("page", {songs: 60, rows: [row(2), row(3)]});
    assert.equal(header("Title").getAttribute("aria-sort"), "ascending");
    assert.equal(header("Probability").getAttribute("aria-sort"), "none");
    assert.equal(document.activeElement, header("Title").querySelector("button"));
    await press("Title");
    assert.equal(worker.last("page").order.descending, true);
    await press("Next");
    assert.equal(worker.last("page").from, 25);
    const filter = element.querySelector<HTMLInputElement>("input[type=search]")!;
    filter.value = "abba";
    filter.dispatchEvent(new Event("input"));
    assert.deepEqual([worker.last("page").order.filter, worker.last("page").from], ["abba", 0]);
    await worker.answer("page", {songs: 0, rows: []});
    assert.match(element.querySelector(".catalogue-table [role=status]")!.textContent!, /No song matches/);
  });

  it("explains on demand, can be cancelled, and then tells reasons", async () => {
    const {element, worker, press} = await scoredDesk();
    await press("Explain every song");
    const results = element.querySelector(".catalogue-results")!;
    const cancel = [...results.querySelectorAll("button")].find((b) => b.textContent === "Cancel")!;
    cancel.click();
    await settled();
    assert.deepEqual(worker.cancelled, [worker.last("explain").task]);
    assert.equal(worker.terminated, false);
    await press("Explain every song");
    await worker.answer("explain", null);
    await worker.answer("page", {songs: 2, rows: [row(2, {reasons: [{name: "energy", phi: -1.234}]})]});
    assert.match(element.querySelector(".catalogue-table tbody")!.textContent!, /energy −1\.23/);
  });

  it("asks for the download at the base rate shown, under a name with the model's hash", async () => {
    const {worker, press, element} = await scoredDesk();
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await press("Download everything as CSV");
    assert.equal(worker.last("download").baseRate, 0.5);
    await worker.answer("download", new Blob(["x"]));
    assert.deepEqual(names, ["songs-scored-ba9876543210.csv"]);
    assert.match(element.textContent!, /Saved as songs-scored-ba9876543210\.csv/);
    vi.restoreAllMocks();
  });

  it("tells the rows left out, the first hundred of them, as text", async () => {
    const faults = Array.from({length: 150}, (_, i) => ({
      line: i + 2,
      column: "<b>",
      expected: "a number",
      got: HOSTILE
    }));
    const {element} = await scoredDesk([0.9, 0.5], faults);
    const section = element.querySelector("[data-role=faults]")!;
    assert.match(section.querySelector("h2")!.textContent!, /^150 of 152 rows were left out$/);
    assert.equal(section.querySelectorAll("tbody tr").length, 100);
    assert.equal(section.querySelector("b, img"), null);
  });
});
