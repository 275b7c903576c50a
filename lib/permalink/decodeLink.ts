import {fromBase64Url} from "./base64Url.js";
import {byteReader, type ByteReader} from "./byteReader.js";
import {crc32} from "./crc32.js";
import {LINK_FIELDS, readValues} from "./linkFields.js";
import {featureMark, LINK_VERSION} from "./linkHeader.js";
import {LinkProblem} from "./LinkProblem.js";
import type {LinkedChoice, LinkTerms, MadeWith} from "./types.js";

const CRC_BYTES = 4;

/** A link that was read, or why it could not be: words that end a sentence. */
export type DecodedLink =
  | {readonly choice: LinkedChoice; readonly madeWith: MadeWith; readonly problem?: undefined}
  | {readonly problem: string};

/**
 * What a text of `encodeLink` holds. A name in it is hostile text.
 *
 * @param text of any origin
 * @returns the choice, each part of it one that the page can show; or the problem
 */
export function decodeLink(text: string, terms: LinkTerms): DecodedLink {
  try {
    return readLink(text, terms);
  } catch (error) {
    if (error instanceof LinkProblem) return {problem: error.message};
    throw error;
  }
}

function readLink(text: string, terms: LinkTerms): DecodedLink {
  const all = fromBase64Url(text);
  if (!all || all.length <= CRC_BYTES) throw new LinkProblem("altered");
  const body = all.subarray(0, -CRC_BYTES);
  if (byteReader(all.subarray(-CRC_BYTES)).uint(CRC_BYTES) !== crc32(body)) throw new LinkProblem("altered");
  const bytes = byteReader(body);
  const version = bytes.byte();
  if (version !== LINK_VERSION) throw new LinkProblem(version > LINK_VERSION ? "newer" : "altered");
  const mark = featureMark(terms.controls);
  if (String(bytes.bytes(mark.length)) !== String(mark)) throw new LinkProblem("features");
  const madeWith = {dataHash: hexOf(bytes), modelHash: hexOf(bytes), p: bytes.uint(2) / 65535};
  const choice = readChoice(bytes, terms);
  bytes.end();
  return {choice, madeWith};
}

function readChoice(bytes: ByteReader, terms: LinkTerms): LinkedChoice {
  const given = bytes.varint();
  const names = Object.keys(LINK_FIELDS) as (keyof typeof LINK_FIELDS)[];
  if (given >= 2 ** names.length) throw new LinkProblem("altered");
  const choice = {...terms.start, x: readValues(bytes, terms.controls)};
  names.forEach((name, i) => {
    if ((given >> i) & 1) Object.assign(choice, {[name]: LINK_FIELDS[name].read(bytes, terms)});
  });
  return choice;
}

const hexOf = (bytes: ByteReader) => bytes.uint(4).toString(16).padStart(8, "0");
