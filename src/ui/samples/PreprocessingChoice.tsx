import { setTraining } from '../../document/edits/project';
import type { Training } from '../../document/training';
import { preprocessings } from '../../document/training/trainingChoices';
import { augmentationWords, preprocessingText } from '../../i18n/panels/augmentation';
import { Choice } from '../fields/Choice';
import { useEditor, useLanguage, useServices, useWords } from '../services';

type Mode = Training['preprocessing'];

/** Which values the pixels have when they reach the model. */
export function PreprocessingChoice() {
  const { editor } = useServices();
  const words = useWords(augmentationWords);
  const language = useLanguage();
  const own = useEditor((state) => state.plan.preprocessing ?? 'scale');
  const value = useEditor((state) => state.document.training.preprocessing);
  const text = (mode: Mode) =>
    mode === 'auto' ? words.auto(preprocessingText(own, language)) : preprocessingText(mode, language);
  return (
    <Choice
      options={preprocessings}
      value={value}
      label={words.preprocessing}
      text={(mode) => text(mode as Mode)}
      onValue={(mode) => editor.edit(setTraining({ preprocessing: mode as Mode }), 'training:preprocessing')}
    />
  );
}
