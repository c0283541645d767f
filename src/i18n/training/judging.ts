import { defineWords } from '../words';

/** What judges the outputs. */
export const judgingWords = defineWords({
  en: {
    outputLoss: (output: string) => `loss of ${output}`,
    outputWeight: (output: string) => `loss weight of ${output}`,
    ofOutput: (setting: string, output: string) => `${setting} of ${output}`,
    outputsTitle: 'Outputs: loss and loss weight',
  },
  ko: {
    outputLoss: (output: string) => `${output}의 손실 함수`,
    outputWeight: (output: string) => `${output}의 손실 가중치`,
    ofOutput: (setting: string, output: string) => `${output}의 ${setting}`,
    outputsTitle: '출력별 손실 함수와 손실 가중치',
  },
});
