import { type Tensor, concat, dispose, keep, stack, tidy, unstack, zeros } from '@tensorflow/tfjs-core';
import { activationFunction } from '../activation/activationFunction';
import { maskedInput, valuesShape } from '../masks';
import { projected } from './projected';
import { Orthogonal } from './orthogonal';
import { type Masks, recurrentDropout } from './recurrentDropout';
import type { RecurrentSettings } from './recurrentSettings';
import { type Cell, stepByStep } from './stepByStep';
import { type WholeCell, stepsAtOnce, takesAllSteps } from './stepsAtOnce';
import { type Drawing, type LayerContext, aloneContext } from '../runState';
import {
  type Constraint,
  type Initializer,
  type LayerVariable,
  type Regularizer,
  initializers,
  layers,
} from '../tfjsLayers';

/**
 * Keras 3's recurrent layers (keras/src/layers/rnn and its generic loop): `[batch, steps, features]` →
 * `[batch, units]` or `[batch, steps, units]`. A masked step keeps state and output; the input is projected for all
 * steps at once; dropout masks hold for all steps of a batch.
 */
export abstract class Recurrent extends layers.Layer implements Drawing {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly goBackwards: boolean;
  /** A masked step gives zeros instead of the output before it, as Bidirectional wants it. */
  zeroOutputForMask = false;
  protected bias: LayerVariable | null = null;
  protected readonly activate: (x: Tensor) => Tensor;
  private kernel!: LayerVariable;
  private recurrentKernel!: LayerVariable;
  private kept: Tensor[] | null = null;
  private context: LayerContext;

  protected constructor(
    private readonly settings: RecurrentSettings,
    private readonly gates: number,
    private readonly stateCount: number,
    context?: LayerContext,
  ) {
    const { name, trainable = true } = settings;
    super({ ...(name === undefined ? {} : { name }), trainable });
    this.units = settings.units;
    this.returnSequences = settings.returnSequences ?? false;
    this.goBackwards = settings.goBackwards ?? false;
    this.activate = activationFunction(settings.activation ?? 'tanh');
    this.context = context ?? aloneContext(this.name);
  }

  joinRun(context: LayerContext): void {
    this.context = context;
  }

  override get stateful(): boolean {
    return this.settings.stateful ?? false;
  }

  /** The computation of one step, with everything prepared that is the same for all steps. */
  protected abstract cell(masks: Masks): Cell;

  /** What computes all steps at once where the backend can; null where these settings need the steps one by one. */
  protected get whole(): WholeCell | null {
    return null;
  }

  /** The part of the bias that is added to the product with the state. */
  protected innerBias(): Tensor | null {
    return null;
  }

  protected biasShape(): number[] {
    return [this.gates * this.units];
  }

  /** The part of the bias that is added to the projected input. */
  protected inputBias(): Tensor | null {
    return this.bias?.read() ?? null;
  }

  /** What the bias starts with, where these settings say `given`. */
  protected biasStart(given: Initializer): Initializer {
    return given;
  }

  override build(inputShape: number[] | number[][]): void {
    const given = this.settings;
    const width = this.gates * this.units;
    const add = (
      name: string,
      shape: number[],
      start: Initializer,
      penalty?: Regularizer | null,
      limit?: Constraint | null,
    ) => this.addWeight(name, shape, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    const start = given.kernelInitializer ?? initializers.glorotUniform({});
    this.kernel = add(
      'kernel',
      [valuesShape(inputShape).at(-1)!, width],
      start,
      given.kernelRegularizer,
      given.kernelConstraint,
    );
    const loop = given.recurrentInitializer ?? new Orthogonal(1);
    const { recurrentRegularizer, recurrentConstraint } = given;
    this.recurrentKernel = add(
      'recurrent_kernel',
      [this.units, width],
      loop,
      recurrentRegularizer,
      recurrentConstraint,
    );
    if (given.useBias ?? true) {
      const rest = this.biasStart(given.biasInitializer ?? initializers.zeros());
      this.bias = add('bias', this.biasShape(), rest, given.biasRegularizer, given.biasConstraint);
    }
    this.built = true;
  }

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    const [batch, steps] = valuesShape(inputShape);
    return this.returnSequences ? [batch!, steps!, this.units] : [batch!, this.units];
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    return tidy(() => {
      const { x, mask } = maskedInput(inputs);
      const dropped = recurrentDropout(this.settings, this.gates, x.shape, kwargs['training'] === true && this.context);
      const whole = dropped.states === null ? this.whole : null;
      if (whole !== null && takesAllSteps()) return this.allSteps(whole, x, mask, dropped.inputs);
      const cell = this.cell(dropped.states);
      // A copy: the gradient of unstack needs its own list as it was.
      const inOrder = (list: readonly Tensor[]) => (this.goBackwards ? list.toReversed() : list);
      const steps = inOrder(unstack(this.projected(x, dropped.inputs), 1));
      const valid = mask && inOrder(unstack(mask.expandDims(-1), 1));
      const [outputs, states] = stepByStep(cell, steps, valid, this.initialStates(x.shape[0]!), this.zeroOutputForMask);
      if (this.stateful) this.remember(states);
      return this.returnSequences ? stack(outputs, 1) : outputs.at(-1)!;
    });
  }

  private allSteps(whole: WholeCell, x: Tensor, mask: Tensor | null, dropped: Masks): Tensor {
    const projected = this.projected(x, dropped);
    const kernel = this.recurrentKernel.read();
    const given = { projected, kernel, innerBias: this.innerBias(), mask, states: this.kept };
    const remember = this.stateful ? (states: readonly Tensor[]) => this.remember(states) : null;
    return stepsAtOnce(whole, given, this, remember);
  }

  /** Input times kernel plus bias for all steps: `[batch, steps, gates · units]`. */
  private projected(x: Tensor, masks: Masks): Tensor {
    return projected(x, this.kernel.read(), this.inputBias(), masks);
  }

  /** State → its product with the recurrent kernel of the gates `from` … `to`. */
  protected recurrence(masks: Masks, from = 0, to = this.gates): (state: Tensor) => Tensor {
    const { units } = this;
    const kernel = this.recurrentKernel.read();
    const columns = (first: number, last: number) =>
      last - first === this.gates ? kernel : kernel.slice([0, first * units], [units, (last - first) * units]);
    if (masks === null || masks.length === 1) {
      const part = columns(from, to);
      return (state) => (masks === null ? state : state.mul(masks[0]!)).matMul(part);
    }
    const parts = masks.slice(from, to).map((mask, at) => ({ mask, part: columns(from + at, from + at + 1) }));
    return (state) => {
      const products = parts.map(({ mask, part }) => state.mul(mask).matMul(part));
      return concat(products, 1);
    };
  }

  private initialStates(batch: number): readonly Tensor[] {
    return this.kept ?? Array.from({ length: this.stateCount }, () => zeros([batch, this.units]));
  }

  private remember(states: readonly Tensor[]): void {
    const before = this.kept;
    this.kept = states.map((state) => keep(state.clone()));
    if (before) dispose(before);
  }

  /** The next batch begins with zeros. */
  override resetStates(): void {
    if (this.kept) dispose(this.kept);
    this.kept = null;
  }

  protected override disposeWeights(): number {
    this.resetStates();
    return super.disposeWeights();
  }
}
