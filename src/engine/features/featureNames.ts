import { derivedSeed } from '../../data/random';
import type { Training } from '../../document/training';
import { augments } from '../input/datasetInputs';
import type { Task } from '../training/task';
import type { Wanted } from './features';

/** What samples are called among the features: by the photo's hash, else by dataset and place; changed ones by variant. */
export function naming({ dataset, split, feeds }: Task, training: Training) {
  const { augmentation, seed } = training;
  const changes = augments({ dataset, feeds }, augmentation);
  const variants = changes ? augmentation.cachedVariants : 1;
  const { enabled: _enabled, cachedVariants: _variants, ...manner } = augmentation;
  const style = derivedSeed(seed, JSON.stringify(manner));
  const plain = (sample: number) => dataset.hashes?.[sample] ?? `${dataset.id} ${sample}`;
  return {
    changes,
    variants,
    plain,
    /** A training sample as this epoch sees it. */
    inTraining(sample: number, epoch: number) {
      if (!changes) return plain(sample);
      return `${plain(sample)} ${style} ${sample} ${(epoch - 1) % Math.max(1, variants)}`;
    },
    split,
  };
}

type Names = ReturnType<typeof naming>;

/** Every picture that training, checking and the test look at, once. */
export function wantedOf({ split, variants, inTraining, plain }: Names): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (let epoch = 1; epoch <= variants; epoch++) {
    for (const sample of split.training) {
      const id = inTraining(sample, epoch);
      wanted.set(id, { id, sample, epoch });
    }
  }
  for (const sample of [...split.validation, ...split.test]) {
    wanted.set(plain(sample), { id: plain(sample), sample, epoch: 0 });
  }
  return [...wanted.values()];
}
