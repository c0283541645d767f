/** Fewer samples teach nothing that holds for others. */
export const fewestRows = 10;
/** Longest text in words, and most words in the list; both as the text recipes have them. */
export const textLength = 200;
export const mostWords = 20_000;
/** Numbers that one dataset may hold: more than a browser gives in one piece. */
export const mostValues = 500_000_000;
