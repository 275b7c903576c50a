/** What is known of a song, by feature, in the feature's unit. What is not named, or NaN, is unknown. */
export type SongInputs = Readonly<Record<string, number>>;

/** A reader's answers, by feature: the place among the question's answers. What is not named is not answered. */
export type Answers = Readonly<Record<string, number>>;
