/** The models of the ladder, from the plainest to the most flexible, as every page and the report name them. */
export const MODELS = [
  {id: "majority", label: "Base rate", what: "says the training share of hits for every track"},
  {id: "logistic", label: "Logistic regression", what: "adds up one straight-line effect a feature"},
  {
    id: "glassbox",
    label: "Glassbox",
    what: "adds up one smooth curve a feature and a few surfaces of two, all of which can be drawn"
  },
  {
    id: "sampledForest",
    label: "Forest on a sample",
    what: "averages trees that a slow package grew on a small sample each"
  },
  {
    id: "forest",
    label: "Random forest",
    what: "averages hundreds of deep trees, each grown on its own draw of the tracks"
  },
  {id: "mlp", label: "Neural network", what: "bends and mixes the features in layers of simple units"},
  {
    id: "boosted",
    label: "Boosted trees",
    what: "adds up hundreds of small decision trees, each mending the ones before"
  }
] as const;

export type ModelId = (typeof MODELS)[number]["id"];

/** The cheating baseline of the `memory` exam: no model of a song, only of its artist. */
export const ARTIST_MEMORY = {
  id: "memory",
  label: "Artist memory",
  what: "remembers whether the artist had hits"
} as const;

export type PredictorId = ModelId | typeof ARTIST_MEMORY.id;
