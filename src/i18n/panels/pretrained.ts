import type { PretrainedTrouble } from '../../editor/own/pretrainedState';
import type { DownloadTrouble } from '../../pretrained/downloadTrouble';
import { weightFileText } from '../troubles/weightFiles';
import { type Language, defineWords } from '../words';
import { josa } from '../korean/josa';

const amount = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

type Code = DownloadTrouble['code'];
type Data<C extends Code> = Extract<DownloadTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const reasons = ({ tried }: Data<'unreachable'>) =>
  tried.map(({ address, reason }) => `${address} (${reason})`).join('; ');

const en: Wordings = {
  unreachable: (data) =>
    `${data.id} cannot be downloaded: no server responded. Check the connection, or choose the file yourself. Tried: ${reasons(data)}.`,
  interrupted: ({ id, received, total }) =>
    `${id}: the connection was lost repeatedly after ${amount(received)}${total === null ? '' : ` of ${amount(total)}`}. ` +
    'The part received so far is kept; download again to continue from there.',
  wrongHash: ({ id, expected, got }) =>
    `${id} was deleted because its MD5 is ${got}, but Keras publishes ${expected}. Download it again.`,
  full: ({ id, bytes }) =>
    `${id}: there is no room ${bytes === null ? 'left' : `for another ${amount(bytes)}`}. Delete other weights or free disk space, then download it again; the part received so far is kept.`,
  noRoom: ({ id, bytes }) =>
    `${id}: there is no room for its ${amount(bytes)}. Delete other weights or projects, or free disk space, then choose it again; the file was not saved.`,
};

const ko: Wordings = {
  unreachable: (data) =>
    `${josa(data.id, '을/를')} 내려받을 수 없어요. 응답한 서버가 없어요. 연결을 확인하거나 파일을 직접 선택하세요. 시도한 주소: ${reasons(data)}.`,
  interrupted: ({ id, received, total }) =>
    `${id}: ${total === null ? '' : `${amount(total)} 중 `}${josa(amount(received), '을/를')} 받은 뒤 연결이 계속 끊어졌어요. ` +
    '받은 부분은 남아 있으니 다시 내려받으면 이어져요.',
  wrongHash: ({ id, expected, got }) =>
    `${josa(id, '을/를')} 삭제했어요. Keras가 공개한 MD5는 ${expected}인데 받은 파일은 ${josa(got, '이에요/예요')}. 다시 내려받으세요.`,
  full: ({ id, bytes }) =>
    `${id}: ${bytes === null ? '남은 공간이 없어요' : `${josa(amount(bytes), '을/를')} 더 저장할 공간이 없어요`}. 다른 가중치를 삭제하거나 디스크 공간을 확보한 뒤 다시 내려받으세요. 받은 부분은 남아 있어요.`,
  noRoom: ({ id, bytes }) =>
    `${id}: ${josa(amount(bytes), '을/를')} 저장할 공간이 없어요. 다른 가중치나 프로젝트를 삭제하거나 디스크 공간을 확보한 뒤 다시 선택하세요. 이 파일은 저장하지 않았어요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** What is said about a download that came to nothing. */
export function downloadText(trouble: DownloadTrouble, language: Language): string {
  return (wordings[language][trouble.code] as (data: DownloadTrouble) => string)(trouble);
}

/** What is said when weights could not be fetched or kept. */
export function pretrainedTroubleText(trouble: PretrainedTrouble, language: Language): string {
  const words = pretrainedWords[language];
  switch (trouble.code) {
    case 'failed':
      return words.failed(trouble.detail);
    case 'unreadable':
      return words.unreadable(weightFileText(trouble.file, language));
    case 'otherModel':
      return words.otherModel(trouble.name, trouble.id, trouble.found, trouble.needed, trouble.example);
    default:
      return downloadText(trouble, language);
  }
}

export const pretrainedWords = defineWords({
  en: {
    title: 'Pretrained weights',
    about: 'Official Keras ImageNet weights. Downloaded files stay on this device and are not downloaded again.',
    withTop: 'with classifier (top)',
    noTop: 'without classifier (no top)',
    size: 'size',
    unknownSize: 'size shown on download',
    cached: 'on this device',
    download: 'Download',
    downloadOf: (id: string) => `Download ${id}`,
    goOn: 'Continue',
    cancel: 'Cancel',
    cancelOf: (id: string) => `Cancel the download of ${id}`,
    remove: 'Delete',
    removeOf: (id: string) => `Delete ${id} from this device`,
    choose: 'Choose file…',
    chooseOf: (id: string) => `Choose a file for ${id}`,
    progress: (received: string, total: string) => `${received} of ${total}`,
    speed: (speed: string, left: string) => (left === '' ? `${speed}/s` : `${speed}/s, ${left} left`),
    own: 'Your own files',
    total: (count: string, bytes: string) => `${count === '1' ? '1 file' : `${count} files`} on this device, ${bytes}.`,
    none: 'No files on this device yet.',
    width: 'Width (alpha)',
    pictureSize: 'Image size',
    needed: (id: string) => `This model needs the weights ${id}, which are not on this device yet.`,
    random: 'Start with random weights instead',
    noFile: 'no file',
    fileGone: (hash: string) => `${hash}…, not on this device`,
    failed: (detail: string) => `The weights could not be saved: ${detail}`,
    unreadable: (reason: string) => `${reason} The file was not saved.`,
    otherModel: (name: string, id: string, found: number, needed: number, example: string) =>
      `“${name}” does not contain ${id}: ${found} of ${needed} weights match, but “${example}” does not. ` +
      'Choose the file for exactly this architecture, or add this one under “Your own files”. The file was not saved.',
    dropHint: 'You can also drop files here. Files published by Keras are recognised by name.',
  },
  ko: {
    title: '사전 학습 가중치',
    about: 'Keras가 공식으로 공개한 ImageNet 가중치예요. 내려받은 파일은 이 기기에 저장되며 다시 내려받지 않아요.',
    withTop: '분류기 포함',
    noTop: '분류기 제외',
    size: '크기',
    unknownSize: '크기는 내려받을 때 알 수 있음',
    cached: '이 기기에 있음',
    download: '내려받기',
    downloadOf: (id: string) => `${id} 내려받기`,
    goOn: '이어받기',
    cancel: '취소',
    cancelOf: (id: string) => `${id} 내려받기 취소`,
    remove: '삭제',
    removeOf: (id: string) => `이 기기에서 ${id} 삭제`,
    choose: '파일 선택…',
    chooseOf: (id: string) => `${id}에 쓸 파일 선택`,
    progress: (received: string, total: string) => `${total} 중 ${received}`,
    speed: (speed: string, left: string) => (left === '' ? `초당 ${speed}` : `초당 ${speed}, ${left} 남음`),
    own: '직접 선택한 파일',
    total: (count: string, bytes: string) => `이 기기에 파일 ${count}개, ${bytes}.`,
    none: '아직 이 기기에 저장된 파일이 없어요.',
    width: '너비 (alpha)',
    pictureSize: '이미지 크기',
    needed: (id: string) => `이 모델에는 ${id} 가중치가 필요한데 아직 이 기기에 없어요.`,
    random: '대신 무작위 가중치로 시작',
    noFile: '파일 없음',
    fileGone: (hash: string) => `${hash}…, 이 기기에 없음`,
    failed: (detail: string) => `가중치를 저장하지 못했어요: ${detail}`,
    unreadable: (reason: string) => `${reason} 파일은 저장하지 않았어요.`,
    otherModel: (name: string, id: string, found: number, needed: number, example: string) =>
      `“${name}” 파일은 ${id}의 가중치가 아니에요. 필요한 가중치 ${needed}개 중 ${found}개만 맞고, ${josa(`“${example}”`, '이/가')} 맞지 않아요. ` +
      '이 모델 구조에 맞는 파일을 선택하거나, 이 파일을 “직접 선택한 파일”에 추가하세요. 파일은 저장하지 않았어요.',
    dropHint: '파일을 여기에 끌어다 놓아도 돼요. Keras가 공개한 파일은 파일 이름으로 알아봐요.',
  },
});
