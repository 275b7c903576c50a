/**
 * Picks the points that keep a curve's shape: from both ends, always the point farthest from the line drawn so far.
 *
 * @param x first coordinates, n values
 * @param y second coordinates, n values, in the unit of x
 * @param maxPoints at least 2
 * @returns indices of the points kept, rising, at most maxPoints; points on a straight line are left out
 * @see Douglas and Peucker 1973, Cartographica 10(2); stopped by count, farthest point first
 */
export function thinCurve(x: ArrayLike<number>, y: ArrayLike<number>, maxPoints: number): number[] {
  const n = x.length;
  if (n <= 2) return Array.from({length: n}, (_, i) => i);
  const kept = [0, n - 1];
  const open = [farthest(x, y, 0, n - 1)];
  while (kept.length < maxPoints) {
    let best = 0;
    for (let s = 1; s < open.length; s++) if (open[s].distance > open[best].distance) best = s;
    const {from, at, to, distance} = open[best];
    if (distance <= 1e-12) break;
    kept.push(at);
    open.splice(best, 1, farthest(x, y, from, at), farthest(x, y, at, to));
  }
  return kept.sort((a, b) => a - b);
}

/** The point between two others that lies farthest from the segment joining them. */
function farthest(x: ArrayLike<number>, y: ArrayLike<number>, from: number, to: number) {
  const dx = x[to] - x[from];
  const dy = y[to] - y[from];
  const length = Math.hypot(dx, dy);
  let at = from;
  let distance = 0;
  for (let i = from + 1; i < to; i++) {
    const ex = x[i] - x[from];
    const ey = y[i] - y[from];
    const d = length > 0 ? Math.abs(ex * dy - ey * dx) / length : Math.hypot(ex, ey);
    if (d > distance) {
      distance = d;
      at = i;
    }
  }
  return {from, at, to, distance};
}
