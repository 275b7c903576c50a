import {ENRICHED_FIELDS, type EnrichedField} from "./enrichedFields.js";

/** What models are given beside the sound, to tell what is known beforehand from what only looks like it. */
export interface EnrichedSet {
  readonly id: EnrichedSetId;
  readonly label: string;
  readonly columns: readonly string[]; // of those enrichedTable adds
}

export type EnrichedSetId = "sound" | "answered" | "before" | "after";

/** The fields that models can read, in the order of the columns. */
export const ENRICHED_INPUTS: readonly EnrichedField[] = ENRICHED_FIELDS.filter(({isInput}) => isInput);

/** The column that says whether a field is known: 1 or 0. */
export const knownColumn = (name: string): string => `${name}_known`;

const names = ENRICHED_INPUTS.map(({name}) => name);

/** The sound alone, and what is compared with it. */
export const ENRICHED_SETS: readonly EnrichedSet[] = [
  {id: "sound", label: "Sound alone", columns: []},
  {id: "answered", label: "Sound, and which fields came back, without their values", columns: names.map(knownColumn)},
  {
    id: "before",
    label: "Sound, and what was known before release",
    columns: ENRICHED_INPUTS.flatMap(({name, measured}) => (measured === "before" ? [name] : []))
  },
  {id: "after", label: "Sound, and everything, measured after the fact too", columns: names}
];
