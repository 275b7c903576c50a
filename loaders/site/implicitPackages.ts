import {mkdir} from "node:fs/promises";
import path from "node:path";
import {ROOT} from "../root.js";

// Framework looks up the newest version of each library its runtime could import, used or not, and writes the answer
// into every site. A folder in its cache answers instead. None of these is shipped: the version is only a name.
const VERSION = "1.0.0";
const IMPLICIT = [
  "@observablehq/duckdb",
  "@observablehq/inputs",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api"
];

/** Framework's cache folder. */
export const FRAMEWORK_CACHE = path.join(ROOT, "src/.observablehq/cache");

/** Answers Framework's look-ups of implicit libraries from the disk, so that a build needs no network. */
export async function nameImplicitPackages(): Promise<void> {
  for (const name of IMPLICIT) {
    await mkdir(path.join(FRAMEWORK_CACHE, "_npm", `${name}@${VERSION}`), {recursive: true});
  }
}
