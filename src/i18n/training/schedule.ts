import type { ScheduleName } from '../../document/training/schedules';
import { josa } from '../korean/josa';
import { defineWords } from '../words';

type Told = Exclude<ScheduleName, 'constant'>;

const english: Readonly<Record<Told, string>> = {
  piecewiseConstantDecay: 'The learning rate changes after each of these batches.',
  exponentialDecay: 'The learning rate is multiplied by decayRate every decaySteps batches.',
  inverseTimeDecay: 'The learning rate is divided by 1 + decayRate × batches ÷ decaySteps.',
  polynomialDecay: 'The learning rate goes down to endLearningRate within decaySteps batches.',
  cosineDecay: 'The learning rate warms up to its value, then follows half a wave down.',
  cosineDecayRestarts: 'The learning rate follows half waves; each is tMul times as long as the one before.',
  reduceLROnPlateau:
    'The learning rate is multiplied by factor when the monitored number has not improved for patience epochs.',
};

const korean: Readonly<Record<Told, string>> = {
  piecewiseConstantDecay: '이만큼의 배치를 지날 때마다 학습률이 바뀌어요.',
  exponentialDecay: '배치 decaySteps개마다 학습률에 decayRate를 곱해요.',
  inverseTimeDecay: '학습률을 1 + decayRate × 지난 배치 수 ÷ decaySteps로 나눠요.',
  polynomialDecay: '배치 decaySteps개 동안 학습률이 endLearningRate까지 내려가요.',
  cosineDecay: '학습률이 워밍업으로 올라간 뒤 코사인 곡선을 따라 내려가요.',
  cosineDecayRestarts: '학습률이 코사인 곡선을 되풀이해요. 한 번의 길이는 앞의 tMul배예요.',
  reduceLROnPlateau: '기준 지표가 patience 에포크 동안 나아지지 않으면 학습률에 factor를 곱해요.',
};

export const scheduleWords = defineWords({
  en: {
    schedule: 'learning rate schedule',
    constant: 'constant',
    steps: 'Steps of the learning rate',
    behind: 'after batch',
    rate: 'learning rate',
    behindStep: (number: number) => `Step ${number}: after which batch`,
    rateOfStep: (number: number) => `Step ${number}: learning rate`,
    removeStep: (number: number) => `Remove step ${number}`,
    addStep: 'Add a step',
    about: (name: ScheduleName) => (name === 'constant' ? '' : english[name]),
    preview: (first: string, last: string, epochs: number) =>
      `Learning rate from ${first} to ${last} in ${epochs === 1 ? '1 epoch' : `${epochs} epochs`}`,
    stepsPerEpoch: (steps: string) => `1 epoch = ${steps} batches`,
  },
  ko: {
    schedule: '학습률 스케줄',
    constant: '고정',
    steps: '학습률 단계',
    behind: '배치 번호',
    rate: '학습률',
    behindStep: (number: number) => `${number}단계: 시작 배치`,
    rateOfStep: (number: number) => `${number}단계: 학습률`,
    removeStep: (number: number) => `${number}단계 삭제`,
    addStep: '단계 추가',
    about: (name: ScheduleName) => (name === 'constant' ? '' : korean[name]),
    preview: (first: string, last: string, epochs: number) =>
      `에포크 ${epochs}개 동안 학습률 ${first}에서 ${josa(last, '으로/로')}`,
    stepsPerEpoch: (steps: string) => `1에포크 = 배치 ${steps}개`,
  },
});
