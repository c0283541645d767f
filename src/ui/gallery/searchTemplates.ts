import { type AnyTemplate, type TemplateGroup, templateGroups } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';

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

/** What is said about a template, in both languages. */
function said({ title, names, about, group = 'start' }: AnyTemplate): string {
  const words = [galleryWords.en[group], galleryWords.ko[group]];
  return [title, names?.ko ?? '', about.en, about.ko, ...words].map(plain).join('\n');
}

/** Templates with this id, or in which every word of the search is found, by group; empty groups are left out. */
export function searchTemplates(templates: readonly AnyTemplate[], search: string): readonly GalleryGroup[] {
  const words = search.split(/\s+/).map(plain);
  const found = templates.filter((template) => {
    const text = said(template);
    return plain(template.id) === plain(search) || words.every((word) => text.includes(word));
  });
  return templateGroups
    .map((group) => ({ group, templates: found.filter((template) => (template.group ?? 'start') === group) }))
    .filter((one) => one.templates.length > 0);
}
