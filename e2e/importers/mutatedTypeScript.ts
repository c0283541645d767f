/** Changed texts of `model.ts`, given to the importer: `npx tsx e2e/importers/mutatedTypeScript.ts 5000`. */
import { compile } from '../../src/compile/compile';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { typescriptDocument } from '../../src/importers/typescript/readTypeScript';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { mutated } from './mutated';

const [count = '5000'] = process.argv.slice(2);
const documents = templates.map((template) => templateDocument(template, {}, library));
const texts = documents
  .filter(({ nodes }) => Object.keys(nodes).length < 80)
  .map((document) => toTypeScript(compile(document, library)));
let slowest = 0;
let opened = 0;
let wrong = 0;
for (let seed = 1; seed <= Number(count); seed++) {
  const start = performance.now();
  try {
    const read = typescriptDocument(mutated(texts[seed % texts.length]!, seed), library);
    if (read.ok) opened += 1;
    else if (importTroubleText(read.error, 'ko').includes('undefined')) throw new Error(JSON.stringify(read.error));
  } catch (error) {
    wrong += 1;
    console.log(`seed ${seed}: ${String(error).slice(0, 600)}`);
  }
  slowest = Math.max(slowest, performance.now() - start);
}
console.log(`${count} texts: ${opened} opened, ${wrong} wrong, the slowest took ${slowest.toFixed(0)} ms`);
