import type { Language } from '../brick/brick';
import { thawed } from '../compile/nested/thawed';
import type { Plan } from '../compile/plan';
import type { Training } from '../document/training';

const words = {
  en: {
    variants: (count: number) =>
      `The editor keeps ${count} augmented variants of each image; here every epoch augments them again.`,
    features:
      'The editor caches the output of a frozen backbone for each image; here it is computed in every epoch, with the same result.',
  },
  ko: {
    variants: (count: number) =>
      `편집기는 이미지마다 증강한 변형 ${count}개를 저장해 두고 쓰지만, 여기서는 에포크마다 새로 만들어요.`,
    features: '편집기는 동결된 백본의 출력을 저장해 두고 쓰지만, 여기서는 에포크마다 계산해요. 결과는 같아요.',
  },
};

interface Cached {
  readonly plan: Plan;
  readonly training: Training;
  /** Images are changed at random. */
  readonly augments: boolean;
}

/** What the editor keeps from one epoch to the next and a target computes anew: two settings that mean nothing there. */
export function cachingNotes({ plan, training, augments }: Cached, language: Language): readonly string[] {
  const { variants, features } = words[language];
  const { cachedVariants } = training.augmentation;
  return [
    ...(augments && cachedVariants > 0 ? [variants(cachedVariants)] : []),
    ...(training.featureCache === 'auto' && thawed(plan).backbone !== null ? [features] : []),
  ];
}
