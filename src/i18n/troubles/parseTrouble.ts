import type { EditTrouble } from '../../editor/commands/services';
import type { Lock, LockedEdit } from '../../editor/locks';
import type { RefusedEdit } from '../../editor/store';
import type { Foreign, ParseTrouble, ParseTroubleCode } from '../../document/reading/parseTrouble';
import { inView } from '../inView';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Wordings = {
  readonly [C in ParseTroubleCode]: (data: Extract<ParseTrouble, { code: C }>['data']) => string;
};

const count = (value: number) => value.toLocaleString('en-US');
const millions = (characters: number) => `${Math.round(characters / 1e6)} MB`;

const programs: Readonly<Record<Language, Readonly<Record<Foreign, string>>>> = {
  en: {
    keras: 'a model of Keras',
    tfjs: 'a TensorFlow.js model (model.json)',
    ennui: 'a model of ENNUI',
    package: 'a package.json of npm',
    lock: 'a package-lock.json of npm',
    typescript: 'settings of TypeScript (tsconfig.json)',
    transformers: 'the configuration of a Hugging Face model',
    annotations: 'image annotations (COCO)',
    geography: 'a map (GeoJSON)',
    list: 'a list of JSON values',
    clipping: 'bricks copied from DeepBrick: paste them on the canvas instead',
    notebook: 'a Jupyter notebook',
  },
  ko: {
    keras: 'Keras 모델',
    tfjs: 'TensorFlow.js 모델(model.json)',
    ennui: 'ENNUI 모델',
    package: 'npm의 package.json',
    lock: 'npm의 package-lock.json',
    typescript: 'TypeScript 설정(tsconfig.json)',
    transformers: 'Hugging Face 모델의 구성',
    annotations: '이미지 주석(COCO)',
    geography: '지도(GeoJSON)',
    list: 'JSON 값의 목록',
    clipping: 'DeepBrick에서 복사한 브릭(캔버스에 붙여 넣으세요)',
    notebook: 'Jupyter 노트북',
  },
};

const english: Wordings = {
  tooLarge: ({ size, limit }) =>
    `The file is too large: ${millions(size)}, but a document has at most ${millions(limit)}. Open a .deepbrick.json file.`,
  notJson: ({ line, column }) =>
    `The file is not valid JSON: error at line ${line}, column ${column}. It may be cut off or another kind of file; save it again from DeepBrick.`,
  notDeepBrick: ({ program }) =>
    program === null
      ? 'The file is JSON, but not a DeepBrick document. Open a .deepbrick.json file.'
      : `This is not a DeepBrick document but ${programs.en[program]}. Open a .deepbrick.json file.`,
  tooNew: ({ version, supported }) =>
    `The file was made by a newer DeepBrick (version ${version}); this one reads up to version ${supported}. Update DeepBrick, then open it again.`,
  invalid: ({ where, expected, got }) =>
    `The document is damaged at ${where}: expected ${expected}, found ${got}. Correct that place in the file, or save it again from DeepBrick.`,
  tooManyNodes: ({ count: number, limit }) =>
    `The document has ${count(number)} bricks; at most ${count(limit)} can be shown. Split the model into several files.`,
  tooManyBlocks: ({ count: number, limit }) =>
    `The document has ${count(number)} blocks; at most ${count(limit)} can be shown. Dissolve those that are not needed in the file.`,
  tooDeepBlocks: ({ block, depth, limit }) =>
    `The document has blocks in blocks, ${count(depth)} of them around each other; at most ${count(limit)} can be. Dissolve some of them in the file: the first that lies too deep is “${block}”.`,
  repeatedName: ({ name, line }) =>
    `The name “${name}” occurs twice${line === null ? '' : ` (line ${line})`}; names must be unique. Rename one of them in the file.`,
  forbiddenName: ({ name, where }) =>
    `The name “${name}” in ${where} is a reserved word and not allowed. Rename it in the file.`,
  tooDeep: ({ line, column }) =>
    `The file is nested too deeply at line ${line}, column ${column}, so it is not a DeepBrick document. Open another file.`,
};

const korean: Wordings = {
  tooLarge: ({ size, limit }) =>
    `파일이 너무 커요(${millions(size)}). 문서는 ${millions(limit)}까지 열 수 있어요. .deepbrick.json 파일을 여세요.`,
  notJson: ({ line, column }) =>
    `올바른 JSON 파일이 아니에요. ${line}행 ${column}열에서 끊겼어요. 파일이 잘렸거나 다른 종류의 파일일 수 있어요. DeepBrick에서 다시 저장하세요.`,
  notDeepBrick: ({ program }) =>
    program === null
      ? 'JSON이지만 DeepBrick 문서가 아니에요. .deepbrick.json 파일을 여세요.'
      : `DeepBrick 문서가 아니라 ${josa(programs.ko[program], '이에요/예요')}. .deepbrick.json 파일을 여세요.`,
  tooNew: ({ version, supported }) =>
    `더 최신 DeepBrick(버전 ${version})에서 만든 파일이에요. 지금은 버전 ${supported}까지 읽을 수 있어요. DeepBrick을 업데이트한 뒤 다시 여세요.`,
  invalid: ({ where, expected, got }) =>
    `문서의 ${where} 부분이 손상되었어요. 필요한 값: ${expected}, 실제 값: ${got}. 파일에서 고치거나 DeepBrick에서 다시 저장하세요.`,
  tooManyNodes: ({ count: number, limit }) =>
    `브릭이 ${count(number)}개예요. 최대 ${count(limit)}개까지 표시할 수 있어요. 모델을 여러 파일로 나누세요.`,
  tooManyBlocks: ({ count: number, limit }) =>
    `블록이 ${count(number)}개예요. 최대 ${count(limit)}개까지 보여 줄 수 있어요. 파일에서 필요 없는 블록을 푸세요.`,
  tooDeepBlocks: ({ block, depth, limit }) =>
    `블록이 ${count(depth)}겹으로 중첩되어 있어요. 최대 ${count(limit)}겹까지 쓸 수 있어요. 파일에서 블록을 몇 겹 푸세요. 한도를 넘는 첫 블록: “${block}”.`,
  repeatedName: ({ name, line }) =>
    `${josa(`“${name}”`, '이라는/라는')} 이름이 두 번 나와요${line === null ? '' : `(${line}행)`}. 이름은 서로 달라야 해요. 파일에서 하나를 바꾸세요.`,
  forbiddenName: ({ name, where }) =>
    `${where}의 이름 “${name}”: 프로그래밍 언어의 예약어라 쓸 수 없어요. 파일에서 이름을 바꾸세요.`,
  tooDeep: ({ line, column }) =>
    `파일이 ${line}행 ${column}열에서 너무 깊게 중첩되어 있어요. DeepBrick 문서가 아닌 것 같아요. 다른 파일을 여세요.`,
};

const notDone: Readonly<Record<Language, string>> = {
  en: 'Nothing was changed, because the document would become too large.',
  ko: '문서가 너무 커져서 아무것도 바꾸지 않았어요.',
};
const wordings: Readonly<Record<Language, Wordings>> = { en: english, ko: korean };

/** Why a text could not be opened as a document: what is wrong, where, and the way out. */
export function parseTroubleText(error: ParseTrouble, language: Language): string {
  const word = wordings[language][error.code] as (data: ParseTrouble['data']) => string;
  return word(inView(error.data));
}

const locked: Readonly<Record<Language, Readonly<Record<Lock, string>>>> = {
  en: {
    model: 'The link that opened this page locks the model: its bricks cannot be changed here. Train it and predict.',
    settings: 'The link that opened this page locks the training settings. Train with these.',
    templates: 'The link that opened this page keeps this model open. Other models open at the plain address.',
    code: 'The link that opened this page hides the code and the exports.',
  },
  ko: {
    model: '이 페이지를 연 링크가 모델을 잠갔어요. 여기서는 브릭을 바꿀 수 없고, 학습과 예측은 할 수 있어요.',
    settings: '이 페이지를 연 링크가 학습 설정을 잠갔어요. 지금 설정으로 학습하세요.',
    templates: '이 페이지를 연 링크가 이 모델만 열어 둬요. 다른 모델은 기본 주소에서 열 수 있어요.',
    code: '이 페이지를 연 링크가 코드와 내보내기를 숨겼어요.',
  },
};

/** What a link locks, a sentence each. */
export const lockedText = (locks: readonly Lock[], language: Language): string =>
  locks.map((lock) => locked[language][lock]).join(' ');

/** Why an edit was not made. */
export const refusedEditText = (why: RefusedEdit, language: Language): string =>
  why.code === 'locked' ? locked[language][why.data.lock] : `${notDone[language]} ${parseTroubleText(why, language)}`;

const nothingDone: Readonly<Record<Language, Readonly<Record<Exclude<EditTrouble, LockedEdit>, string>>>> = {
  en: {
    cannotTrain: 'The model cannot be trained yet. Solve its problems first.',
    nothingToUndo: 'There is no step to undo.',
    nothingToRedo: 'There is no step to do again.',
    nothing: 'There is nothing to paste. Copy some bricks first, here or in another tab.',
    noBricks:
      'What is on the clipboard is no brick. Bricks that were copied here or in another tab can be pasted; the file of a model opens with “Open file…”.',
  },
  ko: {
    cannotTrain: '아직 모델을 학습할 수 없어요. 먼저 문제를 해결하세요.',
    nothingToUndo: '실행 취소할 단계가 없어요.',
    nothingToRedo: '다시 실행할 단계가 없어요.',
    nothing: '붙여넣을 것이 없어요. 먼저 여기나 다른 탭에서 브릭을 복사하세요.',
    noBricks:
      '클립보드에 브릭이 없어요. 여기나 다른 탭에서 복사한 브릭을 붙여넣을 수 있어요. 모델 파일은 “파일 열기…”로 여세요.',
  },
};

/** Why an edit did nothing, and what could be done. */
export const editTroubleText = (why: EditTrouble, language: Language): string =>
  typeof why === 'string' ? nothingDone[language][why] : locked[language][why.data.lock];
