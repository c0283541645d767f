/**
 * `npx tsx e2e/importers/bad/run.ts`: what is said of files and texts that are no model, or a bad one, in both languages; the
 * table goes to `report.md`. Nothing of them is run.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { openInThread } from '../../../src/cli/reading/openInThread';
import { compile } from '../../../src/compile/compile';
import { savedContents } from '../../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';
import { importNotes } from '../../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../../src/i18n/troubles/importTrouble';
import { importModel } from '../../../src/importers/importModel';
import { library } from '../../../templates/index';
import { badFiles } from './files';
import { badTexts } from './texts';

const readSaved = (files: readonly NamedBlob[]) => savedContents(openInThread, files);
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ⏎ ');

const rows: string[] = [];
let slowest = 0;
let unsaid = 0;
for (const { what, name, content, beside = [] } of [...badTexts, ...badFiles()]) {
  const begun = performance.now();
  const read = await importModel({ name, blob: new Blob([content]) }, library, { readSaved, beside });
  slowest = Math.max(slowest, performance.now() - begun);
  const said = (['en', 'ko'] as const).map((language) => {
    if (!read.ok) return importTroubleText(read.error, language);
    return importNotes(read.value.report, language).join(' ');
  });
  const plan = read.ok ? compile(read.value.document, library) : null;
  const outcome = plan ? `${plan.steps.length} bricks, ${plan.totals.parameters} parameters` : 'refused';
  if (said.some((text) => /undefined|\[object/.test(text)) || (!read.ok && said.includes(''))) unsaid++;
  rows.push(`| ${[what, outcome, ...said].map(cell).join(' | ')} |`);
}
const text = [
  '# Bad input',
  '',
  `${rows.length} inputs; ${unsaid} without words; the longest took ${(slowest / 1000).toFixed(1)} s. Page and command line say the same: the sentences are the importer’s.`,
  '',
  '| input | outcome | English | Korean |',
  '| --- | --- | --- | --- |',
  ...rows,
  '',
].join('\n');
writeFileSync(join(import.meta.dirname, 'report.md'), await format(text, { parser: 'markdown', printWidth: 120 }));
console.log(`${rows.length} inputs, ${unsaid} without words, ${(slowest / 1000).toFixed(1)} s`);
process.exitCode = unsaid > 0 ? 1 : 0;
