import { describe, expect, test } from 'vitest';
import { library } from '../../../../templates/index';
import { emptyDocument } from '../../../document/document';
import { rename, setParam } from '../../../document/edits/bricks';
import { editorEvent, problemEvent } from '../../../editor/voice/editorEvents';
import { page } from '../../../editor/testPage';
import { voiceText } from '../../../i18n/voice/voiceText';

type Page = ReturnType<typeof page>;

/** What is said of everything that `act` does, in both languages. */
async function saidOf(here: Page, act: (here: Page) => unknown) {
  const said: { en: string; ko: string }[] = [];
  const end = here.editor.store.subscribe((now, before) => {
    const event = editorEvent(before, now);
    if (event !== null) said.push({ en: voiceText(event, 'en', library), ko: voiceText(event, 'ko', library) });
  });
  await act(here);
  end();
  return said;
}

const run =
  (id: string, ...items: string[]) =>
  (here: Page) =>
    here.run(id, items.length === 0 ? undefined : items);

describe('changes of the model', () => {
  test.each<[string, (here: Page) => unknown, string[], string[]]>([
    ['a brick is deleted', run('delete', 'flatten'), ['Removed flatten.'], ['flatten을 삭제했어요.']],
    ['several are', run('delete', 'flatten', 'conv2d'), ['Removed 2 bricks.'], ['브릭 2개를 삭제했어요.']],
    ['one is copied', run('duplicate', 'conv2d'), ['Added conv2d_2.'], ['conv2d_2를 추가했어요.']],
    [
      'inputs are cut',
      run('disconnect', 'flatten'),
      ['Disconnected max_pooling2d_1 from flatten.'],
      ['max_pooling2d_1에서 flatten으로 가는 연결을 끊었어요.'],
    ],
    ['one is frozen', run('freeze', 'conv2d'), ['Froze conv2d.'], ['conv2d를 동결했어요.']],
    ['one is bypassed', run('bypass', 'flatten'), ['Bypassed flatten.'], ['flatten을 건너뛰어요.']],
    ['two become a block', run('group', 'conv2d', 'max_pooling2d'), ['Grouped into block.'], ['block으로 묶었어요.']],
    ['one is moved', run('moveLeft', 'digit'), ['Moved digit.'], ['digit을 옮겼어요.']],
    ['it is typed in a field', (here) => here.editor.edit(setParam('predictions', 'units', 7), 'typed'), [], []],
    [
      'a deletion is undone and done again',
      async (here) => {
        await here.run('delete', ['flatten']);
        await here.run('undo');
        await here.run('redo');
      },
      ['Removed flatten.', 'Undone. Added flatten.', 'Done again. Removed flatten.'],
      ['flatten을 삭제했어요.', '실행 취소했어요. flatten을 추가했어요.', '다시 실행했어요. flatten을 삭제했어요.'],
    ],
    [
      'what was typed is undone',
      async (here) => {
        here.editor.edit(setParam('predictions', 'units', 7), 'typed');
        await here.run('undo');
      },
      ['Undone. Changed the settings of predictions.'],
      ['실행 취소했어요. predictions의 설정을 바꿨어요.'],
    ],
    [
      'a block is folded, unfolded, thawed, ungrouped',
      async (here) => {
        await here.run('group', ['conv2d', 'max_pooling2d']);
        await here.run('fold', ['conv2d']);
        await here.run('fold', ['block']);
        await here.run('freeze', ['conv2d']);
        await here.run('freeze', ['conv2d']);
        await here.run('bypass', ['flatten']);
        await here.run('bypass', ['flatten']);
        await here.run('ungroup', ['conv2d']);
      },
      [
        'Grouped into block.',
        'Folded block.',
        'Unfolded block.',
        'Froze conv2d.',
        'Unfroze conv2d.',
        'Bypassed flatten.',
        'flatten is no longer bypassed.',
        'Ungrouped block.',
      ],
      [
        'block으로 묶었어요.',
        'block을 접었어요.',
        'block을 펼쳤어요.',
        'conv2d를 동결했어요.',
        'conv2d를 동결 해제했어요.',
        'flatten을 건너뛰어요.',
        'flatten을 더 이상 건너뛰지 않아요.',
        'block을 풀었어요.',
      ],
    ],
    [
      'another project',
      (here) => here.editor.open(emptyDocument('고양이')),
      ['고양이 is open: 0 bricks.'],
      ['고양이를 열었어요. 브릭 0개.'],
    ],
  ])('%s', async (_, act, en, ko) => {
    const said = await saidOf(page('digits'), act);
    expect(said.map((one) => one.en)).toEqual(en);
    expect(said.map((one) => one.ko)).toEqual(ko);
  });

  test('renaming is said as such', async () => {
    const said = await saidOf(page('digits'), ({ editor }) => editor.edit(rename('conv2d', 'edges')));
    expect(said).toEqual([{ en: 'Renamed conv2d to edges.', ko: 'conv2d의 이름을 edges로 바꿨어요.' }]);
  });
});

test('problems that come, stay and go', () => {
  const here = page('digits');
  const issues = () => here.editor.store.getState().plan.issues;
  const before = issues();
  here.editor.select(['flatten']);
  void here.commands.find(({ id }) => id === 'delete')!.run();
  const event = problemEvent(before, issues());
  expect(event && voiceText(event, 'en', library)).toMatch(/^Problem: predictions needs a vector/);
  expect(event && voiceText(event, 'ko', library)).toMatch(/^문제: predictions에는 벡터 입력이 필요해요/);
  expect(problemEvent(issues(), issues())).toBeNull();
  const gone = problemEvent(issues(), before);
  expect(gone && voiceText(gone, 'en')).toBe('No problems left.');
  expect(gone && voiceText(gone, 'ko')).toBe('남은 문제가 없어요.');
});
