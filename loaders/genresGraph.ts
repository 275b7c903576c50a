import {ROOT} from "./root.js";
import type dataset from "./stages/dataset.js";
import type evaluate from "./stages/evaluate.js";
import type genreFold from "./stages/genreFold.js";
import type genrePair from "./stages/genrePair.js";
import type genrePage from "./stages/genrePage.js";
import type genreTracks from "./stages/genreTracks.js";
import type hot100Page from "./stages/hot100Page.js";
import {place, type Stage} from "./store/stage.js";
import {locatedIdentity} from "./tracks/locatedIdentity.js";
import {locateSide} from "./tracks/locateSide.js";
import type {Located} from "./tracks/locateTracks.js";

const FOLDS = 5;
const POOLED = {rounds: 120, depth: 5, learningRate: 0.1}; // trees of all genres: deeper ones tell genres no better
const OWN = {rounds: 60, depth: 3, learningRate: 0.1, maxBins: 32}; // trees of one genre's thousand tracks
const RULES = {fewestOfEach: 20, fewestArtists: 10, largeOfEach: 50};

interface Placed {
  readonly seed: number;
  readonly stage: (file: string) => URL;
  readonly located: Located;
  readonly tracks: Stage<Awaited<ReturnType<typeof dataset>>>;
  readonly artist: Stage<Awaited<ReturnType<typeof evaluate>>>; // boosted in the artist exam
}

/** The outputs that speak of files beside the study: genres, and places on the Hot 100. */
export async function genresGraph({seed, stage, located, tracks: study, artist}: Placed) {
  const where = {env: process.env, root: ROOT};
  const found = await locateSide("GENRES", "spotify-tracks", where);
  const side: Located | null = found && {...("hit" in located ? {hit: located.hit} : {}), source: "tracks", ...found};
  const list = await locateSide("HOT100", "hot100", where);
  const identity = {side: side && (await locatedIdentity(side)), folds: FOLDS, seed};
  const tracks = place<typeof genreTracks>(
    "genre-tracks",
    stage("genreTracks"),
    {side, folds: FOLDS, seed},
    {dataset: study},
    identity
  );
  const folds = Array.from({length: FOLDS}, (_, k) =>
    place<typeof genreFold>(
      `genre-fold/${k + 1}`,
      stage("genreFold"),
      {fold: k + 1, pooled: {...POOLED, seed}, own: {...OWN, seed}, largeOfEach: RULES.largeOfEach},
      {tracks}
    )
  );
  const pairs = folds.flatMap((_, k) =>
    folds.slice(k + 1).map((_, j) => {
      const without = [k + 1, k + j + 2] as const;
      const options = {folds: without, pooled: {...POOLED, seed}};
      return place<typeof genrePair>(`genre-pair/${without.join("-")}`, stage("genrePair"), options, {tracks});
    })
  );
  const named = <T>(name: string, stages: readonly T[]) =>
    Object.fromEntries(stages.map((one, k) => [`${name}${k + 1}`, one]));
  return {
    genres: place<typeof genrePage>(
      "page-genres",
      stage("genrePage"),
      {rules: RULES},
      {tracks, ...named("fold", folds), ...named("pair", pairs)}
    ),
    hot100: place<typeof hot100Page>(
      "page-hot100",
      stage("hot100Page"),
      {list, seed},
      {dataset: study, artist},
      {list: list && (await locatedIdentity({source: "tracks", ...list})), seed}
    )
  };
}
