import type { Plan, Step } from '../../compile/plan';
import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Icon } from '../kit/Icon';
import { countText } from '../../i18n/numbers';
import { Actions } from './Actions';
import styles from './Inspector.module.css';
import { type TotalRow, TotalRows } from './TotalRows';
import { useStartRows } from './useStartRows';

interface BackboneProps {
  readonly step: Step;
  readonly nested: Plan;
}

/** A model inside the model: where its weights start, how pictures are prepared, and which of its layers are trained. */
export function Backbone({ step, nested }: BackboneProps) {
  const { commands } = useServices();
  const words = useWords(inspectorWords);
  const language = useLanguage();
  // Whether it can be unfolded follows from the document.
  useEditor((state) => state.document);
  const weighty = nested.steps.filter(({ parameters }) => parameters > 0);
  const trained = weighty.filter(({ trainable }) => trainable);
  const start = useStartRows(step);
  const range = trained.length > 0 ? ` (${words.fromTo(trained[0]!.name, trained.at(-1)!.name)})` : '';
  const rows: readonly TotalRow[] = [
    ...start,
    [words.trainedLayers, words.layersOf(trained.length, weighty.length) + range],
    [words.trainableParameters, countText(step.trainableParameters, language)],
    [words.frozenParameters, countText(step.parameters - step.trainableParameters, language)],
  ];
  const unfolds = commands.find(({ id }) => id === 'unfoldBackbone')?.enabled() ?? false;
  return (
    <>
      <h3>
        {trained.length < weighty.length && <Icon name="snow" size={14} />} {words.backbone}
      </h3>
      <TotalRows rows={rows} wrapped />
      <Actions ids={['weights', 'unfoldBackbone', 'swapHead', 'fineTune']} />
      {!unfolds && <p className={styles.note}>{words.cannotUnfold}</p>}
    </>
  );
}
