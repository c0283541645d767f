import type { InnerLayer } from '../../src/brick/call';
import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import { tfjsCall } from '../../src/compile/tfjsCall';
import type { Document } from '../../src/document/document';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { typescriptDocument } from '../../src/importers/typescript/readTypeScript';
import { library } from '../../templates/index';
import { layersDiffer } from './layersDiffer';

/**
 * How a document that was written as `model.ts` and read from it differs from itself: layer by layer its name,
 * what it is told, what comes in, shapes and parameters; empty where it does not.
 */
export function typescriptDifferences(document: Document): readonly string[] {
  const plan = compile(document, library);
  const text = toTypeScript(plan);
  const read = typescriptDocument(text, library);
  if (!read.ok) return [importTroubleText(read.error, 'en')];
  const again = compile(read.value.document, library);
  return layersDiffer(facts(plan), facts(again));
}

/** Of every layer what TensorFlow.js is told, what comes in and out. Two bricks can be one layer there: ThresholdedReLU is a ReLU. */
function facts({ steps }: Plan): ReadonlyMap<string, string> {
  return new Map(
    steps.map(({ name, call, inputs, shape, parameters, trainableParameters, nested }) => [
      name,
      JSON.stringify({
        told: told({ call }),
        inputs,
        shape,
        parameters,
        trainableParameters,
        nested: nested?.steps.map((step) => [step.name, step.trainableParameters]),
      }),
    ]),
  );
}

function told({ call }: Pick<InnerLayer, 'call'>): unknown {
  const { own, factory, args } = tfjsCall({ call });
  // That a mask is made which nothing reads is not printed.
  const silenced = call.traits.maskLayer?.silences ?? 'maskZero';
  const plain = Object.entries(args).map(([name, value]) =>
    typeof value === 'object' && value !== null && 'role' in value && value.role === 'layer'
      ? [name, told(value.layer)]
      : [name, value],
  );
  // Nothing is the same as what is not said; whole numbers come in as floats, and the text does not say that they are whole.
  const given = plain
    .filter(([name, value]) => value !== null && name !== silenced && !(factory === 'input' && name === 'dtype'))
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return { layer: own ?? factory, args: given };
}
