import type { Fix, Issue, ProblemCode } from '../../compile/issue';
import type { ConnectFix, ConnectTrouble } from '../../document/edits';
import type { Library } from '../../document/template';
import { brickName } from '../brickName';
import { datasetName } from '../datasetNames';
import { rateText } from '../numbers';
import { inView, shortName } from '../inView';
import { problemsEn } from './problemsEn';
import { problemsKo } from './problemsKo';
import { connectTroublesEn, connectTroublesKo } from './connectTrouble';
import type { Wordings } from './wordings';
import type { Language } from '../words';

const problems: Readonly<Record<Language, Wordings>> = { en: problemsEn, ko: problemsKo };
const connectTroubles = { en: connectTroublesEn, ko: connectTroublesKo } as const;

const offer: Readonly<Record<Language, (brick: string) => string>> = {
  en: (brick) => ` Insert ${brick}?`,
  ko: (brick) => ` ${brick} 브릭을 끼울까요?`,
};

/** A problem in one sentence or two: what was expected, what came, the way out. */
export function issueText(issue: Issue, language: Language, library?: Library): string {
  const word = problems[language][issue.code] as (name: string, data: Issue['data']) => string;
  const [fix] = issue.fixes;
  const ending = fix?.kind === 'insert' ? offer[language](brickName(fix.brick, language, library)) : '';
  return word(shortName(issue.where ?? ''), inView(issue.data)) + ending;
}

/** What the button of a fix says. */
export function fixText(whole: Fix, language: Language, library?: Library): string {
  const fix = inView(whole);
  const english = language === 'en';
  switch (fix.kind) {
    case 'insert': {
      const brick = brickName(fix.brick, language, library);
      return english ? `Insert ${brick}` : `${brick} 끼우기`;
    }
    case 'setParam':
      return english ? `Set ${fix.param} to ${valueText(fix.value)}` : `${fix.param} = ${valueText(fix.value)} 적용`;
    case 'setInner':
      return english ? `Set ${fix.param} inside to ${fix.value}` : `안의 ${fix.param} = ${fix.value} 적용`;
    case 'addInput': {
      const brick = brickName(fix.brick, language, library);
      return english ? `Add ${brick}` : `${brick} 추가`;
    }
    case 'remove':
      return english ? `Remove ${fix.node}` : `${fix.node} 삭제`;
    case 'append': {
      const brick = brickName(fix.brick, language, library);
      const [value] = Object.values(fix.params);
      return english ? `Append ${brick} ${value}` : `${brick} ${value} 덧붙이기`;
    }
    case 'setLoss':
      return english ? `Set the loss to ${fix.loss}` : `손실 함수 = ${fix.loss} 적용`;
    case 'exchange': {
      const brick = brickName(fix.brick, language, library);
      const sizes = Object.values(fix.params)
        .map((size) => (typeof size === 'string' ? size : size.join('×')))
        .join(', ');
      return english ? `Replace by ${brick} ${sizes}` : `${brick} ${sizes}(으)로 바꾸기`;
    }
    case 'setDataset': {
      const dataset = datasetName(fix.dataset, language);
      return english ? `Train on ${dataset}` : `데이터셋 = ${dataset} 적용`;
    }
    case 'setOptimizer':
      return english ? `Train with ${fix.name}` : `옵티마이저 = ${fix.name} 적용`;
    case 'setLearningRate':
      return english ? `Set the learning rate to ${rateText(fix.rate)}` : `학습률 = ${rateText(fix.rate)} 적용`;
    case 'setPreprocessing':
      return english ? `Prepare pictures: ${fix.preprocessing}` : `이미지 준비 = ${fix.preprocessing} 적용`;
    case 'disconnect':
      return english ? `Disconnect ${fix.from} → ${fix.to}` : `${fix.from} → ${fix.to} 연결 끊기`;
  }
}

/** Why a wire cannot be made, with the way out as a question where there is one. */
export function connectTroubleText(
  trouble: ConnectTrouble | { readonly ok: true },
  language: Language,
  library?: Library,
): string {
  if (trouble.ok) return '';
  const name = brickName(trouble.brick, language, library);
  const { fix } = trouble;
  const ending = fix?.kind === 'between' ? offer[language](brickName(fix.brick, language, library)) : '';
  const own = connectTroubles[language];
  if (trouble.code in own) {
    const word = own[trouble.code as keyof typeof own] as (name: string, data: ConnectTrouble['data']) => string;
    return word(name, inView(trouble.data));
  }
  const word = problems[language][trouble.code as ProblemCode] as (
    name: string,
    data: ConnectTrouble['data'],
  ) => string;
  return word(name, inView(trouble.data)) + ending;
}

/** What the button says that makes the wire after all. */
export function connectFixText(fix: ConnectFix, library: Library | undefined, language: Language): string {
  if (fix.kind === 'replace')
    return language === 'en'
      ? `Replace the wire from ${shortName(fix.edge.from)}`
      : `${shortName(fix.edge.from)}에서 온 연결을 바꾸기`;
  const brick = brickName(fix.brick, language, library);
  return language === 'en' ? `Insert ${brick}` : `${brick} 끼우기`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
