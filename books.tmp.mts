import { readdirSync, readFileSync } from 'node:fs';
import { modelsInFile } from './src/importers/importModel';
import { importTroubleText } from './src/i18n/troubles/importTrouble';
import { importNotes } from './src/i18n/imports/importNotes';
import { library } from './templates/index';
const folder = process.argv[2]!;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => /\.(ipynb|py|md)$/.test(n)).sort()) {
  const start = Date.now();
  const listed = await modelsInFile({ name, blob: new Blob([readFileSync(`${folder}/${name}`)]) }, library);
  const took = Date.now() - start;
  if (!listed.ok) { console.log(`${name} [${took}]: REFUSED ${importTroubleText(listed.error, 'en').slice(0, 220)}`); continue; }
  console.log(`${name} [${took}]: ${listed.value.models.map((m) => `${m.name}=${m.parameters ?? '? ' + (m.trouble ? importTroubleText(m.trouble, 'en').slice(0, 160) : '')}`).join('; ')}`);
  for (const n of importNotes({ taken: [], assumed: [], dropped: listed.value.dropped }, 'en').slice(0,4)) console.log(`     - ${n.slice(0, 200)}`);
}
