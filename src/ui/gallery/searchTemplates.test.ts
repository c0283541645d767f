import { describe, expect, test } from 'vitest';
import { templateGroups } from '../../document/template';
import { templates } from '../../../templates/index';
import { searchTemplates } from './searchTemplates';

const found = (text: string) =>
  searchTemplates(templates, text).flatMap((group) => group.templates.map(({ id }) => id));

test('without a search every template is in one group, in the order of the groups', () => {
  const groups = searchTemplates(templates, '').map(({ group }) => group);
  expect(groups).toEqual(templateGroups.filter((group) => groups.includes(group)));
  expect(found('').toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
});

describe('search', () => {
  test.each([
    ['resnet', ['resnet50']],
    ['mobile v2', ['mobilenet-v2']],
    ['deepbrick-21', ['deepbrick-21']],
    ['시계열 상태', ['deepbrick-20', 'deepbrick-21']],
    ['image deep cnn', ['deepbrick-14', 'deepbrick-17']],
    ['no such thing', []],
  ])('%s finds %o', (text, ids) => expect(found(text)).toEqual(ids));
});
