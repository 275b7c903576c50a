/**
 * How a study defines what it calls a hit, in plain words of our own: no page knows a study by its name.
 *
 * Sentences begin upper case and end in a full stop; phrases do neither.
 */
export interface LabelWords {
  readonly short: string; // phrase for one line: "hit: on the Billboard Hot 100 in its decade"
  readonly hit: string; // finishes "A hit ": "was on the Billboard Hot 100 at least once in its decade."
  readonly flop: string; // finishes "A flop "
  readonly caveat: string; // sentences: what the definition brings into every number
  readonly luck: string; // phrase: what a hit had: "chart luck"
  readonly notFailure: string; // finishes "A flop is no failure: it is "
  readonly voice: string; // sentences without digits: what else than its sound instrumentalness may tell
  readonly artist: string; // sentences without digits: why the artist's name may tell the label
  readonly outside: string; // sentences without digits: what would be otherwise among all songs
  readonly popularity: PopularityRule | null; // null where hits are not told by popularity
}

/** Hits told by Spotify's popularity, 0 to 100. */
export interface PopularityRule {
  readonly threshold: number; // a hit has this popularity or more
  readonly topShare: number; // of the tracks kept that reach it, in (0, 1)
  readonly zeroShare: number; // of all tracks read, those of popularity 0, which are left out as unknown
}
