import type { ProjectTrouble } from '../../editor/projects/projectTrouble';
import type { Language } from '../words';
import { parseTroubleText } from './parseTrouble';

type Own = 'noDocument' | 'notRead' | 'unsavedDamaged';
type Wordings = { readonly [C in Own]: (data: Extract<ProjectTrouble, { code: C }>['data']) => string } & {
  /** What is stored is no document at all; there is no file that could be mended. */
  readonly noModel: () => string;
};

const en: Wordings = {
  noModel: () =>
    'What this browser has stored for the project is damaged: a model was expected, and something else is there. Save what there is, or delete it.',
  noDocument: () =>
    'The list of this browser names the project, but its model is not there: the storage is damaged, or was cleared in part. Save what there is, or delete it.',
  notRead: ({ message }) =>
    `The browser does not give out the saved project (${message}). Load the page again; if that does not help, delete it.`,
  unsavedDamaged: () =>
    'Changes that were made just before the page was closed are damaged, so they cannot be put into their project. Save what there is, or delete it.',
};

const ko: Wordings = {
  noModel: () =>
    '브라우저에 저장된 프로젝트가 손상되었어요. 모델이 있어야 할 자리에 다른 내용이 있어요. 남은 내용을 저장하거나 삭제하세요.',
  noDocument: () =>
    '브라우저의 목록에는 있지만 모델이 없어요. 저장 공간이 손상되었거나 일부가 삭제되었어요. 남은 내용을 저장하거나 삭제하세요.',
  notRead: ({ message }) =>
    `브라우저가 저장된 프로젝트를 읽지 못해요(${message}). 페이지를 다시 불러오세요. 그래도 안 되면 삭제하세요.`,
  unsavedDamaged: () =>
    '페이지를 닫기 직전에 바꾼 내용이 손상되어 프로젝트에 반영할 수 없어요. 남은 내용을 저장하거나 삭제하세요.',
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Why a saved project cannot be opened, and what can be done. */
export function projectTroubleText(trouble: ProjectTrouble, language: Language): string {
  switch (trouble.code) {
    case 'noDocument':
    case 'unsavedDamaged':
      return wordings[language][trouble.code](trouble.data);
    case 'notRead':
      return wordings[language].notRead(trouble.data);
    case 'notJson':
    case 'notDeepBrick':
      return wordings[language].noModel();
    default:
      return parseTroubleText(trouble, language);
  }
}
