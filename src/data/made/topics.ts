import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { wordsOf } from '../textSamples';
import { pick, textDataset } from './texts';

/** A topic and words that mostly come with it. */
const topics: readonly string[] = [
  'grain wheat harvest barley tonnes',
  'oil barrel crude refinery drilling',
  'gold ounce mine miners bullion',
  'sugar cane beet sweet refined',
  'coffee beans roast quota brazil',
  'cocoa chocolate buffer ghana stocks',
  'trade deficit exports imports tariffs',
  'ships port docks cargo vessel',
  'money market liquidity bills repurchase',
  'interest rates prime percent discount',
  'currency dollar yen exchange mark',
  'jobs unemployment workers labour payrolls',
  'earnings profit dividend shares quarter',
  'takeover bid merger offer stake',
  'copper cathode smelter wire metal',
  'tin lead zinc alloy ingots',
  'cotton bales yarn cloth mill',
  'rubber latex tyres malaysia plantation',
  'cattle beef herd slaughter meat',
  'hogs pork bellies swine bacon',
  'rice paddy milled sacks flood',
  'soybeans meal crush beans acres',
  'corn maize silo acreage feed',
  'gas pipeline cubic heating reserves',
  'coal seam pits tons furnace',
  'steel rolled plant sheets furnaces',
  'weather storm rain frost drought',
  'fish fleet catch trawler nets',
  'timber lumber logs forest sawmill',
  'paper pulp newsprint mills rolls',
  'housing starts permits homes builders',
  'retail sales stores shoppers goods',
  'inflation prices index consumer rise',
  'budget spending taxes treasury cuts',
  'reserves central bank governor deposits',
  'insurance premiums claims policy losses',
  'airline flights passengers fares routes',
  'railway freight trains track wagons',
  'cars motors dealers models assembly',
  'computers chips memory software screen',
  'telephone lines satellite network calls',
  'drugs trial patients approval vaccine',
  'oranges juice concentrate groves florida',
  'potatoes starch fields crisps farmers',
  'platinum palladium catalyst ore shaft',
  'silk thread looms dye weaving',
];
const common =
  'the said in of a to and on for is was it by with from at this year last week month new would more than after about which company government officials market'.split(
    ' ',
  );

/** Made-up news → one of 46 topics: common words with some of the topic's own among them. 120 words, padded at the front. */
export function topicTexts(): Dataset {
  const count = 2760;
  const random = randomNumbers(6);
  const words = topics.map(wordsOf);
  const labels = Uint8Array.from({ length: count }, () => Math.floor(random() * topics.length));
  const texts = Array.from(labels, (label) =>
    Array.from({ length: 25 + Math.floor(random() * 80) }, () => {
      const kind = random();
      if (kind < 0.14) return pick(words[label]!, random);
      return pick(kind < 0.2 ? pick(words, random) : common, random);
    }),
  );
  const names = words.map(([name = '']) => name);
  return textDataset('topics', texts, labels, names, { length: 120, most: 15_000, validation: 460 });
}
