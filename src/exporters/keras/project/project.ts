import type { Dataset } from '../../../data/dataset';
import { fileText, safeFileName } from '../../../formats/file';
import { classesFile, classesText } from '../../answerClasses';
import type { ExportedFiles, ExportedModel, StoredSample } from '../../exporter';
import { modelFile } from '../model/modelFile';
import { dataFile } from './dataFile';
import { projectFacts } from './facts';
import { litertFile } from './litertFile';
import { predictFile } from './predictFile';
import { pyprojectFile } from './pyprojectFile';
import { readmeFile } from './readmeFile';
import { sampleFile, storedData } from './storedData';
import { expectedText, testFile } from './testFile';
import { trainFile } from './trainFile';

export interface ProjectParts extends ExportedModel {
  /** As `.weights.h5`; null where there are none. */
  readonly weights: Uint8Array | null;
  readonly sample: StoredSample | null;
  readonly data: Dataset | null;
  /** ImageNet's names where the model answers with those classes. */
  readonly classes?: readonly string[] | null;
}

/**
 * The model as a Keras 3 project that trains, predicts and tests itself on any backend. A sample without weights is left
 * out.
 */
export async function kerasProject({
  document,
  plan,
  language = 'en',
  tests = true,
  weights,
  sample,
  data,
  classes = null,
}: ProjectParts): Promise<ExportedFiles> {
  const facts = projectFacts({ document, plan }, data);
  const kept = weights === null || !tests ? null : sample;
  const stored = { weights: weights !== null, sample: kept !== null, tests };
  const litert = litertFile(facts);
  return {
    'README.md': readmeFile(facts, stored, language),
    'pyproject.toml': pyprojectFile(facts),
    'model.py': modelFile(plan),
    'data.py': dataFile(facts),
    'train.py': trainFile(facts),
    'predict.py': predictFile(facts, classes !== null),
    ...(classes && { [classesFile]: classesText(classes) }),
    ...(tests && { 'test_model.py': testFile(plan), 'expected.json': expectedText(plan) }),
    ...(litert !== null && { 'to_litert.py': litert }),
    '.gitignore': 'trained/\n__pycache__/\n',
    [`${safeFileName(document.title)}.deepbrick.json`]: fileText(document),
    ...(facts.dataset && (await storedData(facts.dataset))),
    ...(weights && { 'weights/model.weights.h5': weights }),
    ...(kept && (await sampleFile(kept))),
  };
}
