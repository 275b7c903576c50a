import {InputError} from "../../../lib/csv/InputError.js";
import {quoteText} from "../../../lib/csv/quoteText.js";
import {ADAPTERS} from "./adapters.js";
import type {Adapter} from "./types.js";

/**
 * Finds the study whose columns a header holds; order and further columns do not matter.
 *
 * @throws InputError naming the known studies, the nearest first, and the columns each one misses
 */
export function recogniseStudy(header: readonly string[], file: string): Adapter {
  const names = new Set(header.map((name) => name.trim()));
  const candidates = ADAPTERS.map((adapter) => ({
    adapter,
    missing: adapter.columns.filter((name) => !names.has(name))
  }));
  const found = candidates.find(({missing}) => missing.length === 0);
  if (found) return found.adapter;
  candidates.sort((a, b) => a.missing.length - b.missing.length); // the likeliest first
  const studies = candidates.map(({adapter, missing}) => `${adapter.study} (missing here: ${missing.join(", ")})`);
  const got = `${quoteText(header.join(","), 120)}${hint(header)}`;
  throw new InputError(`expected the header of a known study: ${studies.join("; ")}; got ${got}`, {file, line: 1});
}

function hint(header: readonly string[]): string {
  if (header.length > 1) return "";
  if (header[0].includes(";")) return " (separated by semicolons: save it with commas)";
  if (header[0].includes("\t")) return " (separated by tabs: save it with commas)";
  return "";
}
