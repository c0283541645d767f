import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutations, originals } from './mutatedWeights';

describe.skipIf(!existsSync(originals[0]![0]))('damaged files (need the shared data)', () => {
  test.each(originals)(
    '%s is read, or refused in words',
    async (path, others) => {
      const bytes = new Uint8Array(readFileSync(path));
      const counts = await mutations(path.split('/').at(-1)!, bytes, others, 15, 3, { seconds: 2 });
      expect(counts.undeclared).toEqual([]);
      expect(counts.opened).toBeGreaterThan(0);
      expect(Object.values(counts.refused).reduce((sum, count) => sum + count, counts.opened)).toBe(15);
    },
    120_000,
  );
});
