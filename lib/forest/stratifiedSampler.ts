/**
 * A function that draws rows without replacement, anew at every call; labels keep their shares, either has one row at
 * least.
 *
 * @param y outcomes, each 0 or 1, both present
 * @param size how many rows, at least 2; all if there are no more
 * @param random uniform in [0, 1), advanced by one draw a row
 * @returns row numbers in random order, those of hits first
 */
export function stratifiedSampler(y: Uint8Array, size: number, random: () => number): () => number[] {
  const deckOf = (label: number) => [...y.keys()].filter((row) => y[row] === label);
  const [hits, flops] = [deckOf(1), deckOf(0)];
  const rows = Math.min(size, y.length);
  const wanted = Math.min(Math.max(Math.round((rows * hits.length) / y.length), 1), rows - 1);
  const draw = (deck: number[], count: number) => {
    for (let k = 0; k < count; k++) {
      const other = k + Math.floor(random() * (deck.length - k));
      [deck[k], deck[other]] = [deck[other], deck[k]];
    }
    return deck.slice(0, count);
  };
  return () => [...draw(hits, wanted), ...draw(flops, rows - wanted)];
}
