/**
 * The decade in a file's name: `dataset-of-60s.csv` is 1960, `00s` 2000, `10s` 2010, `1980s` 1980. Two digits below 30
 * count as this century.
 *
 * @returns the decade's first year; undefined if the name holds none
 */
export function decadeOf(fileName: string): number | undefined {
  const match = /(?:^|[^0-9])((?:19|20)?[0-9]0)s(?![a-z0-9])/i.exec(fileName);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[1].length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
