import { defineWords } from '../words';

/** What is said of a sample that is drawn. */
export const sampleWords = defineWords({
  en: {
    pictureSample: (number: number, size: string, label: string) =>
      `Sample ${number}: picture, ${size}, label ${label}`,
    clipSample: (number: number, frames: number, label: string) =>
      `Sample ${number}: clip, ${frames} frames, label ${label}`,
    seriesSample: (number: number, values: number, label: string) =>
      `Sample ${number}: series, ${values} values, then ${label}`,
    predictedAs: (sample: string, answer: string) => `${sample}, predicted ${answer}`,
  },
  ko: {
    pictureSample: (number: number, size: string, label: string) => `샘플 ${number}: 이미지, ${size}, 레이블 ${label}`,
    clipSample: (number: number, frames: number, label: string) =>
      `샘플 ${number}: 동영상, ${frames}프레임, 레이블 ${label}`,
    seriesSample: (number: number, values: number, label: string) =>
      `샘플 ${number}: 시계열, 값 ${values}개, 다음 값 ${label}`,
    predictedAs: (sample: string, answer: string) => `${sample}, 예측 ${answer}`,
  },
});
