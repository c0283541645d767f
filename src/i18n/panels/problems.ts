import { defineWords } from '../words';

export const problemsWords = defineWords({
  en: {
    problems: 'Problems',
    none: 'No problems. The model can be trained and exported.',
    empty: 'The canvas is empty.',
    document: 'whole model',
    show: (name: string) => `Show ${name}`,
    error: 'Error',
    warning: 'Warning',
    behind: (count: number) =>
      count === 1
        ? 'One more brick can be checked once these problems are solved.'
        : `${count} more bricks can be checked once these problems are solved.`,
  },
  ko: {
    problems: '문제',
    none: '문제가 없어요. 모델을 학습하고 내보낼 수 있어요.',
    empty: '캔버스가 비어 있어요.',
    document: '모델 전체',
    show: (name: string) => `${name} 보기`,
    error: '오류',
    warning: '경고',
    behind: (count: number) => `이 문제를 해결해야 뒤에 있는 브릭 ${count}개도 확인할 수 있어요.`,
  },
});
