/** A file to fetch, known beforehand to the byte. */
export interface PinnedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string; // 64 hex digits
}

/** A set of files and the base addresses that serve the same bytes, the preferred one first; each ends in a slash. */
export interface PinnedSource {
  readonly files: readonly PinnedFile[];
  readonly mirrors: readonly string[];
}

/** The Hit Predictor CSVs as their author published them; data/README.md has the licence. */
export const HIT_PREDICTOR_SOURCE: PinnedSource = {
  mirrors: [
    "https://raw.githubusercontent.com/fortyTwo102/The-Spotify-Hit-Predictor-Dataset/6b7bd01d62587f412cc96fe5040ac39c064d4e74/",
    "https://raw.githubusercontent.com/Spotify-Hit-Pedictor/Spotify-Hit-Predictor/main/archive/"
  ],
  files: [
    {
      name: "dataset-of-00s.csv",
      bytes: 909_258,
      sha256: "def18a104f77cdecfb5c86d1d0bf2e7c9dc3bcead0bc5864b99b26aaab689a1b"
    },
    {
      name: "dataset-of-10s.csv",
      bytes: 987_053,
      sha256: "a76c3d334ac4a65690f6ad407279ffcec5819997d800377f33f4cd36fe3917b7"
    },
    {
      name: "dataset-of-60s.csv",
      bytes: 1_368_443,
      sha256: "06c5a1340372e4623377b79d4626fbb4e6f79ec8d1ae207e0cc466fc5ddfa652"
    },
    {
      name: "dataset-of-70s.csv",
      bytes: 1_219_776,
      sha256: "978526cb06679e4d5187e4a0ef3cfe95418c7330d1a7271822333bc8d36658ae"
    },
    {
      name: "dataset-of-80s.csv",
      bytes: 1_074_818,
      sha256: "9ace31fe7cf814c1637a0bed1ed77e25b475e1bf292a942ccec41905b22850a0"
    },
    {
      name: "dataset-of-90s.csv",
      bytes: 856_926,
      sha256: "aeeed288dc138c8ef7ef3da8fcbf23d2c0e72afd4067baf40804d8f129196235"
    }
  ]
};
