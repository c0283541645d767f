import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readClassNames } from '../pretrained/classNames';

/** Names of ImageNet's classes, read from this checkout. */
export const imagenetClassesHere = (): readonly string[] =>
  readClassNames(readFileSync(resolve(import.meta.dirname, '../../public/imagenetClasses.json'), 'utf8'));
