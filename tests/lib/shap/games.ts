import fc from "fast-check";

/** Games of 0 to 7 players by the values of their coalitions. */
export const anyGame: fc.Arbitrary<Float64Array> = fc
  .integer({min: 0, max: 7})
  .chain((n) => fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 2 ** n, maxLength: 2 ** n}))
  .map((values) => Float64Array.from(values));

/** A game in which `extra` joins others and adds the same to each coalition. */
export const withDummy = (game: Float64Array, extra: number): Float64Array =>
  Float64Array.from({length: 2 * game.length}, (_, S) => game[S % game.length] + (S >= game.length ? extra : 0));

/** A game of one player more, which only asks whether one of the first and the last player is there. */
export const withTwin = (game: Float64Array): Float64Array =>
  Float64Array.from({length: 2 * game.length}, (_, S) => game[(S | Math.floor(S / game.length)) % game.length]);
