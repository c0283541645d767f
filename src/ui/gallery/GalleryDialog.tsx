import { useState } from 'react';
import { type AnyTemplate, titleOf } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { useLanguage, useServices, useWords } from '../services';
import { Modal } from '../kit/Modal';
import { GalleryList } from './GalleryList';
import { TemplateOptions } from './TemplateOptions';
import { useOpenTemplate } from './useOpenTemplate';
import { useTemplates } from './useTemplates';

/** All templates by task with pictures drawn from their documents; one with options asks for them first. */
export default function GalleryDialog() {
  const { commands, session } = useServices();
  const words = useWords(galleryWords);
  const language = useLanguage();
  const open = useOpenTemplate();
  const templates = useTemplates();
  const [chosen, setChosen] = useState<AnyTemplate | null>(null);
  const [search, setSearch] = useState('');
  // Coming back from a template's options, its card has the focus again.
  const [left, setLeft] = useState<AnyTemplate | null>(null);
  const pick = (template: AnyTemplate) => {
    setLeft(null);
    if (Object.keys(template.options).length > 0) setChosen(template);
    else void open({ template, options: {}, weights: 'random' });
  };
  const blank = () => {
    session.open(null);
    commands.find(({ id }) => id === 'newProject')?.run();
  };
  if (templates === null) return null;
  return (
    <Modal title={chosen === null ? words.templates : titleOf(chosen, language)} about={words.about} size="wide">
      {/* Kept while options are shown: its search and its task are there again afterwards. */}
      <div hidden={chosen !== null}>
        <GalleryList {...{ templates, search, left, blank }} onSearch={setSearch} onPick={pick} />
      </div>
      {chosen !== null && (
        <TemplateOptions
          template={chosen}
          onBack={() => {
            setLeft(chosen);
            setChosen(null);
          }}
          onOpen={(options, weights) => void open({ template: chosen, options, weights })}
        />
      )}
    </Modal>
  );
}
