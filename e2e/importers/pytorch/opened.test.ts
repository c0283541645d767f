import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compile } from '../../../src/compile/compile';
import { rename } from '../../../src/document/edits';
import type { Document } from '../../../src/document/document';
import { openWeightFile } from '../../../src/formats/weights/openWeightFile';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';
import { importModel } from '../../../src/importers/importModel';
import { complete, matchWeights, matchedWeights } from '../../../src/pretrained/matching/match';
import { library } from '../../../templates/index';

/** Files of `torch.save(model.state_dict())`, in base64, of the models beside this. */
const all = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
  Record<string, { readonly weights: string }>
>;

/** Under other names their order is not the file's, which has its modules as the class makes them: they are refused. */
const branched = new Set(['dueling', 'inception', 'resnet_basic', 'resnet_bottleneck']);

/** The weights that files give a model, and whose order alone says whose they are. */
async function found(document: Document, files: readonly NamedBlob[]) {
  const file = await openWeightFile(files);
  const match = matchWeights(compile(document, library), file);
  if (!complete(match)) throw new Error(JSON.stringify(match.report));
  const weights = Object.entries(await matchedWeights(match)).map(
    ([key, { shape, values }]) => [key, shape, createHash('sha256').update(values).digest('hex')] as const,
  );
  return { weights, byOrder: match.report.byOrder, format: file.format };
}

/** Layers under names that no file knows. */
const renamed = (document: Document) =>
  Object.keys(document.nodes).reduce((made, name, at) => rename(name, `layer_${at}`)(made), document);

test.each(Object.keys(all))(
  '%s: its file alone, opened into its model, gives what code and file give',
  async (name) => {
    const pt = { name: 'model.pt', blob: new Blob([Buffer.from(all[name]!.weights, 'base64')]) };
    const code = { name: `${name}.py`, blob: new Blob([readFileSync(`e2e/importers/pytorch/models/${name}.py`)]) };
    const read = await importModel(code, library, { beside: [pt] });
    if (!read.ok || !read.value.weights) throw new Error(JSON.stringify(read));
    const { document, weights } = read.value;
    const expected = await found(document, weights);
    const opened = await found(document, [pt]);
    expect(opened.format).toBe('torch');
    expect(opened.byOrder).toEqual([]);
    expect(opened.weights.toSorted()).toEqual(expected.weights.toSorted());
    const other = renamed(document);
    const again = await found(other, [pt]).catch((error: unknown) => {
      if (error instanceof Error && branched.has(name)) return null;
      throw error;
    });
    const names = new Map(Object.keys(document.nodes).map((own, at) => [own, Object.keys(other.nodes)[at]!]));
    const moved = expected.weights.map(([key, ...values]) => {
      const [layer = '', ...rest] = key.split('/');
      return [[names.get(layer)!, ...rest].join('/'), ...values];
    });
    expect(again?.weights.toSorted() ?? null).toEqual(branched.has(name) ? null : moved.toSorted());
  },
);
