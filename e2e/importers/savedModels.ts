import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { NamedBlob } from '../../src/formats/weights/weightFile';

export interface Listed {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** A file of Keras, with what Keras answers; of an optimizer the weights after one more step on the inputs. */
export interface SavedModel {
  readonly name: string;
  readonly file: string;
  readonly parameters: number;
  readonly inputs: readonly Listed[];
  readonly outputs: readonly Listed[];
  readonly after?: Readonly<Record<string, Listed>>;
}

/** Written by `savedModels.py`. */
export const savedModels = JSON.parse(
  gunzipSync(readFileSync(new URL('../fixtures/saved.bin', import.meta.url))).toString(),
) as Readonly<Record<string, SavedModel>>;

export const blobOf = ({ name, file }: SavedModel): NamedBlob => ({
  name,
  blob: new Blob([Uint8Array.from(Buffer.from(file, 'base64'))]),
});

/** Names and files of one kind. */
export const savedOf = (kind: string) => Object.entries(savedModels).filter(([name]) => name.startsWith(`${kind}:`));
