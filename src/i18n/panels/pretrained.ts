import type { PretrainedTrouble } from '../../editor/own/pretrainedState';
import type { DownloadTrouble } from '../../pretrained/downloadTrouble';
import { weightFileText } from '../troubles/weightFiles';
import { type Language, defineWords } from '../words';

const amount = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

type Code = DownloadTrouble['code'];
type Data<C extends Code> = Extract<DownloadTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const reasons = ({ tried }: Data<'unreachable'>) =>
  tried.map(({ address, reason }) => `${address} (${reason})`).join('; ');

const en: Wordings = {
  unreachable: (data) =>
    `${data.id} cannot be downloaded: no server gave it. Check the connection, or choose the file yourself. Tried: ${reasons(data)}.`,
  interrupted: ({ id, received, total }) =>
    `${id}: the connection broke again and again after ${amount(received)}${total === null ? '' : ` of ${amount(total)}`}. ` +
    'What came is kept: download it again to go on from there.',
  wrongHash: ({ id, expected, got }) =>
    `${id} was deleted: its MD5 is ${got}, Keras publishes ${expected}. Download it again.`,
  full: ({ id, bytes }) =>
    `${id}: there is no room ${bytes === null ? 'left' : `for another ${amount(bytes)}`}. Delete other weights or free some of the disk, then download it again; what came is kept.`,
  noRoom: ({ id, bytes }) =>
    `${id}: there is no room for its ${amount(bytes)}. Delete other weights or projects, or free some of the disk, then choose it again; nothing of it was kept.`,
};

const ko: Wordings = {
  unreachable: (data) =>
    `${data.id}을(를) 내려받을 수 없습니다. 응답한 서버가 없습니다. 연결을 확인하거나 파일을 직접 고르십시오. 시도한 곳: ${reasons(data)}.`,
  interrupted: ({ id, received, total }) =>
    `${id}: ${total === null ? '' : `${amount(total)} 가운데 `}${amount(received)}를 받은 뒤 연결이 거듭 끊어졌습니다. ` +
    '받은 부분은 남아 있으니 다시 내려받으면 이어집니다.',
  wrongHash: ({ id, expected, got }) =>
    `${id}을(를) 지웠습니다. Keras가 밝힌 MD5는 ${expected}인데 받은 것은 ${got}입니다. 다시 내려받으십시오.`,
  full: ({ id, bytes }) =>
    `${id}: ${bytes === null ? '남은 공간이 없습니다' : `${amount(bytes)}가 더 들어갈 공간이 없습니다`}. 다른 가중치를 지우거나 디스크를 비운 뒤 다시 내려받으십시오. 받은 부분은 남아 있습니다.`,
  noRoom: ({ id, bytes }) =>
    `${id}: ${amount(bytes)}가 들어갈 공간이 없습니다. 다른 가중치나 프로젝트를 지우거나 디스크를 비운 뒤 다시 고르십시오. 이 파일은 조금도 보관하지 않았습니다.`,
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
    about: 'Official ImageNet weights of Keras. What is downloaded stays on this device and is never fetched twice.',
    withTop: 'with top',
    noTop: 'without top',
    size: 'size',
    unknownSize: 'size known on download',
    cached: 'on this device',
    download: 'Download',
    downloadOf: (id: string) => `Download ${id}`,
    goOn: 'Go on',
    cancel: 'Cancel',
    cancelOf: (id: string) => `Cancel the download of ${id}`,
    remove: 'Delete',
    removeOf: (id: string) => `Delete ${id} from this device`,
    choose: 'Choose file…',
    chooseOf: (id: string) => `Choose a file for ${id}`,
    progress: (received: string, total: string) => `${received} of ${total}`,
    speed: (speed: string, left: string) => (left === '' ? `${speed}/s` : `${speed}/s, ${left} left`),
    own: 'Files of your own',
    total: (count: string, bytes: string) => `${count === '1' ? '1 file' : `${count} files`} on this device, ${bytes}.`,
    none: 'Nothing is kept on this device yet.',
    width: 'Width (alpha)',
    pictureSize: 'Picture size',
    needed: (id: string) => `This model starts from ${id}, which is not on this device yet.`,
    random: 'Start with random weights instead',
    noFile: 'no file',
    fileGone: (hash: string) => `${hash}…, not on this device`,
    failed: (detail: string) => `The weights could not be kept: ${detail}`,
    unreadable: (reason: string) => `${reason} Nothing was kept.`,
    otherModel: (name: string, id: string, found: number, needed: number, example: string) =>
      `“${name}” does not hold ${id}: ${found} of its ${needed} weights are there and fit, “${example}” does not. ` +
      'Choose the file of this very architecture, or keep this one under “Files of your own”. Nothing was kept.',
    dropHint: 'Files can be dropped here, too: one that Keras publishes is known by its name.',
  },
  ko: {
    title: '사전 학습 가중치',
    about: 'Keras가 공개한 ImageNet 가중치입니다. 내려받은 파일은 이 기기에 남으며 다시 받지 않습니다.',
    withTop: '분류층 포함',
    noTop: '분류층 제외',
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
    choose: '파일 고르기…',
    chooseOf: (id: string) => `${id}에 쓸 파일 고르기`,
    progress: (received: string, total: string) => `${total} 가운데 ${received}`,
    speed: (speed: string, left: string) => (left === '' ? `초당 ${speed}` : `초당 ${speed}, ${left} 남음`),
    own: '직접 고른 파일',
    total: (count: string, bytes: string) => `이 기기에 파일 ${count}개, ${bytes}.`,
    none: '아직 이 기기에 보관한 것이 없습니다.',
    width: '너비 (alpha)',
    pictureSize: '그림 크기',
    needed: (id: string) => `이 모델은 ${id}에서 시작하는데, 아직 이 기기에 없습니다.`,
    random: '대신 무작위 가중치로 시작',
    noFile: '파일 없음',
    fileGone: (hash: string) => `${hash}…, 이 기기에 없음`,
    failed: (detail: string) => `가중치를 보관하지 못했습니다: ${detail}`,
    unreadable: (reason: string) => `${reason} 보관한 것은 없습니다.`,
    otherModel: (name: string, id: string, found: number, needed: number, example: string) =>
      `“${name}” 파일은 ${id}의 가중치가 아닙니다. 필요한 가중치 ${needed}개 가운데 ${found}개만 있고, “${example}”이(가) 맞지 않습니다. ` +
      '이 구조의 파일을 고르거나, 이 파일은 “직접 고른 파일”에 보관하십시오. 보관한 것은 없습니다.',
    dropHint: '파일을 여기에 놓아도 됩니다. Keras가 공개한 파일은 이름으로 알아봅니다.',
  },
});
