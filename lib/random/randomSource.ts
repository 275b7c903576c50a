/**
 * A seeded source of uniform numbers in [0, 1): mulberry32, a hashed 32-bit counter.
 *
 * Neighbouring seeds give unrelated streams, and the source plugs into d3-random (`randomNormal.source(...)`).
 *
 * @param seed any integer; only its lowest 32 bits count
 * @see Tommy Ettinger 2017, mulberry32 (public domain); passes gjrand's tests for its period of 2^32
 */
export function randomSource(seed: number): () => number {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let bits = Math.imul(counter ^ (counter >>> 15), counter | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}
