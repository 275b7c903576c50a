import {formatList} from "../format/formatList.js";
import {formatMeasure} from "../format/formatMeasure.js";
import {formatPercent} from "../format/formatPercent.js";
import {formatShare} from "../format/formatShare.js";
import {featureNamed} from "../features/featureNamed.js";
import type {GenreResult, GenresData, GenreStudy, Way} from "./GenresData.js";

/** What genres.md says outside the figures, worded from its numbers. */
export interface GenreWords {
  readonly title: string;
  readonly lede: string;
  readonly tracks: string; // which tracks it speaks of
}

const WAYS: Readonly<Record<Way, string>> = {
  blind: "one model that is not told the genre",
  known: "one model that is told the genre",
  shared: "each genre’s own corrections, shrunk to those of all",
  own: "trees of a genre’s tracks alone"
};

/** How a way is named in a table. */
export const WAY_LABELS: Readonly<Record<Way, string>> = {
  blind: "One model, blind to genre",
  known: "One model, told the genre",
  shared: "Own corrections, shrunk",
  own: "Own model each"
};

/** Words the page of genres: how well sound tells a genre's hits, what of a score is the genre's, which tracks it is of. */
export function genreWords(data: GenresData): GenreWords {
  const {study, refusal, genres} = data;
  if (!study) {
    return {
      title: "No track here tells its genre",
      lede: "Given tracks with genres, this page shows how well sound tells the hits of each genre, what goes with hits where, and which genres are unpredictable.",
      tracks: ""
    };
  }
  const tracks = tracksOf(study);
  if (refusal !== null) return {title: "These genres cannot be examined", lede: `For that ${refusal}.`, tracks};
  const examined = genres.filter(isExamined);
  const within = wayOf(data, "shared")?.within.value ?? null;
  if (examined.length === 0 || within === null) {
    const {fewestOfEach, fewestArtists} = data.rules;
    return {
      title: "No genre here is large enough to examine",
      lede: `A genre takes ${fewestOfEach} hits and as many flops, each by ${fewestArtists} artists, and none of ${genres.length} has them.`,
      tracks
    };
  }
  return {
    title: `Within a genre, sound ranks ${formatShare(within)} of the pairs of a hit and a flop right`,
    lede: [baseRates(data, examined), unpredictable(examined)].join(" "),
    tracks
  };
}

/** Whether a genre's AUC is known, and so its interval. */
export const isExamined = ({auc}: GenreResult) => auc.shared.value !== null;

/** Whether nothing tells a genre's hits from its flops: the interval of its AUC holds one half, or lies below. */
export const isUnclear = (genre: GenreResult) => isExamined(genre) && genre.auc.shared.low! <= 0.5;

/** How much of the AUC over all genres is that genres' shares of hits differ. */
function baseRates(data: GenresData, examined: readonly GenreResult[]): string {
  const {all, within} = wayOf(data, "shared")!;
  const byShare = [...examined].sort((a, b) => b.share.value - a.share.value);
  const [most, least] = [byShare[0], byShare[byShare.length - 1]];
  if (most === least || all.value === null) return "There is but one genre to rank in.";
  const range = `their shares of hits run from ${formatPercent(least.share.value)} (${least.name}) to ${formatPercent(most.share.value)} (${most.name})`;
  const compared =
    all.value > within.value!
      ? `Over all genres together it is ${formatShare(all.value)}, for knowing the genre tells much of the rest`
      : `Over all genres together it is no more (${formatShare(all.value)})`;
  return `${compared}: ${range}.`;
}

/** How many genres are unpredictable, and how many would seem otherwise by chance. */
function unpredictable(examined: readonly GenreResult[]): string {
  const unclear = examined.filter(isUnclear);
  const of = `${examined.length} ${examined.length === 1 ? "genre" : "genres"}`;
  const chance = examined.length * 0.025;
  const luck =
    `With ${of} examined, ${chance < 1 ? "less than one" : `about ${Math.round(chance)}`} would seem predictable by chance alone ` +
    "if none were.";
  if (unclear.length === 0) return `In all ${of} the 95 % interval lies above one half, chance. ${luck}`;
  if (unclear.length === examined.length) return `In none of ${of} the 95 % interval lies above one half, chance.`;
  return `In ${unclear.length} of ${of} the hits are unpredictable: the 95 % interval reaches down to one half, chance. ${luck}`;
}

/** Whether borrowing strength pays: the shared models against each other way, on the same tracks. */
export function wayWords(data: GenresData): string {
  return data.gains
    .flatMap(({over, where, within}) => {
      if (!within) return [];
      const on = where === "large" ? " in the genres large enough for that" : "";
      const signed = `${formatMeasure(within.value, {signed: true})}, 95 % interval ${formatMeasure(within.low, {signed: true})} to ${formatMeasure(within.high, {signed: true})}`;
      const verdict =
        within.low > 0 ? "do better than" : within.high < 0 ? "do worse than" : "cannot be told from"; // prettier-ignore
      return [`${capital(WAYS.shared)}, ${verdict} ${WAYS[over]}${on} (${signed}).`];
    })
    .join(" ");
}

/** What goes with hits where: the feature that genres differ in most, with the genres at its ends. */
export function driverWords({drivers, genres}: Pick<GenresData, "drivers" | "genres">): string {
  const widest = [...drivers.keys()].sort((a, b) => drivers[b].spread - drivers[a].spread);
  const clearOf = (j: number, sign: 1 | -1) =>
    genres
      .filter(({slopes}) => (sign > 0 ? slopes[j].low > 0 : slopes[j].high < 0))
      .sort((a, b) => sign * (b.slopes[j].value - a.slopes[j].value));
  for (const j of widest) {
    const [up, down] = [clearOf(j, 1), clearOf(j, -1)];
    if (up.length === 0 || down.length === 0) continue;
    const name = featureNamed(drivers[j].feature).label.toLowerCase();
    const named = (some: readonly GenreResult[]) => formatList(some.slice(0, 2).map((genre) => genre.name));
    return `More ${name} goes with hits in ${named(up)}, and with flops in ${named(down)}`;
  }
  return "No feature goes with hits in one genre and clearly with flops in another";
}

const wayOf = ({ways}: GenresData, way: Way) => ways.find((one) => one.way === way);
const capital = (text: string) => `${text[0].toUpperCase()}${text.slice(1)}`;

function tracksOf({name, isSite, synthetic, hash, label, tracks, hits, rows}: GenreStudy): string {
  const count = `${tracks.toLocaleString("en")} ${synthetic ? "synthetic " : ""}tracks of ${name}`;
  const whose = isSite
    ? `These are the site’s ${count}`
    : `This page speaks of other tracks than the site’s other pages: ${count} (data ${hash})`;
  return (
    `${whose}, ${rows.toLocaleString("en")} with each of their genres counted, ${hits.toLocaleString("en")} of them hits. ` +
    `A hit ${label.hit} A flop ${label.flop} ${label.caveat}`
  );
}
