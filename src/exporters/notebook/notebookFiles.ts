import type { Dataset } from '../../data/dataset';
import { fileText, safeFileName } from '../../formats/file';
import { classesFile, classesText } from '../answerClasses';
import type { ExportedFiles, ExportedModel, StoredSample } from '../exporter';
import { projectFacts } from '../keras/project/facts';
import { sampleFile, storedData } from '../keras/project/storedData';
import { notebookText } from './notebookText';

interface Supplied {
  /** As `.weights.h5`; null where there are none. */
  readonly weights: Uint8Array | null;
  readonly sample: StoredSample | null;
  readonly data: Dataset | null;
  /** ImageNet's names where the model answers with those classes. */
  readonly classes?: readonly string[] | null;
}

/** The notebook with what it reads: data, weights and a sample, as far as they are here. */
export async function notebookFiles(
  model: ExportedModel,
  { weights, sample, data, classes = null }: Supplied,
): Promise<ExportedFiles> {
  const { dataset } = projectFacts(model, data);
  const kept = weights === null ? null : sample;
  return {
    'notebook.ipynb': notebookText(model, {
      data,
      sample: kept !== null,
      weights: weights !== null,
      imagenet: classes !== null,
    }),
    ...(classes && { [classesFile]: classesText(classes) }),
    [`${safeFileName(model.document.title)}.deepbrick.json`]: fileText(model.document),
    ...(dataset && (await storedData(dataset))),
    ...(weights && { 'weights/model.weights.h5': weights }),
    ...(kept && (await sampleFile(kept))),
  };
}
