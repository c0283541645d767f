import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { savedContents } from '../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../src/formats/weights/weightFile';
import { importNotes } from '../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import type { Imported } from '../../src/importers/importer';
import { importModel } from '../../src/importers/importModel';
import { complete, matchWeights, matchedWeights } from '../../src/pretrained/matching/match';
import { library } from '../../templates/index';
import { predicted } from './node';
import { type Listed, type SavedModel, blobOf, savedModels, savedOf } from './savedModels';

const readSaved = (files: readonly NamedBlob[]) => savedContents((given) => readSavedModel(given), files);
const read = (model: SavedModel) => importModel(blobOf(model), library, { readSaved });

async function opened(model: SavedModel): Promise<Imported> {
  const imported = await read(model);
  if (!imported.ok) throw new Error(importTroubleText(imported.error, 'en'));
  for (const language of ['en', 'ko'] as const) {
    const notes = importNotes(imported.value.report, language);
    expect(notes.filter((note) => /undefined|\[object/.test(note))).toEqual([]);
  }
  return imported.value;
}

/** What our engine says with the file's weights. */
async function answers({ document, weights }: Imported, inputs: readonly Listed[]): Promise<readonly number[][]> {
  const plan = compile(document, library);
  expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { weights: file } = await readSavedModel(weights!);
  const match = matchWeights(plan, file);
  expect(match.report).toMatchObject({ missing: [], wrongShape: [], byOrder: [] });
  expect(complete(match)).toBe(true);
  const values = await matchedWeights(match);
  file.close();
  return predicted(plan, values, inputs);
}

const gap = (ours: readonly number[], { values }: Listed) =>
  Math.max(...values.map((value, at) => Math.abs(value - ours[at]!)));

/** The same numbers with the axis behind the batch as the last one. */
function channelsLast({ shape, values }: Listed): Listed {
  const [batch, channels, ...sizes] = shape as readonly [number, number, ...number[]];
  const places = sizes.reduce((product, size) => product * size, 1);
  const turned = Array.from({ length: values.length }, (_, at) => {
    const [sample, rest] = [Math.floor(at / (places * channels)), at % (places * channels)];
    const [place, channel] = [Math.floor(rest / channels), rest % channels];
    return values[(sample * channels + channel) * places + place]!;
  });
  return { shape: [batch, ...sizes, channels], values: turned };
}

test.each(savedOf('channels first'))('%s: opens with its channels last and answers as Keras', async (_, model) => {
  const imported = await opened(model);
  expect(compile(imported.document, library).totals.parameters).toBe(model.parameters);
  const [ours] = await answers(imported, model.inputs.map(channelsLast));
  expect(gap(ours!, model.outputs[0]!)).toBeLessThan(1e-5);
  expect(imported.report.assumed.map(({ code }) => code)).toContain('channelsFirst');
  expect(Object.values(imported.document.nodes).every(({ type }) => type !== 'placeholder')).toBe(true);
});

const alone = savedOf('weights alone').filter(([name]) => !/unclear|padded|MobileNet/.test(name));

test.each(alone)('%s: opens as the layers that their shapes tell', async (_, model) => {
  const imported = await opened(model);
  expect(compile(imported.document, library).totals.parameters).toBe(model.parameters);
  const input = model.inputs[0]!;
  const plan = compile(imported.document, library);
  const shape = plan.steps.find(({ name }) => name === plan.inputs[0])!.shape;
  // A picture without colours may have an axis for them.
  const own = [2, ...shape.map((size, at) => size ?? input.shape[at + 1]!)];
  const [ours] = await answers(imported, [{ shape: own, values: input.values }]);
  expect(gap(ours!, model.outputs[0]!)).toBeLessThan(1e-5);
});

test('weights alone that several chains have are refused', async () => {
  const imported = await read(savedModels['weights alone: unclear']!);
  expect(imported).toMatchObject({ ok: false, error: { code: 'weightsOnly' } });
});

test('weights alone of an architecture of the catalogue open as that', async () => {
  const model = savedModels['weights alone: MobileNet']!;
  const imported = await opened(model);
  const note = imported.report.assumed.find(({ code }) => code === 'architecture');
  expect(note?.data).toEqual({ model: 'MobileNet', options: ['alpha = 0.25', 'includeTop = false'] });
});

test('weights alone that several inputs fit open with the one that Keras’s own padding takes, and say so', async () => {
  const { report } = await opened(savedModels['weights alone: padded']!);
  const note = report.assumed.find(({ code }) => code === 'fittingInput');
  expect(note?.data).toEqual({ shape: [22, 22, 3], padding: 'valid' });
});

test.each(['a backbone inside', 'a backbone inside, in h5'])(
  '%s: it is one brick with the file’s weights',
  async (name) => {
    const model = savedModels[name]!;
    const imported = await opened(model);
    const types = Object.values(imported.document.nodes).map(({ type }) => type);
    expect(types.toSorted()).toEqual(['dense', 'inputImage', 'pretrainedBackbone']);
    const plan = compile(imported.document, library);
    expect(plan.totals.parameters).toBe(model.parameters);
    const [ours] = await answers(imported, model.inputs);
    expect(gap(ours!, model.outputs[0]!)).toBeLessThan(1e-5);
    const node = Object.values(imported.document.nodes).find(({ type }) => type === 'pretrainedBackbone')!;
    expect(node.params).toMatchObject({ architecture: 'mobilenet', alpha: 0.25, includeTop: false, pooling: 'avg' });
    expect(node.params).toMatchObject({ trainableLayers: 'from' });
  },
);

test('a layer that is called twice is two bricks with one set of weights', async () => {
  const model = savedModels['shared: a layer']!;
  const imported = await opened(model);
  const uses = Object.entries(imported.document.nodes).filter(([, { sharesWith }]) => sharesWith !== undefined);
  expect(uses.map(([, { sharesWith }]) => sharesWith)).toEqual(['tower']);
  expect(compile(imported.document, library).totals.parameters).toBe(model.parameters);
  const all = await answers(imported, model.inputs);
  model.outputs.forEach((output, at) => expect(gap(all[at]!, output)).toBeLessThan(1e-5));
});

test.each(savedOf('optimizer'))('%s: the report says that its state is kept', async (_, model) => {
  const { report } = await opened(model);
  const codes = [...report.assumed, ...report.dropped].map(({ code }) => code);
  expect(codes).toContain('optimizerState');
});
