import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toKeras } from '../../exporters/keras/keras';
import { type ProjectFiles, exportProject } from '../../exporters/typescript/project';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { exportedWeights, missingAdvice } from '../exportedWeights';
import { suggestion } from '../nearest';
import { projectSources } from '../projectSources';
import { type Source, openRunnable } from '../source';
import { templateFlags } from '../templateOptions';

interface Target {
  files(source: Source, weights: string | null): Promise<ProjectFiles>;
  readonly next: string;
}

const targets: Readonly<Record<string, Target>> = {
  typescript: {
    async files({ document, plan }, path) {
      const weights = await exportedWeights(plan, document.training.seed, path);
      const advice = weights === null ? missingAdvice(plan) : null;
      if (advice !== null) console.error(advice);
      return exportProject({ document, plan, weights, sample: null, sources: projectSources() });
    },
    next: 'npm ci && npm test && npm run train',
  },
  keras: {
    async files({ document, plan }, path) {
      if (path === null) return { 'model.py': toKeras(plan, document.training) };
      throw new CommandError('A Keras script has no weights in it; convert makes a .weights.h5 that it can load.');
    },
    next: 'python model.py',
  },
};

export const exportCommand: Command = {
  name: 'export',
  usage:
    '<template or file> --to typescript|keras --out <folder> [--weights <file>] [--force] [options of the template]',
  about:
    'writes a TensorFlow.js project or a Keras script; the project has the weights of the file in it, or the pretrained ones that are on this machine',
  flags: {
    ...templateFlags(),
    to: { type: 'string' },
    out: { type: 'string' },
    weights: { type: 'string' },
    force: { type: 'boolean' },
  },
  words: 1,
  async run([name], flags) {
    const names = Object.keys(targets);
    const to = String(flags['to'] ?? '');
    const target = Object.hasOwn(targets, to) ? targets[to] : undefined;
    if (flags['to'] === undefined) throw new CommandError(`export needs --to ${names.join('|')}.`);
    if (!target) {
      throw new CommandError(`--to takes ${names.join(' or ')}, not ${JSON.stringify(to)}.${suggestion(to, names)}`);
    }
    const out = flags['out'];
    if (typeof out !== 'string' || out === '') throw new CommandError('export needs --out <folder>.');
    const source = openRunnable(name!, flags);
    const entry = statSync(out, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory()) throw new CommandError(`${out} is not a folder; give another --out.`);
    if (entry && !flags['force'] && readdirSync(out).length > 0) {
      throw new CommandError(`${out} is not empty; give another --out, or --force to write into it.`);
    }
    const { weights } = flags;
    const files = await target.files(source, typeof weights === 'string' ? weights : null);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), content);
    }
    console.log(`${Object.keys(files).length} files in ${out}. Next: cd ${out} && ${target.next}`);
  },
};
