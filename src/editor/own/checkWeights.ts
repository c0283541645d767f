import { architectureIn } from '../../document/library';
import type { Library } from '../../document/template';
import type { Engine } from '../../engine/client';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { WeightsEntry } from '../../document/architecture';
import type { ChosenTrouble } from '../../pretrained/chosenTrouble';
import { entryPlan } from './entryPlan';

interface Parts {
  readonly engine: Pick<Engine, 'request'>;
  readonly library: Library;
}

/** Looks into files before they are kept, in the worker: a large file would fill the memory of the page. */
export async function checkWeights(
  { engine, library }: Parts,
  entry: WeightsEntry | null,
  files: readonly NamedBlob[],
): Promise<ChosenTrouble | null> {
  const template = architectureIn(library, entry?.architecture);
  const plan = entry !== null && template !== undefined ? entryPlan(template, entry, library) : null;
  return engine.request({ type: 'checkWeights', plan, files });
}
