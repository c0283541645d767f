import { type Scalar, type Tensor, type Variable, keep, scalar, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { type ScheduleChoice, constantRate } from '../../../document/training/schedules';
import {
  type OptimizerChoice,
  type OptimizerName,
  optimizerSlots,
  settingNumbers,
} from '../../../document/training/trainingChoices';
import type { Numbers, OptimizerRule } from '../../../training/optimizer';
import { optimizerRules } from '../../../training/optimizers/rules';
import type { WeightData } from '../../protocol/weights';
import { clipped } from './clipped';
import { stepped } from './inOneKernel';
import { LearningRate } from './learningRate';
import { movedWhereTheyLie } from './whereTheyLie';

/** A weight that is trained, by its key. */
interface Trained {
  readonly key: string;
  readonly variable: Variable;
}

/** A Keras optimizer for a fixed list of weights; `dispose` frees its tensors. */
export class Optimizer {
  /** Steps done. */
  time = 0;
  private readonly rule: OptimizerRule;
  private readonly settings: Numbers;
  private readonly slotNames: readonly string[];
  private readonly slots = new Map<string, Tensor[]>();
  readonly learningRate: LearningRate;
  private readonly constants = new Map<number, Scalar>();

  constructor(
    readonly name: OptimizerName,
    settings: OptimizerChoice['settings'],
    schedule: ScheduleChoice = constantRate,
  ) {
    this.rule = optimizerRules[name];
    this.settings = settingNumbers({ name, settings });
    this.learningRate = new LearningRate(this.settings['learningRate']!, schedule);
    this.slotNames = optimizerSlots({ name, settings });
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

  /** One step: gradients are shortened, weights shrink, and then they move, as in Keras. */
  apply(weights: readonly Trained[], gradients: readonly Tensor[]): void {
    const settings: Numbers = { ...this.settings, learningRate: this.learningRate.at(this.time) };
    this.time++;
    const { time, rule } = this;
    tidy(() => {
      const number = this.numbers();
      const shortened = clipped(gradients, settings, number);
      const once = rule.once?.(settings, time) ?? [];
      const shrunk = settings['weightDecay']! * settings['learningRate']!;
      const moved = weights.map(({ key, variable }, index) => {
        const slots = this.slots.get(key) ?? this.fresh(variable.shape);
        this.slots.set(key, slots);
        return { key, variable, slots, gradient: shortened[index]! };
      });
      if (movedWhereTheyLie(rule, moved, { settings, time, slotNames: this.slotNames, shrunk })) return;
      for (const { key, variable, slots, gradient } of moved) {
        const weight = shrunk === 0 ? variable : variable.sub(variable.mul(number(shrunk)));
        const after = stepped(rule, { weight, gradient, slots, settings, time, once, number });
        this.slots.set(
          key,
          after.slots.map((slot) => keep(slot)),
        );
        for (const slot of slots) if (!after.slots.includes(slot)) slot.dispose();
        variable.assign(after.weight);
      }
    });
  }

  /** Scalars of one step: those of the settings are kept, each of the others is made once. */
  private numbers(): (value: number) => Scalar {
    const passing = new Map<number, Scalar>();
    return (value) => {
      if (Object.values(this.settings).some((setting) => setting === value || 1 - setting === value)) {
        return this.constant(value);
      }
      const found = passing.get(value) ?? scalar(value);
      passing.set(value, found);
      return found;
    };
  }

  private fresh(shape: readonly number[]): Tensor[] {
    return this.slotNames.map((slot) =>
      tidy(() => keep(zeros([...shape]).add(this.rule.start?.(this.settings, slot) ?? 0))),
    );
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
  restore(weights: readonly Trained[], state: WeightData): void {
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
