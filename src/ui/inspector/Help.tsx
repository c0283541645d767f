import type { AnyBrick } from '../../brick/brick';
import type { Step } from '../../compile/plan';
import type { Node } from '../../document/document';
import { useLanguage } from '../services';
import { Part } from '../kit/Part';
import styles from './Inspector.module.css';
import type { Helped } from './ParameterRows';

const inspectorHelp = () => import('../help/InspectorHelp');

interface HelpProps {
  readonly brick: AnyBrick;
  /** The parameter that is pointed at. */
  readonly helped: Helped | null;
  /** The brick whose numbers are drawn; without it only the words are shown. */
  readonly node?: Node;
  readonly step?: Step | undefined;
}

/** What the brick does, or the parameter that is pointed at; below, drawn and calculated with the brick's numbers. */
export function Help({ brick, helped, node, step }: HelpProps) {
  const docs = brick.docs[useLanguage()];
  return (
    <>
      <aside className={styles.help}>
        <b>{helped?.param ?? docs.name}</b>
        <p>{helped?.text ?? docs.about}</p>
      </aside>
      {node && <Part load={inspectorHelp} props={{ brick, node, step }} />}
    </>
  );
}
