import { runnable } from '../../../compile/plan';
import { loadBuiltIn } from '../../../data/builtIn';
import { isBuiltIn } from '../../../data/catalogue';
import { done } from '../../../document/result';
import { EngineError } from '../../../engine/protocol/engineError';
import type { ExportSupplies, ProjectSources } from '../../../exporters/exporter';
import { loadImagenetClasses } from '../../../pretrained/classNames';
import type { OwnData } from '../../own/ownData';
import type { Editor } from '../../store';
import type { Runner } from '../runner';
import { storedSample } from './storedSample';

/** What an export of the model on the canvas is made from. */
export interface ExportParts {
  readonly editor: Pick<Editor, 'store'>;
  readonly runner: Pick<Runner, 'weights' | 'probe' | 'save'>;
  readonly data: Pick<OwnData, 'load'>;
  /** Our own files, for a target that takes some along. */
  readonly sources: () => Promise<ProjectSources>;
}

/** Asks once for what does not change; again where it did not come. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    const answer = asked ?? ask();
    asked = answer;
    void answer.catch(() => {
      if (asked === answer) asked = null;
    });
    return answer;
  };
}

/**
 * What the page has for an export of the model as it is now, each asked for when it is first wanted, and once. `signal` ends
 * what can be ended. The supplies reject with `EngineError`.
 */
export function pageSupplies(
  { editor, runner, data, sources }: ExportParts,
  signal: () => AbortSignal,
): ExportSupplies {
  const { document, plan } = editor.store.getState();
  const loaded = once(() => {
    const { dataset: id } = document.training;
    return isBuiltIn(id) ? loadBuiltIn(id) : data.load(id);
  });
  return {
    data: loaded,
    weights: once(async () => {
      const weights = runnable(plan) ? await runner.weights() : done(null);
      if (!weights.ok) throw new EngineError(weights.error);
      return weights.value;
    }),
    kerasWeights: once(async () => {
      const file = await runner.save('weights', signal());
      if (!file.ok) throw new EngineError(file.error);
      return new Uint8Array(await file.value.arrayBuffer());
    }),
    sample: once(async () => {
      const dataset = await loaded();
      return dataset && (await storedSample(plan, dataset, runner));
    }),
    imagenetClasses: once(() => loadImagenetClasses()),
    sources: once(sources),
  };
}
