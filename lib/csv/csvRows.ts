import Papa, {type ParseResult} from "papaparse";
import {illFormedByte} from "./illFormedByte.js";
import {InputError} from "./InputError.js";
import {quoteText} from "./quoteText.js";

/** One record: the line it starts on, counting from 1, and its cells as text. */
export interface CsvRow {
  readonly line: number;
  readonly cells: string[];
}

/** Longest record believed, in characters; past it a quote was left open or the file is no CSV. */
const MAX_RECORD_LENGTH = 1 << 20;

/** A character of UTF-8 has at most one more. */
const CHARACTER_BYTES = 3;

/** A first line that ends in CR alone, as spreadsheets for the Mac write it. */
const CR_LINE = /^[^"\r\n]*(?:"[^"]*"[^"\r\n]*)*\r[^\n]/;

/**
 * Cuts the bytes of a CSV (UTF-8, with or without byte order mark) into records, in constant memory.
 *
 * Lines end in LF, CRLF, both mixed, or (if the first one does) CR. A CR that ends a record is taken for half of a
 * CRLF, even in quotes. A blank line is a record of one empty cell. Text is never type-inferred.
 *
 * @param file the name that errors give
 * @param bytes in pieces of any size; let go of when the caller breaks off
 * @param delimiter between cells
 * @throws InputError at bytes that are not UTF-8, a quote out of place or left open, a record past 1 MiB
 */
export async function* csvRows(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  delimiter = ","
): AsyncGenerator<CsvRow[], void, void> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let begun = false;
  let before = new Uint8Array(); // the last bytes of the pieces so far
  let newline: "\n" | "\r" = "\n";
  let rest = ""; // of the text so far: a record that has not ended
  let textLine = 1; // that the next piece starts on
  let line = 1; // that the next record starts on

  const lineEnds = (text: string) => text.split(newline).length - 1;

  function decode(piece: Uint8Array = new Uint8Array(), isLast = false): string {
    try {
      const text = decoder.decode(piece, {stream: !isLast});
      if (piece.length > 0)
        before = Uint8Array.of(...before, ...piece.subarray(-CHARACTER_BYTES)).slice(-CHARACTER_BYTES);
      return text;
    } catch {
      throw notUtf8(piece);
    }
  }

  function notUtf8(piece: Uint8Array): InputError {
    const whole = before.findIndex((byte) => (byte & 0xc0) !== 0x80); // else one begins before
    const known = whole < 0 ? new Uint8Array() : before.subarray(whole);
    const bytes = new Uint8Array([...known, ...piece]);
    const at = illFormedByte(bytes);
    const line =
      textLine + lineEnds(new TextDecoder("latin1").decode(bytes.subarray(known.length, Math.max(known.length, at))));
    const byte = `0x${bytes[at].toString(16).toUpperCase().padStart(2, "0")}`;
    const meant = quoteText(new TextDecoder("windows-1252").decode(bytes.subarray(at, at + 1)));
    const problem = `expected UTF-8 text; got the byte ${byte}, ${meant} in Windows-1252 (convert the file: iconv -f WINDOWS-1252 -t UTF-8)`;
    return new InputError(problem, {file, line});
  }

  function toRow(cells: string[]): CsvRow {
    const row = {line, cells};
    line++;
    for (const cell of cells) if (cell.includes(newline)) line += lineEnds(cell);
    const last = cells.length - 1;
    if (cells[last].endsWith("\r")) cells[last] = cells[last].slice(0, -1);
    return row;
  }

  function parse(isLast: boolean): CsvRow[] {
    const parser = new Papa.Parser({delimiter, newline});
    const {data, errors, meta} = parser.parse(rest, 0, !isLast) as ParseResult<string[]>;
    rest = rest.slice(meta.cursor); // parsed again with the next piece: until then its quotes prove nothing
    const rows = data.map(toRow);
    const fault = errors.find(({row}) => row! < rows.length);
    if (fault) {
      const unclosed = "expected a closing quote; got the end of the file";
      const misplaced = 'expected quoted cells like "a ""b"" c"; got a quote out of place';
      const problem = fault.code === "MissingQuotes" ? unclosed : misplaced;
      throw new InputError(problem, {file, line: rows[fault.row!].line});
    }
    if (rest.length > MAX_RECORD_LENGTH) {
      throw new InputError("expected records under 1 MiB; got a longer one (a quote left open?)", {file, line});
    }
    return rows;
  }

  for await (const piece of bytes) {
    const text = decode(piece);
    if (text === "") continue;
    if (!begun && CR_LINE.test(text)) newline = "\r";
    begun = true;
    rest += text;
    textLine += lineEnds(text);
    yield parse(false);
  }
  decode(undefined, true);
  yield parse(true);
}
