// Fits the demo's parameters from real tracks: npx tsx loaders/demo/fitDemo.ts <folder>; see data/README.md.
import {mkdir, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {AUDIO_FEATURES} from "../../lib/features/features.js";
import {takeRows, takeValues} from "../../lib/columns.js";
import {listCsvFiles} from "../tracks/listCsvFiles.js";
import {readDataset} from "../tracks/readDataset.js";
import type {Dataset} from "../tracks/types.js";
import {fitCorrelation} from "./fitCorrelation.js";
import {fitMarginal} from "./fitMarginal.js";
import {roundTo} from "./roundTo.js";
import {evenQuantiles} from "./evenQuantiles.js";
import type {DemoFile, DemoGroup} from "./types.js";

/**
 * Fits one Gaussian copula a decade and label to the clean tracks of a dataset.
 *
 * @returns a file a decade, earliest first; flops before hits
 */
export function fitDemo({raw, clean}: Dataset): {decade: number; file: DemoFile}[] {
  const X = takeRows(raw.X, clean);
  const decades = X.columns[X.names.indexOf("decade")];
  const labels = takeValues(raw.label, clean);
  const artists = Array.from(clean, (i) => raw.artist[i]);
  const features = AUDIO_FEATURES.map(({name}) => name);
  return [...new Set(decades)]
    .sort((a, b) => a - b)
    .map((decade) => {
      const groups = ([0, 1] as const).map((label): DemoGroup => {
        const rows = [...labels.keys()].filter((i) => decades[i] === decade && labels[i] === label);
        const columns = features.map((name) => takeValues(X.columns[X.names.indexOf(name)], rows));
        return {
          decade,
          label,
          share: roundTo(rows.length / clean.length, 4),
          tracksPerArtist: evenQuantiles(countEach(rows.map((i) => artists[i])), 33).map((n) => roundTo(n, 3)),
          marginals: columns.map((column) => fitMarginal(column)),
          correlation: fitCorrelation(columns)
        };
      });
      return {decade, file: {format: "trackoracle-demo/1", features, groups}};
    });
}

function countEach(names: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
}

async function main(folder: string) {
  const dataset = await readDataset({source: "tracks", files: await listCsvFiles(folder)});
  const target = fileURLToPath(new URL("../../data/demo/", import.meta.url));
  await mkdir(target, {recursive: true});
  for (const {decade, file} of fitDemo(dataset)) {
    await writeFile(join(target, `hit-predictor-${decade}.json`), `${JSON.stringify(file)}\n`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv[2]) await main(process.argv[2]);
  else console.error("usage: npx tsx loaders/demo/fitDemo.ts <folder of CSVs>");
}
