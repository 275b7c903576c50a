import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {parseEnv} from "node:util";
import {InputError} from "../../lib/csv/InputError.js";

type Variables = Readonly<Record<string, string | undefined>>;

/** Who asks Spotify, and where it is. */
export interface SpotifySettings {
  readonly clientId: string;
  readonly clientSecret: string; // never printed
  readonly api: string; // base addresses, without a slash at their end
  readonly accounts: string;
}

/**
 * Reads SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET, and SPOTIFY_API and SPOTIFY_ACCOUNTS for other servers, from the
 * environment or from the file .env; what the environment has wins, empty is as good as absent.
 *
 * @param root the folder of .env
 * @returns null where there are no credentials at all
 * @throws InputError if one of the two is wanting, or an address is none
 */
export async function readSpotifySettings(env: Variables, root: string): Promise<SpotifySettings | null> {
  const file: Variables = parseEnv(await readFile(join(root, ".env"), "utf8").catch(() => ""));
  const read = (name: string) => (env[name]?.trim() ?? "") || (file[name]?.trim() ?? "");
  const clientId = read("SPOTIFY_CLIENT_ID");
  const clientSecret = read("SPOTIFY_CLIENT_SECRET");
  if (clientId === "" && clientSecret === "") return null;
  for (const name of ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"]) {
    if (read(name) === "") throw new InputError("expected a value beside the other one's; got none", {file: name});
  }
  const address = (name: string, usual: string) => checkAddress(read(name) || usual, name);
  return {
    clientId,
    clientSecret,
    api: address("SPOTIFY_API", "https://api.spotify.com/v1"),
    accounts: address("SPOTIFY_ACCOUNTS", "https://accounts.spotify.com")
  };
}

/** The address is not repeated: it may hold a password. */
function checkAddress(text: string, file: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InputError("expected an address that begins with https:// or http://; got another text", {file});
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError("expected an address alone; got one with a user, a query or a fragment", {file});
  }
  return url.href.replace(/\/+$/, "");
}
