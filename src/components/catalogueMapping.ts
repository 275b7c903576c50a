import type {CatalogueData} from "../lib/catalogue/CatalogueData.js";
import type {ColumnMap} from "../lib/catalogue/ColumnMap.js";
import type {CatalogueHead} from "../lib/catalogue/openCatalogue.js";
import {checkColumnMap, durationUnit, unknownFeatures} from "../lib/catalogue/recogniseColumns.js";
import {formatList} from "../lib/format/formatList.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {wordOf} from "../lib/insights/featureWords.js";
import {button} from "./button.js";
import {html} from "./html.js";

const TEXTS = [
  ["title", "Title"],
  ["artist", "Artist"],
  ["id", "Spotify id or uri"]
] as const;

type Option = readonly [value: string, label: string];

/** A form that says which column of a file holds which feature; what is found by its name is chosen already. */
export function catalogueMapping(
  {features: trained}: CatalogueData,
  head: CatalogueHead,
  onChoose: (map: ColumnMap) => void
): HTMLElement {
  let map = head.map;
  const columns: readonly Option[] = [
    ["", "not in this file: unknown"],
    ...head.header.map((name, at): Option => [String(at), `${name.trim() || "(no name)"}${example(head, at)}`])
  ];
  const unit = select("Unit of the duration", [["ms", "milliseconds"], ["s", "seconds"]], map.durationUnit, (value) => change({durationUnit: value as "ms" | "s"})); // prettier-ignore
  const hint = html`<small></small>`;
  const decades = trained.find(({name}) => name === "decade")?.values ?? [];
  const decade = select("One decade for all", [["", "unknown"], ...decades.map((year): Option => [String(year), `${year}s`])], String(map.decade ?? ""), (value) => change({decade: value === "" ? null : Number(value)})); // prettier-ignore
  const missing = html`<p role="status" class="caveat"></p>`;
  const problem = html`<p class="error" role="alert"></p>`;
  const rows = trained.map(({name}) => {
    const picked = select(featureNamed(name).label, columns, String(map.features[name] ?? ""), (value) => {
      const at = value === "" ? null : Number(value);
      change({features: {...map.features, [name]: at}});
      if (name === "duration_ms") change({durationUnit: durationUnit(head.rows, at)});
    });
    const more = name === "duration_ms" ? [unit, hint] : name === "decade" ? [decade] : [];
    return html`<div class="catalogue-choice">${picked}${more}</div>`;
  });
  const texts = TEXTS.map(([kind, label]) =>
    select(label, columns, String(map[kind] ?? ""), (value) => change({[kind]: value === "" ? null : Number(value)}))
  );

  function change(part: Partial<ColumnMap>): void {
    map = {...map, ...part};
    unit.querySelector("select")!.value = map.durationUnit;
    const guessed = durationUnit(head.rows, map.features.duration_ms);
    hint.textContent = guessed === map.durationUnit ? "" : `Its values look like ${guessed === "s" ? "seconds" : "milliseconds"}.`; // prettier-ignore
    decade.hidden = map.features.decade !== null;
    unit.hidden = map.features.duration_ms === null;
    const unknown = unknownFeatures(
      map,
      trained.map(({name}) => name)
    ).map(wordOf);
    missing.textContent =
      unknown.length === 0
        ? "Every feature is found."
        : `Unknown for all songs: ${formatList(unknown)}. The trees then follow what they learned from the few tracks without it, and their probabilities mean less.`;
  }
  function choose(): void {
    problem.textContent = "";
    try {
      checkColumnMap(map, head.header, head.name);
      onChoose(map.features.decade === null ? map : {...map, decade: null});
    } catch (error) {
      problem.textContent = (error as Error).message;
    }
  }
  change({});
  return html`<section class="catalogue-mapping" aria-label="Which column holds what">
    <h3>Which column holds what?</h3>
    ${missing}
    <div class="catalogue-choices">
      ${rows}${texts.map((text) => html`<div class="catalogue-choice">${text}</div>`)}
    </div>
    <div class="choices">${button("Score the songs", choose)}</div>
    ${problem}
  </section>`;
}

/** What the first row says in a column. */
function example({rows: [first]}: CatalogueHead, at: number): string {
  const text = (first[at] ?? "").trim();
  return text === "" ? "" : ` (${text.length > 20 ? `${text.slice(0, 20)}…` : text})`;
}

function select(
  label: string,
  options: readonly Option[],
  value: string,
  onChange: (value: string) => void
): HTMLElement {
  const element = html<HTMLSelectElement>`<select aria-label=${label}>
    ${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>`;
  element.value = value;
  element.addEventListener("change", () => onChange(element.value));
  return html`<label><span>${label}</span>${element}</label>`;
}
