import type { LayerOf, LayerShapes, ModelAbout, Outline, TensorShape } from '../weights/weightFile';
import type { OpenSaved } from './readSavedModel';
import type { NamedBlob } from '../weights/weightFile';

/** What a saved model says of itself besides its weights. */
export interface SavedContents {
  /** The text of the document that DeepBrick wrote into it; null in a file of another program. */
  readonly document: string | null;
  /** The model's configuration as the file has it; null where there is none. */
  readonly config: unknown;
  readonly about: ModelAbout | null;
  readonly hasWeights: boolean;
  /** Its layers with weights, without their values. */
  readonly stored: readonly LayerShapes[];
  /** What the file keeps of the optimizer: its class, and how many tensors besides single numbers. */
  readonly optimizer?: { readonly name: string; readonly tensors: number };
  /** Of a file of weights alone what it says of the layers. */
  readonly outline?: Outline;
}

/** Reads what a file says of itself. Throws `WeightFileError`, or the reason of `signal`. */
export async function savedContents(
  open: OpenSaved,
  files: readonly NamedBlob[],
  signal?: AbortSignal,
): Promise<SavedContents> {
  const { document, weights } = await open(files, signal);
  weights.close();
  const { config, about = null, layers, outline, optimizer } = weights;
  const tensors = optimizer?.tensors.filter(({ shape }) => shape.length > 0).length ?? 0;
  return {
    document,
    config,
    about,
    hasWeights: layers.length > 0,
    stored: layers.map(shapesOf),
    ...(optimizer ? { optimizer: { name: optimizer.name, tensors } } : {}),
    ...(outline ? { outline } : {}),
  };
}

const shapesOf = ({ tensors, layers, ...layer }: LayerOf<TensorShape>): LayerShapes => ({
  ...layer,
  tensors: tensors.map(({ name, shape }) => ({ name, shape })),
  layers: layers.map(shapesOf),
});
