/** What stands in brackets, with the space around it. */
export const BRACKETS = /\s*(?:\([^()]*\)|\[[^[\]]*\])\s*/g;

/** Who is featured, and all that follows. */
export const FEATURED = /\s[([]?(?:featuring|feat\.?|ft\.?|duet with|with)\s.*$/i;
