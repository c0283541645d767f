import type { RequestType } from '../../engine/protocol/protocol';
import type { Silence } from '../../engine/watch/watchdog';
import { type Language, defineWords } from '../words';

/** What is said when the engine gives no answer. */
export const silenceWords = defineWords({
  en: {
    silent: (what: string, seconds: number) => `The engine has not responded for ${seconds} s (${what}).`,
    still: (what: string, seconds: number) => `The engine has made no progress for ${seconds} s (${what}).`,
    choice:
      'It may be busy with one long computation: wait, or restart it. After a restart the model has the weights of the last saved epoch.',
    restart: 'Restart the engine',
    restarted: 'The engine was restarted. The model has the weights that were saved last.',
    training: 'training',
    prediction: 'prediction',
    weights: 'weights',
    other: 'model and runs',
  },
  ko: {
    silent: (what: string, seconds: number) => `엔진이 ${seconds}초 동안 응답하지 않아요(${what}).`,
    still: (what: string, seconds: number) => `엔진의 작업이 ${seconds}초 동안 진행되지 않았어요(${what}).`,
    choice:
      '한 번에 오래 걸리는 계산을 하고 있을 수 있어요. 기다리거나 엔진을 다시 시작하세요. 다시 시작하면 모델은 마지막으로 저장된 에포크의 가중치로 돌아가요.',
    restart: '엔진 다시 시작',
    restarted: '엔진을 다시 시작했어요. 모델은 마지막으로 저장된 가중치로 돌아왔어요.',
    training: '학습',
    prediction: '예측',
    weights: '가중치',
    other: '모델과 기록',
  },
});

/** What the engine was asked for, by request; all else is about the model and its runs. */
const kinds: Readonly<Partial<Record<RequestType, 'training' | 'prediction' | 'weights'>>> = {
  train: 'training',
  evaluate: 'training',
  pause: 'training',
  resume: 'training',
  stop: 'training',
  predict: 'prediction',
  predictMany: 'prediction',
  gradCam: 'prediction',
  load: 'weights',
  weights: 'weights',
  importWeights: 'weights',
  checkWeights: 'weights',
  save: 'weights',
};

/** The silence in words: how long, at what, and the two ways on. */
export function silenceText({ request, seconds, kind }: Silence, language: Language): string {
  const words = silenceWords[language];
  return `${words[kind](words[kinds[request] ?? 'other'], seconds)} ${words.choice}`;
}
