import { useMemo, useState } from 'react';
import { sizeOf } from '../../../editor/run/exporting/packedExport';
import type { Exporter } from '../../../exporters/exporter';
import { exportWords } from '../../../i18n/panels/export';
import { shellWords } from '../../../i18n/shell';
import { useEditor, useServices, useWords } from '../../services';
import { Modal } from '../../kit/Modal';
import { Choices } from './Choices';
import styles from './ExportDialog.module.css';
import { FileTree } from './FileTree';
import { FileView } from './FileView';
import { Leaving } from './Leaving';
import { Notes } from './Notes';
import { useExporting } from './useExporting';

/** What a person looks for first: the text of the code panel. */
const firstOf = (paths: readonly string[], { file }: Exporter) =>
  paths.find((path) => path === file || path.endsWith(`/${file}`)) ?? paths[0] ?? null;

/** The model as it leaves: which target, which files with what in them, and the download of these very files. */
export default function ExportDialog() {
  const { session } = useServices();
  const words = useWords(exportWords);
  const { untitled } = useWords(shellWords);
  const title = useEditor(({ document }) => document.title);
  const { exporting, state, anew } = useExporting();
  const { exporter, choices, shown, trouble, work } = state;
  const [looked, setLooked] = useState<string | null>(null);
  const files = shown?.files;
  const sizes = useMemo(
    () => Object.fromEntries(Object.entries(files ?? {}).map(([path, content]) => [path, sizeOf(content)])),
    [files],
  );
  const paths = Object.keys(sizes);
  const chosen = looked !== null && Object.hasOwn(sizes, looked) ? looked : firstOf(paths, exporter);
  return (
    <Modal title={words.title(title || untitled)} size="wide">
      <div className={styles.dialog}>
        <Choices
          exporter={exporter}
          choices={choices}
          onExporter={(other) => {
            setLooked(null);
            session.store.setState({ exportTo: other.id });
            void exporting.choose({ exporter: other });
          }}
          onChoices={(changed) => void exporting.choose({ choices: changed })}
        />
        <Notes notes={shown?.notes ?? []} trouble={trouble} onReady={anew} />
        <div className={styles.columns} aria-busy={work === 'building'}>
          {files && chosen !== null && (
            <>
              <FileTree key={exporter.id} sizes={sizes} chosen={chosen} onChoose={setLooked} />
              <FileView path={chosen} content={files[chosen]!} several={paths.length > 1} />
            </>
          )}
        </div>
        <Leaving exporting={exporting} state={state} title={title} />
      </div>
    </Modal>
  );
}
