import {csvFormatRows} from "d3-dsv";
import {randomSource} from "../random/randomSource.js";
import type {CatalogueData} from "./CatalogueData.js";

/**
 * A CSV of songs that do not exist: every value is drawn on its own from the percentiles of the tracks learned from.
 *
 * @param songs how many
 */
export function sampleCatalogue({features}: CatalogueData, songs: number, seed: number): string {
  const random = randomSource(seed);
  const rows = Array.from({length: songs}, (_, i) => [
    `Synthetic song ${i + 1}`,
    `Synthetic artist ${Math.floor(i / 4) + 1}`,
    ...features.map(({values}) => (values.length === 0 ? "" : String(values[Math.floor(random() * values.length)])))
  ]);
  return csvFormatRows([["track", "artist", ...features.map(({name}) => name)], ...rows]) + "\n";
}
