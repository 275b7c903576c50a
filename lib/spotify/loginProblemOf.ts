import {AuthorizationResponseError, OperationProcessingError, ResponseBodyError} from "oauth4webapi";
import {LoginProblem} from "./LoginProblem.js";

const CODE = /^[a-z_]{1,40}$/; // of an error, as RFC 6749 writes it; anything else came from elsewhere

/** What a failed step of a login means to a reader. */
export function loginProblemOf(error: unknown): LoginProblem {
  if (error instanceof LoginProblem) return error;
  return new LoginProblem(wordsOf(error), {cause: error});
}

function wordsOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError)
    return error.error === "access_denied"
      ? "You did not allow it, so Spotify was asked for nothing."
      : `Spotify refused the login: ${told(error.error)}.`;
  if (error instanceof ResponseBodyError)
    return error.error === "invalid_grant"
      ? "Spotify no longer accepts this login: it has expired or was revoked. Sign in again."
      : error.error === "invalid_client"
        ? "Spotify knows no application with this client id."
        : `Spotify refused the login: ${told(error.error)}.`;
  if (error instanceof OperationProcessingError && /"state"|"iss"/.test(error.message))
    return "This return was refused: it does not belong to a login that this page began.";
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError"))
    return "Spotify did not answer in time.";
  if (error instanceof TypeError) return "Spotify could not be reached.";
  return "Spotify’s answer to the login could not be read.";
}

const told = (code: string) => (CODE.test(code) ? code : "for a reason it does not name");
