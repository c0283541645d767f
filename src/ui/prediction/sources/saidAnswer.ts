import type { Activation } from '../../../engine/protocol/prediction';
import { percentText } from '../../../i18n/numbers';
import { predictionWords } from '../../../i18n/panels/prediction';
import { answerWords } from '../../../i18n/voice/answerWords';
import type { Language } from '../../../i18n/words';
import { numberText } from '../../samples/answerText';
import { topAnswers } from '../../samples/topAnswers';

/** The sample that was asked about: its number, from 1, and what is right for it. */
export interface About {
  readonly number: number;
  readonly right: string;
}

interface Naming {
  readonly language: Language;
  /** The word of a class, by how many values the output has. */
  readonly named: (units: number) => (index: number) => string;
  /** How many numbers the data ask for; null where they ask for a class. */
  readonly numbers: number | null;
}

function outputText({ values }: Activation, { named, numbers }: Naming): string | null {
  if (values.length === numbers) return Array.from(values, numberText).join(', ');
  const { kind, answers } = topAnswers(values, 1);
  const best = answers[0];
  if (kind === 'none' || best === undefined) return null;
  const size = kind === 'probabilities' ? percentText(best.value) : numberText(best.value);
  return `${named(values.length)(best.index)}, ${size}`;
}

/** What the model answers, in the one sentence that is said: the likeliest class of every output, or its numbers. */
export function saidAnswer(outputs: readonly Activation[], about: About | null, naming: Naming): string {
  const words = answerWords[naming.language];
  const texts = outputs.map((output) => {
    const text = outputText(output, naming);
    return text !== null && outputs.length > 1 ? `${output.layer} ${text}` : text;
  });
  if (texts.includes(null)) return predictionWords[naming.language].notNumber;
  const answer = texts.join('; ');
  return about === null ? words.answer(answer) : words.sample(String(about.number), about.right, answer);
}
