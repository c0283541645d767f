import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import type { BackendName } from '../../../src/engine/protocol/backendInfo';
import { EngineSession } from '../../../src/engine/session';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import { compile } from '../../../src/compile/compile';
import { pictureOf } from '../../../src/data/photos/picture';
import { templateDocument } from '../../../src/layout/templateDocument';
import { library, templates } from '../../../templates/index';

const chosen = (id: string): readonly File[] => [...(document.querySelector<HTMLInputElement>(`#${id}`)!.files ?? [])];

const engine = new EngineSession({
  wasmFiles,
  checkpoints: memoryCheckpoints(),
  dataset: () => Promise.reject(new Error('Nothing is trained here.')),
  emit: () => undefined,
});

const measured = {
  /** What an architecture without its top makes of the chosen photo at `size` × `size`, with the chosen weights. */
  async features(architecture: string, size: number, backend: BackendName) {
    const { adapter } = await engine.handle({ type: 'backend', force: backend });
    const template = templates.find(({ id }) => id === architecture)!;
    const inputShape = [size, size, 3];
    const plan = compile(templateDocument(template, { includeTop: false, inputShape }, library), library);
    const about = { project: 'measured', plan, seed: 1 };
    const files = chosen('weights').map((file) => ({ name: file.name, blob: file }));
    const { loaded, missing } = await engine.handle({ type: 'importWeights', about, files });
    const wanted = { width: size, height: size, channels: 3 };
    const how = { as: 'photo', interpolation: 'bilinear' } as const;
    const sample = await pictureOf(chosen('photo')[0]!, { size: wanted, how });
    if (sample === null) throw new Error('The photo cannot be read.');
    const preparation = { preprocessing: 'auto', interpolation: 'bilinear' } as const;
    const { outputs, milliseconds } = await engine.handle({ type: 'predict', about, sample, layers: [], preparation });
    const [{ shape, values }] = outputs as [(typeof outputs)[number]];
    return { adapter, loaded: loaded.length, missing: missing.length, shape, values: [...values], milliseconds };
  },
};
export type Measured = typeof measured;
Object.assign(globalThis, { measured });
