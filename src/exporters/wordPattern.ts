/** Python: what `wordsOf` of the editor takes for a word, a regular expression in a constant. */
export const wordPattern = String.raw`WORD = r"(?:[^\W_]|')+|[\u2600-\u27bf\U0001f000-\U0001faff]"
`;
