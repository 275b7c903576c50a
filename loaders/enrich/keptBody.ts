type Fields = Record<string, unknown>;

/** An answer's body as it is kept: without the lists of countries, which are most of it and of no use here. */
export function keptBody(body: unknown): unknown {
  if (!isFields(body)) return body;
  const {available_markets: _, ...kept} = body;
  return isFields(kept.album) ? {...kept, album: keptBody(kept.album)} : kept;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
