import type { CSSProperties } from 'react';
import { shapeText } from '../../../brick/shape';
import { blockColors } from '../../../document/document';
import { setColor } from '../../../document/edits/blocks';
import { bricksOf } from '../../../document/items';
import { inspectorWords } from '../../../i18n/inspector';
import { IssueList } from '../../problems/IssueList';
import { useEditor, useLanguage, useServices, useWords } from '../../services';
import { countText } from '../../../i18n/numbers';
import { Actions } from '../Actions';
import styles from '../Inspector.module.css';
import { NameField } from '../NameField';
import { SummaryTable } from '../SummaryTable';
import { StripeLegend } from './StripeLegend';
import { Switches } from '../Switches';
import { Totals } from '../Totals';

/** A block: name, colour, folding, freezing and the sums over what is inside. */
export function BlockView({ name }: { readonly name: string }) {
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const inside = new Set(bricksOf(document, [name]));
  const steps = plan.steps.filter((step) => inside.has(step.name));
  const entry = steps.find((step) => step.inputs.some((input) => !inside.has(input)));
  const exit = steps.at(-1);
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  return (
    <>
      <header className={styles.head}>
        <div className={styles.who}>
          <NameField name={name} />
          <p className={styles.kind}>
            {words.block} · {words.selected(inside.size)} · {words.parameters(countText(parameters, language))}
          </p>
        </div>
      </header>
      <IssueList issues={plan.issues.filter(({ where }) => where !== null && inside.has(where))} />
      <h3>{words.shape}</h3>
      <p className={styles.shape}>
        {entry && `${entry.inputShapes.map(shapeText).join(' , ')} → `}
        <b>{exit ? shapeText(exit.shape) : words.noShape}</b>
      </p>
      <h3>{words.inside}</h3>
      <StripeLegend names={[...inside]} />
      <h3>{words.color}</h3>
      <Colors name={name} color={document.blocks[name]?.color ?? 'none'} />
      <Actions ids={['fold', 'foldBackbone', 'ungroup', 'duplicate', 'delete']} />
      <Switches names={[name]} weights={parameters > 0} />
      <h3>{words.model}</h3>
      <Totals steps={steps} />
      <h3>{words.summary}</h3>
      <SummaryTable steps={steps} />
    </>
  );
}

function Colors({ name, color }: { readonly name: string; readonly color: string }) {
  const { editor } = useServices();
  const words = useWords(inspectorWords);
  return (
    <div className={styles.colors} role="radiogroup" aria-label={words.color}>
      {blockColors.map((each) => (
        <input
          key={each}
          type="radio"
          name="block-color"
          checked={each === color}
          aria-label={words[each]}
          title={words[each]}
          className={styles.color}
          style={{ '--swatch': each === 'none' ? 'transparent' : `var(--block-${each})` } as CSSProperties}
          onChange={() => editor.edit(setColor([name], each))}
        />
      ))}
    </div>
  );
}
