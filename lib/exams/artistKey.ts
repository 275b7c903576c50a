/**
 * An artist's name as names are compared: case, white space and Unicode spellings do not count.
 *
 * Compatibility forms are folded (NFKC), so that full-width letters and ligatures equal the plain ones; accents are
 * kept. Of several artists with semicolons between them, as Spotify Tracks writes them, the first counts. The key of a
 * key is itself. A blank name gives "", one artist for the exams.
 */
export function artistKey(artist: string): string {
  // Lower-casing may undo the normal form (J with a caron is two characters, j with a caron one), hence twice.
  const [first] = artist.normalize("NFKC").split(";");
  return first.toLowerCase().normalize("NFKC").replace(/\s+/g, " ").trim();
}
