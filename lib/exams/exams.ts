/** One way of splitting tracks into training and test, and what it shows. */
export interface Exam {
  readonly id: "raw" | "dedup" | "artist" | "forward" | "previous" | "memory";
  readonly title: string;
  readonly rows: "raw" | "clean"; // every usable row, or one row a track
  readonly folds: "random" | "artist" | "decade"; // of rows, of whole artists, or one a decade
  readonly train: "others" | "past" | "previous"; // on all other folds, all earlier ones, or the one before
  readonly shows: string; // what a result in it tells, a few words
  readonly sentence: string; // the same for a reader, one plain sentence
}

/** The exams every model sits, the most lenient first. */
export const EXAMS: readonly Exam[] = [
  {
    id: "raw",
    title: "Random split, duplicates left in",
    rows: "raw",
    folds: "random",
    train: "others",
    shows: "what everyone publishes",
    sentence:
      "Tracks are dealt into five parts at random, repeats and all, which is how most published scores were made."
  },
  {
    id: "dedup",
    title: "Random split, each track once",
    rows: "clean",
    folds: "random",
    train: "others",
    shows: "without duplicate leakage",
    sentence: "Each track is kept once, so that no test track was already seen in training."
  },
  {
    id: "artist",
    title: "New artists",
    rows: "clean",
    folds: "artist",
    train: "others",
    shows: "the headline",
    sentence: "No artist is in both training and test, so a model has to know the sound and cannot know the name."
  },
  {
    id: "forward",
    title: "The next decade, from all before",
    rows: "clean",
    folds: "decade",
    train: "past",
    shows: "does it survive time",
    sentence: "Each decade is judged by a model that learned from all the decades before it and from nothing later."
  },
  {
    id: "previous",
    title: "The next decade, from the last one",
    rows: "clean",
    folds: "decade",
    train: "previous",
    shows: "does it survive time, fashion being short",
    sentence: "Each decade is judged by a model that learned from the one decade before it and from nothing else."
  },
  {
    id: "memory",
    title: "The artist's memory",
    rows: "clean",
    folds: "random",
    train: "others",
    shows: "how far the label is the artist",
    sentence:
      "A rule that hears nothing and only remembers how the artist's other tracks did shows how much a name gives away."
  }
];
