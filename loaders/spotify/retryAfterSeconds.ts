/**
 * How long a Retry-After header asks to wait: it holds seconds, or a date.
 *
 * @param nowMs since 1970
 * @returns seconds, more than 0; undefined if there is no such header, or nothing to wait for
 * @see RFC 9110, 10.2.3
 */
export function retryAfterSeconds(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - nowMs) / 1000;
  return seconds > 0 ? seconds : undefined;
}
