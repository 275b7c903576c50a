/**
 * Parts a node's rows into those going left and those going right, both in their former order.
 *
 * @param rows row numbers; those from `begin` to before `end` are reordered, the second half is scratch space
 * @param codes the split column's, one a row
 * @param from code counted as 0; what lies below it wraps around and goes right
 * @param last greatest code, so counted, that goes left
 * @returns where the right child's rows begin
 */
export function partitionRows(
  rows: Int32Array,
  begin: number,
  end: number,
  codes: Uint8Array,
  from: number,
  last: number
): number {
  const scratch = rows.length >>> 1;
  let left = begin;
  let right = scratch;
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    const goesLeft = (((codes[row] - from) & 255) - last - 1) >>> 31; // 0 or 1, without a branch
    rows[left] = row;
    rows[right] = row;
    left += goesLeft;
    right += 1 - goesLeft;
  }
  rows.copyWithin(left, scratch, right);
  return left;
}
