/** A mirror that answers, with another file than the one pinned. */
export class WrongFileError extends Error {
  override readonly name = "WrongFileError";
}
