import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toKeras } from '../compile/keras';
import { type ProjectFiles, exportProject } from '../formats/project';
import type { Command } from './command';
import { CommandError } from './commandError';
import { suggestion } from './nearest';
import { projectSources } from './projectSources';
import { type Source, openRunnable } from './source';
import { templateFlags } from './templateOptions';

const targets: Readonly<Record<string, { files(source: Source): ProjectFiles; readonly next: string }>> = {
  typescript: {
    files: ({ document, plan }) =>
      exportProject({ document, plan, weights: null, sample: null, sources: projectSources() }),
    next: 'npm ci && npm test && npm run train',
  },
  keras: {
    files: ({ document, plan }) => ({ 'model.py': toKeras(plan, document.training) }),
    next: 'python model.py',
  },
};

export const exportCommand: Command = {
  name: 'export',
  usage: '<template or file> --to typescript|keras --out <folder> [--force] [options of the template]',
  about: 'writes a TensorFlow.js project or a Keras script',
  flags: {
    ...templateFlags(),
    to: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  },
  words: 1,
  run([name], flags) {
    const names = Object.keys(targets);
    const to = String(flags['to'] ?? '');
    const target = Object.hasOwn(targets, to) ? targets[to] : undefined;
    if (flags['to'] === undefined) throw new CommandError(`export needs --to ${names.join('|')}.`);
    if (!target) {
      throw new CommandError(`--to takes ${names.join(' or ')}, not ${JSON.stringify(to)}.${suggestion(to, names)}`);
    }
    const out = flags['out'];
    if (typeof out !== 'string' || out === '') throw new CommandError('export needs --out <folder>.');
    const files = target.files(openRunnable(name!, flags));
    const entry = statSync(out, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory()) throw new CommandError(`${out} is not a folder; give another --out.`);
    if (entry && !flags['force'] && readdirSync(out).length > 0) {
      throw new CommandError(`${out} is not empty; give another --out, or --force to write into it.`);
    }
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), content);
    }
    console.log(`${Object.keys(files).length} files in ${out}. Next: cd ${out} && ${target.next}`);
  },
};
