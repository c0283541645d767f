import type { Plan, WeightsFrom } from '../../compile/plan';
import type { Edit } from '../../document/document';
import { setParam, startFromFile, withoutStart } from '../../document/edits';

/** Something that starts from a file: a backbone by its brick's name, or the model itself (null). */
export interface FileStart {
  readonly brick: string | null;
  readonly from: WeightsFrom;
}

/** What the engine calls the weights: an id of the catalogue, the SHA-256 of a file, or the architecture without one. */
export const weightsIdOf = ({ entry, file, architecture }: WeightsFrom): string =>
  entry?.id ?? (file === '' ? architecture : file);

/** Everything in the model that starts from the weights with this id. */
export function startsFrom({ steps, weightsFrom }: Plan, id: string): readonly FileStart[] {
  const all: readonly FileStart[] = [
    ...(weightsFrom ? [{ brick: null, from: weightsFrom }] : []),
    ...steps.flatMap(({ name, weightsFrom: from }) => (from ? [{ brick: name, from }] : [])),
  ];
  return all.filter(({ from }) => weightsIdOf(from) === id);
}

const each =
  (starts: readonly FileStart[], edit: (start: FileStart) => Edit): Edit =>
  (document) =>
    starts.reduce((before, start) => edit(start)(before), document);

/** Those that started from a file of somebody's own start from another one; published weights stay what they are. */
export const fromOtherFile = (starts: readonly FileStart[], file: string): Edit =>
  each(
    starts.filter(({ from }) => from.source === 'file'),
    ({ brick }) => (brick === null ? startFromFile(file) : setParam(brick, 'weightsFile', file)),
  );

export const atRandom = (starts: readonly FileStart[]): Edit =>
  each(starts, ({ brick }) => (brick === null ? withoutStart : setParam(brick, 'weights', 'random')));
