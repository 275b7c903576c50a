import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {AUDIO_FEATURES} from "../../lib/features/features.js";
import {DemoFile, type DemoGroup} from "./types.js";

/** The demo's parameters and where they came from. */
export interface DemoParameters {
  readonly groups: readonly DemoGroup[];
  readonly files: readonly {readonly name: string; readonly sha256: string; readonly decades: readonly number[]}[];
}

/**
 * Reads the demo's parameter files.
 *
 * @param paths of files of data/demo/, at least one
 * @throws InputError if there is none, or one is not of the format or fits other features than `AUDIO_FEATURES`
 */
export async function readDemo(paths: readonly string[]): Promise<DemoParameters> {
  if (paths.length === 0) throw new InputError("expected the demo's parameters; got no file", {file: "data/demo"});
  const groups: DemoGroup[] = [];
  const files = [];
  for (const path of paths) {
    const bytes = await readFile(path);
    const file = parse(bytes.toString("utf8"), path);
    const expected = AUDIO_FEATURES.map(({name}) => name).join();
    if (file.features.join() !== expected) {
      throw new InputError(`expected the features ${expected}; got ${file.features.join()}`, {file: path});
    }
    groups.push(...file.groups);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({name: basename(path), sha256, decades: file.groups.map(({decade}) => decade)});
  }
  return {groups, files};
}

function parse(text: string, path: string): DemoFile {
  try {
    return DemoFile.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(`expected parameters of format trackoracle-demo/1; got ${(error as Error).message}`, {
      file: path
    });
  }
}
