import { Hdf5File } from '../weights/hdf5File';
import { type Alive, openWeightFile } from '../weights/openWeightFile';
import type { NamedBlob, WeightFile } from '../weights/weightFile';
import { zippedFiles } from '../weights/zippedFiles';
import { documentAttribute, documentEntry, documentFile } from './documentPlaces';

/** A saved model: its weights, and the text of the document that it was saved from. */
export interface OpenedModel {
  /** To be read with `parse`; null in files that DeepBrick did not write. */
  readonly document: string | null;
  readonly weights: WeightFile;
}

/** A way to open saved models: here, or in a thread of its own, which `signal` ends. Throws `WeightFileError`, or the reason of `signal`. */
export type OpenSaved = (files: readonly NamedBlob[], signal?: AbortSignal) => Promise<OpenedModel>;

/** Opens a saved model, whoever wrote it. Close `weights` when they are read. Throws `WeightFileError`. */
export async function readSavedModel(files: readonly NamedBlob[], alive?: Alive): Promise<OpenedModel> {
  const weights = await openWeightFile(files, alive);
  try {
    return { document: await documentIn(files, weights.format), weights };
  } catch (error) {
    weights.close();
    throw error;
  }
}

async function documentIn(files: readonly NamedBlob[], format: WeightFile['format']): Promise<string | null> {
  if (format === 'tfjs') return fromTfjs(files);
  if (format === 'keras') return fromZip(files);
  return format === 'kerasModelH5' ? fromH5(files) : null;
}

/** Of the files that were chosen together, the first that holds a document. */
async function first(files: readonly NamedBlob[], read: (file: NamedBlob) => Promise<string | null>) {
  for (const file of files) {
    const text = await read(file);
    if (text !== null) return text;
  }
  return null;
}

const startsWith = async ({ blob }: NamedBlob, text: string) => (await blob.slice(0, text.length).text()) === text;
const isZip = (file: NamedBlob) => startsWith(file, 'PK\u0003\u0004');

const fromZip = (files: readonly NamedBlob[]) =>
  first(files, async (file) => {
    if (!(await isZip(file))) return null;
    const entry = (await zippedFiles(file)).find(({ name }) => name === documentFile);
    return entry ? (await entry.open()).text() : null;
  });

const fromH5 = (files: readonly NamedBlob[]) =>
  first(files, async ({ name, blob }) => {
    const signature = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (String.fromCharCode(...signature) !== '\u0089HDF') return null;
    const file = await Hdf5File.open(name, blob);
    try {
      return file.text('', documentAttribute);
    } finally {
      file.close();
    }
  });

const fromTfjs = (files: readonly NamedBlob[]) =>
  first(files, async (file) => {
    if (await isZip(file)) {
      const entry = (await zippedFiles(file)).find(({ name }) => /(^|\/)model\.json$/.test(name));
      return entry ? metadataOf(await (await entry.open()).text()) : null;
    }
    return /\.json$/i.test(file.name) ? metadataOf(await file.blob.text()) : null;
  });

/** The JSON was read before: it is one. */
function metadataOf(text: string): string | null {
  const model: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const metadata = field(model, 'userDefinedMetadata');
  const document = field(metadata, documentEntry);
  return typeof document === 'string' ? document : null;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
