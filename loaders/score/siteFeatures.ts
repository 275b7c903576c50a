import {FEATURES} from "../../lib/features/features.js";
import {openCsv} from "../csv/openCsv.js";
import {ROOT} from "../root.js";
import {recogniseStudy} from "../tracks/adapters/recogniseStudy.js";
import {locateTracks} from "../tracks/locateTracks.js";

/**
 * The features of the site's model, in its order, told by the header of its tracks: nothing is downloaded or fitted.
 *
 * @throws InputError if the tracks named are not there, or of no study that is known
 */
export async function siteFeatures(): Promise<readonly string[]> {
  const env = {...process.env, OFFLINE: "1"};
  const {source, files} = await locateTracks({env, root: ROOT, warn: () => undefined});
  if (source === "download" || source === "demo") return FEATURES.map(({name}) => name);
  const csv = await openCsv(files[0]);
  await csv.close();
  return recogniseStudy(csv.header, files[0]).features;
}
