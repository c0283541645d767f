import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../../../../data/dataset';
import { type Cause, type Evidence, likelyCause } from '../../../../engine/soundness/likelyCause';
import { lossPerSample } from '../../../../engine/training/losses';
import { forget } from './samples';
import type { Settings } from './settingsType';

type WithBatch = <T>(samples: Uint32Array, work: (x: tf.Tensor[], y: tf.Tensor[]) => Promise<T>) => Promise<T>;

/** What to do about it. */
function remedy(cause: Cause): string {
  switch (cause.kind) {
    case 'learningRate':
      return 'The learning rate is probably too high: set it to a tenth.';
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

/** Watches that a training gives numbers; the weights of the last good epoch come back when it does not. */
export class Soundness {
  private good: tf.Tensor[] = [];
  private warned = false;

  constructor(
    private readonly model: tf.LayersModel,
    private readonly dataset: Dataset,
    private readonly settings: Settings,
    private readonly withBatch: WithBatch,
  ) {
    this.keep();
  }

  /** The weights are good as they are now. */
  keep(): void {
    tf.dispose(this.good);
    this.good = this.model.getWeights().map((weight) => weight.clone());
  }

  /** Throws when the loss of these samples is no number. */
  async check(loss: number, where: string, samples: Uint32Array): Promise<void> {
    if (!Number.isFinite(loss)) await this.end(`The loss is no longer a number (${where})`, samples);
  }

  /** Throws when a weight is no number: some backends hide that from the loss. */
  async checkWeights(where: string, samples: Uint32Array): Promise<void> {
    const sums = tf.tidy(() => tf.stack(this.model.getWeights().map((weight) => weight.sum())));
    const values = await sums.data();
    sums.dispose();
    if (!values.every(Number.isFinite)) await this.end(`Some weights are no longer finite numbers (${where})`, samples);
  }

  /** Says once that the loss is far too large, and why. */
  async warn(loss: number, samples: Uint32Array): Promise<void> {
    if (this.warned) return;
    this.warned = true;
    const cause = await this.cause(samples);
    console.warn(`The loss is ${loss.toExponential(2)}, far larger than it should be. ${remedy(cause)}`);
  }

  private async end(what: string, samples: Uint32Array): Promise<never> {
    this.model.setWeights(this.good);
    throw new Error(`${what}; the weights of the last good epoch are kept. ${remedy(await this.cause(samples))}`);
  }

  private async cause(samples: Uint32Array): Promise<Cause> {
    forget(this.model);
    const evidence = await this.withBatch(samples, async (x, y): Promise<Evidence> => {
      const { answers, losses } = tf.tidy(() => {
        const said = this.model.predict(x, { batchSize: samples.length });
        const each = Array.isArray(said) ? said : [said];
        return {
          answers: each,
          losses: this.settings.outputs.map(({ loss }, index) => lossPerSample(loss, y[index]!, each[index]!)),
        };
      });
      const read = (tensors: readonly tf.Tensor[]) => Promise.all(tensors.map((tensor) => tensor.data()));
      const [inputs, targets, said, cost] = await Promise.all([read(x), read(y), read(answers), read(losses)]);
      tf.dispose([answers, losses]);
      return { samples: samples.length, inputs, targets, answers: said, losses: cost };
    });
    return likelyCause(evidence, this.dataset.vocabulary !== null);
  }
}
