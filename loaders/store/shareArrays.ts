/**
 * The same value with every typed array on shared memory: sent to a thread, its arrays are not copied.
 *
 * @param value plain data and typed arrays, as the store holds them
 */
export function shareArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return shared(value as TypedArray);
  if (Array.isArray(value)) return value.map(shareArrays);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shareArrays(part)]));
}

type TypedArray = Uint8Array | Int16Array | Int32Array | Float32Array | Float64Array;

function shared(values: TypedArray): TypedArray {
  const Typed = values.constructor as new (buffer: SharedArrayBuffer) => TypedArray;
  const copy = new Typed(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
