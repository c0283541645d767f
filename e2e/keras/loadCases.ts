import { join } from 'node:path';
import { withBundle } from '../nodeBundle';
import type * as Cases from './node';

export type CaseModule = typeof Cases;

/** The cases for Node. `work` ends before the bundle goes. */
export function withCases<T>(work: (module: CaseModule) => Promise<T>): Promise<T> {
  return withBundle(join(import.meta.dirname, 'node.ts'), work);
}
