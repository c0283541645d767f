import type { NoCut } from '../../engine/protocol/cut';
import { defineWords } from '../words';

export const cutWords = defineWords({
  en: {
    memory: 'in memory',
    disk: 'on disk',
    kept: (layers: number, last: string, computed: string, reused: string) =>
      `The frozen part (${layers} layers, up to ${last}) was computed once per picture: ${computed} now, ${reused} from before.`,
    saved: (size: string, where: string, seconds: string) =>
      `${size} kept ${where}; each epoch is ${seconds} s shorter.`,
    computing: (done: string, total: string) => `Frozen part: ${done} of ${total} pictures`,
    off: 'The frozen part is computed anew in every epoch: the feature cache is switched off.',
    nothingFrozen: 'Nothing is kept between epochs: no layer at the beginning is frozen.',
    augmented: 'The frozen part is computed anew in every epoch: augmentation changes the pictures each time.',
    full: 'The disk is full: after a reload they are computed again. Delete weights or projects to make room.',
    noRoom:
      'The frozen part is computed anew in every epoch: there is no room for its outputs. ' +
      'Delete weights or projects, or make the pictures smaller.',
  },
  ko: {
    memory: '메모리',
    disk: '디스크',
    kept: (layers: number, last: string, computed: string, reused: string) =>
      `동결한 부분(${last}까지 레이어 ${layers}개)은 그림마다 한 번만 계산했습니다. 새로 계산 ${computed}장, 재사용 ${reused}장.`,
    saved: (size: string, where: string, seconds: string) =>
      `${where}에 ${size}를 보관하며, 에포크마다 ${seconds}초가 줄어듭니다.`,
    computing: (done: string, total: string) => `동결한 부분: 그림 ${total}장 중 ${done}장`,
    off: '특징 캐시를 꺼서 동결한 부분을 에포크마다 다시 계산합니다.',
    nothingFrozen: '앞부분에 동결한 레이어가 없어 에포크 사이에 보관하는 것이 없습니다.',
    augmented: '증강이 그림을 매번 바꾸므로 동결한 부분을 에포크마다 다시 계산합니다.',
    full: '디스크가 가득 차서 페이지를 새로 고치면 다시 계산합니다. 가중치나 프로젝트를 지워 공간을 만드십시오.',
    noRoom:
      '출력을 보관할 공간이 없어 동결한 부분을 에포크마다 다시 계산합니다. ' +
      '가중치나 프로젝트를 지우거나 그림을 작게 하십시오.',
  },
}) satisfies Record<'en' | 'ko', Record<NoCut, string>>;
