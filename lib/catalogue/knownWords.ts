/** What a model knows of a song: "sound and decade", or "sound" where it is not told the decade. */
export const knownWords = (features: readonly {readonly name: string}[]): string =>
  features.some(({name}) => name === "decade") ? "sound and decade" : "sound";
