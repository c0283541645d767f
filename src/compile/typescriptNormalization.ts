import type { Argument } from '../brick/brick';
import type { Step } from './plan';
import { typescriptValue } from './typescriptText';

/** tf.layers trains BatchNormalization only on the last axis, with both `center` and `scale`; elsewhere it is wrong. */
export function needsOwnNormalization({ call, shape }: Step): boolean {
  if (call.tfjs !== 'batchNormalization') return false;
  const { axis, center, scale } = call.args;
  return (axis !== -1 && axis !== shape.length) || center === false || scale === false;
}

/** Fields of the printed class's constructor: initializers are objects there. */
export function normalizationFields({ call }: Step): string[] {
  return Object.entries(call.args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${objectValue(value)}`);
}

function objectValue(value: Argument): string {
  const plain = typeof value === 'object' && value !== null && 'role' in value && value.role === 'initializer';
  return plain && Object.keys(value.settings).length === 0
    ? `tf.initializers.${value.name}(${seeded.test(value.name) ? '{}' : ''})`
    : typescriptValue(value);
}

/** Initializers that take settings such as a seed. */
const seeded = /^(glorot|he|leCun|random|truncated|variance|identity|orthogonal)/;

/** A class for the printed file that computes as Keras does, for every axis and without `center` or `scale` too. */
export const normalizationClass = `
interface BatchNormalizationSettings {
  readonly name: string;
  readonly trainable?: boolean;
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly betaInitializer: ReturnType<typeof tf.initializers.zeros>;
  readonly gammaInitializer: ReturnType<typeof tf.initializers.zeros>;
  readonly movingMeanInitializer: ReturnType<typeof tf.initializers.zeros>;
  readonly movingVarianceInitializer: ReturnType<typeof tf.initializers.zeros>;
  readonly betaRegularizer?: ReturnType<typeof tf.regularizers.l2>;
  readonly gammaRegularizer?: ReturnType<typeof tf.regularizers.l2>;
  readonly betaConstraint?: ReturnType<typeof tf.constraints.nonNeg>;
  readonly gammaConstraint?: ReturnType<typeof tf.constraints.nonNeg>;
}

/** Keras's BatchNormalization: tf.layers has it only for the last axis and with both center and scale. */
class BatchNormalization extends tf.layers.Layer {
  static readonly className = 'KerasBatchNormalization';
  private gamma: tf.LayerVariable | null = null;
  private beta: tf.LayerVariable | null = null;
  private mean: tf.LayerVariable | null = null;
  private variance: tf.LayerVariable | null = null;

  constructor(private readonly settings: BatchNormalizationSettings) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
  }

  override build(inputShape: number[]): void {
    const given = this.settings;
    const size = [inputShape.at(given.axis)!];
    if (given.scale) {
      const { gammaInitializer, gammaRegularizer, gammaConstraint } = given;
      this.gamma = this.addWeight('gamma', size, 'float32', gammaInitializer, gammaRegularizer, true, gammaConstraint);
    }
    if (given.center) {
      const { betaInitializer, betaRegularizer, betaConstraint } = given;
      this.beta = this.addWeight('beta', size, 'float32', betaInitializer, betaRegularizer, true, betaConstraint);
    }
    this.mean = this.addWeight('movingMean', size, 'float32', given.movingMeanInitializer, undefined, false);
    this.variance = this.addWeight('movingVariance', size, 'float32', given.movingVarianceInitializer, undefined, false);
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], settings: { training?: boolean }): tf.Tensor {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0]! : inputs;
      const axis = this.settings.axis < 0 ? this.settings.axis + x.rank : this.settings.axis;
      const wide = x.shape.map((size, at) => (at === axis ? size : 1));
      let [mean, variance] = [this.mean!.read().reshape(wide), this.variance!.read().reshape(wide)];
      // A frozen layer stays in inference mode, as in Keras.
      if (settings.training && this.trainable) {
        const others = wide.map((_, at) => at).filter((at) => at !== axis);
        ({ mean, variance } = tf.moments(x, others, true));
        this.follow(this.mean!, mean);
        this.follow(this.variance!, variance);
      }
      const factor = variance.add(this.settings.epsilon).rsqrt();
      const normal = x.sub(mean).mul(this.gamma ? factor.mul(this.gamma.read().reshape(wide)) : factor);
      return this.beta ? normal.add(this.beta.read().reshape(wide)) : normal;
    });
  }

  private follow(moving: tf.LayerVariable, batch: tf.Tensor): void {
    const { momentum } = this.settings;
    moving.write(moving.read().mul(momentum).add(batch.reshape(moving.shape as number[]).mul(1 - momentum)));
  }
}
tf.serialization.registerClass(BatchNormalization);
`.trimEnd();
