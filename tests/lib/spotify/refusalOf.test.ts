import assert from "node:assert/strict";
import {it} from "vitest";
import {readComplaint, refusalOf} from "../../../lib/spotify/refusalOf.js";

const error = (fields: object) => JSON.stringify({error: fields});

it.each([
  [403, error({status: 403}), "closed"], // as seen since November 2024
  [403, "Forbidden", "closed"],
  [403, "", "closed"],
  [403, error({status: 403, message: "Insufficient client scope"}), "forbidden"],
  [403, error({status: 403, message: null}), "closed"],
  [429, error({status: 429, message: "Too many requests", reason: "QUOTA_EXCEEDED"}), "quota"],
  [403, error({status: 403, message: "Over", reason: "QUOTA_EXCEEDED"}), "quota"],
  [429, error({status: 429, message: "API rate limit exceeded"}), "rateLimit"],
  [429, "Too many requests", "rateLimit"],
  [401, error({status: 401, message: "The access token expired"}), "token"],
  [401, "", "token"],
  [400, error({status: 400, message: "Only valid bearer authentication supported"}), "token"],
  [400, error({status: 400, message: "invalid id"}), "badId"],
  [400, error({status: 400, message: "Invalid base62 id"}), "badId"],
  [400, error({status: 400, message: "Bad request"}), "other"],
  [400, "<html>", "other"],
  [404, error({status: 404, message: "Resource not found"}), "missing"],
  [404, error({status: 404, message: "Non existing id: 'spotify:track:x'"}), "missing"],
  [404, error({status: 404}), "missing"],
  [404, error({status: 404, message: "Service not found"}), "closed"],
  [404, "<html>no such page</html>", "closed"],
  [410, "", "closed"],
  [500, error({status: 500, message: "Server error"}), "server"],
  [502, "Bad gateway", "server"],
  [408, "", "server"],
  [418, "", "other"]
])("refusalOf(%i, %s) is %s", (status, body, meaning) => {
  assert.equal(refusalOf(status, body), meaning);
});

it("readComplaint(bodyText) reads what either server says, and survives what says nothing", () => {
  const token = JSON.stringify({error: "invalid_client", error_description: "Invalid client"});
  assert.deepEqual(readComplaint(token), {message: "Invalid client", reason: "invalid_client", isJson: true});
  assert.deepEqual(readComplaint(error({message: "a", reason: "b"})), {message: "a", reason: "b", isJson: true});
  for (const body of ["null", "[]", "{}", '{"error":null}', '{"error":5}']) {
    assert.deepEqual(readComplaint(body), {message: "", reason: "", isJson: true});
  }
  assert.deepEqual(readComplaint('{"error":'), {message: "", reason: "", isJson: false});
});
