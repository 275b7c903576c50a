import {decode, encode, ExtensionCodec} from "@msgpack/msgpack";

const TYPED_ARRAYS = [Uint8Array, Int16Array, Int32Array, Float32Array, Float64Array] as const;

/** Typed arrays as extensions of their own, numbered by their place in the list: their bytes as they are. */
const codec = new ExtensionCodec();
TYPED_ARRAYS.forEach((TypedArray, type) => {
  codec.register({
    type,
    encode: (value) =>
      value instanceof TypedArray ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null,
    decode: (bytes) => new TypedArray(new Uint8Array(bytes).buffer) // copied, so that it is aligned
  });
});

/**
 * Packs a result of plain data and typed arrays. The same values give the same bytes, which the engine's own
 * serialiser does not promise: it writes a number in the form it happens to have in memory.
 *
 * @see MessagePack, https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function packResult(result: unknown): Uint8Array {
  return encode(result, {extensionCodec: codec});
}

/** What `packResult` packed. */
export function unpackResult(bytes: Uint8Array): unknown {
  return decode(bytes, {extensionCodec: codec});
}
