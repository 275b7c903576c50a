import {codeOfDecimal, decimalOfCode, MOST_DECIMALS, RAW, UNKNOWN} from "./numberCode.js";

const MOST = 2 ** 28; // what a varint of four bytes holds, and a bit more than a float32 needs

/** Writes numbers and text as bytes, short ones in few; `byteReader` reads them in the same order. */
export interface ByteWriter {
  readonly byte: (value: number) => void; // a whole number from 0 to 255
  readonly bytes: (values: Iterable<number>) => void;
  readonly uint: (value: number, bytes: number) => void; // whole, the highest byte first
  readonly varint: (value: number) => void; // whole, from 0 to 2²⁸ − 1, in up to 4 bytes
  readonly bits: (flags: readonly boolean[]) => void; // eight a byte, the first one lowest
  readonly float: (value: number, kind: "float32" | "float64") => void; // exactly; a short decimal in 1 to 4 bytes
  readonly text: (value: string) => void; // UTF-8; an unpaired surrogate becomes U+FFFD
  readonly done: () => Uint8Array;
}

export function byteWriter(): ByteWriter {
  const written: number[] = [];
  const writer: ByteWriter = {
    byte: (value) => void written.push(value),
    bytes: (values) => void written.push(...values),
    uint(value, bytes) {
      for (let i = bytes - 1; i >= 0; i--) written.push((value >>> (8 * i)) & 255);
    },
    varint(value) {
      if (!(Number.isInteger(value) && value >= 0 && value < MOST))
        throw new RangeError(`varint requires a whole number from 0 to 2^28 - 1; got ${value}`);
      for (; value > 127; value >>>= 7) written.push((value & 127) | 128);
      written.push(value);
    },
    bits(flags) {
      for (let i = 0; i < flags.length; i += 8)
        written.push(flags.slice(i, i + 8).reduce((byte, flag, bit) => byte | (Number(flag) << bit), 0));
    },
    float(value, kind) {
      const code = Number.isNaN(value) ? UNKNOWN : shortCode(value, kind);
      writer.varint(code ?? RAW);
      if (code !== undefined) return;
      const raw = kind === "float32" ? new Float32Array([value]) : new Float64Array([value]);
      writer.bytes(new Uint8Array(raw.buffer));
    },
    text(value) {
      const utf8 = new TextEncoder().encode(value);
      writer.varint(utf8.length);
      writer.bytes(utf8);
    },
    done: () => Uint8Array.from(written)
  };
  return writer;
}

/** The code that gives a value back bit for bit, if there is one of four bytes. */
function shortCode(value: number, kind: "float32" | "float64"): number | undefined {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const code = codeOfDecimal(Math.round(value * 10 ** decimals), decimals);
    const again = decimalOfCode(code);
    if (code < MOST && Object.is(kind === "float32" ? Math.fround(again) : again, value)) return code;
  }
  return undefined;
}
