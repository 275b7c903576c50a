import {sigmoid} from "../sigmoid.js";
import {marginOfBaseScore} from "./marginOfBaseScore.js";

/**
 * The `base_score` whose margin, by XGBoost's arithmetic, is nearest to the one given.
 *
 * A margin that came from a base score is met exactly, so a model's base survives writing and reading.
 *
 * @param marginLogOdds log-odds, about −87 to 16.6: what a float32 probability can express
 * @returns probability in (0, 1), a float32 value
 * @throws RangeError if no float32 probability in (0, 1) lies at that margin
 */
export function baseScoreOfMargin(marginLogOdds: number): number {
  const start = Math.fround(sigmoid(marginLogOdds));
  if (!(start > 0 && start < 1)) {
    throw new RangeError(`baseScoreOfMargin requires a margin of a float32 probability; got ${marginLogOdds}`);
  }
  const score = new Float32Array([start]);
  const bits = new Int32Array(score.buffer); // neighbours in bits are neighbours in value
  const first = bits[0];
  let best = start;
  let error = Infinity;
  for (let step = -8; step <= 8; step++) {
    bits[0] = first + step;
    if (!(score[0] > 0 && score[0] < 1)) continue;
    const off = Math.abs(marginOfBaseScore(score[0]) - marginLogOdds);
    if (off < error) [best, error] = [score[0], off];
  }
  return best;
}
