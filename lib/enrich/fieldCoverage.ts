import {takeValues} from "../columns.js";
import {aucInterval} from "../metrics/aucInterval.js";
import type {Estimate, NoEstimate} from "../metrics/types.js";
import {answerCode, type AnswerState} from "./answerStates.js";
import type {Enriched} from "./Enriched.js";
import {ENRICHED_FIELDS} from "./enrichedFields.js";

/** How far one field is known, of hits and of flops. */
export interface FieldCoverage {
  readonly name: string; // of ENRICHED_FIELDS
  readonly hits: CoverageCounts;
  readonly flops: CoverageCounts;
  readonly leak: Estimate | NoEstimate; // AUC of knowing only whether the field is known; .5 tells nothing of the label
}

/** Tracks by what became of asking; they add up to all. An answer may come without the field. */
export type CoverageCounts = Readonly<Record<Exclude<AnswerState, "answered"> | "known" | "without", number>>;

/** The study's tracks: which rows they are, whether each row is a hit, and whose it is. */
export interface CoveredTracks {
  readonly clean: Int32Array;
  readonly label: Uint8Array;
  readonly artist: Int32Array;
}

/** Counts, field by field, the tracks that Spotify told something of, hits and flops apart. */
export function fieldCoverage(enriched: Enriched, {clean, label, artist}: CoveredTracks): FieldCoverage[] {
  const y = takeValues(label, clean);
  const artists = takeValues(artist, clean);
  const [flops, hits] = [0, 1].map((value) => clean.filter((_, i) => y[i] === value));
  return ENRICHED_FIELDS.map(({name, of}) => {
    const column = enriched.X.columns[enriched.X.names.indexOf(name)];
    const known = Uint8Array.from(column, (value) => Number(!Number.isNaN(value)));
    const counts = (rows: Int32Array) => countRows(rows, known, enriched[of]);
    const leak = aucInterval(y, takeValues(known, clean), artists);
    return {name, hits: counts(hits), flops: counts(flops), leak};
  });
}

function countRows(rows: Int32Array, known: Uint8Array, state: Uint8Array): CoverageCounts {
  const count = (is: (row: number) => boolean) => rows.reduce((sum, row) => sum + Number(is(row)), 0);
  const inState = (wanted: AnswerState) => count((row) => state[row] === answerCode(wanted));
  const there = count((row) => known[row] === 1);
  return {
    known: there,
    without: inState("answered") - there,
    notFound: inState("notFound"),
    closed: inState("closed"),
    unusable: inState("unusable"),
    notAsked: inState("notAsked"),
    noId: inState("noId")
  };
}
