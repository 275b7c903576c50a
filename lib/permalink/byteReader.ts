import {LinkProblem} from "./LinkProblem.js";
import {decimalOfCode, MOST_DECIMALS, RAW, UNKNOWN} from "./numberCode.js";

/** Reads what a `byteWriter` wrote, in the same order; throws a LinkProblem where the bytes end too early or mean nothing. */
export interface ByteReader {
  readonly byte: () => number;
  readonly bytes: (count: number) => Uint8Array;
  readonly uint: (bytes: number) => number;
  readonly varint: () => number;
  readonly bits: (count: number) => boolean[];
  readonly float: (kind: "float32" | "float64") => number;
  readonly text: () => string;
  readonly end: () => void; // throws unless all was read
}

export function byteReader(given: Uint8Array): ByteReader {
  let at = 0;
  const reader: ByteReader = {
    byte: () => reader.bytes(1)[0],
    bytes(count) {
      if (at + count > given.length) throw new LinkProblem("altered");
      return given.slice(at, (at += count));
    },
    uint: (bytes) => reader.bytes(bytes).reduce((value, byte) => ((value << 8) | byte) >>> 0, 0),
    varint() {
      for (let value = 0, shift = 0; shift < 28; shift += 7) {
        const byte = reader.byte();
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
      throw new LinkProblem("altered");
    },
    bits(count) {
      const bytes = reader.bytes(Math.ceil(count / 8));
      return Array.from({length: count}, (_, i) => ((bytes[i >> 3] >> (i & 7)) & 1) === 1);
    },
    float(kind) {
      const code = reader.varint();
      if (code === UNKNOWN) return NaN;
      if (code === RAW) {
        return kind === "float32"
          ? new Float32Array(reader.bytes(4).buffer)[0]
          : new Float64Array(reader.bytes(8).buffer)[0];
      }
      if (code % 8 > MOST_DECIMALS) throw new LinkProblem("altered");
      return kind === "float32" ? Math.fround(decimalOfCode(code)) : decimalOfCode(code);
    },
    text: () => new TextDecoder("utf-8", {ignoreBOM: true}).decode(reader.bytes(reader.varint())),
    end() {
      if (at !== given.length) throw new LinkProblem("altered");
    }
  };
  return reader;
}
