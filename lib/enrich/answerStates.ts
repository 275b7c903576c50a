/** What became of asking about a track, or about its first artist; an artist nobody could ask about shares the track's. */
export const ANSWER_STATES = ["answered", "notFound", "closed", "unusable", "notAsked", "noId"] as const;

export type AnswerState = (typeof ANSWER_STATES)[number];

/** The place of a state in the list, as columns hold it. */
export const answerCode = (state: AnswerState): number => ANSWER_STATES.indexOf(state);
