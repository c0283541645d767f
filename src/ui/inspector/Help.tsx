import type { AnyBrick } from '../../brick/brick';
import { useLanguage } from '../services';
import styles from './Inspector.module.css';

/** What the brick does, or the parameter that is pointed at. */
export function Help({ brick, param }: { readonly brick: AnyBrick; readonly param: string | null }) {
  const docs = brick.docs[useLanguage()];
  const text = param === null ? undefined : docs.params[param];
  return (
    <aside className={styles.help}>
      <b>{text === undefined ? docs.name : param}</b>
      <p>{text ?? docs.about}</p>
    </aside>
  );
}
