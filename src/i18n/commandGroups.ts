import { defineWords } from './words';

/** Words around the list of commands: groups, the sheet of shortcuts, the palette. */
export const commandWords = defineWords({
  en: {
    file: 'File',
    edit: 'Edit',
    brick: 'Brick',
    block: 'Block',
    arrange: 'Arrange',
    view: 'View',
    run: 'Run',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    shortcutsAbout: 'Everything can be done without a mouse.',
    palette: 'Commands',
    search: 'Search commands…',
    nothing: 'No matching command.',
    addBrick: (name: string) => `Add ${name}`,
    openTemplate: (name: string) => `Open template: ${name}`,
    impossible: (name: string) => `“${name}” is not possible just now: nothing it could work on is selected or there.`,
    or: 'or',
  },
  ko: {
    file: '파일',
    edit: '편집',
    brick: '브릭',
    block: '블록',
    arrange: '정렬',
    view: '보기',
    run: '실행',
    help: '도움말',
    shortcuts: '키보드 단축키',
    shortcutsAbout: '모든 작업을 마우스 없이 할 수 있어요.',
    palette: '명령',
    search: '명령 검색…',
    nothing: '해당하는 명령이 없어요.',
    addBrick: (name: string) => `${name} 추가`,
    openTemplate: (name: string) => `템플릿 열기: ${name}`,
    impossible: (name: string) =>
      `“${name}” 명령은 지금 실행할 수 없어요. 이 명령을 적용할 대상이 선택되지 않았거나 없어요.`,
    or: '또는',
  },
});
