import type { WireTroubles } from '../../document/edits';

type Wordings = { readonly [C in keyof WireTroubles]: (name: string, data: WireTroubles[C]) => string };

/** Why a wire cannot be, as far as shapes have nothing to do with it. */
export const connectTroublesEn: Wordings = {
  self: (name) => `${name} cannot take its own output. Choose another brick.`,
  cycle: (name, { from, to }) =>
    `The wires would run in a circle: ${from} already depends on ${to} (${name}). Choose a brick that comes later.`,
  doubleInput: (name, { from }) =>
    from.length === 1
      ? `${name} already takes its input from ${from[0]!}.`
      : `${name} takes one input and already has ${from[0]!}. Replace that wire, or merge both with Add or Concatenate.`,
  inputBrick: (name) => `${name} is an input and takes nothing. Choose a layer.`,
  missing: (_, { name }) => `${name} is no longer there. Choose another brick.`,
};

export const connectTroublesKo: Wordings = {
  self: (name) => `${name}: 자기 출력을 입력으로 받을 수 없습니다. 다른 브릭을 고르십시오.`,
  cycle: (name, { from, to }) =>
    `연결이 원을 이루게 됩니다: ${from} 앞에 이미 ${to}(${name})에서 온 연결이 있습니다. 뒤에 오는 브릭을 고르십시오.`,
  doubleInput: (name, { from }) =>
    from.length === 1
      ? `${name}: 이미 ${from[0]!}에서 입력을 받고 있습니다.`
      : `${name}의 입력은 하나이며 이미 ${from[0]!}에서 받고 있습니다. 그 연결을 바꾸거나 Add나 Concatenate로 합치십시오.`,
  inputBrick: (name) => `${name}: 입력 브릭이라 아무것도 받지 않습니다. 층을 고르십시오.`,
  missing: (_, { name }) => `${name}: 더 이상 없는 브릭입니다. 다른 브릭을 고르십시오.`,
};
