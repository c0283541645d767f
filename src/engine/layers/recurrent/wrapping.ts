import { type Drawing, type LayerContext, draws } from '../runState';
import { type LayerVariable, layers } from '../tfjsLayers';

/** The arguments that the layers inside are given by, which the engine names them after. */
const places = ['layer', 'backwardLayer'];

export interface WrappingSettings {
  readonly name?: string;
  readonly trainable?: boolean;
}

/** A layer around others, whose weights are its own; what is inside is frozen, reset and freed with it. */
export abstract class Wrapping extends layers.Layer implements Drawing {
  readonly inside: readonly layers.Layer[];

  protected constructor({ name, trainable = true }: WrappingSettings, inside: readonly layers.Layer[]) {
    super(name === undefined ? {} : { name });
    this.inside = inside;
    if (!trainable) this.trainable = false;
  }

  joinRun({ label, run }: LayerContext): void {
    this.inside.forEach((layer, place) => {
      if (draws(layer)) layer.joinRun({ label: `${label}/${places[place]}`, run });
    });
  }

  /** Builds what is inside for the shape that it sees. */
  protected buildInside(shape: (number | null)[]): void {
    for (const layer of this.inside) {
      layer.build(shape);
      layer.built = true;
    }
    this.built = true;
  }

  override get stateful(): boolean {
    return this.inside.some(({ stateful }) => stateful);
  }

  override get trainable(): boolean {
    return super.trainable;
  }

  override set trainable(trainable: boolean) {
    super.trainable = trainable;
    for (const layer of this.inside) layer.trainable = trainable;
  }

  override get trainableWeights(): LayerVariable[] {
    return this.inside.flatMap((layer) => layer.trainableWeights);
  }

  override get nonTrainableWeights(): LayerVariable[] {
    return this.inside.flatMap((layer) => layer.nonTrainableWeights);
  }

  override resetStates(): void {
    for (const layer of this.inside) if (layer.stateful) layer.resetStates();
  }

  protected override disposeWeights(): number {
    this.resetStates();
    return super.disposeWeights();
  }
}
