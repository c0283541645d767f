import { useState } from 'react';
import { costWords } from '../../i18n/costs';
import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useServices, useWords } from '../services';
import { Actions } from './Actions';
import { Help } from './Help';
import styles from './Inspector.module.css';
import type { Helped } from './ParameterRows';
import { Parameters } from './Parameters';
import { Switches } from './Switches';
import { Totals } from './Totals';

/** Several bricks: what can be done with all of them, and common parameters where they are of one type. */
export function SelectionView({ names }: { readonly names: readonly string[] }) {
  const { library } = useServices();
  const words = useWords(inspectorWords);
  const costs = useWords(costWords);
  const nodes = useEditor((state) => state.document.nodes);
  const plan = useEditor((state) => state.plan);
  const [helped, setHelped] = useState<Helped | null>(null);
  const picked = names.flatMap((name) => nodes[name] ?? []);
  const first = picked[0];
  const alike = first !== undefined && picked.every(({ type }) => type === first.type);
  const brick = alike ? library.bricks[first.type] : undefined;
  const chosen = new Set(names);
  const mixed = new Set(
    Object.keys(brick?.params ?? {}).filter(
      (param) => new Set(picked.map(({ params }) => JSON.stringify(params[param]))).size > 1,
    ),
  );
  return (
    <>
      <h2 className={styles.title}>{words.selected(names.length)}</h2>
      {brick && <p className={styles.kind}>{brick.layer.keras}</p>}
      <Actions ids={['duplicate', 'group', 'delete']} />
      {brick && first && (
        <Parameters names={names} brick={brick} values={first.params} mixed={mixed} onHelp={setHelped} />
      )}
      <Switches names={names} weights />
      <h3>{costs.numbers}</h3>
      <Totals steps={plan.steps.filter(({ name }) => chosen.has(name))} />
      {brick && <Help brick={brick} helped={helped} />}
    </>
  );
}
