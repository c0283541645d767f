import { expect, test } from 'vitest';
import { comparisonCsv } from './comparisonCsv';

test('a table of all answers, without formulas', () => {
  const heads = { photo: 'photo', model: 'model', rank: 'rank', class: 'class', share: 'share' };
  const row = { photo: '+1.jpg', model: 'VGG16', rank: 1, class: 'tusker', share: 0.49, milliseconds: 12.34 };
  expect(comparisonCsv([row], heads).split('\r\n')).toEqual([
    'photo,model,rank,class,share,ms',
    `"'+1.jpg",VGG16,1,tusker,0.490000,12.3`,
  ]);
});
