import { memo } from 'react';
import { shapeText } from '../../brick/shape';
import type { Step } from '../../compile/plan';
import { canvasActions } from '../../editor/commands/canvasActions';
import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { LayerName } from '../kit/LayerName';
import { countText } from '../../i18n/numbers';
import styles from './Inspector.module.css';

/** Rows drawn at most; a longer model is read in the code panel or on the command line. */
const most = 200;

/** Not a layer that is called once more. */
const isLayer = ({ sharesWith }: Step) => sharesWith === undefined;

/** The layers as in Keras's summary; a name selects the brick. */
export const SummaryTable = memo(function SummaryTable({ steps }: { readonly steps: readonly Step[] }) {
  const { editor } = useServices();
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const itemOf = useEditor((state) => state.towers.itemOf);
  const show = (item: string) => {
    editor.select([item]);
    canvasActions()?.reveal(item);
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.layer}</th>
          <th scope="col">{words.output}</th>
          <th scope="col">{words.params}</th>
        </tr>
      </thead>
      <tbody>
        {steps
          .filter(isLayer)
          .slice(0, most)
          .map((step) => (
            <tr key={step.name}>
              <td>
                <button type="button" title={step.name} onClick={() => show(itemOf.get(step.name) ?? step.name)}>
                  <LayerName name={step.name} />
                </button>
              </td>
              <td>{shapeText(step.shape)}</td>
              <td>{countText(step.parameters, language)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
});
