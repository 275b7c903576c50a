/** No mirror served a file: the network is down, cut off or too slow, or the file is gone. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";

  /** @param failures what each mirror answered, in words */
  constructor(file: string, failures: readonly string[]) {
    super(`expected ${file} from one of ${failures.length} mirrors; got ${failures.join("; ")}`);
  }
}
