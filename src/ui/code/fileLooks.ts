/** How a file is looked at. */
export type FileLook =
  | { readonly kind: 'text'; readonly colours: string | null }
  | { readonly kind: 'notebook' }
  /** A text that nobody reads to its end. */
  | { readonly kind: 'long' }
  | { readonly kind: 'binary'; readonly holds: BinaryContent };

/** What is in a file that is no text. */
export type BinaryContent = 'picture' | 'arrays' | 'weights' | 'model' | 'values';

/** Characters of a text beyond which it is described, not shown. */
const longest = 400_000;

const coloursOf: Readonly<Record<string, string>> = {
  ts: 'typescript',
  tsx: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  py: 'python',
  json: 'json',
  md: 'markdown',
  toml: 'ini',
  html: 'xml',
  css: 'css',
};

const contentOf: Readonly<Record<string, BinaryContent>> = {
  png: 'picture',
  jpg: 'picture',
  npz: 'arrays',
  h5: 'weights',
  safetensors: 'weights',
  keras: 'model',
  onnx: 'model',
};

/** How a file is looked at, by its name and what is in it. */
export function fileLook(path: string, content: string | Uint8Array): FileLook {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  if (typeof content !== 'string') {
    return { kind: 'binary', holds: Object.hasOwn(contentOf, ending) ? contentOf[ending]! : 'values' };
  }
  // Its text is long, what it shows is not.
  if (ending === 'ipynb') return { kind: 'notebook' };
  if (content.length > longest) return { kind: 'long' };
  return { kind: 'text', colours: Object.hasOwn(coloursOf, ending) ? coloursOf[ending]! : null };
}
