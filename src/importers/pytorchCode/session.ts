import type { CodeError } from '../kerasCode/codeError';
import type { Session } from '../kerasCode/values/session';
import type { InstanceValue, Value } from '../kerasCode/values/value';
import type { Trace } from './trace/trace';

/** A call of a model on data, or what else says how large its inputs are: sizes with the batch. */
export interface SaidInput {
  /** Null: of whatever model. */
  readonly of: InstanceValue | null;
  readonly sizes: readonly (readonly number[])[];
  /** Whether the batch is among the sizes; null: nobody knows. */
  readonly batched: boolean | null;
}

/** What is known while code for PyTorch is evaluated. */
export class TorchSession implements Session {
  seed: number | null = null;
  readonly skipped: CodeError[] = [];
  /** The graph that is made now; null while models are built. */
  trace: Trace | null = null;
  /** Modules in the order in which they were made. */
  readonly modules: InstanceValue[] = [];
  readonly said: SaidInput[] = [];
  /** Networks of torchvision, which take pictures of 224 × 224 where nothing else is said. */
  readonly published = new Set<InstanceValue>();
  /** Sizes of pictures that `transforms` make, and shapes of datasets by the text. */
  readonly pictures: (readonly number[])[] = [];
  readonly datasets: (readonly number[])[] = [];
  readonly optimizers: { readonly name: string; readonly given: ReadonlyMap<string, Value> }[] = [];
  readonly losses: { readonly name: string; readonly given: ReadonlyMap<string, Value> }[] = [];
  readonly batchSizes: number[] = [];

  nameFor(className: string): string {
    return className;
  }

  clear(): void {
    this.seed = null;
  }
}
