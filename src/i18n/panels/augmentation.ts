import type { Preprocessing } from '../../document/training/trainingChoices';
import type { Language } from '../words';
import { defineWords } from '../words';

export const augmentationWords = defineWords({
  en: {
    pictures: 'Images',
    augmentation: 'data augmentation',
    about: 'Training images are changed at random in every epoch; validation images are not.',
    rotationRange: 'rotation (degrees)',
    widthShiftRange: 'horizontal shift',
    heightShiftRange: 'vertical shift',
    shearRange: 'shear (degrees)',
    zoomRange: 'zoom',
    brightnessRange: 'brightness',
    horizontalFlip: 'horizontal flip',
    verticalFlip: 'vertical flip',
    fillMode: 'fill mode',
    nearest: 'repeat the edge pixels',
    constant: 'black',
    reflect: 'reflect',
    wrap: 'wrap around',
    cachedVariants: 'cached variants per image',
    noVariants:
      '0: new variants in every epoch, so the frozen part is recomputed every time. Slower, but the most variety.',
    variants: (count: number) =>
      `${count}: ${count} ${count === 1 ? 'variant' : 'variants'} per image; the frozen part is computed once for each. Much faster, less variety.`,
    preview: 'Preview of augmented images',
    variant: (number: number) => `Variant ${number}`,
    again: 'Show other images',
    previewing: 'Augmenting an image…',
    preprocessing: 'preprocessing',
    auto: (meaning: string) => `auto: ${meaning}`,
    interpolation: 'resizing',
    nearestResize: 'nearest (load_img)',
    bilinearResize: 'bilinear (tf.image.resize)',
    featureCache: 'frozen part',
    cacheAuto: 'computed once per image',
    cacheOff: 'computed every time',
  },
  ko: {
    pictures: '이미지',
    augmentation: '데이터 증강',
    about: '학습용 이미지는 에포크마다 조금씩 다르게 바꿔서 보여 줘요. 검증용 이미지는 바꾸지 않아요.',
    rotationRange: '회전(도)',
    widthShiftRange: '가로 이동',
    heightShiftRange: '세로 이동',
    shearRange: '전단(도)',
    zoomRange: '확대·축소',
    brightnessRange: '밝기',
    horizontalFlip: '좌우 뒤집기',
    verticalFlip: '상하 뒤집기',
    fillMode: '빈 영역 채우기',
    nearest: '가장자리 값 늘이기',
    constant: '검은색',
    reflect: '거울처럼 반사',
    wrap: '반대쪽을 이어 붙이기',
    cachedVariants: '저장할 변형 수',
    noVariants:
      '0: 에포크마다 새로 변형하므로 동결된 부분도 매번 다시 계산해요. 느리지만 가장 다양한 이미지로 학습해요.',
    variants: (count: number) =>
      `${count}: 이미지마다 변형을 ${count}개 만들고, 동결된 부분은 변형마다 한 번만 계산해요. 훨씬 빠르지만 다양성은 줄어요.`,
    preview: '학습에 쓰일 변형 미리보기',
    variant: (number: number) => `변형 ${number}`,
    again: '다른 이미지',
    previewing: '이미지를 변형하는 중…',
    preprocessing: '전처리',
    auto: (meaning: string) => `자동: ${meaning}`,
    interpolation: '크기 조정 방식',
    nearestResize: 'nearest (load_img)',
    bilinearResize: 'bilinear (tf.image.resize)',
    featureCache: '동결된 부분',
    cacheAuto: '이미지마다 한 번만 계산',
    cacheOff: '매번 계산',
  },
});

const meanings: Readonly<Record<Language, Readonly<Record<Exclude<Preprocessing, 'auto'>, string>>>> = {
  en: {
    scale: '0 … 1',
    caffe: 'caffe: BGR, channel means subtracted',
    tf: 'tf: −1 … 1',
    torch: 'torch: mean 0, standard deviation 1',
    none: 'none: 0 … 255',
  },
  ko: {
    scale: '0 … 1',
    caffe: 'caffe: BGR 순서, 채널별 평균 빼기',
    tf: 'tf: −1 … 1',
    torch: 'torch: 평균 0, 표준편차 1',
    none: '변환 없음: 0 … 255',
  },
};

/** How values 0 … 255 become what a model takes. */
export const preprocessingText = (mode: Exclude<Preprocessing, 'auto'>, language: Language): string =>
  meanings[language][mode];
