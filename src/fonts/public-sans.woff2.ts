// fonts/public-sans.woff2: see loaders/site/fonts.ts.
import {readFont} from "../../loaders/site/readFont.js";

process.stdout.write(await readFont("/fonts/public-sans.woff2"));
