/** Where Spotify would send readers back to, and whether it does so at all. */
export interface LoginAddress {
  readonly redirectUri: string; // to be registered for the application, letter by letter
  readonly problem: string; // why Spotify accepts no such address; "" where it does
}

/**
 * The address of a page as Spotify is to be told: without query and fragment. It accepts https, and http only at the
 * literal 127.0.0.1.
 *
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function loginAddress(href: string): LoginAddress {
  const {protocol, hostname, host, origin, pathname, port} = new URL(href);
  const accepted = protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1");
  if (accepted) return {redirectUri: origin + pathname, problem: ""};
  const local = hostname === "localhost" || hostname === "[::1]";
  const instead = local ? ` Open it as http://127.0.0.1${port && `:${port}`}${pathname} instead.` : "";
  return {
    redirectUri: "",
    problem: `Spotify sends readers back to https addresses and to http://127.0.0.1 alone; this page is at ${protocol}//${host}.${instead}`
  };
}
