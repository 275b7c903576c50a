/**
 * Works on several items at once and hands over the results in the items' order.
 *
 * Reads ahead no further than `limit` items; a slow consumer slows the source down.
 *
 * @param limit items in work or waiting to be handed over, 1 or more
 * @throws what the source or the work throws; work under way is then left to itself
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>
): AsyncGenerator<R, void, void> {
  const running: Promise<R>[] = [];
  for await (const item of source) {
    const result = work(item);
    result.catch(() => undefined); // is seen when its turn comes, or never if another failed first
    running.push(result);
    if (running.length >= limit) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}
