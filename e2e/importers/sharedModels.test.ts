import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { type Plan, ownWeights } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { scriptFile } from '../../src/exporters/keras/project/scriptFile';
import { onnxFiles } from '../../src/exporters/onnx/onnxFiles';
import { modelText } from '../../src/exporters/pytorch/modelText';
import { weightsFile } from '../../src/exporters/pytorch/weightsFile';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { saveModel } from '../../src/formats/saved/saveModel';
import { savedContents } from '../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../src/formats/weights/weightFile';
import type { WeightTensors } from '../../src/formats/weights/weightTensors';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { complete, matchWeights, matchedWeights } from '../../src/pretrained/matching/match';
import { library } from '../../templates/index';
import { givenFor, rangeOf } from '../keras/cases/given';
import { drawn, valuesOf } from '../keras/cases/numbers';
import { sharedModels } from '../keras/grid/shared';
import { predicted } from './node';

/** Each layer with weights as its class, parameters and how often it is called. */
function layersOf(plan: Plan, kind = ''): readonly string[] {
  const calls = new Map<string, number>();
  for (const { name, sharesWith = name } of plan.steps) calls.set(sharesWith, (calls.get(sharesWith) ?? 0) + 1);
  // ONNX has a SeparableConv2D as two convolutions.
  const isTwo = (keras: string) => kind === 'ONNX' && /^(Separable|Depthwise)?Conv/.test(keras);
  const own = plan.steps.filter((step) => ownWeights(step).length > 0 && !isTwo(step.call.keras));
  return own
    .map(({ name, call, parameters }) => `${call.keras} ${parameters}, called ${calls.get(name)} times`)
    .toSorted();
}

async function opened(file: NamedBlob, beside: readonly NamedBlob[] = []) {
  const readSaved = (files: readonly NamedBlob[]) => savedContents((given) => readSavedModel(given), files);
  const read = await importModel(file, library, { readSaved, beside });
  if (!read.ok) throw new Error(importTroubleText(read.error, 'en'));
  return { ...read.value, plan: compile(read.value.document, library) };
}

const weightsFor = (plan: Plan): WeightTensors =>
  Object.fromEntries(
    plan.steps.flatMap((step) =>
      ownWeights(step).map((weight) => {
        const key = `${step.name}/${weight.name}`;
        const values = valuesOf(drawn(key, weight.shape, ...rangeOf(weight)));
        return [key, { shape: weight.shape, values: Float32Array.from(values) }] as const;
      }),
    ),
  );

async function files(kind: string, document: Document, plan: Plan, weights: WeightTensors): Promise<NamedBlob[]> {
  if (kind === 'PyTorch') {
    const { text, tensors } = modelText(plan);
    const bytes = weightsFile(plan, tensors, weights);
    return [
      { name: 'model.py', blob: new Blob([text]) },
      { name: 'weights.safetensors', blob: new Blob([bytes]) },
    ];
  }
  if (kind === 'ONNX') {
    const made = onnxFiles({ document, plan }, weights);
    return [{ name: 'model.onnx', blob: new Blob([made['model.onnx'] as Uint8Array<ArrayBuffer>]) }];
  }
  const format = kind as 'keras' | 'h5' | 'tfjs';
  const name = { keras: 'model.keras', h5: 'model.h5', tfjs: 'model.zip' }[format];
  return [{ name, blob: await saveModel({ plan, weights, document: null }, format) }];
}

/** What ONNX's reader refuses by operator, called once or twice: masks, both directions, one step at a time, pictures normalised behind an input. */
const unread = ['maskZero', 'bidirectional', 'timeDistributed'];

describe.each(sharedModels)('$title', ({ title, document }) => {
  const plan = compile(document, library);

  const isUnread = unread.some((word) => title.includes(word));

  test.each(isUnread ? ['ONNX'] : [])('is refused by operator out of %s', async (kind) => {
    const [file] = await files(kind, document, plan, weightsFor(plan));
    await expect(opened(file!)).rejects.toThrow(/no brick can take over|does not compute/);
  });

  test.each(['keras', 'h5', 'tfjs', 'PyTorch', ...(isUnread ? [] : ['ONNX'])])(
    'comes back out of %s with its weights',
    async (kind) => {
      const weights = weightsFor(plan);
      const [file, ...beside] = await files(kind, document, plan, weights);
      const back = await opened(file!, beside);
      expect(back.plan.totals.parameters).toBe(plan.totals.parameters);
      expect(layersOf(back.plan, kind)).toEqual(layersOf(plan, kind));
      const { weights: stored } = await readSavedModel(back.weights!);
      const match = matchWeights(back.plan, stored);
      expect(match.report).toMatchObject({ missing: [], wrongShape: [] });
      expect(complete(match)).toBe(true);
      const values = await matchedWeights(match);
      stored.close();
      const inputs = givenFor(plan, 'inputs', { inputRange: 1 }).inputs.map((input) => ({
        shape: input.shape,
        values: [...valuesOf(input)],
      }));
      const [wanted, got] = [await predicted(plan, weights, inputs), await predicted(back.plan, values, inputs)];
      const gap = Math.max(
        ...wanted.flatMap((output, at) => output.map((value, place) => Math.abs(value - got[at]![place]!))),
      );
      expect(gap).toBeLessThan(1e-5);
    },
  );

  test.each<[string, () => string]>([
    ['script.py', () => scriptFile({ document, plan })],
    ['model.ts', () => toTypeScript(plan)],
  ])('comes back out of %s', async (name, written) => {
    const back = await opened({ name, blob: new Blob([written()]) });
    expect(layersOf(back.plan)).toEqual(layersOf(plan));
    expect(back.plan.outputs.length).toBe(plan.outputs.length);
  });
});
