/** Random documents, written and read back: `npx tsx e2e/importers/randomDocuments.ts keras 1 2000`, or `typescript`. */
import { randomGraph } from '../documents/randomGraph';
import { scriptDifferences } from './scripts';
import { typescriptDifferences } from './typescripts';

const [target = 'keras', from = '1', to = '2000'] = process.argv.slice(2);
const differences = target === 'keras' ? scriptDifferences : typescriptDifferences;
let different = 0;
for (let seed = Number(from); seed <= Number(to); seed++) {
  const found = await differences(randomGraph(seed));
  if (found.length > 0) {
    different += 1;
    console.log(`randomGraph(${seed}): ${found.slice(0, 3).join(' | ').slice(0, 800)}`);
  }
  if (seed % 200 === 0) console.log(`${target}: ${seed}, ${different} different`);
}
console.log(`${target}: ${from} to ${to}, ${different} different`);
