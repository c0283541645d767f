import type { Language } from '../../brick/brick';
import { runnable } from '../../compile/plan';
import { loadBuiltIn } from '../../data/builtIn';
import { isBuiltIn } from '../../data/catalogue';
import { type Result, done, refused } from '../../document/result';
import { ExportRefused, type ExportTrouble } from '../../exporters/exportRefused';
import type { ExportSupplies, Exporter, ProjectSources } from '../../exporters/exporter';
import { safeFileName } from '../../formats/file';
import { EngineError, engineTroubleOf } from '../../engine/protocol/engineError';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { plainName } from '../../formats/plainName';
import { zipFiles } from '../../formats/zipFiles';
import type { OwnData } from '../own/ownData';
import type { Editor } from '../store';
import type { Runner } from './runner';
import { storedSample } from './storedSample';

interface Parts {
  readonly editor: Pick<Editor, 'store'>;
  readonly runner: Pick<Runner, 'weights' | 'probe' | 'save'>;
  readonly data: Pick<OwnData, 'load'>;
  /** Our own files, for a target that takes some along. */
  readonly sources: () => Promise<ProjectSources>;
  /** Of the words around the code. */
  readonly language: Language;
  /** The files are there; now they are packed. */
  readonly packing: () => void;
}

/** A zip to hand over, and whether the model in it knows what it has learned. */
export interface PackedExport {
  readonly file: File;
  readonly trained: boolean;
}

/** The model's files for a target as one zip. Never throws. */
export async function packedExport(
  exporter: Exporter,
  { editor, runner, data, sources, language, packing }: Parts,
): Promise<Result<PackedExport, EngineTrouble | ExportTrouble>> {
  const { document, plan } = editor.store.getState();
  let trained = false;
  const supplies: ExportSupplies = {
    async weights() {
      const weights = runnable(plan) ? await runner.weights() : done(null);
      if (!weights.ok) throw new EngineError(weights.error);
      trained = weights.value !== null;
      return weights.value;
    },
    async kerasWeights() {
      const file = await runner.save('weights', new AbortController().signal);
      if (!file.ok) throw new EngineError(file.error);
      return new Uint8Array(await file.value.arrayBuffer());
    },
    async sample() {
      const dataset = await supplies.data();
      return dataset && (await storedSample(plan, dataset, runner));
    },
    data() {
      const { dataset: id } = document.training;
      return isBuiltIn(id) ? loadBuiltIn(id) : data.load(id);
    },
    sources,
  };
  try {
    const files = await exporter.files({ document, plan, language }, supplies);
    packing();
    const zip = await zipFiles(files, plainName(document.title));
    const file = new File([zip], `${safeFileName(document.title)}.zip`, { type: 'application/zip' });
    return done({ file, trained });
  } catch (error) {
    return refused(error instanceof ExportRefused ? error.trouble : engineTroubleOf(error));
  }
}
