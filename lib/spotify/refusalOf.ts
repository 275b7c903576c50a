import * as z from "zod/mini";

/**
 * What a refusal of Spotify's means:
 *
 * - `closed`: the endpoint is closed for this app, whatever the id
 * - `forbidden`: this was refused, with a reason given
 * - `quota`: what the app may ask is used up; asking again soon is useless
 * - `token`: the access token is expired, revoked or none
 * - `missing`: there is nothing of that id
 * - `badId`: that is no id
 * - `rateLimit`: too fast; wait
 * - `server`: Spotify fails; another attempt may not
 * - `other`: anything else
 */
export type Refusal =
  "closed" | "forbidden" | "quota" | "token" | "missing" | "badId" | "rateLimit" | "server" | "other";

/** What Spotify says beside a status, as far as it does; hostile text. */
export interface Complaint {
  readonly message: string; // "" if none
  readonly reason: string; // "" if none
  readonly isJson: boolean;
}

const text = z.catch(z.string(), "");
const ApiError = z.object({error: z.object({message: text, reason: text})});
const TokenError = z.object({error: z.string(), error_description: text});

/** Reads the body of a refusal: of the API, of its token endpoint, or plain text. */
export function readComplaint(bodyText: string): Complaint {
  let body: unknown;
  try {
    body = JSON.parse(bodyText);
  } catch {
    return {message: "", reason: "", isJson: false};
  }
  const api = ApiError.safeParse(body);
  if (api.success) return {...api.data.error, isJson: true};
  const token = TokenError.safeParse(body);
  if (token.success) return {message: token.data.error_description, reason: token.data.error, isJson: true};
  return {message: "", reason: "", isJson: true};
}

/**
 * Tells what a refusal of Spotify's Web API means. Since November 2024 closed endpoints answer 403 with an error that
 * has no message, or in plain text.
 *
 * @param status HTTP status, 400 or more
 * @param bodyText the body as it came
 */
export function refusalOf(status: number, bodyText: string): Refusal {
  const {message, reason, isJson} = readComplaint(bodyText);
  if (/QUOTA_EXCEEDED/i.test(reason) || /quota[ _]exceeded/i.test(message)) return "quota";
  if (status === 400) return refusalOfBadRequest(message);
  if (status === 401) return "token";
  if (status === 403) return message === "" ? "closed" : "forbidden";
  if (status === 404) return !isJson || /^service not found/i.test(message) ? "closed" : "missing";
  if (status === 410) return "closed";
  if (status === 429) return "rateLimit";
  return status >= 500 || status === 408 ? "server" : "other";
}

function refusalOfBadRequest(message: string): Refusal {
  if (/\b(bearer|token|authori[sz]ation)\b/i.test(message)) return "token";
  return /\bids?\b|base62/i.test(message) ? "badId" : "other";
}
