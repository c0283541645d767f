/**
 * Exported PyTorch projects, opened again: `npx tsx e2e/importers/exportedTorch.ts` every template with its weights (minutes),
 * `npx tsx e2e/importers/exportedTorch.ts 1 200` random documents.
 */
import { compile } from '../../src/compile/compile';
import type { Document } from '../../src/document/document';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import { torchProjectDifferences } from './torchProjects';

const [from, to = from] = process.argv.slice(2).map(Number);
const counts = { same: 0, different: 0, 'not exported': 0 };

async function tell(name: string, document: Document): Promise<void> {
  const found = await torchProjectDifferences(compile(document, library));
  const outcome = found === null ? 'not exported' : found.length === 0 ? 'same' : 'different';
  counts[outcome] += 1;
  if (outcome !== 'same') console.log(`${name}: ${outcome} ${found?.[0]?.slice(0, 300) ?? ''}`);
}

if (from === undefined) {
  for (const template of templates) await tell(template.id, templateDocument(template, {}, library));
} else {
  for (let seed = from; seed <= to!; seed++) await tell(`randomGraph(${seed})`, randomGraph(seed));
}
console.log(counts);
