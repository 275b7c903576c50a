/**
 * Adds rows to the histograms of up to four columns, whose codes are the bytes of one word.
 *
 * Columns of one word share the reads of row, sum and word; that is what makes it fast.
 *
 * @param histogram 256 sums a column; byte k's start at 256 k
 * @param words the codes, `groups` words a row
 * @param groups words a row
 * @param group which of them to read
 * @param bytes which of its four bytes are wanted, ascending
 * @param sums what each row adds; see packGradients
 * @param rows row numbers; those from `begin` to before `end` are added
 */
export function fillHistogram(
  histogram: Float64Array,
  words: Int32Array,
  groups: number,
  group: number,
  bytes: readonly number[],
  sums: Float64Array,
  rows: Int32Array,
  begin: number,
  end: number
): void {
  const [a, b, c] = bytes;
  if (bytes.length === 4) fillFour(histogram, words, groups, group, sums, rows, begin, end);
  else if (bytes.length === 3) fillThree(histogram, words, groups, group, 8 * a, 8 * b, 8 * c, sums, rows, begin, end);
  else if (bytes.length === 2) fillTwo(histogram, words, groups, group, 8 * a, 8 * b, sums, rows, begin, end);
  else if (bytes.length === 1) fillOne(histogram, words, groups, group, 8 * a, sums, rows, begin, end);
}

function fillFour(
  histogram: Float64Array,
  words: Int32Array,
  groups: number,
  group: number,
  sums: Float64Array,
  rows: Int32Array,
  begin: number,
  end: number
): void {
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    const word = words[Math.imul(row, groups) + group];
    const sum = sums[row];
    histogram[word & 255] += sum;
    histogram[256 + ((word >>> 8) & 255)] += sum;
    histogram[512 + ((word >>> 16) & 255)] += sum;
    histogram[768 + (word >>> 24)] += sum;
  }
}

function fillThree(
  histogram: Float64Array,
  words: Int32Array,
  groups: number,
  group: number,
  a: number,
  b: number,
  c: number,
  sums: Float64Array,
  rows: Int32Array,
  begin: number,
  end: number
): void {
  const [startA, startB, startC] = [32 * a, 32 * b, 32 * c];
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    const word = words[Math.imul(row, groups) + group];
    const sum = sums[row];
    histogram[startA + ((word >>> a) & 255)] += sum;
    histogram[startB + ((word >>> b) & 255)] += sum;
    histogram[startC + ((word >>> c) & 255)] += sum;
  }
}

function fillTwo(
  histogram: Float64Array,
  words: Int32Array,
  groups: number,
  group: number,
  a: number,
  b: number,
  sums: Float64Array,
  rows: Int32Array,
  begin: number,
  end: number
): void {
  const [startA, startB] = [32 * a, 32 * b];
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    const word = words[Math.imul(row, groups) + group];
    const sum = sums[row];
    histogram[startA + ((word >>> a) & 255)] += sum;
    histogram[startB + ((word >>> b) & 255)] += sum;
  }
}

function fillOne(
  histogram: Float64Array,
  words: Int32Array,
  groups: number,
  group: number,
  a: number,
  sums: Float64Array,
  rows: Int32Array,
  begin: number,
  end: number
): void {
  const startA = 32 * a;
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    histogram[startA + ((words[Math.imul(row, groups) + group] >>> a) & 255)] += sums[row];
  }
}
