import { defineWords } from '../words';

/** What is said of the way through the model: what a brick is connected with, and where an arrow key leads nowhere. */
export const walkWords = defineWords({
  en: {
    toCanvas: 'Skip to the model',
    nothingFollows: (name: string) => `Nothing follows ${name}.`,
    nothingBefore: (name: string) => `Nothing comes before ${name}.`,
    /** What comes before and after a brick; read after its name. */
    comesFrom: (names: string) => `input from ${names}`,
    goesTo: (names: string) => `output to ${names}`,
    andMore: (names: string, more: number) => `${names} and ${more} more`,
    noBranch: (name: string) => `Nothing stands beside ${name} on that side.`,
  },
  ko: {
    toCanvas: '모델로 건너뛰기',
    nothingFollows: (name: string) => `${name} 다음에는 브릭이 없어요.`,
    nothingBefore: (name: string) => `${name} 앞에는 브릭이 없어요.`,
    comesFrom: (names: string) => `입력: ${names}`,
    goesTo: (names: string) => `출력: ${names}`,
    andMore: (names: string, more: number) => `${names} 외 ${more}개`,
    noBranch: (name: string) => `${name}의 그쪽 옆에는 브릭이 없어요.`,
  },
});
