/** The error of work that was told to stop, as the platform names it. */
export function abortError(message: string): Error {
  const error = new Error(message);
  error.name = "AbortError";
  return error;
}
