import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../../e2e/documents/hostile';
import { templates } from '../../templates/index';
import { buildTemplate } from '../document/template';
import { fileName, fileText, safeFileName } from './file';
import { plainName } from './plainName';

describe('file', () => {
  test.each([
    ['Digits CNN', 'Digits CNN.deepbrick.json'],
    ['손글씨 숫자', '손글씨 숫자.deepbrick.json'],
    ['a/b\\c:d', 'a b c d.deepbrick.json'],
    ['../../etc/passwd', 'etc passwd.deepbrick.json'],
    ['', 'model.deepbrick.json'],
    ['...', 'model.deepbrick.json'],
    ['CON', 'model CON.deepbrick.json'],
    ['aux.txt', 'model aux.txt.deepbrick.json'],
    ['x'.repeat(300), `${'x'.repeat(54)}.deepbrick.json`],
  ])('%j is saved as %j', (title, name) => {
    expect(fileName(title)).toBe(name);
  });

  test.each([
    ['Digits CNN', 'deepbrick-digits-cnn'],
    ['손글씨', 'deepbrick-model'],
    ['../x', 'deepbrick-x'],
    ['', 'deepbrick-model'],
  ])('%j is the folder or package %s', (title, name) => expect(plainName(title)).toBe(name));

  test('every title gives a name that every system takes', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const name = safeFileName(title);
        expect(name).toMatch(/^[^\p{C}<>:"/\\|?* .]([^\p{C}<>:"/\\|?*]*[^\p{C}<>:"/\\|?* .])?$/u);
        expect([...name].length).toBeLessThanOrEqual(60);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });

  test('the text is the document', () => {
    const document = buildTemplate(templates[0]!);
    expect(JSON.parse(fileText(document))).toEqual(document);
  });
});
