import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hostile } from '../../e2e/documents/hostile';
import { templates } from '../../templates/index';
import { buildTemplate } from '../document/template';
import { toBase64Url } from './base64url';
import { largestDocument, longestLink, readShareFragment, shareFragment } from './shareLink';

const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);
const vgg16 = buildTemplate(templates.find(({ id }) => id === 'vgg16')!);

describe('share link', () => {
  test('any document comes back', () => {
    fc.assert(
      fc.property(hostile(digits), (document) => {
        const fragment = shareFragment(document);
        expect(fragment).toMatch(/^#model=[-\w]+$/);
        const result = readShareFragment(fragment);
        // Halves of surrogate pairs have no UTF-8; they become U+FFFD.
        const wanted = new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(document)));
        expect(result).toEqual({ ok: true, value: wanted });
      }),
    );
  });

  test('VGG16 fits into a link of 3,000 characters', () => {
    expect(shareFragment(vgg16).length).toBeLessThan(3000);
  });

  test('every truncated link is broken, never half a model', () => {
    const whole = shareFragment(digits);
    for (let end = '#model='.length; end < whole.length; end++) {
      expect(readShareFragment(whole.slice(0, end))).toEqual({ ok: false, error: { code: 'linkBroken', data: {} } });
    }
  });

  test('a foreign or changed link gives error data', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readShareFragment(`#model=${text}`)).toMatchObject({ ok: false, error: { code: 'linkBroken' } });
      }),
    );
  });

  test.each(['', '#', '#top', '#template=vgg16', '?model=x'])('%j is not a model', (fragment) => {
    expect(readShareFragment(fragment)).toBeNull();
  });

  test('a small link that unpacks to 64 MB, and an endless one, are refused', () => {
    const bomb = deflateSync(new Uint8Array(4 * largestDocument), { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    const result = readShareFragment(`#model=${toBase64Url(new Uint8Array([0, 0, 0, 0, ...bomb]))}`);
    expect(result).toEqual({ ok: false, error: { code: 'linkTooLarge', data: { limit: largestDocument } } });
    expect(readShareFragment(`#model=${'a'.repeat(longestLink)}`)).toMatchObject({ error: { code: 'linkTooLarge' } });
  });
});
