import type { Preprocessing } from '../../document/training/trainingChoices';
import type { Language } from '../words';
import { defineWords } from '../words';

export const augmentationWords = defineWords({
  en: {
    pictures: 'Pictures',
    augmentation: 'random changes',
    about: 'Every epoch sees each training picture a little changed, never a validation picture.',
    rotationRange: 'rotation (degrees)',
    widthShiftRange: 'shift across',
    heightShiftRange: 'shift up and down',
    shearRange: 'shear (degrees)',
    zoomRange: 'zoom',
    brightnessRange: 'brightness',
    horizontalFlip: 'mirror left and right',
    verticalFlip: 'mirror up and down',
    fillMode: 'beyond the edge',
    nearest: 'the edge goes on',
    constant: 'black',
    reflect: 'mirrored',
    wrap: 'the other side',
    cachedVariants: 'kept variants',
    noVariants: '0: every epoch sees new pictures, so a frozen part is computed anew every time. Slower, learns most.',
    variants: (count: number) =>
      `${count}: each picture gets ${count} changed ${count === 1 ? 'version' : 'versions'}, through the frozen part once. Much faster, less variety.`,
    preview: 'How training may see a picture',
    variant: (number: number) => `Variant ${number}`,
    again: 'Other pictures',
    previewing: 'Changing a picture…',
    preprocessing: 'preprocessing',
    auto: (meaning: string) => `auto: ${meaning}`,
    interpolation: 'resizing',
    nearestResize: 'nearest (load_img)',
    bilinearResize: 'bilinear (tf.image.resize)',
    featureCache: 'frozen part',
    cacheAuto: 'computed once per picture',
    cacheOff: 'computed every time',
  },
  ko: {
    pictures: '그림',
    augmentation: '무작위 변형',
    about: '에포크마다 학습용 그림을 조금씩 바꿔 보여 줍니다. 검증용 그림은 바꾸지 않습니다.',
    rotationRange: '회전(도)',
    widthShiftRange: '가로 이동',
    heightShiftRange: '세로 이동',
    shearRange: '기울임(도)',
    zoomRange: '확대·축소',
    brightnessRange: '밝기',
    horizontalFlip: '좌우 뒤집기',
    verticalFlip: '상하 뒤집기',
    fillMode: '가장자리 바깥',
    nearest: '가장자리를 이어 감',
    constant: '검정',
    reflect: '거울처럼 뒤집어',
    wrap: '반대쪽에서 이어',
    cachedVariants: '보관할 변형 수',
    noVariants: '0: 에포크마다 새 그림을 보므로 동결된 부분도 매번 다시 계산합니다. 느리지만 가장 많이 배웁니다.',
    variants: (count: number) =>
      `${count}: 그림마다 변형 ${count}개를 만들어 동결된 부분을 한 번만 계산합니다. 훨씬 빠르지만 다양함은 줄어듭니다.`,
    preview: '학습이 그림을 보는 모습',
    variant: (number: number) => `변형 ${number}`,
    again: '다른 그림',
    previewing: '그림을 바꾸는 중…',
    preprocessing: '전처리',
    auto: (meaning: string) => `자동: ${meaning}`,
    interpolation: '크기 맞춤',
    nearestResize: 'nearest (load_img)',
    bilinearResize: 'bilinear (tf.image.resize)',
    featureCache: '동결된 부분',
    cacheAuto: '그림마다 한 번만 계산',
    cacheOff: '매번 계산',
  },
});

const meanings: Readonly<Record<Language, Readonly<Record<Exclude<Preprocessing, 'auto'>, string>>>> = {
  en: {
    scale: '0 … 1',
    caffe: 'caffe: BGR minus the mean',
    tf: 'tf: −1 … 1',
    torch: 'torch: mean 0, deviation 1',
    none: 'none: 0 … 255',
  },
  ko: {
    scale: '0 … 1',
    caffe: 'caffe: BGR에서 평균을 뺌',
    tf: 'tf: −1 … 1',
    torch: 'torch: 평균 0, 편차 1',
    none: '없음: 0 … 255',
  },
};

/** How values 0 … 255 become what a model takes. */
export const preprocessingText = (mode: Exclude<Preprocessing, 'auto'>, language: Language): string =>
  meanings[language][mode];
