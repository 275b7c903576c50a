/** What is chosen from: something that changes a set of features, at a cost. */
interface Costly {
  readonly places: ReadonlyMap<number, unknown>;
  readonly cost: number;
}

const AT_MOST = 3; // times the cost of the cheapest, unless there are too few

/**
 * The next of several edits that are to differ: of those that neither hold nor lie in the features of one chosen
 * before, that with the least cost ÷ distance. The distance is the least one to those chosen before, by Jaccard:
 * 1 − shared features ÷ all features of both. The first is the cheapest.
 *
 * @param enough how many to choose before what costs more than AT_MOST times the cheapest is left out
 * @returns undefined where none is left
 * @see Mothilal, Sharma and Tan 2020, DiCE, FAT*: cost against diversity; Carbonell and Goldstein 1998, "The use of MMR",
 *   SIGIR: one at a time
 */
export function nextDiverse<T extends Costly>(edits: Iterable<T>, chosen: readonly T[], enough: number): T | undefined {
  const limit = chosen.length < enough ? Infinity : AT_MOST * Math.min(...chosen.map(({cost}) => cost));
  let best: T | undefined;
  let least = Infinity;
  for (const edit of edits) {
    if (edit.cost > limit || chosen.some((other) => within(edit, other) || within(other, edit))) continue;
    const score = edit.cost / Math.min(1, ...chosen.map((other) => jaccardDistance(edit, other)));
    if (score < least) [best, least] = [edit, score];
  }
  return best;
}

const sharedBy = (a: Costly, b: Costly) => [...a.places.keys()].filter((j) => b.places.has(j)).length;
export const within = (a: Costly, b: Costly) => sharedBy(a, b) === a.places.size;
const jaccardDistance = (a: Costly, b: Costly) => {
  const shared = sharedBy(a, b);
  return 1 - shared / (a.places.size + b.places.size - shared);
};
