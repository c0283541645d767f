import { expect, test } from 'vitest';
import { amplyRoom } from '../../../layout/roomBeside';
import { badgeParts } from './badgeParts';

test.each([
  [amplyRoom, true, { maps: 4, histogram: 48 }],
  [amplyRoom, false, { maps: 4, histogram: 0 }],
  // Between towers.
  [48, true, { maps: 1, histogram: 12 }],
  [48, false, { maps: 1, histogram: 0 }],
  [100, true, { maps: 3, histogram: 16 }],
  [10, true, { maps: 1, histogram: 0 }],
])('%d pixels, weights %s', (room, weights, parts) => expect(badgeParts(room, weights)).toEqual(parts));
