import type { Issue, ProblemCode } from '../../compile/issue';
import type { ConnectTrouble } from '../../document/edits';
import type { Library } from '../../document/template';
import { brickName } from '../brickName';
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
  ko: (brick) => ` ${brick} 브릭을 끼워 넣을까요?`,
};

/** A problem in one sentence or two: what was expected, what came, the way out. */
export function issueText(issue: Issue, language: Language, library?: Library): string {
  const word = problems[language][issue.code] as (name: string, data: Issue['data']) => string;
  const [fix] = issue.fixes;
  const ending = fix?.kind === 'insert' ? offer[language](brickName(fix.brick, language, library)) : '';
  return word(shortName(issue.where ?? ''), inView(issue.data)) + ending;
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
