/** Changed texts of code, given to the importer: `npx tsx e2e/importers/mutatedCode.ts 10000 [FOLDER of texts]`. */
import { readFileSync, readdirSync } from 'node:fs';
import { mutated, processorSeconds, wrongAnswer } from './mutated';

const [count = '10000', folder] = process.argv.slice(2);
const own = new URL('../../src/importers/kerasCode/fixtures/', import.meta.url);
const texts = [
  ...readdirSync(own).map((name) => readFileSync(new URL(name, own), 'utf8')),
  ...(folder === undefined ? [] : readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))),
];
let [slowest, slow] = [0, 0];
let wrong = 0;
for (let seed = 1; seed <= Number(count); seed++) {
  const text = mutated(texts[seed % texts.length]!, seed);
  const start = process.cpuUsage();
  const answer = await wrongAnswer(text);
  const took = processorSeconds(start);
  if (took > slowest) [slowest, slow] = [took, seed];
  if (answer === null) continue;
  wrong += 1;
  console.log(`seed ${seed}: ${answer.slice(0, 600)}`);
}
console.log(`${count} texts: ${wrong} wrong, the slowest, seed ${slow}, took ${slowest.toFixed(2)} s of the processor`);
