import {ICON_LINK} from "./loaders/site/icon.js";
import {fontFaces, FONTS} from "./loaders/site/fonts.js";
import {pageHeader} from "./loaders/site/pageHeader.js";
import {PAGES} from "./loaders/site/pages.js";
import {THEME_SCRIPT} from "./loaders/site/themeScript.js";
import {siteData} from "./loaders/siteData.js";

const provenance = await siteData("provenance");

export default {
  root: "src",
  output: process.env.SITE_OUTPUT ?? "dist",
  title: "TrackOracle",
  style: "style.css",
  globalStylesheets: [],
  pages: PAGES.filter(({path}) => path !== "/"),
  dynamicPaths: FONTS.map(({path}) => path),
  sidebar: false,
  toc: false,
  pager: false,
  head: `${ICON_LINK}<style>${fontFaces()}</style><script>${THEME_SCRIPT}</script>`,
  header: ({path}: {path: string}) => pageHeader(provenance, path),
  footer: "TrackOracle describes what the tracks of a study have in common. It does not say what makes a song a hit."
};
