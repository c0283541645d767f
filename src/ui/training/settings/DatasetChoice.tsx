import { catalogue } from '../../../data/catalogue';
import { compatibilityOf } from '../../../data/compatibility';
import { setTraining } from '../../../document/edits/project';
import { photosToCome } from '../../../document/training/datasetIds';
import { datasetName } from '../../../i18n/datasetNames';
import { aboutDataset, datasetWords } from '../../../i18n/panels/datasets';
import { dataTroubleText } from '../../../i18n/troubles/dataTrouble';
import { photosWords } from '../../../i18n/panels/photos';
import { trainingWords } from '../../../i18n/panels/training';
import { useEditor, useLanguage, useServices, useWords } from '../../services';
import fields from '../../fields/Fields.module.css';
import { Button } from '../../kit/Button';
import { OwnData } from './OwnData';
import styles from './Settings.module.css';
import { useFacts, useOwnFacts } from '../../samples/useFacts';

/** The dataset: those that fit the model first; of the others the line below says why they do not. */
export function DatasetChoice() {
  const { editor, session } = useServices();
  const words = useWords(datasetWords);
  const training = useWords(trainingWords);
  const photos = useWords(photosWords);
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const settings = useEditor((state) => state.document.training);
  const own = useOwnFacts();
  const chosen = useFacts(settings.dataset);
  const all = [...own, ...catalogue].map(({ id, ...facts }) => {
    const fit = compatibilityOf(plan, settings, { id, ...facts });
    return { id, reason: 'code' in fit ? dataTroubleText(fit, id, language) : null };
  });
  const options = (fits: boolean) =>
    all
      .filter(({ reason }) => (reason === null) === fits)
      .map(({ id, reason }) => (
        <option key={id} value={id} title={reason ?? undefined}>
          {datasetName(id, language)}
        </option>
      ));
  const choose = (dataset: string) => editor.edit(setTraining({ dataset }), 'training:dataset');
  return (
    <>
      <div className={styles.wide}>
        <span className={styles.label}>{training.dataset}</span>
        <select
          className={fields.input}
          aria-label={training.dataset}
          aria-invalid={chosen === null && settings.dataset !== photosToCome}
          value={settings.dataset}
          onChange={({ target }) => choose(target.value)}
        >
          {chosen === null && <option value={settings.dataset}>{datasetName(settings.dataset, language)}</option>}
          <optgroup label={words.fits}>{options(true)}</optgroup>
          <optgroup label={words.others}>{options(false)}</optgroup>
        </select>
      </div>
      <p className={styles.note}>
        {chosen === null
          ? words[settings.dataset === photosToCome ? 'toCome' : 'missing']
          : aboutDataset(chosen, language)}
      </p>
      <Button small icon="image" title={photos.about} onClick={() => session.open('photos')}>
        {photos.open}
      </Button>
      <OwnData />
    </>
  );
}
