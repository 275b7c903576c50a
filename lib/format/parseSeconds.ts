const TIME = /^\s*(?:(\d+):(\d{0,2}(?:\.\d*)?)|(\d+(?:\.\d*)?|\.\d+))\s*$/;

/**
 * Reads a length of time as a musician writes it: "3:25", or seconds, "205".
 *
 * @returns seconds; NaN if the text is something else, or its seconds after a colon are 60 or more
 */
export function parseSeconds(text: string): number {
  const [, minutes, rest, seconds] = TIME.exec(text) ?? [];
  if (seconds !== undefined) return Number(seconds);
  return Number(rest) < 60 ? 60 * Number(minutes) + Number(rest) : NaN;
}
