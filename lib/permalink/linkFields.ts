import type {ByteReader} from "./byteReader.js";
import type {ByteWriter} from "./byteWriter.js";
import {LinkProblem} from "./LinkProblem.js";
import {bytesOfSongId, SONG_ID_BYTES, songIdOfBytes} from "./songId.js";
import {LINKED_MODELS, LINKED_SPACES, type LinkedChoice, type LinkedControl, type LinkTerms} from "./types.js";

/** One of the choices in a link. What is read is a choice the page can show, or a LinkProblem is thrown. */
interface LinkField<T> {
  readonly write: (out: ByteWriter, value: T, terms: LinkTerms) => void;
  readonly read: (bytes: ByteReader, terms: LinkTerms) => T;
}

export const MAX_NAME = 80; // characters of the name of a kept song

/** The choices that stand in a link where they are not as at first, in their order in it: new ones come last. */
export const LINK_FIELDS: {readonly [K in Exclude<keyof LinkedChoice, "x">]: LinkField<LinkedChoice[K]>} = {
  songId: {
    write: (out, id) => out.bytes(bytesOfSongId(id) ?? []),
    read: (bytes) => known(songIdOfBytes(bytes.bytes(SONG_ID_BYTES)), "song")
  },
  touched: {
    write: (out, touched) => out.byte(touched),
    read: (bytes, {controls}) => fitting(bytes.byte(), (j) => j < controls.length, "control moved last")
  },
  rate: {
    write: (out, rate) => out.float(rate, "float64"),
    read: (bytes) => fitting(bytes.float("float64"), (rate) => rate >= 0.01 && rate <= 0.5, "share of hits")
  },
  errorRate: {
    write: (out, rate) => out.float(rate, "float64"),
    read(bytes, {errorRates, start}) {
      const rate = fitting(bytes.float("float64"), (rate) => rate > 0 && rate < 0.5, "error rate");
      return errorRates.includes(rate) ? rate : start.errorRate;
    }
  },
  model: {
    write: (out, model) => out.byte(LINKED_MODELS.indexOf(model)),
    read(bytes, {models, start}) {
      const model = known(LINKED_MODELS[bytes.byte()], "model");
      return models.includes(model) ? model : start.model;
    }
  },
  space: {
    write: (out, space) => out.byte(LINKED_SPACES.indexOf(space)),
    read: (bytes) => known(LINKED_SPACES[bytes.byte()], "unit of contributions")
  },
  kept: {
    write(out, kept, {controls}) {
      if (!kept) return;
      writeValues(out, kept.x, controls);
      out.text([...kept.name].slice(0, MAX_NAME).join(""));
    },
    read(bytes, {controls}) {
      const x = readValues(bytes, controls, " in the song that was kept");
      return {x, name: fitting(bytes.text(), (name) => [...name].length <= MAX_NAME, "name of the song that was kept")};
    }
  },
  target: {
    write: (out, target) => out.float(target, "float64"),
    read: (bytes) => fitting(bytes.float("float64"), (p) => p > 0 && p < 1, "probability wanted")
  },
  locked: {
    write: (out, locked) => out.bits(locked),
    read: (bytes, {controls}) => bytes.bits(controls.length)
  },
  ranges: {
    write(out, ranges, {controls}) {
      out.bits(ranges.map((range) => range !== null));
      ranges.forEach((range, j) => {
        const {min, max} = controls[j];
        for (const end of range ?? []) out.float(Math.min(max, Math.max(min, end)), "float64"); // none is open
      });
    },
    read: (bytes, {controls}) =>
      bytes.bits(controls.length).map((given, j) => {
        if (!given) return null;
        const {label, min, max} = controls[j];
        const range = [bytes.float("float64"), bytes.float("float64")] as const;
        return fitting(
          range,
          ([low, high]) => low >= min && low <= high && high <= max,
          `range of ${label.toLowerCase()}`
        );
      })
  }
};

/** @throws RangeError if there is not one value a control */
export function writeValues(out: ByteWriter, x: Float32Array, controls: readonly LinkedControl[]): void {
  if (x.length !== controls.length)
    throw new RangeError(`writeValues requires ${controls.length} values; got ${x.length}`);
  for (const value of x) out.float(value, "float32");
}

/** @param where the values belong, for a message: "" or " in ..." */
export function readValues(bytes: ByteReader, controls: readonly LinkedControl[], where = ""): Float32Array {
  const readOne = ({label, min, max}: LinkedControl) =>
    fitting(bytes.float("float32"), (value) => !(value < min || value > max), `${label.toLowerCase()}${where}`);
  return Float32Array.from(controls, readOne);
}

function fitting<T>(value: T, fits: (value: T) => boolean, what: string): T {
  if (!fits(value)) throw new LinkProblem({wild: what});
  return value;
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new LinkProblem({wild: what});
  return value;
}
