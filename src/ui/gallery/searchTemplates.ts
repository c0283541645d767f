import { type AnyTemplate, type TemplateGroup, templateGroups } from '../../document/template';
import { type LossKind, type LossName, lossRecord } from '../../document/training/losses';
import { galleryWords } from '../../i18n/gallery';
import { meanings } from '../../i18n/korean/meanings';

/** Templates of one group, in the order of the list. */
export interface GalleryGroup {
  readonly group: TemplateGroup;
  readonly templates: readonly AnyTemplate[];
}

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** What a model does is called by how its loss judges it. */
const tasks: Readonly<Record<LossKind, string>> = {
  numbers: 'regression 회귀 수치예측',
  yesNo: 'binary classification 이진 분류',
  sides: 'binary classification 이진 분류',
  oneOfSeveral: 'multiclass classification 다중 분류',
};

const taskOf = (loss: LossName | 'auto' = 'auto') => (loss === 'auto' ? '' : tasks[lossRecord(loss).kind]);

/** What is said about a template, in both languages. */
function said({ title, names, about, group = 'start', training }: AnyTemplate): string {
  const words = [galleryWords.en[group], galleryWords.ko[group], taskOf(training?.loss)];
  return [title, names?.ko ?? '', about.en, about.ko, ...words].map(plain).join('\n');
}

/** Templates with this id, or in which every word of the search is found, by group; empty groups are left out. */
export function searchTemplates(templates: readonly AnyTemplate[], search: string): readonly GalleryGroup[] {
  // What was typed, word by word, or as a whole: 사전 훈련 is one thing.
  const wholes = meanings(search).map(plain);
  const words = search.split(/\s+/).map((word) => [word, ...meanings(word)].map(plain));
  const found = templates.filter((template) => {
    const text = said(template);
    return (
      plain(template.id) === plain(search) ||
      wholes.some((word) => text.includes(word)) ||
      words.every((ways) => ways.some((word) => text.includes(word)))
    );
  });
  return templateGroups
    .map((group) => ({ group, templates: found.filter((template) => (template.group ?? 'start') === group) }))
    .filter((one) => one.templates.length > 0);
}
