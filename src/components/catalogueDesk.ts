import type {CatalogueData} from "../lib/catalogue/CatalogueData.js";
import type {ColumnMap} from "../lib/catalogue/ColumnMap.js";
import {unknownFeatures} from "../lib/catalogue/recogniseColumns.js";
import type {CatalogueHead} from "../lib/catalogue/openCatalogue.js";
import {sampleCatalogue} from "../lib/catalogue/sampleCatalogue.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {button} from "./button.js";
import {catalogueClient, type AskOptions, type CatalogueClient} from "./catalogueClient.js";
import {catalogueMapping} from "./catalogueMapping.js";
import {takesOneFile} from "./takesOneFile.js";
import {workProgress} from "./workProgress.js";
import {catalogueResults} from "./catalogueResults.js";
import {save} from "./chartTools.js";
import {html} from "./html.js";
import {remember} from "./remember.js";

export interface CatalogueDeskOptions {
  readonly loadTrees: () => Promise<TreeEnsemble>; // asked for at once: the network may be cut before a file comes
  readonly startWorker?: () => Worker;
}

const MEGABYTE = 1e6;
const MOST_BYTES = 100 * MEGABYTE; // some half a million songs: their numbers, names and reasons fit into a browser
const SAMPLE_SONGS = 200;
const SEED = 1;

const startCatalogueWorker = () => new Worker(import.meta.resolve("./catalogueWorker.js"), {type: "module"});

/**
 * Takes a reader's CSV, scores it in a worker and shows what came out. Whatever fails is told beside the place where
 * the file was dropped, and the former result stays.
 */
export function catalogueDesk(
  data: CatalogueData,
  {loadTrees, startWorker = startCatalogueWorker}: CatalogueDeskOptions
): HTMLElement {
  const client = () => catalogueClient(startWorker());
  const trees = remember(loadTrees);
  void trees().catch(() => undefined); // told when a file needs them
  let spare = client(); // at hand before the network may be cut
  let kept: CatalogueClient | undefined; // whose result is shown
  let tried: CatalogueClient | undefined; // a file's that is not scored yet

  const work = workProgress(giveUp);
  const mapping = html`<div></div>`;
  const results = html`<div></div>`;
  const input = html<HTMLInputElement>`<input type="file" accept=".csv,.tsv,.txt,text/csv" id="catalogue-file" />`;
  const pasted = html<HTMLTextAreaElement>`<textarea rows="5" aria-label="CSV with a header line"></textarea>`;
  const sample = () => new File([sampleCatalogue(data, SAMPLE_SONGS, SEED)], "synthetic-songs.csv", {type: "text/csv"});
  const zone = html`<div class="drop-zone">
    <p><label for="catalogue-file">Drop a CSV of songs here, or choose one</label></p>
    <p>${input}</p>
    <div class="choices">
      ${button("Try it with a sample", () => void take(sample()))}
      ${button("Download the sample", () => save(sample(), "synthetic-songs.csv"))}
    </div>
    <details class="more">
      <summary>Paste a CSV</summary>
      ${pasted}
      <div class="choices">${button("Read it", () => void take(new File([pasted.value], "pasted.csv")))}</div>
    </details>
  </div>`;

  takesOneFile(zone, input, {
    onFile: (file) => void take(file),
    onProblem: (problem) => work.say(problem, true)
  });

  function giveUp(): void {
    tried?.end();
    tried = undefined;
    mapping.replaceChildren();
  }

  async function take(file: File): Promise<void> {
    if (file.size > MOST_BYTES) return work.say(tooLarge(file), true);
    giveUp();
    await work.run(async (options) => {
      const mine = (tried = spare);
      spare = client();
      try {
        const head = await mine.ask({ask: "open", file}, options);
        if (
          unknownFeatures(
            head.map,
            data.features.map(({name}) => name)
          ).length === 0
        )
          return await score(mine, head, head.map, options);
        const choose = (map: ColumnMap) => void work.run((options) => score(mine, head, map, options));
        mapping.replaceChildren(catalogueMapping(data, head, choose));
        work.say("Some features have no column that is known by its name: choose below.");
      } catch (error) {
        if (tried === mine) giveUp();
        throw error;
      }
    });
  }

  async function score(
    client: CatalogueClient,
    head: CatalogueHead,
    map: ColumnMap,
    options: Required<AskOptions>
  ): Promise<void> {
    const scored = await client.ask({ask: "score", map, data, trees: await trees()}, options);
    kept?.end();
    kept = client;
    tried = undefined;
    mapping.replaceChildren();
    results.replaceChildren(catalogueResults({data, head, map, scored, client}));
    const {readSeconds, predictSeconds} = scored;
    Object.assign(results.dataset, {readSeconds, predictSeconds});
    const seconds = (readSeconds + predictSeconds).toFixed(1);
    work.say(`${scored.p.length.toLocaleString("en")} songs of ${head.name} scored in ${seconds} seconds.`);
  }

  return html`<div class="catalogue">${zone}${work.element}${mapping}${results}</div>`;
}

function tooLarge({name, size}: File): string {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE).toLocaleString("en")}\u00a0MB`;
  return (
    `${name} has ${megabytes(size)}; this page takes ${megabytes(MOST_BYTES)} at most, so that all of it fits into ` +
    `the browser’s memory. Files of any length are scored by the project’s command: npm run -s score -- ${name}`
  );
}
