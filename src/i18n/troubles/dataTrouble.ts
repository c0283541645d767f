import type { DataTrouble } from '../../data/fitting';
import { datasetName } from '../datasetNames';
import { inView, shortName } from '../inView';
import { type Language, defineWords } from '../words';
import { josa } from '../korean/josa';

const dataWords = defineWords({
  en: {
    inputMisfit: (dataset: string, expected: string, got: string) =>
      `The samples of ${dataset} have the shape ${got}, but the model’s input is ${expected}. Set the input to ${got}, or choose another dataset.`,
    wantsWords: (dataset: string) =>
      `${dataset} has no words, but the model’s input goes into an Embedding. Choose a dataset of texts.`,
    wantsValues: (dataset: string) =>
      `${dataset} consists of word indices: they need an Embedding right after the input. Add one, or choose another dataset.`,
    vocabularyMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset} has a vocabulary of ${got} words, but the Embedding takes only ${expected}. Set its inputDim to ${got} or more.`,
    outputClasses: (expected: string, got: string) =>
      `The dataset has ${expected} classes, but the model’s output is ${got}. End the model with Dense(${expected}), for example with Swap head.`,
    outputYesNo: (got: string) =>
      `The target is yes or no, but the model’s output is ${got}. End the model with Dense(1) and sigmoid, or Dense(2) and softmax.`,
    outputNumbers: (expected: string, got: string) =>
      `The target is ${expected === '1' ? 'one number' : `${expected} numbers`}, but the model’s output is ${got}. End the model with Dense(${expected}) without an activation.`,
    lossClasses: (output: string, loss: string) =>
      `The loss of ${output} is ${loss}, which does not work with classes in this form. Set the loss to auto.`,
    lossNumbers: (output: string, loss: string) =>
      `The loss of ${output} is ${loss}, which compares classes, but the targets are numbers. End the model with Dense without an activation and set the loss to auto.`,
  },
  ko: {
    inputMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset}의 샘플 형태는 ${got}인데 모델의 입력은 ${josa(expected, '이에요/예요')}. 입력을 ${josa(got, '으로/로')} 바꾸거나 다른 데이터셋을 선택하세요.`,
    wantsWords: (dataset: string) =>
      `${dataset}에는 단어가 없는데 모델의 입력은 Embedding으로 이어져요. 텍스트 데이터셋을 선택하세요.`,
    wantsValues: (dataset: string) =>
      `${josa(dataset, '은/는')} 단어 번호로 되어 있어 입력 바로 다음에 Embedding이 필요해요. Embedding을 추가하거나 다른 데이터셋을 선택하세요.`,
    vocabularyMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset}의 단어는 ${got}개인데 Embedding은 ${expected}개까지만 받아요. inputDim을 ${got} 이상으로 바꾸세요.`,
    outputClasses: (expected: string, got: string) =>
      `클래스는 ${expected}개인데 모델의 출력은 ${josa(got, '이에요/예요')}. 마지막 브릭을 유닛 ${expected}개짜리 Dense로 바꾸세요(예: 헤드 교체).`,
    outputYesNo: (got: string) =>
      `정답은 예/아니요인데 모델의 출력은 ${josa(got, '이에요/예요')}. 마지막 브릭을 유닛 1개와 sigmoid, 또는 유닛 2개와 softmax를 쓰는 Dense로 바꾸세요.`,
    outputNumbers: (expected: string, got: string) =>
      `정답은 수치 ${expected}개인데 모델의 출력은 ${josa(got, '이에요/예요')}. 마지막 브릭을 활성화 함수가 없는 유닛 ${expected}개짜리 Dense로 바꾸세요.`,
    lossClasses: (output: string, loss: string) =>
      `${output}의 손실 함수 ${josa(loss, '은/는')} 이런 형식의 클래스에 쓸 수 없어요. 손실 함수를 “자동”으로 바꾸세요.`,
    lossNumbers: (output: string, loss: string) =>
      `${output}의 손실 함수 ${josa(loss, '은/는')} 클래스를 비교하는 함수인데 데이터의 정답은 수치예요. 마지막 브릭을 활성화 함수가 없는 Dense로 바꾸고 손실 함수를 “자동”으로 바꾸세요.`,
  },
});

const sizes = (shape: readonly (number | null)[]) =>
  shape.length === 0 ? '1' : shape.map((size) => size ?? '?').join('×');

/** Why a dataset does not fit the model: what was expected, what came, the way out. */
export function dataTroubleText(whole: DataTrouble, dataset: string, language: Language): string {
  const words = dataWords[language];
  const trouble = inView(whole);
  const name = shortName(datasetName(dataset, language));
  switch (trouble.code) {
    case 'inputMisfit':
      return words.inputMisfit(name, sizes(trouble.expected), sizes(trouble.got));
    case 'wordsMisfit':
      return trouble.expected === 'words' ? words.wantsWords(name) : words.wantsValues(name);
    case 'vocabularyMisfit':
      return words.vocabularyMisfit(name, String(trouble.expected), String(trouble.got));
    case 'lossMisfit':
      return (trouble.expected.kind === 'classes' ? words.lossClasses : words.lossNumbers)(
        trouble.output,
        trouble.loss,
      );
    case 'outputMisfit': {
      const { expected, got } = trouble;
      if (expected.kind === 'numbers') return words.outputNumbers(String(expected.units), sizes(got));
      return expected.classes === 2
        ? words.outputYesNo(sizes(got))
        : words.outputClasses(String(expected.classes), sizes(got));
    }
  }
}
