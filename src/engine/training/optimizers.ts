import { type Scalar, type Tensor, type Variable, keep, scalar, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import {
  type OptimizerChoice,
  type OptimizerName,
  optimizerSettings,
  optimizerSlots,
} from '../../document/training/trainingChoices';
import type { WeightData } from '../protocol/weights';

type Settings = Readonly<Record<string, number>>;

/** One step for one weight, with its slots (see `optimizerSlots`): the new slots and the new weight. `number` makes (and keeps) a scalar. */
interface Rule {
  /** First value of every slot. */
  start?(settings: Settings): number;
  step(
    weight: Tensor,
    gradient: Tensor,
    slots: readonly Tensor[],
    settings: Settings,
    number: (value: number) => Scalar,
    time: number,
  ): { readonly weight: Tensor; readonly slots: readonly Tensor[] };
}

const of = (settings: Settings, name: string): number => settings[name] ?? 0;

/** Formulas exactly as in Keras 3; `time` counts from 1. tfjs's own Adam, Adamax and RMSProp put epsilon elsewhere. */
const rules: Readonly<Record<OptimizerName, Rule>> = {
  sgd: {
    step: (w, g, _, s, number) => ({ weight: w.sub(g.mul(number(of(s, 'learningRate')))), slots: [] }),
  },
  momentum: {
    step(w, g, [v], s, number) {
      const pull = g.mul(number(of(s, 'learningRate')));
      const velocity = v!.mul(number(of(s, 'momentum'))).sub(pull);
      const move = of(s, 'nesterov') ? velocity.mul(number(of(s, 'momentum'))).sub(pull) : velocity;
      return { weight: w.add(move), slots: [velocity] };
    },
  },
  adam: {
    step(w, g, [m, v], s, number, time) {
      const [beta1, beta2] = [of(s, 'beta1'), of(s, 'beta2')];
      const mean = m!.add(g.sub(m!).mul(number(1 - beta1)));
      const variance = v!.add(
        g
          .square()
          .sub(v!)
          .mul(number(1 - beta2)),
      );
      const rate = (of(s, 'learningRate') * Math.sqrt(1 - beta2 ** time)) / (1 - beta1 ** time);
      const move = mean.mul(number(rate)).div(variance.sqrt().add(number(of(s, 'epsilon'))));
      return { weight: w.sub(move), slots: [mean, variance] };
    },
  },
  rmsprop: {
    step(w, g, [v, ...others], s, number) {
      const rho = of(s, 'rho');
      const decay = (old: Tensor, fresh: Tensor) => old.mul(number(rho)).add(fresh.mul(number(1 - rho)));
      const velocity = decay(v!, g.square());
      const average = of(s, 'centered') > 0 ? decay(others.at(-1)!, g) : null;
      const spread = (average === null ? velocity : velocity.sub(average.square())).add(number(of(s, 'epsilon')));
      const pull = g.mul(number(of(s, 'learningRate'))).div(spread.sqrt());
      const moving = of(s, 'momentum') > 0;
      const move = moving ? others[0]!.mul(number(of(s, 'momentum'))).add(pull) : pull;
      return { weight: w.sub(move), slots: [velocity, ...(moving ? [move] : []), ...(average ? [average] : [])] };
    },
  },
  adagrad: {
    start: (s) => of(s, 'initialAccumulatorValue'),
    step(w, g, [a], s, number) {
      const accumulator = a!.add(g.square());
      const move = g.mul(number(of(s, 'learningRate'))).div(accumulator.add(number(1e-7)).sqrt());
      return { weight: w.sub(move), slots: [accumulator] };
    },
  },
  adadelta: {
    step(w, g, [a, d], s, number) {
      const [rho, epsilon] = [of(s, 'rho'), number(of(s, 'epsilon'))];
      const decay = (old: Tensor, fresh: Tensor) => old.mul(number(rho)).add(fresh.square().mul(number(1 - rho)));
      const gradients = decay(a!, g);
      const move = g.mul(d!.add(epsilon).sqrt().div(gradients.add(epsilon).sqrt()));
      return { weight: w.sub(move.mul(number(of(s, 'learningRate')))), slots: [gradients, decay(d!, move)] };
    },
  },
  adamax: {
    step(w, g, [m, u], s, number, time) {
      const [beta1, beta2] = [of(s, 'beta1'), of(s, 'beta2')];
      const mean = m!.add(g.sub(m!).mul(number(1 - beta1)));
      const norm = u!.mul(number(beta2)).maximum(g.abs());
      const rate = of(s, 'learningRate') / (1 - beta1 ** time);
      return { weight: w.sub(mean.mul(number(rate)).div(norm.add(number(of(s, 'epsilon'))))), slots: [mean, norm] };
    },
  },
};

/** A Keras optimizer for a fixed list of weights; `dispose` frees its tensors. */
export class Optimizer {
  /** Steps done. */
  time = 0;
  private readonly rule: Rule;
  private readonly settings: Settings;
  private readonly slotNames: readonly string[];
  private readonly slots = new Map<string, Tensor[]>();
  private readonly constants = new Map<number, Scalar>();

  constructor(
    readonly name: OptimizerName,
    settings: OptimizerChoice['settings'],
  ) {
    this.rule = rules[name];
    const all = { ...optimizerSettings[name], ...settings };
    this.settings = Object.fromEntries(Object.entries(all).map(([setting, value]) => [setting, Number(value)]));
    this.slotNames = optimizerSlots({ name, settings: all });
  }

  /** A kept scalar: the same few constants are used at every step, and making one is an upload on a GPU. */
  private readonly constant = (value: number): Scalar => {
    let found = this.constants.get(value);
    if (found === undefined) {
      found = keep(scalar(value));
      this.constants.set(value, found);
    }
    return found;
  };

  /** One step; `gradients` by key. */
  apply(weights: readonly { readonly key: string; readonly variable: Variable }[], gradients: readonly Tensor[]): void {
    this.time++;
    tidy(() => {
      const passing = new Map<number, Scalar>();
      const number = (value: number): Scalar => {
        if (Object.values(this.settings).some((setting) => setting === value || 1 - setting === value)) {
          return this.constant(value);
        }
        const found = passing.get(value) ?? scalar(value);
        passing.set(value, found);
        return found;
      };
      weights.forEach(({ key, variable }, index) => {
        const before = this.slots.get(key) ?? this.fresh(variable.shape);
        const after = this.rule.step(variable, gradients[index]!, before, this.settings, number, this.time);
        this.slots.set(
          key,
          after.slots.map((slot) => keep(slot)),
        );
        for (const slot of before) if (!after.slots.includes(slot)) slot.dispose();
        variable.assign(after.weight);
      });
    });
  }

  private fresh(shape: readonly number[]): Tensor[] {
    const start = this.rule.start?.(this.settings) ?? 0;
    return this.slotNames.map(() => tidy(() => keep(zeros([...shape]).add(start))));
  }

  /** Its tensors as `layer/kernel/slot`, with the number of steps under `time`. */
  async state(): Promise<WeightData> {
    const slots = [...this.slots].flatMap(([key, tensors]) =>
      tensors.map(async (slot, index) => {
        const values = Float32Array.from(await slot.data());
        return [`${key}/${this.slotNames[index]}`, { shape: slot.shape, values }] as const;
      }),
    );
    // Steps go beyond what float32 holds exactly; two parts do.
    const time = { shape: [2], values: Float32Array.of(Math.floor(this.time / 65_536), this.time % 65_536) };
    return Object.fromEntries([...(await Promise.all(slots)), ['time', time]]);
  }

  /**
   * Goes on for the weights that are trained. It starts anew, as Keras does when a model is compiled again, where one of them
   * was frozen before: steps already counted would make its first ones too large.
   */
  restore(weights: readonly { readonly key: string; readonly variable: Variable }[], state: WeightData): void {
    const savedOf = (key: string) => this.slotNames.map((slot) => state[`${key}/${slot}`]);
    if (weights.some(({ key }) => savedOf(key).includes(undefined))) return;
    const [high = 0, low = 0] = state['time']?.values ?? [];
    this.time = high * 65_536 + low;
    for (const { key, variable } of weights) {
      const saved = savedOf(key);
      this.slots.get(key)?.forEach((slot) => slot.dispose());
      this.slots.set(
        key,
        saved.map((slot) => keep(tensor(slot!.values, variable.shape, 'float32'))),
      );
    }
  }

  dispose(): void {
    for (const slots of this.slots.values()) for (const slot of slots) slot.dispose();
    for (const constant of this.constants.values()) constant.dispose();
    this.slots.clear();
    this.constants.clear();
  }
}
