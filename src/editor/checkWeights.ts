import type { AnyTemplate, Library } from '../document/template';
import type { Engine } from '../engine/client';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { WeightsEntry } from '../pretrained/catalogue';
import { entryPlan } from './entryPlan';

interface Parts {
  readonly engine: Pick<Engine, 'request'>;
  readonly templates: readonly AnyTemplate[];
  readonly library: Library;
}

/**
 * Looks whether files are weights, and of a catalogue's entry whether they are those of its architecture, before they are
 * kept. Throws `EngineFailure('weightsMismatch' | 'weightsUnreadable')`.
 */
export async function checkWeights(
  { engine, templates, library }: Parts,
  entry: WeightsEntry | null,
  files: readonly NamedBlob[],
): Promise<void> {
  const template = templates.find(({ id }) => id === entry?.architecture);
  const plan = entry !== null && template !== undefined ? entryPlan(template, entry, library) : null;
  await engine.request({ type: 'checkWeights', plan, files });
}
