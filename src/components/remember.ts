/** A loader that asks once for each text and hands the same answer out again; what failed is asked for anew. */
export function remember<A extends readonly string[], T>(
  load: (...asked: A) => Promise<T>
): (...asked: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = asked.join();
    const kept = answers.get(key);
    if (kept) return kept;
    const answer = load(...asked);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
