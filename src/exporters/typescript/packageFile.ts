import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { plainName } from '../../formats/plainName';
import lock from './project/package-lock.json';
import photoPackages from './photo-packages.json';
import { takesPhotos } from './photoProject';
import { runtimePackage } from './projectTree';

/** The exported project's dependencies, in fixed versions: those that the lock file of the project holds. */
const root = lock.packages[''];

/** The editor's own code is a package inside the project. */
const runtime = { name: runtimePackage, version: '1.0.0', private: true, type: 'module' };
/** It is in the editor's own style; the user's files are in Prettier's defaults. */
const style = { printWidth: 120, singleQuote: true };
const workspaces = ['runtime'];

/** `package.json` and the lock file that fits it, so that `npm ci` works. */
export function packageFiles(
  plan: Plan,
  training: Document['training'],
  tests = true,
): Readonly<Record<'package.json' | 'package-lock.json' | 'runtime/package.json', string>> {
  const name = plainName(plan.title);
  const photos = takesPhotos(plan, training) ? photoPackages : null;
  const dependencies = {
    ...root.dependencies,
    ...(photos ? { sharp: photos.sharp } : {}),
    [runtimePackage]: runtime.version,
  };
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: root.engines,
    workspaces,
    scripts: {
      test: `tsc --noEmit${tests ? ' && node --import tsx --test test/model.test.ts' : ''}`,
      train: 'tsx src/train.ts',
      predict: 'tsx src/predict.ts',
      demo: 'vite',
      'build:demo': 'vite build --base ./',
    },
    dependencies,
    optionalDependencies: root.optionalDependencies,
    devDependencies: root.devDependencies,
  };
  const locked = {
    ...lock,
    name,
    packages: {
      ...lock.packages,
      ...photos?.packages,
      '': { ...root, name, workspaces, dependencies },
      [`node_modules/${runtimePackage}`]: { resolved: 'runtime', link: true },
      runtime: { name: runtimePackage, version: runtime.version },
    },
  };
  return {
    'package.json': json(manifest),
    'package-lock.json': json(locked),
    'runtime/package.json': json({ ...runtime, exports: { './*': './src/*.ts' }, prettier: style }),
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
