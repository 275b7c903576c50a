import {Readable} from "node:stream";
import Papa, {type ParseResult} from "papaparse";
import {InputError} from "../../lib/csv/InputError.js";

/** One record: the line it starts on, counting from 1, and its cells as text. */
export interface CsvRow {
  readonly line: number;
  readonly cells: string[];
}

/** Longest record believed, in characters; past it a quote was left open or the file is no CSV. */
const MAX_RECORD_LENGTH = 1 << 20;

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
 * @throws InputError at bytes that are not UTF-8, a quote out of place or left open, a record past 1 MiB
 */
export async function* csvRows(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow[], void, void> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let parse: ((text?: string) => ParseResult<string[]>) | undefined;
  let newline: "\n" | "\r" = "\n";
  let length = 0; // of the text so far, in characters
  let textLine = 1; // that the next piece starts on
  let line = 1; // that the next record starts on

  const lineEnds = (text: string) => text.split(newline).length - 1;

  function decode(piece?: Uint8Array): string {
    try {
      return piece ? decoder.decode(piece, {stream: true}) : decoder.decode();
    } catch {
      const [before] = new TextDecoder().decode(piece).split("\ufffd");
      throw new InputError("expected UTF-8 text; got another encoding", {file, line: textLine + lineEnds(before)});
    }
  }

  function toRow(cells: string[]): CsvRow {
    const row = {line, cells};
    line++;
    for (const cell of cells) if (cell.includes(newline)) line += lineEnds(cell);
    const last = cells.length - 1;
    if (cells[last].endsWith("\r")) cells[last] = cells[last].slice(0, -1);
    return row;
  }

  function toRows({data, errors, meta}: ParseResult<string[]>): CsvRow[] {
    const rows = data.map(toRow);
    // A record still without its end is parsed again with the next piece: until then its quotes prove nothing.
    const fault = errors.find(({row}) => row! < rows.length);
    if (fault) {
      const unclosed = "expected a closing quote; got the end of the file";
      const misplaced = 'expected quoted cells like "a ""b"" c"; got a quote out of place';
      const problem = fault.code === "MissingQuotes" ? unclosed : misplaced;
      throw new InputError(problem, {file, line: rows[fault.row!].line});
    }
    if (length - meta.cursor > MAX_RECORD_LENGTH) {
      throw new InputError("expected records under 1 MiB; got a longer one (a quote left open?)", {file, line});
    }
    return rows;
  }

  for await (const piece of bytes) {
    const text = decode(piece);
    if (text === "") continue;
    if (!parse && CR_LINE.test(text)) newline = "\r";
    parse ??= pieceParser(newline);
    length += text.length;
    textLine += lineEnds(text);
    yield toRows(parse(text));
  }
  decode();
  if (parse) yield toRows(parse());
}

/**
 * Papa Parse, fed by hand: whatever a stream emits it parses at once. Given the file's own stream it would run ahead
 * of a slow reader, since its `pause` does not hold the stream back.
 *
 * @returns parses the next piece of text, or without one the end
 */
function pieceParser(newline: "\n" | "\r"): (text?: string) => ParseResult<string[]> {
  const stream = new Readable({read: () => undefined});
  let result: ParseResult<string[]>;
  Papa.parse<string[]>(stream, {
    delimiter: ",",
    newline,
    chunk: (parsed) => void (result = parsed),
    complete: () => undefined,
    error: (error) => {
      throw error;
    }
  });
  return (text) => {
    stream.emit(text === undefined ? "end" : "data", text);
    return result;
  };
}
