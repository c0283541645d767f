import type { Exporting, ExportingState } from '../../../editor/run/exporting/exporting';
import { downloadName } from '../../../editor/run/exporting/packedExport';
import { bytesText, countText } from '../../../i18n/numbers';
import { exportWords } from '../../../i18n/panels/export';
import { Button } from '../../kit/Button';
import { download } from '../../kit/download';
import said from '../../kit/Said.module.css';
import { useCopy } from '../../kit/useCopy';
import { useLasting } from './useLasting';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './ExportDialog.module.css';

interface LeavingProps {
  readonly exporting: Exporting;
  readonly state: ExportingState;
  readonly title: string;
}

/** How much it is, what comes next, and the download with its progress. */
export function Leaving({ exporting, state, title }: LeavingProps) {
  const { session } = useServices();
  const words = useWords(exportWords);
  const language = useLanguage();
  const copy = useCopy({ copied: words.nextCopied, notCopied: words.notCopied });
  const { exporter, shown, work, done, trouble } = state;
  const long = useLasting(work !== null);
  const count = Object.keys(shown?.files ?? {}).length;
  const leave = async () => {
    const file = await exporting.download();
    if (file === null) return;
    download(file.name, file);
    session.notify({ tone: 'success', text: words.downloaded(file.name, bytesText(file.size)) });
  };
  // What a target refuses it refuses again.
  const again = trouble !== null && !('where' in trouble) && work === null;
  const obstacle = shown !== null ? null : work === 'building' ? words.wait : words.nothing;
  return (
    <>
      {shown && (
        <p className={styles.next}>
          <span>{words.next}</span> <code>{shown.next}</code>
          <Button small tone="quiet" icon="copy" aria-label={words.copyNext} onClick={() => void copy(shown.next)} />
        </p>
      )}
      <div className={styles.act}>
        <output className={styles.total}>
          {shown && words.count(countText(count, language), bytesText(shown.bytes))}
        </output>
        {long && work !== null && (
          <span className={styles.progress}>
            <progress
              className={said.bar}
              aria-label={words[work]}
              max={1}
              {...(work === 'packing' && { value: done })}
            />
            <span>{words[work]}</span>
            <Button small onClick={() => exporting.cancel()}>
              {words.cancel}
            </Button>
          </span>
        )}
        {again && (
          <Button icon="refresh" onClick={() => void exporting.choose({})}>
            {words.retry}
          </Button>
        )}
        <Button
          tone="primary"
          icon="download"
          obstacle={work === null ? obstacle : words.wait}
          onClick={() => void leave()}
        >
          {words.download(downloadName(exporter, title))}
        </Button>
      </div>
    </>
  );
}
