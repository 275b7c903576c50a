// data/tracks.arrow: ids, values and labels of all tracks; see lib/tracks/encodeTracks.ts.
import {encodeTracks} from "../../lib/tracks/encodeTracks.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeTracks(await siteData("tracks")));
