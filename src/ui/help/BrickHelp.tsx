import { helpWords } from '../../i18n/help';
import type { AnyBrick } from '../../brick/brick';
import { useWords } from '../services';
import { Drawing } from './drawings/Drawing';
import { Examples } from './Examples';
import { CountFormulas, OutputFormulas } from './Formulas';
import styles from './Help.module.css';
import type { Subject } from './subject';

interface BrickHelpProps {
  readonly subject: Subject;
  /** The numbers are an example's, not those of a brick in the model. */
  readonly borrowed?: boolean;
  readonly autoplay?: boolean;
}

/** What a brick does, drawn and calculated with its own numbers. */
export function BrickHelp({ subject, borrowed = false, autoplay = false }: BrickHelpProps) {
  const words = useWords(helpWords);
  const { brick } = subject;
  return (
    <div className={styles.panel}>
      <div className={styles.columns}>
        <div>
          <h3>{words.whatItDoes}</h3>
          {borrowed && <p className={styles.note}>{words.exampleNumbers}</p>}
          <Drawing subject={subject} autoplay={autoplay} />
        </div>
        <div>
          <OutputFormulas subject={subject} />
          <CountFormulas subject={subject} />
          <Examples brick={brick} />
          <Links brick={brick} />
        </div>
      </div>
    </div>
  );
}

function Links({ brick }: { readonly brick: AnyBrick }) {
  const words = useWords(helpWords);
  const { page, paper } = brick;
  if (page === '' && paper === undefined) return null;
  const link = (address: string, text: string) => (
    <li>
      <a href={address} target="_blank" rel="noreferrer">
        {text}
      </a>
    </li>
  );
  return (
    <ul className={styles.links}>
      {page !== '' && link(`https://keras.io/api/layers/${page}/`, words.kerasPage)}
      {paper !== undefined && link(paper, words.paper)}
    </ul>
  );
}
