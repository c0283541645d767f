import { useRef } from 'react';
import { shapeText } from '../../brick/shape';
import { compile } from '../../compile/compile';
import { countText } from '../../i18n/numbers';
import { importCodeWords } from '../../i18n/panels/importCode';
import { importNotes } from '../../i18n/imports/importNotes';
import type { Imported } from '../../importers/importer';
import { ScrollRegion } from '../kit/ScrollRegion';
import { useLanguage, useServices, useWords } from '../services';
import styles from './ImportCode.module.css';

/** Layers with their shapes, and what was assumed or left out. */
export function CodePreview({ imported }: { readonly imported: Imported }) {
  const { library } = useServices();
  const words = useWords(importCodeWords);
  const language = useLanguage();
  const { steps, totals } = compile(imported.document, library);
  const region = useRef<HTMLElement>(null);
  const notes = importNotes(imported.report, language);
  const counts = words.counts(countText(steps.length, language), countText(totals.parameters, language));
  return (
    <>
      <p>
        <b>{imported.document.title}</b> · {counts}
      </p>
      <ScrollRegion className={styles.layers} label={words.layers} region={region} reachable>
        <ol>
          {steps.map(({ name, call, shape }) => (
            <li key={name}>
              <b>{name}</b> <span>{call.keras}</span> <span>{shapeText(shape)}</span>
            </li>
          ))}
        </ol>
      </ScrollRegion>
      {notes.length > 0 && (
        <details>
          <summary>{words.notes}</summary>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </details>
      )}
    </>
  );
}
