import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { wordsOf } from '../textSamples';
import { pick, textDataset } from './texts';

const things = 'film story plot ending cast music camera script pace dialogue director humour scenery costumes'.split(
  ' ',
);
const praise = 'wonderful touching clever brilliant lovely gripping funny beautiful fresh superb charming warm'.split(
  ' ',
);
const blame = 'boring dull awful clumsy weak tedious annoying empty stale terrible lifeless cheap'.split(' ');
const plain = 'long quiet short loud modern old slow dark simple familiar strange busy'.split(' ');
const people = ['i', 'we', 'my friend', 'the audience', 'my sister', 'everyone', 'the critics'];
const fillers = [
  'we saw it on a rainy evening',
  'the cinema was half full',
  'it runs for about two hours',
  'there is a scene at the station',
  'the hero comes back to the village',
  'a letter arrives in the first minutes',
  'it was shot in three countries',
  'the poster does not tell much',
];

/** A made-up review: some sentences of its opinion, some that say nothing, and now and then one that is turned round by “not”. */
function review(liked: boolean, random: () => number): readonly string[] {
  const sentences = Array.from({ length: 4 + Math.floor(random() * 14) }, () => {
    const thing = pick(things, random);
    const kind = random();
    if (kind < 0.35) return pick(fillers, random);
    if (kind < 0.5) return `the ${thing} is ${pick(plain, random)}`;
    const agrees = random() < 0.88;
    if (random() < 0.2) return `the ${thing} is not ${pick(liked === agrees ? blame : praise, random)}`;
    const word = pick(liked === agrees ? praise : blame, random);
    return random() < 0.5 ? `the ${thing} is really ${word}` : `${pick(people, random)} found the ${thing} ${word}`;
  });
  return wordsOf(sentences.join(' '));
}

/** Made-up reviews → did they like it? 200 words, padded at the front. */
export function reviews(): Dataset {
  const count = 1500;
  const random = randomNumbers(5);
  const labels = Uint8Array.from({ length: count }, () => Math.floor(random() * 2));
  const texts = Array.from(labels, (label) => review(label === 1, random));
  return textDataset('reviews', texts, labels, ['no', 'yes'], { length: 200, most: 20_000, validation: 300 });
}
