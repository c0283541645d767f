/**
 * `npx tsx e2e/measure/screens/transferScreenshots.ts FOLDER --weights FILE [--top FOLDER] [--language ko] [--axe]`: every state of transfer
 * learning as PNGs: two sizes, light and dark, English and Korean, on pictures that the page draws. FILE: MobileNet 0.25 at
 * 224 without its top; `--top`: a folder with the model.json and shards of the whole one, to compare with.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../../../src/i18n/words';
import { drawnFolder } from '../drawnPhotos';
import { shootLooks } from './looks';
import { withPage, withoutGpu } from '../openPage';
import { transferStates } from './transferStates';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'string' },
    top: { type: 'string' },
    language: { type: 'string' },
    axe: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const { weights, top, language: only, axe } = values;
if (folder === undefined || weights === undefined) throw new Error('A folder and --weights are needed.');
mkdirSync(folder, { recursive: true });

const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const drawings = mkdtempSync(join(tmpdir(), 'drawn-'));
try {
  await withPage(
    async ({ open }) => {
      for (const language of ['en', 'ko'] as const satisfies readonly Language[]) {
        if (only !== undefined && only !== language) continue;
        const page = await open('/?template=transfer&alpha=0.25&classes=3', {
          locale: language === 'en' ? 'en-US' : 'ko-KR',
          permissions: ['camera'],
        });
        page.on('pageerror', ({ message }) => console.error(message));
        await transferStates({
          page,
          language,
          photos: await drawnFolder(drawings, 24),
          weights,
          top: top === undefined ? null : readdirSync(top).map((name) => join(top, name)),
          shoot: (name) => shootLooks(page, folder, name, language, axe),
        }).catch(async (error: unknown) => {
          await page.screenshot({ path: join(folder, `stuck-${language}.png`) });
          throw error;
        });
        await page.context().close();
      }
    },
    [...withoutGpu, ...camera],
  );
} finally {
  rmSync(drawings, { recursive: true, force: true });
}
