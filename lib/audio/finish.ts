/** What a generator returns once it is run to its end; what it yields on the way is dropped. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
