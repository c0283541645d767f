import type { ExportTrouble } from '../../../exporters/exportRefused';
import { bytesText } from '../../numbers';
import type { Language } from '../../words';
import { josa } from '../../korean/josa';

type Code = ExportTrouble['code'];
type Wordings = { readonly [C in Code]: (trouble: Extract<ExportTrouble, { readonly code: C }>) => string };
type Reason = Extract<ExportTrouble, { readonly code: 'layerRefused' }>['data']['reason'];

const reasonsEn: Readonly<Record<Reason, string>> = {
  stateful: 'which keeps its memory from one batch to the next. Switch “stateful” off',
  openSize: 'which needs to know the size of what comes in, and it is open. Give the input a fixed size',
  unknown: 'which has no counterpart there. Leave it out, or choose another target',
};

const reasonsKo: Readonly<Record<Reason, string>> = {
  stateful: '배치 사이에 상태를 유지하는 설정이 켜져 있어요. stateful을 끄세요.',
  openSize: '들어오는 값의 크기를 미리 알아야 하는데 정해져 있지 않아요. 입력 크기를 정하세요.',
  unknown: '대응하는 연산이 없어요. 이 층을 빼거나 다른 형식으로 내보내세요.',
};

const words: Readonly<Record<Language, Wordings>> = {
  en: {
    openProblems: ({ data: { target } }) =>
      `${target} takes whole models only, and this one has open problems. Solve those shown on the canvas first.`,
    weightsNeeded: ({ data: { target } }) =>
      `${target} holds the weights of the model, and it has none yet. Train it first, or open its weights.`,
    frozenRandom: ({ where, data: { target, others, holds } }) =>
      `“${where}”${others > 0 ? ` and ${others} more are` : ' is'} frozen, and ${holds ? 'there are no weights yet' : `no weights go along with a ${target}`}: ${holds ? `in ${target} it` : 'it'} would stay random. ${holds ? 'Train the model first, or open its weights' : 'Choose a target that takes the weights along'}; else unfreeze it.`,
    frozenLeftOut: ({ where, data: { target, others } }) =>
      `“${where}”${others > 0 ? ` and ${others} more are` : ' is'} frozen, and without its weights it would stay random in ${target}. Take the weights along, or unfreeze it.`,
    layerRefused: ({ where, data: { target, layer, reason } }) =>
      `${target} cannot take “${where}” (${layer}), ${reasonsEn[reason]}.`,
    tooLarge: ({ data: { target, bytes, limit } }) =>
      `The model needs ${bytesText(bytes)} in one file, and ${target} allows ${bytesText(limit)}. Make its layers smaller, or choose another target.`,
  },
  ko: {
    openProblems: ({ data: { target } }) =>
      `${target}에는 완성된 모델만 담을 수 있는데, 이 모델에는 해결되지 않은 문제가 있어요. 먼저 캔버스에 표시된 문제를 해결하세요.`,
    weightsNeeded: ({ data: { target } }) =>
      `${target} 파일에는 가중치가 들어가는데, 이 모델에는 아직 가중치가 없어요. 먼저 학습하거나 가중치를 여세요.`,
    frozenRandom: ({ where, data: { target, others, holds } }) =>
      `“${where}”${others > 0 ? ` 외 ${others}개` : ''} 층이 동결되어 있는데 ${holds ? `아직 가중치가 없어 ${target}에서` : `${target}에는 가중치를 담지 않으므로`} 무작위 값으로 남아요. ${holds ? '먼저 모델을 학습하거나 가중치를 여세요' : '가중치를 함께 담는 형식을 선택하세요'}. 아니면 동결을 해제하세요.`,
    frozenLeftOut: ({ where, data: { target, others } }) =>
      `“${where}”${others > 0 ? ` 외 ${others}개` : ''} 층이 동결되어 있어, 가중치를 빼면 ${target}에서 무작위 값으로 남아요. 가중치를 함께 담거나 동결을 해제하세요.`,
    layerRefused: ({ where, data: { target, layer, reason } }) =>
      `${josa(target, '으로/로')} “${where}” 층(${layer})을 내보낼 수 없어요. ${reasonsKo[reason]}`,
    tooLarge: ({ data: { target, bytes, limit } }) =>
      `파일 하나에 ${josa(bytesText(bytes), '이/가')} 필요한데 ${target}에는 ${bytesText(limit)}까지만 담을 수 있어요. 층을 줄이거나 다른 형식으로 내보내세요.`,
  },
};

/** Why a model did not leave, and the way out. */
export function exportTroubleText(trouble: ExportTrouble, language: Language): string {
  const word = words[language][trouble.code] as (trouble: ExportTrouble) => string;
  return word(trouble);
}
