import type { Dataset } from '../../../src/data/dataset';
import type { Document } from '../../../src/document/document';
import { type Training, initialTraining } from '../../../src/document/training';
import { documentOf } from '../documentOf';

/** A document of a kind with the data it learns from; nothing in it is random once its weights are given. */
export interface Invented {
  readonly name: string;
  readonly document: Document;
  readonly dataset: Dataset;
}

const exact: Partial<Training> = { shuffle: false, epochs: 3, batchSize: 13, seed: 21 };

const trained = (document: Document, dataset: Dataset, training: Partial<Training>): Document => ({
  ...document,
  training: { ...initialTraining, dataset: dataset.id, ...exact, ...training },
});

/** A document of bricks by name, wires `from>over>to@port`, and what is set for its training. */
export const of = (
  name: string,
  dataset: Dataset,
  training: Partial<Training>,
  nodes: Parameters<typeof documentOf>[0],
  ...wires: readonly string[]
): Invented => {
  const edges = wires.flatMap((wire) => {
    const names = wire.split('>');
    return names.slice(1).map((to, at) => `${names[at]!.split('@')[0]}>${to}`);
  });
  return { name, document: trained({ ...documentOf(nodes, edges), title: name }, dataset, training), dataset };
};

/** An optimizer with these settings. */
export const optimizer = (name: Training['optimizer']['name'], settings: Training['optimizer']['settings'] = {}) => ({
  optimizer: { name, settings },
});
