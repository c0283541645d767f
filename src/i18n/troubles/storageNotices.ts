import { defineWords } from '../words';

/** What is said when changes are not kept, or a saved project cannot be opened. */
export const storageWords = defineWords({
  en: {
    storageFull:
      'Your changes are not being saved because the browser’s storage is full. Delete old projects, or save this one as a file.',
    storageUnavailable:
      'Your changes are not being saved because the page cannot use the browser’s storage (for example in a private window). Save the project as a file before you close the page.',
    storageNewer:
      'Your changes are not being saved: a newer DeepBrick has changed the storage of this browser. Load the page again, or save the project as a file first.',
    elsewhere: 'This project is also open in another tab. Changes made here are not saved.',
    asCopy: 'Continue as a copy',
    deleted:
      'This project was deleted in another tab. What you see here is kept as a new project as soon as you change it, with what it has learned and those of its own data that are still there.',
    keep: 'Keep it',
    unread: (title: string, reason: string) =>
      `The project “${title}” could not be opened. ${reason} It was not changed and is in the list of projects.`,
    moreUnread: (count: number) =>
      `${count} projects could not be opened. They are kept as they are; the list of projects says why.`,
    showProjects: 'Projects…',
    untitled: 'Untitled',
  },
  ko: {
    storageFull:
      '브라우저 저장 공간이 가득 차서 변경 내용을 저장하지 못하고 있어요. 오래된 프로젝트를 삭제하거나 이 프로젝트를 파일로 저장하세요.',
    storageUnavailable:
      '이 브라우저에서 저장 공간을 쓸 수 없어(시크릿 창 등) 변경 내용을 저장하지 못하고 있어요. 페이지를 닫기 전에 프로젝트를 파일로 저장하세요.',
    storageNewer:
      '더 새로운 DeepBrick이 이 브라우저의 저장 공간을 바꾸어서 변경 내용을 저장하지 못하고 있어요. 페이지를 다시 불러오세요. 그 전에 프로젝트를 파일로 저장할 수 있어요.',
    elsewhere: '이 프로젝트가 다른 탭에서도 열려 있어요. 여기서 바꾼 내용은 그 프로젝트에 저장되지 않아요.',
    asCopy: '사본으로 계속',
    deleted:
      '이 프로젝트는 다른 탭에서 삭제되었어요. 여기 보이는 내용은 무언가를 바꾸는 즉시 새 프로젝트로 보관되며, 학습된 가중치와 아직 남아 있는 내 데이터도 함께 보관돼요.',
    keep: '보관하기',
    unread: (title: string, reason: string) =>
      `“${title}” 프로젝트를 열지 못했어요. ${reason} 저장된 내용은 프로젝트 목록에 그대로 둬요.`,
    moreUnread: (count: number) =>
      `프로젝트 ${count}개를 열지 못했어요. 저장된 내용은 그대로 두며, 이유는 프로젝트 목록에 있어요.`,
    showProjects: '프로젝트…',
    untitled: '제목 없음',
  },
});
