import { memo } from 'react';
import { shapeText } from '../../brick/shape';
import { fieldText } from '../../compile/numbers/receptiveField';
import type { TableRow } from '../../compile/numbers/summaryTable';
import { costWords } from '../../i18n/costs';
import { summaryWords } from '../../i18n/panels/summary';
import { useLanguage, useWords } from '../services';
import { Icon } from '../kit/Icon';
import { bytesText, compactText, countText } from '../../i18n/numbers';
import styles from './SummaryPanel.module.css';

/** In pixels; the window of drawn rows counts on it. */
export const rowHeight = 28;

interface SummaryRowProps {
  readonly row: TableRow;
  readonly place: number;
  readonly batchSize: number;
  readonly selected: boolean;
  /** Null where there is nothing inside. */
  readonly expanded: boolean | null;
  readonly onShow: (key: string) => void;
  readonly onTurn: (key: string) => void;
}

/** One layer. A click anywhere selects its brick; by keyboard its name does. */
export const SummaryRow = memo(function SummaryRow(props: SummaryRowProps) {
  const { row, place, batchSize, selected, expanded, onShow, onTurn } = props;
  const words = useWords(summaryWords);
  const { unknown, everything } = useWords(costWords);
  const language = useLanguage();
  const { key, name, parameters, trainableParameters, multiplyAdds, activation } = row;
  const trained = trainableParameters === 0 ? words.no : trainableParameters === parameters ? words.yes : words.partly;
  return (
    <tr
      aria-rowindex={place}
      aria-selected={selected}
      data-selected={selected}
      style={{ height: rowHeight }}
      onClick={() => onShow(key)}
    >
      <th scope="row" style={{ paddingLeft: 20 + 18 * row.depth }}>
        {expanded !== null && (
          <button
            type="button"
            className={styles.turn}
            aria-expanded={expanded}
            aria-label={expanded ? words.collapse(name) : words.expand(name)}
            onClick={(event) => {
              event.stopPropagation();
              onTurn(key);
            }}
          >
            <Icon name={expanded ? 'down' : 'right'} size={13} />
          </button>
        )}
        <button type="button" className={styles.name} title={name}>
          {name}
        </button>
      </th>
      <td>{row.layer}</td>
      <td>{shapeText(row.shape)}</td>
      <td data-column="parameters">{countText(parameters, language)}</td>
      <td>{parameters === 0 ? '–' : trained}</td>
      <td data-column="multiplyAdds" title={multiplyAdds === null ? undefined : countText(multiplyAdds, language)}>
        {multiplyAdds === null ? unknown : compactText(multiplyAdds)}
      </td>
      <td data-column="activation">{activation === null ? unknown : bytesText(activation * batchSize)}</td>
      <td data-column="receptiveField">{fieldText(row.receptiveField, everything)}</td>
      <td className={styles.inputs} title={row.inputs.join(', ')}>
        {row.inputs.join(', ')}
      </td>
    </tr>
  );
});
