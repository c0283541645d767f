import type { WireTroubles } from '../../document/edits';
import { josa } from '../korean/josa';

type Wordings = { readonly [C in keyof WireTroubles]: (name: string, data: WireTroubles[C]) => string };

/** Why a wire cannot be, as far as shapes have nothing to do with it. */
export const connectTroublesEn: Wordings = {
  self: (name) => `${name} cannot take its own output. Choose another brick.`,
  cycle: (name, { from, to }) =>
    `The connections would form a cycle: ${from} already depends on ${to} (${name}). Choose a later brick.`,
  doubleInput: (name, { from }) =>
    from.length === 1
      ? `${name} already takes its input from ${from[0]!}.`
      : `${name} takes one input and already has ${from[0]!}. Replace that connection, or merge both with Add or Concatenate.`,
  inputBrick: (name) => `${name} is an input brick and takes no input. Choose another brick.`,
  missing: (_, { name }) => `${name} is no longer there. Choose another brick.`,
};

export const connectTroublesKo: Wordings = {
  self: (name) => `${josa(name, '은/는')} 자기 출력을 입력으로 받을 수 없어요. 다른 브릭을 선택하세요.`,
  cycle: (name, { from, to }) =>
    `연결이 순환하게 돼요. ${josa(from, '은/는')} 이미 ${to}(${name})의 출력을 쓰고 있어요. 뒤에 오는 브릭을 선택하세요.`,
  doubleInput: (name, { from }) =>
    from.length === 1
      ? `${josa(name, '은/는')} 이미 ${from[0]!}에서 입력을 받고 있어요.`
      : `${josa(name, '은/는')} 입력을 하나만 받는데 이미 ${from[0]!}에서 받고 있어요. 그 연결을 바꾸거나 Add나 Concatenate로 합치세요.`,
  inputBrick: (name) => `${josa(name, '은/는')} 입력 브릭이라 다른 출력을 받을 수 없어요. 다른 브릭을 선택하세요.`,
  missing: (_, { name }) => `${josa(name, '은/는')} 이제 없는 브릭이에요. 다른 브릭을 선택하세요.`,
};
