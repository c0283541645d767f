import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { openWeightFile } from '../../src/formats/weights/openWeightFile';
import { library } from '../../templates/index';
import { PythonLines } from './saved/pythonLines';
import { wholeTensor } from '../../src/formats/weights/wholeTensor';

const answer = z.object({
  /** By layer: where each tensor lies in the bytes, and its shape. */
  layers: z.record(z.string(), z.array(z.tuple([z.number(), z.array(z.number())]))),
  /** By format as we call it. */
  files: z.record(z.string(), z.string()),
});

/** Keras's, with the smallest pictures that each takes. */
const architectures = Object.values(library.architectures).flatMap(({ architecture: { keras, minimum } }) =>
  keras ? [{ name: keras.model, size: minimum }] : [],
);

/** Keras saves its architectures in each of its formats; every tensor that we read must be the same, bit by bit. */
export async function checkReadModels(only = ''): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-read-'));
  const python = new PythonLines('make_saved.py');
  const problems: string[] = [];
  try {
    for (const { name, size } of architectures.filter((one) => one.name.includes(only))) {
      const path = join(folder, 'reference.bin');
      const { layers, files } = answer.parse(await python.ask({ name, size, folder, bytes: path }));
      const bytes = readFileSync(path);
      for (const [format, file] of Object.entries(files)) {
        const opened = await openWeightFile([{ name: file, blob: await openAsBlob(file) }]);
        if (opened.format !== format) problems.push(`${name}: ${opened.format} is not ${format}`);
        let compared = 0;
        for (const layer of opened.layers) {
          const wanted = layers[layer.name] ?? [];
          if (wanted.length !== layer.tensors.length) problems.push(`${name}, ${format}, ${layer.name}: other tensors`);
          for (const [index, tensor] of layer.tensors.entries()) {
            const [offset, shape] = wanted[index] ?? [0, []];
            const values = Buffer.from((await wholeTensor(tensor)).buffer);
            const same = bytes.subarray(offset, offset + values.length).equals(values);
            if (!same || shape.join() !== tensor.shape.join())
              problems.push(`${name}, ${format}, ${layer.name} ${index}`);
            compared += 1;
          }
        }
        opened.close();
        const all = Object.values(layers).reduce((sum, list) => sum + list.length, 0);
        if (compared !== all) problems.push(`${name}, ${format}: ${compared} of ${all} tensors`);
        console.log(`${name}, ${format}: ${compared} tensors, ${(bytes.length / 1e6).toFixed(1)} MB compared`);
      }
    }
  } finally {
    python.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = await checkReadModels(process.argv[2]);
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'Read models: no problem.' : `Read models: ${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
