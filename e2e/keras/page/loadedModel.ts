import { compile } from '../../../src/compile/compile';
import { buildTemplate } from '../../../src/document/template';
import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import { EngineSession } from '../../../src/engine/session';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import { library } from '../../../templates/index';
import type { Architecture } from '../outputs/architecture';

let session: EngineSession | null = null;

/** The file that Playwright puts here, as a person would. */
export const chosenFile = document.body.appendChild(document.createElement('input'));
chosenFile.type = 'file';

/** An architecture with the chosen file's weights on a backend: what it says of a picture, its values as they are. */
export async function loadedOutput(
  backend: 'wasm' | 'webgpu',
  { template, options, size }: Architecture,
  picture: readonly number[],
): Promise<number[]> {
  const plan = compile(buildTemplate(library.architectures[template]!, { ...options }), library);
  const file = chosenFile.files![0]!;
  session ??= new EngineSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: () => Promise.reject(new Error('There are no datasets here.')),
    emit: () => undefined,
  });
  await session.handle({ type: 'backend', force: backend });
  const about = { project: '', plan, seed: 0 };
  await session.handle({ type: 'importWeights', about, files: [{ name: file.name, blob: file }] });
  const sample = { width: size, height: size, channels: 3, values: Float32Array.from(picture) };
  const preparation = { preprocessing: 'none', interpolation: 'nearest' } as const;
  const { outputs } = await session.handle({ type: 'predict', about, sample, layers: [], preparation });
  return [...outputs[0]!.values];
}
