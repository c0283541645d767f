import { Tabs } from 'radix-ui';
import { useMemo, useState } from 'react';
import { runnable } from '../../compile/plan';
import { exporters } from '../../exporters';
import { safeFileName } from '../../formats/file';
import { codeWords } from '../../i18n/panels/code';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { useCopy } from '../kit/useCopy';
import { PanelFrame } from '../kit/PanelFrame';
import { download } from '../kit/download';
import { Code } from './Code';
import styles from './CodePanel.module.css';
import tabs from '../kit/Tabs.module.css';
import { Notebook } from './Notebook';
import { ProjectButton } from './ProjectButton';
import { type LoadPart, Part } from '../kit/Part';
import type { EditableCodeProps } from './editing/EditableCode';
import { fetchPrinters, usePrinter } from './usePrinter';

const loadEditing: LoadPart<EditableCodeProps> = () => import('./editing/EditableCode');

/** Fetches what will be wanted of the panel. */
export const ahead = () => Promise.all([fetchPrinters(), loadEditing()]);

/** The model as text for use elsewhere, target by target, following every change. */
export default function CodePanel() {
  const { session } = useServices();
  const words = useWords(codeWords);
  const plan = useEditor((state) => state.plan);
  const document = useEditor((state) => state.document);
  const [exporter, setExporter] = useState(exporters[0]!);
  const { id, language: colours, file, project } = exporter;
  const language = useLanguage();
  const print = usePrinter(exporter);
  const printed = useMemo(() => print?.({ document, plan, language }) ?? null, [print, document, plan, language]);
  const [edited, setEdited] = useState<string | null>(null);
  const code = exporter.editable ? (edited ?? printed) : printed;
  const copy = useCopy(words);
  const ending = file.slice(file.lastIndexOf('.'));
  const still =
    code !== null &&
    (ending === '.ipynb' ? <Notebook text={code} level={3} /> : <Code text={code} colours={colours} />);
  const tools = (
    <>
      <Tabs.List className={tabs.tabs} aria-label={words.code}>
        {exporters.map((each) => (
          <Tabs.Trigger key={each.id} value={each.id}>
            {each.name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <span className={styles.space} />
      <Button small icon="copy" disabled={code === null} onClick={() => void copy(code ?? '')}>
        {words.copy}
      </Button>
      <Button
        small
        title={words.exportAbout}
        onClick={() => session.store.setState({ dialog: 'export', exportTo: id })}
      >
        {words.export}
      </Button>
      {project ? (
        <ProjectButton exporter={exporter} />
      ) : (
        <Button
          small
          icon="download"
          disabled={code === null}
          onClick={() => download(safeFileName(plan.title) + ending, new Blob([code ?? ''], { type: 'text/plain' }))}
        >
          {words.download(ending)}
        </Button>
      )}
    </>
  );
  return (
    <Tabs.Root
      className={styles.root}
      value={id}
      onValueChange={(value) => setExporter(exporters.find((each) => each.id === value) ?? exporter)}
    >
      <PanelFrame title={words.code} tools={tools}>
        <div className={styles.filled}>
          {!runnable(plan) && <p className={styles.incomplete}>{words.incomplete}</p>}
          {/* The tab's panel has the focus and scrolls by keyboard. */}
          <Tabs.Content value={id} className={styles.content}>
            {print !== null && exporter.editable ? (
              <Part load={loadEditing} props={{ print, onText: setEdited }} waiting={still} />
            ) : (
              still
            )}
          </Tabs.Content>
        </div>
      </PanelFrame>
    </Tabs.Root>
  );
}
