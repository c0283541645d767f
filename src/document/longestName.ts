/** Longest name of a brick or block, and longest title, in characters; views cut what does not fit into them. */
export const longestName = 10_000;
