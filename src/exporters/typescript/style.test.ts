import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { buildTemplate } from '../../document/template';
import type { ExportedFiles } from '../exporter';
import { exportProject } from './project';

const sources = projectSources();

async function filesOf(document: Document, language: 'en' | 'ko'): Promise<ExportedFiles> {
  const plan = compile(document, library);
  return exportProject({ document, plan, language, weights: null, sample: null, sources });
}

/** What the README's command looks at. */
function looked(files: ExportedFiles): readonly (readonly [path: string, text: string])[] {
  const [, endings] = /npx prettier --check "\*\*\/\*\.\{(.*)\}"/.exec(String(files['README.md']))!;
  const code = new RegExp(`\\.(${endings!.replaceAll(',', '|')})$`);
  return Object.entries(files).flatMap(([path, content]) => {
    const read = typeof content === 'string' && (code.test(path) || /(^|\/)(package|tsconfig)\.json$/.test(path));
    return read ? [[path, content] as const] : [];
  });
}

const known = new Set<string>();
/** The files that Prettier would change, by its defaults or by those of the runtime. */
async function changed(files: ExportedFiles): Promise<string[]> {
  const { prettier: own } = JSON.parse(String(files['runtime/package.json'])) as { prettier: object };
  const found: string[] = [];
  for (const [path, text] of looked(files)) {
    // The same file of another project is not looked at again.
    if (known.has(text)) continue;
    known.add(text);
    const style = path.startsWith('runtime/') ? own : {};
    if (!(await check(text, { ...style, filepath: path }))) found.push(path);
  }
  return found;
}

describe('an exported project is as Prettier writes it', () => {
  test.each(templates.map((template) => [template.id, template] as const))('%s', async (id, template) => {
    const language = id.endsWith('5') ? 'ko' : 'en';
    expect(await changed(await filesOf(buildTemplate(template), language))).toEqual([]);
  });

  test('random graphs', async () => {
    for (let seed = 0; seed < 16; seed++) {
      expect([seed, await changed(await filesOf(randomGraph(seed), 'en'))]).toEqual([seed, []]);
    }
  });
});
