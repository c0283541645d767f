import { lowerRate } from '../../../document/training/lowerRate';
import type { EngineTrouble } from '../../../engine/protocol/engineTrouble';
import { shortName } from '../../inView';
import { lossText, rateText } from '../../numbers';
import type { Language } from '../../words';
import { josa } from '../../korean/josa';

type Dead = Extract<EngineTrouble, { code: 'notANumber' }>['data'];
type Cause = Dead['cause'];
type Wordings = { readonly [K in Cause['kind']]: (cause: Extract<Cause, { kind: K }>) => string };

const size = (value: number) => (value < 1e5 ? String(Number(value.toPrecision(4))) : lossText(value));

type Rate = Omit<Extract<Cause, { kind: 'learningRate' }>, 'kind'>;
const isUsual = (rate: Rate) => lowerRate(rate) === rate.usual;
const lowerEn = (rate: Rate) =>
  isUsual(rate)
    ? `set it to ${rate.usual}, the usual one for ${rate.optimizer}`
    : `set it to a tenth, ${rateText(lowerRate(rate))}`;
const lowerKo = (rate: Rate) =>
  isUsual(rate)
    ? `${rate.optimizer}의 기본값인 ${josa(rate.usual, '으로/로')} 낮추세요`
    : `10분의 1인 ${josa(rateText(lowerRate(rate)), '으로/로')} 낮추세요`;

type Places = Pick<Extract<Cause, { kind: 'empty' }>, 'lines' | 'names'>;
/** Where the empty samples are found: lines of the file, or names of photos. */
const placesEn = ({ lines, names }: Places) => {
  if (lines.length > 0) return `, line${lines.length === 1 ? '' : 's'} ${lines.join(', ')} of the file`;
  return names.length > 0 ? `, ${names.map(shortName).join(', ')}` : '';
};
const placesKo = ({ lines, names }: Places) => {
  if (lines.length > 0) return `(파일의 ${lines.join(', ')}번째 줄)`;
  return names.length > 0 ? `(${names.map(shortName).join(', ')})` : '';
};

const causesEn: Wordings = {
  learningRate: (rate) => `The learning rate ${rateText(rate.rate)} is probably too high: ${lowerEn(rate)}.`,
  loss: () =>
    'The loss has no value for what this output says, e.g. for negative numbers: set the loss to auto, or end with an activation that fits it.',
  model: () =>
    'The model makes no numbers even of its last good weights: a brick divides by zero or overflows for these samples. Put BatchNormalization in front of it, or look at these samples.',
  empty: ({ samples, ...which }) =>
    `${samples === 1 ? 'A sample' : `${samples} samples`} of this batch ${samples === 1 ? 'is' : 'are'} empty${placesEn(which)} (only zeros, or no word that the model knows), and a mean over nothing is no number. ` +
    `Take ${samples === 1 ? 'it' : 'them'} out of the data, or switch maskZero off.`,
  inputs: ({ largest }) =>
    largest === null
      ? 'The data hold values that are no numbers: take those samples out.'
      : `The values that go in are probably not scaled (up to ${size(largest)}): put Normalization or Rescaling behind the input, and lower the learning rate.`,
  targets: ({ largest }) =>
    largest === null
      ? 'Some targets are not numbers: remove those samples from the data.'
      : `The numbers to predict are probably not scaled (up to ${size(largest)}): divide them in your data, and lower the learning rate.`,
};

const causesKo: Wordings = {
  learningRate: (rate) => `학습률 ${josa(rateText(rate.rate), '이/가')} 너무 높은 듯해요. ${lowerKo(rate)}.`,
  loss: () =>
    '이 출력값(예: 음수)에는 손실 함수의 값이 없어요. 손실 함수를 자동으로 두거나, 손실 함수에 맞는 활성화 함수로 끝내세요.',
  model: () =>
    '마지막 정상 가중치로도 유효한 수가 나오지 않아요. 어떤 브릭이 이 샘플에서 0으로 나누거나 값의 범위를 벗어나요. 그 앞에 BatchNormalization을 놓거나 샘플을 확인하세요.',
  empty: ({ samples, ...which }) =>
    `이 배치의 샘플 ${samples}개가 비어 있어요${placesKo(which)}. 모두 0이거나 모델이 아는 단어가 없어요. 빈 값에는 평균이 없어요. ` +
    '데이터에서 제거하거나 maskZero를 끄세요.',
  inputs: ({ largest }) =>
    largest === null
      ? '데이터에 수가 아닌 값이 있어요. 그 샘플을 제거하세요.'
      : `입력값의 크기가 조정되지 않은 듯해요(최대 ${size(largest)}). 입력 뒤에 Normalization이나 Rescaling을 놓고 학습률을 낮추세요.`,
  targets: ({ largest }) =>
    largest === null
      ? '정답에 수가 아닌 값이 있어요. 그 샘플을 데이터에서 제거하세요.'
      : `예측할 수치의 크기가 조정되지 않은 듯해요(최대 ${size(largest)}). 데이터에서 나누어 줄이고 학습률을 낮추세요.`,
};

const causes: Readonly<Record<Language, Wordings>> = { en: causesEn, ko: causesKo };

function causeText(cause: Cause, language: Language): string {
  return (causes[language][cause.kind] as (cause: Cause) => string)(cause);
}

const begun = {
  en: {
    training: ({ epoch, batch }: Dead) => `The loss is no longer a valid number (epoch ${epoch}, batch ${batch})`,
    validation: ({ epoch, batch }: Dead) =>
      `The loss of the validation samples is no number (epoch ${epoch}, validation batch ${batch})`,
    weights: ({ epoch, batch }: Dead) =>
      `Some weights are no longer finite numbers (epoch ${epoch}, by batch ${batch})`,
  },
  ko: {
    training: ({ epoch, batch }: Dead) => `에포크 ${epoch}, 배치 ${batch}: 손실이 더 이상 유효한 수가 아니에요`,
    validation: ({ epoch, batch }: Dead) =>
      `에포크 ${epoch}, 검증 배치 ${batch}: 검증 손실이 더 이상 유효한 수가 아니에요`,
    weights: ({ epoch, batch }: Dead) => `에포크 ${epoch}, 배치 ${batch}까지: 일부 가중치가 유한한 수가 아니에요`,
  },
} as const;

const ends = {
  en: {
    nothing: ' before it had learned anything; the model is as it was before this run.',
    weights: ' and the last good weights were kept.',
  },
  ko: {
    nothing: '학습된 것이 없는 상태에서 학습을 중단했어요. 모델은 이 학습을 시작하기 전 그대로예요.',
    weights: '학습을 중단하고 마지막 정상 가중치를 남겼어요.',
  },
} as const;

/** Where a run died, at which outputs, and the likeliest cause with its remedy. */
export function deadRunText(dead: Dead, language: Language): string {
  const { part, epoch, outputs, cause } = dead;
  const where = begun[language][part](dead);
  const names = outputs.map(shortName).join(', ');
  // Predict says the same of the model: it is what it was.
  const kept = epoch === 1 ? 'nothing' : 'weights';
  const rest =
    language === 'en'
      ? `${names === '' ? '' : ` at ${names}`}, so the run was ended${ends.en[kept]} `
      : `${names === '' ? '' : `(출력: ${names})`}. ${ends.ko[kept]} `;
  return where + rest + causeText(cause, language);
}

/** A loss that is a number, but says nothing, and the likeliest cause with its remedy. */
export function absurdLossText(
  { epoch, loss, cause }: Extract<EngineTrouble, { code: 'absurdLoss' }>['data'],
  language: Language,
): string {
  const text = lossText(loss);
  const said =
    language === 'en'
      ? `After epoch ${epoch} the loss is ${text}, far larger than it should be. `
      : `에포크 ${epoch} 뒤의 손실이 ${josa(text, '이에요/예요')}. 정상보다 훨씬 커요. `;
  return said + causeText(cause, language);
}

/** A loss that does not fall, with a learning rate far above the usual one. */
export function stuckLossText(
  stuck: Extract<EngineTrouble, { code: 'stuckLoss' }>['data'],
  language: Language,
): string {
  const text = lossText(stuck.loss);
  return language === 'en'
    ? `After epoch ${stuck.epoch} the loss is ${text}, no better than at the start. The learning rate ${rateText(stuck.rate)} is probably far too high: ${lowerEn(stuck)}.`
    : `에포크 ${stuck.epoch} 뒤의 손실이 ${josa(text, '으로/로')}, 처음보다 나아지지 않았어요. 학습률 ${josa(rateText(stuck.rate), '이/가')} 지나치게 높은 듯해요. ${lowerKo(stuck)}.`;
}
