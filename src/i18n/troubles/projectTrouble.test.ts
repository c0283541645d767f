import { expect, test } from 'vitest';
import type { ProjectTrouble } from '../../editor/projects/projectTrouble';
import { projectTroubleText } from './projectTrouble';

test.each<[ProjectTrouble, RegExp, RegExp]>([
  [
    { code: 'notDeepBrick', data: { program: null } },
    /stored .* is damaged.*Save what there is/,
    /손상.*남은 내용을 저장/,
  ],
  [
    { code: 'notJson', data: { line: 1, column: 2 } },
    /stored .* is damaged.*Save what there is/,
    /손상.*남은 내용을 저장/,
  ],
  [{ code: 'tooNew', data: { version: 9, supported: 1 } }, /newer DeepBrick \(version 9\)/, /9/],
  [{ code: 'notRead', data: { message: 'gone' } }, /\(gone\)/, /\(gone\)/],
])('%j of a stored project says what is there and what can be done, not to open a file', (trouble, en, ko) => {
  expect(projectTroubleText(trouble, 'en')).toMatch(en);
  expect(projectTroubleText(trouble, 'ko')).toMatch(ko);
  for (const language of ['en', 'ko'] as const)
    expect(projectTroubleText(trouble, language)).not.toContain('.deepbrick.json');
});
