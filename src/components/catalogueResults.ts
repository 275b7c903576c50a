import type {CatalogueData} from "../lib/catalogue/CatalogueData.js";
import type {ColumnMap} from "../lib/catalogue/ColumnMap.js";
import type {CatalogueHead} from "../lib/catalogue/openCatalogue.js";
import {button} from "./button.js";
import {catalogueBudget} from "./catalogueBudget.js";
import type {CatalogueClient} from "./catalogueClient.js";
import {catalogueDrift} from "./catalogueDrift.js";
import {catalogueFaults} from "./catalogueFaults.js";
import {workProgress} from "./workProgress.js";
import {catalogueTable} from "./catalogueTable.js";
import type {ScoredCatalogue} from "./catalogueWorker.js";
import {save} from "./chartTools.js";
import {html} from "./html.js";

/** A catalogue that was scored, and who keeps it. */
export interface ShownCatalogue {
  readonly data: CatalogueData;
  readonly head: CatalogueHead;
  readonly map: ColumnMap;
  readonly scored: ScoredCatalogue;
  readonly client: CatalogueClient;
}

/** What came out: how many hits to expect, which songs, what was left out, and how the file differs from the tracks. */
export function catalogueResults(shown: ShownCatalogue): HTMLElement {
  const {data, head, scored, client} = shown;
  const explaining = workProgress();
  const writing = workProgress();
  const table = catalogueTable(shown);
  const budget = catalogueBudget(data, scored, table.setBaseRate);
  const explain = button("Explain every song", () => {
    void explaining.run(async (options) => {
      await client.ask({ask: "explain"}, options);
      explain.disabled = true;
      table.refresh();
      explaining.say("Explained: each row tells its three strongest reasons, and the download holds all.");
    });
  });
  const name = `${head.name.replace(/\.[^.]*$/, "")}-scored-${data.modelHash}.csv`;
  const download = button("Download everything as CSV", () => {
    void writing.run(async (options) => {
      save(await client.ask({ask: "download", baseRate: budget.baseRate()}, options), name);
      writing.say(`Saved as ${name}.`);
    });
  });
  return html`<div class="catalogue-results">
    ${budget.element} ${catalogueFaults(scored, head.name)}
    <section aria-label="Songs">
      <h2>The songs</h2>
      <p class="caveat">
        Reasons are exact SHAP values of the boosted trees in log-odds: what the model made of a number, in songs as
        they are, not what would become of a song that was changed.
      </p>
      <div class="choices">${explain}${download}</div>
      ${explaining.element}${writing.element}${table.element}
    </section>
    ${catalogueDrift(data, scored)}
  </div>`;
}
