import type { Dataset } from '../dataset';
import { encodedAll, vocabularyOf } from '../textSamples';

/** Made-up texts as a dataset of word indices. */
export function textDataset(
  id: string,
  texts: readonly (readonly string[])[],
  labels: Uint8Array<ArrayBuffer>,
  classes: readonly string[],
  { length, most, validation }: { readonly length: number; readonly most: number; readonly validation: number },
): Dataset {
  const words = vocabularyOf(texts, most);
  return {
    id,
    kind: 'text',
    shape: [length],
    values: encodedAll(texts, words, length),
    target: { kind: 'classes', classes, labels },
    count: texts.length,
    validation,
    vocabulary: words.length,
    sampleWeights: null,
    words,
  };
}

/** One of the words, evenly. */
export const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;
