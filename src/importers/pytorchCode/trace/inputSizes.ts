import type { InstanceValue } from '../../kerasCode/values/value';
import { modulesIn } from '../modules/moduleClass';
import type { TorchText } from '../torchModels';
import { InputNeeded, SizeMismatch } from './tensor';
import { type Sizes, documentedSizes, fits, freeSizes, saidSizes } from './saidSizes';
import { batchSize } from './trace';
import { type TracedInput, inputNames, traced } from './traced';

/** What goes into a model, and whether a size of it was found by trying. */
export interface FoundInputs {
  readonly inputs: readonly TracedInput[];
  readonly assumed: readonly string[];
}

/** The text does not say how large an input is, nor does what follows it. */
export class InputOpen extends Error {
  override readonly name = 'InputOpen';
  constructor(
    readonly input: string,
    /** Without the batch. */
    readonly sizes: readonly (number | null)[],
  ) {
    super(input);
  }
}

/** Sizes that pictures and texts often have, the usual first. */
const usual = [28, 32, 64, 224, 227, 128, 256, 299, 96, 48, 16, 100, 512];
const largest = 1024;
/** Of pictures for networks of torchvision. */
const publishedSize = 224;

/** Shapes of samples that whoever imports gives, channels last, as PyTorch has them. */
function givenSizes(shape: readonly (number | null)[], form: Sizes): readonly number[] | null {
  if (shape.some((size) => size === null)) return null;
  const own = shape as readonly number[];
  const batch = Math.max(0, form.indexOf(batchSize));
  const withBatch = (sizes: readonly number[]) => [...sizes.slice(0, batch), batchSize, ...sizes.slice(batch)];
  const turned = [own.at(-1)!, ...own.slice(0, -1)];
  const isPicture = form.length >= 4 || (form.length === 3 && form[1] !== null && form[2] === null);
  const choices = isPicture ? [turned, own] : [own, turned];
  return choices.map(withBatch).find((sizes) => fits(sizes, form)) ?? null;
}

/** What the first layer of a model takes, where the text does something else with the input before. */
function firstForm(text: TorchText, module: InstanceValue): { readonly form: Sizes; readonly whole: boolean } {
  for (const [{ class: own, fields }] of modulesIn(module, text.base)) {
    const number = (name: string) => {
      const value = fields.get(name);
      return value?.kind === 'number' ? value.value : null;
    };
    const axes = /^Conv(\d)d$/.exec(own.name)?.[1];
    if (axes)
      return {
        form: [batchSize, number('in_channels'), ...Array.from({ length: Number(axes) }, () => null)],
        whole: false,
      };
    if (own.name === 'Linear') return { form: [batchSize, number('in_features')], whole: false };
    if (/^(LSTM|GRU|RNN)$/.test(own.name)) return { form: [batchSize, null, number('input_size')], whole: false };
    if (own.name === 'Embedding') return { form: [batchSize, null], whole: true };
  }
  return { form: [batchSize, null], whole: false };
}

type Outcome = 'fits' | 'small' | 'large' | Error;

/** How large the inputs of a model are. Throws `InputOpen`, or what keeps the model from being gone through. */
export function inputSizes(
  text: TorchText,
  module: InstanceValue,
  shapes: Readonly<Record<string, readonly (number | null)[]>>,
): FoundInputs {
  const inputs: TracedInput[] = inputNames(module).map((name) => ({ name, sizes: null, whole: false }));
  const assumed: string[] = [];
  for (let round = 0; round <= inputs.length * 2; round++) {
    const needed = neededBy(() => traced(text, module, inputs));
    if (needed === null) break;
    const at = inputs.findIndex(({ name }) => name === needed.input);
    if (at < 0) throw needed;
    const known = needed.sizes !== null && needed.sizes.length > 0;
    const { form, whole } = known ? { form: needed.sizes!, whole: needed.whole } : firstForm(text, module);
    const { name } = inputs[at]!;
    const answer = shapes[name] ?? shapes[''];
    const put = (sizes: readonly number[]) => {
      inputs[at] = { name, sizes, whole };
    };
    const told =
      (answer ? (givenSizes(answer, form) ?? givenSizes(answer, answerForm(answer))) : null) ??
      documentedSizes(text, at) ??
      (known ? null : freeSizes(text, module, at, form)) ??
      saidSizes(text, module, at, form);
    if (told) put(told);
    else if (!form.includes(null)) put(form as readonly number[]);
    else {
      const size = searched((open) => outcomeOf(text, module, inputs, at, filled(form, open), whole));
      const found = size ?? (text.session.published.size > 0 ? publishedSize : null);
      if (found === null) throw new InputOpen(name, lastChannels(form));
      put(filled(form, found));
      assumed.push(name);
    }
  }
  return { inputs, assumed };
}

const answerForm = (answer: Sizes): Sizes => [batchSize, ...answer.map(() => null)];
const filled = (form: Sizes, open: number) => form.map((size) => size ?? open);

/** As a brick has them: without the batch, of a picture the channels last. */
function lastChannels(form: Sizes): Sizes {
  const sample = form.filter((size) => size !== batchSize);
  return sample.length >= 2 && sample[0] !== null ? [...sample.slice(1), sample[0]!] : sample;
}

function neededBy(run: () => unknown): InputNeeded | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof InputNeeded) return error;
    throw error;
  }
}

function outcomeOf(
  text: TorchText,
  module: InstanceValue,
  inputs: readonly TracedInput[],
  at: number,
  sizes: readonly number[],
  whole: boolean,
): Outcome {
  const tried = inputs.map((input, place) => (place === at ? { ...input, sizes, whole } : input));
  try {
    traced(text, module, tried);
    return 'fits';
  } catch (error) {
    // Another input comes later.
    if (error instanceof InputNeeded) return 'fits';
    if (error instanceof SizeMismatch) return error.got < error.wanted ? 'small' : 'large';
    if (error instanceof Error) return error;
    throw error;
  }
}

/** The size that fits, by halves: the usual one where several do; null where any fits. */
function searched(outcome: (size: number) => Outcome): number | null {
  const at = (size: number): 'fits' | 'small' | 'large' => {
    const found = outcome(size);
    if (found instanceof Error) throw found;
    return found;
  };
  const [few, many] = [at(64), at(256)];
  if (few === 'fits' && many === 'fits') return null;
  let [low, high] = [1, largest];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) === 'small') low = middle + 1;
    else high = middle;
  }
  if (at(low) !== 'fits') return at(low) === 'large' ? low : null;
  let end = low;
  while (end < low + 40 && at(end + 1) === 'fits') end++;
  return usual.find((size) => size >= low && size <= end) ?? low;
}
