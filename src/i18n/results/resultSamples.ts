import { defineWords } from '../words';

const many = (count: number) => (count === 1 ? '1 sample' : `${count} samples`);

/** Single samples beside what the model says of them. */
export const resultSampleWords = defineWords({
  en: {
    empty: '(empty)',
    cell: (actual: string, predicted: string, count: number) =>
      `true ${actual}, predicted ${predicted}: ${many(count)}`,
    rightCell: (name: string, count: number) => `${many(count)} of “${name}”, recognised; the least certain first`,
    wrongCell: (actual: string, predicted: string, count: number) =>
      `${many(count)} of “${actual}”, taken for “${predicted}”; the most wrong first`,
    pressCell: 'Press a number to see its samples.',
    worst: 'Worst mistakes',
    noMistakes: 'Of these samples none is taken for another class.',
    close: 'Close these samples',
    more: (left: number) => `Show more (${left} left)`,
    trueAndSaid: (right: string, said: string) => `true ${right} · predicted ${said}`,
    off: (distance: string) => `off by ${distance}`,
    line: (line: number) => `line ${line}`,
    part: (kept: number, all: number) => `Of ${all} samples, the answers for ${kept} were kept.`,
    loading: 'The samples are being loaded…',
    otherData: 'These samples belong to a dataset that is not the chosen one. Choose it again to see them.',
    changedData: 'The dataset was changed after this run: its samples cannot be told any more.',
    scatterPress: 'Press a point to see its sample.',
    pointSample: 'The sample of the point',
    trueAxis: 'true',
    saidAxis: 'predicted',
  },
  ko: {
    empty: '(빈 값)',
    cell: (actual: string, predicted: string, count: number) => `실제 ${actual}, 예측 ${predicted}: 샘플 ${count}개`,
    rightCell: (name: string, count: number) => `“${name}” 샘플 ${count}개를 맞혔어요. 확신이 적은 것부터`,
    wrongCell: (actual: string, predicted: string, count: number) =>
      `실제 “${actual}”, 예측 “${predicted}”: 샘플 ${count}개, 많이 틀린 것부터`,
    pressCell: '숫자를 누르면 그 샘플을 볼 수 있어요.',
    worst: '가장 크게 틀린 샘플',
    noMistakes: '이 샘플 중에 다른 클래스로 예측한 것은 없어요.',
    close: '샘플 닫기',
    more: (left: number) => `더 보기 (${left}개 남음)`,
    trueAndSaid: (right: string, said: string) => `실제 ${right} · 예측 ${said}`,
    off: (distance: string) => `차이 ${distance}`,
    line: (line: number) => `${line}번째 줄`,
    part: (kept: number, all: number) => `샘플 ${all}개 중 ${kept}개의 예측을 보관했어요.`,
    loading: '샘플을 불러오고 있어요…',
    otherData: '지금 선택한 데이터셋의 샘플이 아니에요. 그 데이터셋을 다시 선택하면 볼 수 있어요.',
    changedData: '학습한 뒤에 데이터셋이 바뀌어서 샘플을 찾을 수 없어요.',
    scatterPress: '점을 누르면 그 샘플을 볼 수 있어요.',
    pointSample: '이 점의 샘플',
    trueAxis: '실제',
    saidAxis: '예측',
  },
});
