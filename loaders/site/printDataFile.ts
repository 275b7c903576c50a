import {parseArgs} from "node:util";
import {DATA_FILES} from "../dataFiles.js";
import {siteData} from "../siteData.js";

/**
 * Writes a file of data/ to the standard output, for Framework's preview; a build writes all of them at once.
 *
 * @param ending what follows the name that Framework gives as --file
 * @throws RangeError if there is no such file
 */
export async function printDataFile(ending: string): Promise<void> {
  const {values} = parseArgs({options: {file: {type: "string", default: "reasons"}}});
  const name = `${values.file}${ending}`;
  if (!Object.hasOwn(DATA_FILES, name)) throw new RangeError(`printDataFile knows no data file "${name}"`);
  process.stdout.write(await DATA_FILES[name](siteData));
}
