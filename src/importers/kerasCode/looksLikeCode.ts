/** Names that code for Keras has, with what follows them in code and not in prose. */
const signs =
  /\b(import\s+(keras|tensorflow)|from\s+(keras|tensorflow)|keras\.|tf\.|Sequential\s*\(|Conv[123]D\s*\(|Dense\s*\(|LSTM\s*\()/;

/** Whether a text is code for Keras, as far as its first letters tell. */
export const looksLikeCode = (text: string): boolean => signs.test(text.slice(0, 20_000));
