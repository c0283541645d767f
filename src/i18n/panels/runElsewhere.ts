import { defineWords } from '../words';

/** What is said about a run of a project that was left. */
export const runElsewhereWords = defineWords({
  en: {
    title: (project: string) => `“${project}” is still training`,
    about: 'Another project is open now. Either way the curve and the weights stay with the project they belong to.',
    stop: 'Stop training',
    goOn: 'Keep training',
    waits: 'While it trains, this project can be edited; its predictions wait, and training it ends the other run.',
    going: (project: string) => `“${project}” is training. Predictions of this project wait until it has finished.`,
    untitled: 'Untitled',
  },
  ko: {
    title: (project: string) => `아직 학습 중: “${project}”`,
    about: '지금은 다른 프로젝트가 열려 있어요. 어느 쪽을 선택해도 곡선과 가중치는 원래 프로젝트에 남아요.',
    stop: '학습 중지',
    goOn: '계속 학습',
    waits:
      '계속 학습하는 동안 이 프로젝트를 편집할 수 있어요. 예측은 학습이 끝난 뒤에 나오고, 이 프로젝트를 학습하면 그 학습은 중지돼요.',
    going: (project: string) => `학습 중: “${project}”. 학습이 끝나야 이 프로젝트의 예측이 나와요.`,
    untitled: '제목 없음',
  },
});
