/** How much of what was learned before is trained on: only the new head, the last stage, the later half, or all of it. */
export const trunkTrainings = ['none', 'last', 'some', 'all'] as const;
export type TrunkTraining = (typeof trunkTrainings)[number];

/** From so many training samples on there is much data. */
export const muchData = 5000;

/** What the four cases of transfer learning say, and which case it is. */
export interface TransferAdvice {
  readonly trains: TrunkTraining;
  readonly much: boolean;
  /** The data is like what the weights were learned from. */
  readonly alike: boolean;
}

/**
 * The four cases as they are taught: much data that is like the old → the last layers; much that is not → the whole model;
 * little that is like it → only the new head; little that is not → some of the layers.
 */
export function transferAdvice(trainingSamples: number, alike: boolean): TransferAdvice {
  const much = trainingSamples >= muchData;
  const trains = much ? (alike ? 'last' : 'all') : alike ? 'none' : 'some';
  return { trains, much, alike };
}
