import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NamedTensor, type TensorsJson, tensorsIn } from './tensors';

export const readJson = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as TensorsJson & Record<string, unknown>;

/** All tensors of a `model.json` and the files beside it. Throws where they are too short. */
export function readTensors(path: string): readonly NamedTensor[] {
  return readJson(path).weightsManifest.flatMap((group) =>
    tensorsIn(group, Buffer.concat(group.paths.map((name) => readFileSync(join(dirname(path), name))))),
  );
}

/** Writes `<name>.json` with the tensors' names and shapes beside `also`, and `<name>.bin` with their values. */
export function writeTensors(folder: string, name: string, tensors: readonly NamedTensor[], also: object = {}): void {
  mkdirSync(folder, { recursive: true });
  const size = tensors.reduce((sum, { values }) => sum + values.length * 4, 0);
  const bytes = Buffer.alloc(size);
  let at = 0;
  for (const { values } of tensors) for (const value of values) at = bytes.writeFloatLE(value, at);
  const weights = tensors.map((tensor) => ({ name: tensor.name, shape: tensor.shape, dtype: 'float32' }));
  const json = { ...also, weightsManifest: [{ paths: [`${name}.bin`], weights }] };
  // First beside it: a run that is interrupted here must not leave half a file.
  writeFileSync(join(folder, `${name}.bin.new`), bytes);
  writeFileSync(join(folder, `${name}.json.new`), JSON.stringify(json));
  for (const end of ['bin', 'json']) renameSync(join(folder, `${name}.${end}.new`), join(folder, `${name}.${end}`));
}
