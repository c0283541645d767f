import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { plainName } from '../../formats/plainName';
import lock from './project/package-lock.json';
import photoPackages from './photo-packages.json';
import { takesPhotos } from './photoProject';

/** The exported project's dependencies, in fixed versions: those that the lock file of the project holds. */
const root = lock.packages[''];

/** `package.json` and the lock file that fits it, so that `npm ci` works. */
export function packageFiles(
  plan: Plan,
  training: Document['training'],
): { readonly 'package.json': string; readonly 'package-lock.json': string } {
  const name = plainName(plan.title);
  const photos = takesPhotos(plan, training) ? photoPackages : null;
  const dependencies = { ...root.dependencies, ...(photos ? { sharp: photos.sharp } : {}) };
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: root.engines,
    scripts: {
      test: 'tsc --noEmit && node --import tsx --test test/model.test.ts',
      train: 'tsx src/train.ts',
      predict: 'tsx src/predict.ts',
    },
    dependencies,
    optionalDependencies: root.optionalDependencies,
    devDependencies: root.devDependencies,
  };
  const locked = {
    ...lock,
    name,
    packages: { ...lock.packages, ...photos?.packages, '': { ...root, name, dependencies } },
  };
  return { 'package.json': json(manifest), 'package-lock.json': json(locked) };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
