/** Files that hold no text of a model, known by their first bytes or by their name. */
export const fileKinds = [
  'picture',
  'pdf',
  'sound',
  'video',
  'savedKeras',
  'hdf5',
  'onnx',
  'tflite',
  'torch',
  'safetensors',
  'gguf',
  'savedModel',
  'numpy',
  'zip',
  'archive',
  'program',
  'page',
  'written',
  'table',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** The first bytes as text, one letter each. */
const letters = (first: Uint8Array, length = 512) => String.fromCharCode(...first.subarray(0, length));

/** Names that a zip has inside: of its first entry. */
const entry = (start: string) => (start.startsWith('PK\u0003\u0004') ? start.slice(30) : null);

type Signs = (start: string, name: string) => boolean;

/**
 * How a protobuf ONNX model begins: the version of its format (field 1), then who made it (field 2). A SavedModel begins
 * alike, with a version of 1.
 */
const onnx: Signs = (start) =>
  start[0] === '\u0008' && start.charCodeAt(1) >= 2 && start.charCodeAt(1) <= 20 && start[2] === '\u0012';

const named =
  (...endings: readonly string[]): Signs =>
  (_, name) =>
    endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
const begins =
  (...starts: readonly string[]): Signs =>
  (start) =>
    starts.some((each) => start.startsWith(each));
const either =
  (...signs: readonly Signs[]): Signs =>
  (start, name) =>
    signs.some((sign) => sign(start, name));

/** What the bytes say, then what the name says of a file whose bytes say nothing; the first that fits is meant. */
const signs: readonly (readonly [FileKind, Signs])[] = [
  ['picture', begins('\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'BM', 'II*\0', 'MM\0*')],
  ['picture', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['picture', (start) => /^(<\?xml[\s\S]*)?<svg[\s/>]/.test(start)],
  ['sound', (start) => start.startsWith('ID3') || (start.startsWith('RIFF') && start.slice(8, 12) === 'WAVE')],
  ['video', (start) => start.slice(4, 8) === 'ftyp' || start.startsWith('\u001aE\u00df\u00a3')],
  ['pdf', begins('%PDF')],
  ['hdf5', begins('\u0089HDF')],
  ['numpy', begins('\u0093NUMPY')],
  ['gguf', begins('GGUF')],
  ['tflite', (start) => start.slice(4, 8) === 'TFL3'],
  ['safetensors', (start) => start[8] === '{' && start.slice(4, 8) === '\0\0\0\0'],
  [
    'savedKeras',
    (start, name) =>
      entry(start) !== null && (named('keras')(start, name) || /^(metadata|config)\.json/.test(entry(start)!)),
  ],
  [
    'torch',
    (start, name) =>
      entry(start) !== null && (named('pt', 'pth')(start, name) || /^[^\0]*\/data\.pkl/.test(entry(start)!)),
  ],
  ['numpy', (start) => entry(start) !== null && /^[^\0]*\.npy/.test(entry(start)!)],
  // What offices write is a zip, too.
  ['table', (start, name) => entry(start) !== null && named('xlsx', 'xlsm', 'ods', 'numbers')(start, name)],
  [
    'written',
    (start, name) => entry(start) !== null && named('docx', 'odt', 'pptx', 'odp', 'pages', 'hwpx')(start, name),
  ],
  ['zip', (start) => entry(start) !== null],
  ['archive', begins('\u001f\u008b', '7z\u00bc\u00af', 'Rar!')],
  ['torch', begins('\u0080\u0002', '\u0080\u0003', '\u0080\u0004', '\u0080\u0005')],
  ['onnx', either(named('onnx'), onnx)],
  ['savedModel', named('pb')],
  ['program', named('ts', 'tsx', 'js', 'jsx', 'mjs', 'c', 'cpp', 'java', 'rs', 'go')],
  ['page', (start, name) => /^\s*<(!doctype html|html)/i.test(start) || named('html', 'htm')(start, name)],
  ['written', named('doc', 'ppt', 'hwp', 'rtf')],
  ['table', named('csv', 'tsv', 'xls', 'xlsx', 'parquet')],
];

/** What a file is that no importer reads; null where it cannot be told. */
export function fileKindOf(first: Uint8Array, name: string): FileKind | null {
  const start = letters(first);
  return signs.find(([, fits]) => fits(start, name))?.[0] ?? null;
}
