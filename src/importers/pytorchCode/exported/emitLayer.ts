import type { Config } from '../../kerasGraph/kerasGraph';
import type { Arguments } from '../arguments';
import { emit } from '../operations/operation';
import type { TorchTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';

/** How a layer of Keras takes its input: number by number, as a picture, along the axes `dims`, or as a whole that gets another shape. */
export type LayerForm = 'Each' | 'Picture' | 'AlongAxes' | 'Shape';

interface More {
  readonly weights?: readonly string[];
  readonly dims?: readonly number[];
  /** Sizes that come out; missing: those that go in. */
  readonly out?: readonly number[];
}

/** One node that is a layer of Keras with these arguments. */
export function emitLayer(
  trace: Trace,
  given: Pick<Arguments, 'callee' | 'line'>,
  form: LayerForm,
  className: string,
  config: Config,
  input: TorchTensor,
  { weights = [], dims = [], out = input.dims }: More = {},
): TorchTensor {
  const settings = { className, config: JSON.stringify(config), dims, out };
  return emit(trace, given, `Keras${form}`, [input], settings, out, { own: true, more: weights });
}
