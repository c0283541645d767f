import type { NoCut } from '../../engine/protocol/cut';
import { defineWords } from '../words';
import { josa } from '../korean/josa';

export const cutWords = defineWords({
  en: {
    memory: 'in memory',
    disk: 'on disk',
    kept: (layers: number, last: string, computed: string, reused: string) =>
      `The frozen part (${layers} layers, up to ${last}) was computed once per image: ${computed} computed, ${reused} reused.`,
    saved: (size: string, where: string, seconds: string) =>
      `${size} cached ${where}; each epoch is ${seconds} s faster.`,
    adapting: (done: string, total: string) => `Learning mean and variance: ${done} of ${total} samples`,
    computing: (done: string, total: string) => `Computing the frozen part: ${done} of ${total} images`,
    off: 'The frozen part is recomputed in every epoch because the feature cache is off.',
    nothingFrozen: 'Nothing is cached between epochs because no layer at the beginning is frozen.',
    augmented: 'The frozen part is recomputed in every epoch because augmentation changes the images each time.',
    full: 'The disk is full, so the cached outputs are lost on reload and computed again. Delete weights or projects to free space.',
    noRoom:
      'The frozen part is recomputed in every epoch because there is no space to cache its outputs. ' +
      'Delete weights or projects, or use smaller images.',
  },
  ko: {
    memory: '메모리',
    disk: '디스크',
    kept: (layers: number, last: string, computed: string, reused: string) =>
      `동결된 부분(${last}까지 층 ${layers}개)은 이미지마다 한 번만 계산했어요. 새로 계산한 이미지 ${computed}장, 재사용한 이미지 ${reused}장.`,
    saved: (size: string, where: string, seconds: string) =>
      `계산 결과 ${josa(size, '을/를')} ${where}에 저장해서 에포크마다 ${seconds}초가 줄어요.`,
    adapting: (done: string, total: string) => `평균과 분산 계산 중: 샘플 ${total}개 중 ${done}개`,
    computing: (done: string, total: string) => `동결된 부분 계산 중: 이미지 ${total}장 중 ${done}장`,
    off: '특성 캐시가 꺼져 있어 동결된 부분을 에포크마다 다시 계산해요.',
    nothingFrozen: '앞부분에 동결된 층이 없어 에포크 사이에 저장해 둘 결과가 없어요.',
    augmented: '데이터 증강으로 이미지가 매번 바뀌므로 동결된 부분을 에포크마다 다시 계산해요.',
    full: '디스크가 가득 차서 페이지를 새로 고치면 다시 계산해야 해요. 가중치나 프로젝트를 삭제해 공간을 확보하세요.',
    noRoom:
      '계산 결과를 저장할 공간이 없어 동결된 부분을 에포크마다 다시 계산해요. ' +
      '가중치나 프로젝트를 삭제하거나 이미지 크기를 줄이세요.',
  },
}) satisfies Record<'en' | 'ko', Record<NoCut, string>>;
