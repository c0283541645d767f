import type { InstanceValue } from '../../kerasCode/values/value';
import type { TorchText } from '../torchModels';
import { batchSize, openSize } from './trace';

/** Sizes with the batch; null is open. */
export type Sizes = readonly (number | null)[];

/** Whether sizes are of this form: as many axes, and the same where the form says one. */
export const fits = (sizes: readonly number[], form: Sizes) =>
  sizes.length === form.length && form.every((size, at) => size === null || size === sizes[at]);

/** Sizes that the text says somewhere. */
export function saidSizes(text: TorchText, module: InstanceValue, at: number, form: Sizes): readonly number[] | null {
  const { said, datasets, pictures } = text.session;
  const own = said.filter(({ of }) => of === module || of === null);
  const all = [...own, ...said.filter((each) => !own.includes(each))];
  const batch = Math.max(0, form.indexOf(batchSize));
  for (const { sizes, batched } of all) {
    const given = sizes[at];
    if (!given) continue;
    const replaced = given.map((size, axis) => (axis === batch ? batchSize : size));
    if (batched !== false && fits(replaced, form)) return replaced;
    const added = [...given.slice(0, batch), batchSize, ...given.slice(batch)];
    if (batched !== true && fits(added, form)) return added;
  }
  const size = pictures.at(-1);
  const samples = [...(size && form.length === 4 ? [[form[1] ?? 3, ...size]] : []), ...datasets];
  return samples.map((sample) => [batchSize, ...sample]).find((sizes) => fits(sizes, form)) ?? null;
}

/** Sizes that our own projects say, input by input: `Takes digit [batch, 1, 28, 28].` */
export function documentedSizes({ code, isExported }: TorchText, at: number): readonly number[] | null {
  const takes = isExported ? /^ {4}Takes ([^"]+?)^ {4}Gives /m.exec(code.text)?.[1] : undefined;
  const sizes = takes === undefined ? undefined : [...takes.matchAll(/\[batch([^\]]*)\]/g)][at]?.[1];
  if (sizes === undefined) return null;
  const all = sizes.split(',').slice(1);
  return [batchSize, ...all.map((size) => (size.trim() === '?' ? openSize : Number(size)))];
}

/** Sizes of an input that is not taken as it is: of a call, or of a dataset with as many numbers as the first layer takes. */
export function freeSizes(text: TorchText, module: InstanceValue, at: number, form: Sizes): readonly number[] | null {
  const { said, datasets } = text.session;
  const own = said.find(({ of, batched }) => of === module && batched === true)?.sizes[at];
  if (own) return [batchSize, ...own.slice(1)];
  const flat = form.length === 2 ? form[1] : null;
  const sample = datasets.find((shape) => shape.reduce((all, size) => all * size, 1) === flat);
  return sample ? [batchSize, ...sample] : null;
}
