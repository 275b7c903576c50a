/**
 * Puts work off until what changed before it was painted; asked again before that, it is done once.
 *
 * @returns asks for the work
 */
export function afterPaint(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        asked = false;
        work();
      })
    );
  };
}
