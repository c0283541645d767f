import type { Argument, Call } from '../../src/brick/call';
import { camelCase } from '../../src/compile/identifiers';
import { signatureOf } from '../../src/importers/kerasCode/keras/signatures';
import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { scriptFile } from '../../src/exporters/keras/project/scriptFile';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { library } from '../../templates/index';
import { layersDiffer } from './layersDiffer';

/** Arguments with Keras's own values for those that are left out; of two names of one initializer the shorter. */
function canonical({ keras, kerasArgs }: Call): Readonly<Record<string, unknown>> {
  const own = (signatureOf('layers', keras) ?? []).map(
    ([name, initial]) => [camelCase(name), initial ?? null] as const,
  );
  const given = Object.entries(kerasArgs).map(([name, value]) => [name, shorter(value)] as const);
  const used = new Set(given.map(([name]) => name));
  // What is given stands behind Keras's own value, and replaces it.
  const all = Object.fromEntries([...own.filter(([name]) => used.has(name) || keras === 'ReLU'), ...given]);
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function shorter(value: Argument): unknown {
  if (typeof value !== 'object' || value === null || !('role' in value)) return value;
  if (value.role === 'layer') return { layer: value.layer.call.keras, args: canonical(value.layer.call) };
  // `VarianceScaling(1)` is `LecunNormal()`.
  return value.name === 'varianceScaling' && value.settings['scale'] === 1
    ? { ...value, name: 'leCunNormal', settings: {} }
    : value;
}

/** All that Keras is told of a layer. Two bricks can be one class of Keras: `ThresholdedReLU` is its `ReLU`. */
function facts({ steps }: Plan): ReadonlyMap<string, string> {
  return new Map(
    steps.map(({ name, call, inputs, shape, parameters, trainableParameters, nested }) => [
      name,
      JSON.stringify({
        layer: call.keras,
        args: canonical(call),
        inputs,
        shape,
        parameters,
        trainableParameters,
        nested: nested?.steps.map((step) => [step.name, step.trainableParameters]),
      }),
    ]),
  );
}

/** How a document that was written as a Keras script and read from it differs from itself, layer by layer; empty where it does not. */
export async function scriptDifferences(document: Document): Promise<readonly string[]> {
  const plan = compile(document, library);
  const script = scriptFile({ document, plan });
  const read = await importModel({ name: 'script.py', blob: new Blob([script]) }, library);
  if (!read.ok) return [importTroubleText(read.error, 'en')];
  const again = compile(read.value.document, library);
  return [...layersDiffer(facts(plan), facts(again)), ...trainingDifferences(document, read.value.document)];
}

/** Settings of training that a script says. */
const told = ['optimizer', 'batchSize', 'epochs', 'seed', 'dataset', 'shuffle'] as const;

function trainingDifferences(one: Document, other: Document): readonly string[] {
  const title = one.title === other.title ? [] : [`title: ${one.title} ≠ ${other.title}`];
  const settings = told.flatMap((setting) => {
    const [before, after] = [one, other].map(({ training }) => JSON.stringify(training[setting]));
    return before === after ? [] : [`${setting}: ${before} ≠ ${after}`];
  });
  return [...title, ...settings];
}
