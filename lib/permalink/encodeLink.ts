import {toBase64Url} from "./base64Url.js";
import {byteWriter} from "./byteWriter.js";
import {crc32} from "./crc32.js";
import {featureMark, LINK_VERSION} from "./linkHeader.js";
import {LINK_FIELDS, writeValues} from "./linkFields.js";
import type {LinkedChoice, LinkTerms, MadeWith} from "./types.js";

/**
 * What a reader has chosen as a text for an address: base64url of
 *
 * version (1 byte), number of features and a mark of their names (3), hashes of data and model (4 each), the prediction
 * (2), which choices are given (varint), all values of the controls, the choices, CRC-32 of all before (4).
 *
 * All values are given, since the median of a control is another one in other data. Values and shares are exact. Of the
 * name of a kept song 80 characters are; ranges are cut to what their features allow. An id that is not of Spotify's form
 * is left out.
 *
 * @returns "" if all is as at first
 * @throws RangeError if there is not one value a control, or p is not in [0, 1]
 */
export function encodeLink(choice: LinkedChoice, {dataHash, modelHash, p}: MadeWith, terms: LinkTerms): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`encodeLink requires p in [0, 1]; got ${p}`);
  const given = fieldBytes(choice, terms);
  const first = fieldBytes(terms.start, terms);
  const differs = given.map((bytes, i) => String(bytes) !== String(first[i]));
  const [values, ...fields] = given;
  if (!differs.includes(true)) return "";
  const out = byteWriter();
  out.byte(LINK_VERSION);
  out.bytes(featureMark(terms.controls));
  for (const hash of [dataHash, modelHash]) out.uint(parseInt(hash.slice(0, 8), 16), 4);
  out.uint(Math.round(p * 65535), 2);
  out.varint(differs.slice(1).reduce((flags, differs, i) => flags | (Number(differs) << i), 0));
  out.bytes(values);
  fields.filter((_, i) => differs[i + 1]).forEach(out.bytes);
  out.uint(crc32(out.done()), 4);
  return toBase64Url(out.done());
}

/** The values of the controls, and each field, as bytes. */
function fieldBytes(choice: LinkedChoice, terms: LinkTerms): Uint8Array[] {
  const values = byteWriter();
  writeValues(values, choice.x, terms.controls);
  const bytesOf = <K extends keyof typeof LINK_FIELDS>(name: K) => {
    const out = byteWriter();
    LINK_FIELDS[name].write(out, choice[name], terms);
    return out.done();
  };
  return [values.done(), ...(Object.keys(LINK_FIELDS) as (keyof typeof LINK_FIELDS)[]).map(bytesOf)];
}
