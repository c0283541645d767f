import { expect, test } from 'vitest';
import { repeatedGraphs } from '../../../e2e/keras/grid/randomGraphs';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { fineTune, fineTuningOf } from '../../document/edits/fineTune';
import { buildTemplate } from '../../document/template';
import { trainingStage } from './trainingStage';

const template = (id: string) => buildTemplate(templates.find((one) => one.id === id)!);
const stageOf = (document: Document) => trainingStage(document, compile(document, library), library);
const tuned = (document: Document) => {
  const { trunk, stages, layers } = fineTuningOf(document, library, compile(document, library).shapes)!;
  const settings = { divisor: 10, epochs: 2, normalisationFrozen: true };
  return fineTune(stages.at(-1)?.from ?? layers.at(-1)!, settings, trunk, library)(document);
};

test.each(['transfer', 'digits-transfer', 'vgg16-transfer'])('%s trains its head, and then fine-tunes', (id) => {
  const document = template(id);
  expect([stageOf(document), stageOf(tuned(document))]).toEqual(['head', 'fineTuning']);
});

test.each(templates.filter(({ id }) => !/transfer/.test(id)).map((one) => [one.id, one] as const))(
  '%s is simply trained',
  (_, one) => expect(stageOf(buildTemplate(one))).toBeNull(),
);

test.each(repeatedGraphs.map(({ title, document }) => [title, document] as const))(
  '%s: simply trained, whatever wire is missing',
  (_, document) => {
    const edges = [null, ...document.edges];
    const broken = edges.map((gone) => ({ ...document, edges: document.edges.filter((edge) => edge !== gone) }));
    expect(broken.map(stageOf)).toEqual(broken.map(() => null));
  },
);
