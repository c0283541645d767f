import type { DataTrouble } from '../data/fitting';
import type { Found } from '../engine/soundness/deadRun';
import type { Cause } from '../engine/soundness/likelyCause';

const sizes = (shape: readonly (number | null)[]) => `[${shape.map((size) => size ?? '?').join(', ')}]`;
const ownData = 'Put your own data into src/settings.ts, or name them with --data.';

/** Why data do not fit the model: what was expected, what came, the way out. */
export function misfitText(trouble: DataTrouble): string {
  switch (trouble.code) {
    case 'inputMisfit':
      return `The model takes ${sizes(trouble.expected)}, the data have ${sizes(trouble.got)}. ${ownData}`;
    case 'wordsMisfit':
      return `The model takes ${trouble.expected}, the data have ${trouble.expected === 'words' ? 'values' : 'words'}. ${ownData}`;
    case 'vocabularyMisfit':
      return `The data have ${trouble.got} different words, the Embedding knows ${trouble.expected}: raise its inputDim in src/model.ts.`;
    case 'outputMisfit': {
      const { expected, got, output } = trouble;
      const answers = expected.kind === 'classes' ? `${expected.classes} classes` : `${expected.units} numbers`;
      return `The data have ${answers}, ${output} gives ${sizes(got)}: change its units in src/model.ts, or take other data.`;
    }
    case 'lossMisfit':
      return `${trouble.output} is judged by ${trouble.loss}, which does not go with these answers: change it in src/settings.ts.`;
  }
}

function remedy(cause: Cause, learningRate: number): string {
  switch (cause.kind) {
    case 'learningRate':
      return `The learning rate, ${learningRate}, is probably too high: try --learning-rate ${Number((Math.min(learningRate, 0.1) / 10).toPrecision(2))}.`;
    case 'loss':
      return 'The loss has no value for what this output says, e.g. for negative numbers: take another one.';
    case 'model':
      return 'The last good weights make no numbers of these samples either: a layer divides by zero or overflows.';
    case 'empty':
      return `Empty samples in this batch (only zeros, or no word that the model knows): ${cause.samples}. Take them out.`;
    default: {
      const what = cause.kind === 'inputs' ? 'values that go in' : 'numbers to predict';
      if (cause.largest === null) return `Some of the ${what} are no numbers: take those samples out.`;
      return `The ${what} are probably not scaled (up to ${cause.largest}): divide them, and lower the learning rate.`;
    }
  }
}

/** Where a run stopped giving numbers, and the likeliest cause with its remedy. */
export function deadText({ part, epoch, batch }: Found, cause: Cause, learningRate: number): string {
  const what = part === 'weights' ? 'Some weights are no longer finite numbers' : 'The loss is no longer a number';
  const where = `epoch ${epoch}, ${part === 'validation' ? 'validation ' : ''}batch ${batch}`;
  return `${what} (${where}); the weights of the last good epoch are kept. ${remedy(cause, learningRate)}`;
}

/** A loss that is a number, but says nothing. */
export const absurdText = (loss: number, cause: Cause, learningRate: number) =>
  `The loss is ${loss.toExponential(2)}, far larger than it should be. ${remedy(cause, learningRate)}`;
