import type {Columns} from "../../lib/columns.js";
import {answerOf} from "../../lib/outside/answerOf.js";
import {MEASURED, QUESTIONS, type AskedFeature} from "../../lib/outside/OutsideData.js";

const DIGITS = 4; // of what an answer stands for

/**
 * Where one answer ends and the next begins, by feature, from the first answer to the last.
 *
 * Spotify's own words: above .5 a track is meant to be instrumental; above .33 it holds music and speech, such as rap;
 * above .8 it is very likely live. Nearer 0 than .1 lie three tracks of four in instrumentalness, five of six in
 * speechiness.
 *
 * @see https://developer.spotify.com/documentation/web-api/reference/get-audio-features
 */
const EDGES: Readonly<Record<(typeof QUESTIONS)[number]["feature"], readonly number[]>> = {
  instrumentalness: [1, 0.5, 0.1, 0], // vocals: none, some, throughout
  speechiness: [0, 0.1, 0.33, 1],
  liveness: [0, 0.8, 1]
};

/** What is known of tracks when their sound was measured and every question answered. */
export interface OutsideInputs {
  readonly X: Columns; // what is measured as it is, what is asked as the value its answer stands for, then the decade
  readonly questions: readonly AskedFeature[];
}

/** Tracks as if each came as a file with every question answered. What no track has is left out. */
export function outsideInputs({names, columns, length}: Columns): OutsideInputs {
  const known = new Map(names.map((name, j) => [name, columns[j]]));
  for (const [name, column] of known) if (column.every(Number.isNaN)) known.delete(name);
  const questions = QUESTIONS.filter(({feature}) => known.has(feature)).map(({feature}) => {
    return askedFeature(feature, known.get(feature)!);
  });
  const inputs = new Map(
    [...MEASURED, "decade"].filter((name) => known.has(name)).map((name) => [name, known.get(name)!])
  );
  for (const question of questions) {
    inputs.set(
      question.feature,
      known.get(question.feature)!.map((value) => question.values[answerOf(question, value)] ?? NaN)
    );
  }
  const ordered = [...MEASURED, ...QUESTIONS.map(({feature}) => feature), "decade"].filter((name) => inputs.has(name));
  return {X: {names: ordered, columns: ordered.map((name) => inputs.get(name)!), length}, questions};
}

/** What each answer stands for: the median of the tracks that it covers; of none the middle of its edges. */
function askedFeature(feature: keyof typeof EDGES, column: Float32Array): AskedFeature {
  const edges = EDGES[feature];
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const covered = edges.slice(1).map((_, k) => known.filter((value) => answerOf({edges}, value) === k));
  const short = (value: number) => Number(value.toPrecision(DIGITS));
  return {
    feature,
    edges,
    values: covered.map((values, k) => {
      return short(values.length === 0 ? (edges[k] + edges[k + 1]) / 2 : values[Math.round((values.length - 1) / 2)]);
    }),
    shares: covered.map((values) => short(values.length / known.length))
  };
}
