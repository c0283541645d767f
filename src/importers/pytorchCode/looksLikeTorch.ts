const imported = /^\s*(import\s+torch|from\s+torch)/m;
const keras = /^\s*(import\s+(keras|tensorflow)|from\s+(keras|tensorflow|tf_keras))/m;
/** What only code for PyTorch has, where its imports are left out. */
const signs = /\bnn\.(Module|Sequential|Linear|Conv[123]d|LSTM|GRU|Embedding)\b|\btorch\.nn\b/;

/** Whether code makes models of PyTorch, and not of Keras on PyTorch. */
export function looksLikeTorch(text: string): boolean {
  if (!keras.test(text)) return imported.test(text) || signs.test(text);
  return imported.test(text) && signs.test(text);
}
