import type { Language } from '../../brick/brick';
import { commentText } from '../../compile/commentText';
import { summaryText } from '../../compile/numbers/summary';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { newHardSigmoid, takesNewHardSigmoid } from '../../formats/saved/tfjsJson';
import type { Carried } from './carriedDatasets';
import { fineTuned, takesPhotos } from './photoProject';
import { readmeWords } from './readmeWords';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const withNewHardSigmoid = ({ steps }: Plan): boolean =>
  steps.some((step) => (step.nested ? withNewHardSigmoid(step.nested) : takesNewHardSigmoid(step)));

interface Stored {
  readonly weights: boolean;
  readonly sample: boolean;
  readonly tests: boolean;
  readonly data: Carried;
}

/** `README.md` of an exported project. */
export function readmeFile(plan: Plan, training: Document['training'], stored: Stored, language: Language): string {
  const words = readmeWords[language];
  const { dataset, missing } = stored.data;
  const photos = takesPhotos(plan, training);
  const about = dataset?.about[language] ?? words.notCarried(missing);
  const trainsPhotos = `${words.photos}${fineTuned(plan) === null ? '' : ` ${words.tuned}`}`;
  const commands = [
    stored.tests ? words.tested(stored.sample) : words.typed,
    words.train(stored.weights),
    words.own,
    ...(photos ? [trainsPhotos, words.photo] : []),
    words.predict,
    words.demo,
  ];
  const fence = '`'.repeat(Math.max(3, ...(summaryText(plan).match(/`+/g) ?? []).map((run) => run.length + 1)));
  const parts = [
    `# ${plain(plan.title) || words.untitled}`,
    words.lead,
    commands.map((each) => `- ${each}`).join('\n'),
    words.backend,
    words.curve,
    words.data(plain(about), dataset?.file === 'reading/digits'),
    words.files
      .filter(([path]) => stored.tests || !path.startsWith('test/'))
      .map(([path, what]) => `- ${path}: ${what}`)
      .join('\n'),
    ...(withNewHardSigmoid(plan) ? [words.hardSigmoid(newHardSigmoid)] : []),
    words.style,
    `${fence}text\n${summaryText(plan).trimEnd()}\n${fence}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
