/** Names that code for Keras or PyTorch has, with what follows them in code and not in prose. */
const signs = /\b((import|from)\s+(keras|tensorflow|torch)|(keras|tf|nn)\.|(Sequential|Conv[123]D|Dense|LSTM)\s*\()/;

/** Whether a text is such code, as far as its first letters tell. */
export const looksLikeCode = (text: string): boolean => signs.test(text.slice(0, 20_000));
