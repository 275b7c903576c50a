import {refitInterval} from "../lib/reasons/refitInterval.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {afterPaint} from "./afterPaint.js";
import {button} from "./button.js";
import {csvBlob, save, saveDrawing} from "./chartTools.js";
import {contributionsTable} from "./contributionsTable.js";
import {html} from "./html.js";
import {pageLink} from "./pageLink.js";
import {predictionDocument} from "./predictionDocument.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictChoice, PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";

interface ShareParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "refits">;
  readonly drawingOf: () => Element | null; // what holds the waterfall as it is shown; null where there is none
}

/** A link that opens the page as it is, and files of what it says: each carries the hashes of the data and the model. */
export function sharePanel(state: PredictState, {data, models, files, drawingOf}: ShareParts): HTMLElement {
  const {dataHash, modelHash, synthetic} = data;
  const link = pageLink(data, models);
  const box = html<HTMLInputElement>`<input type="text" readonly aria-label="Link to the page as it is now" />`;
  const status = html`<p role="status"></p>`;
  const stamp = `TrackOracle · ${synthetic ? "synthetic " : ""}data ${dataHash} · model ${modelHash}`;
  const nameOf = (what: string) => `trackoracle-${modelHash}-${what}`;

  function say(text: string, {failed = false} = {}): void {
    status.textContent = text;
    status.classList.toggle("error", failed);
  }

  function addressOf(choice: PredictChoice): string {
    const url = new URL(location.href);
    url.hash = link.write(choice);
    return url.href;
  }

  const showLink = () => (box.value = addressOf(state.now));

  async function copy(): Promise<void> {
    showLink();
    try {
      await navigator.clipboard.writeText(box.value);
      say("The link was copied.");
    } catch {
      box.focus();
      box.select(); // there is no clipboard, or it is not for us
      say("The browser does not let the page copy. The link is selected, so that you can.");
    }
  }

  /** Of the boosted trees' probability; null where it is not known, or cannot be fetched. */
  async function intervalOf(x: Float32Array): Promise<{low: number; high: number} | null> {
    const refits = data.refits > 1 ? await files.refits().catch(() => null) : null;
    if (!refits) return null;
    const margins = refits.map((trees) => marginOfRow(trees, x));
    const {low, high} = refitInterval(models.margin("boosted", x), margins);
    return {low, high};
  }

  const documentOf = (choice: PredictChoice, interval: {low: number; high: number} | null = null) =>
    predictionDocument(choice, {data, models, link: addressOf(choice), interval});

  async function saveJson(): Promise<void> {
    const choice = {...state.now}; // as it is when asked
    const text = JSON.stringify(documentOf(choice, await intervalOf(choice.x)), null, 2);
    save(new Blob([text], {type: "application/json"}), nameOf("prediction.json"));
  }

  function saveCsv(): void {
    save(csvBlob(contributionsTable(documentOf(state.now))), nameOf("contributions.csv"));
  }

  async function savePicture(kind: "svg" | "png"): Promise<void> {
    const area = drawingOf();
    if (!area) throw new Error("nothing is drawn yet");
    await saveDrawing(area, nameOf(`waterfall.${kind}`), {stamp});
  }

  const exporter = (what: string, work: () => void | Promise<void>) =>
    button(what, async () => {
      try {
        await work();
        say(`The ${what} file was made and handed to the browser.`);
      } catch (error) {
        say(`The ${what} file could not be made: ${(error as Error).message}.`, {failed: true});
      }
    });

  box.addEventListener("focus", () => box.select());
  state.watch(Object.keys(state.now) as (keyof PredictChoice)[], afterPaint(showLink));
  return html`<div class="share">
    <p>
      The link holds all you have chosen on this page. What stands after its “#” stays in the browser: no server is
      told.
    </p>
    <div class="share-link">${box}${button("Copy link", () => void copy())}</div>
    <div class="chart-tools">
      ${exporter("JSON", saveJson)}${exporter("CSV", saveCsv)}${exporter("SVG", () => savePicture("svg"))}${exporter("PNG", () => savePicture("png"))}
    </div>
    ${status}
    <p class="caveat">
      JSON holds everything; CSV the contributions of each feature; SVG and PNG the waterfall as it is drawn. Each says
      which ${synthetic ? "synthetic " : ""}data (<code>${dataHash}</code>) and which model (<code>${modelHash}</code>)
      it comes from. A link says so too, and still opens where they have changed.
    </p>
  </div>`;
}
