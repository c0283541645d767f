import { useRef } from 'react';
import { bytesText } from '../../../i18n/numbers';
import { exportWords } from '../../../i18n/panels/export';
import { sizeOf } from '../../../editor/run/exporting/packedExport';
import { Button } from '../../kit/Button';
import { download } from '../../kit/download';
import { ScrollRegion } from '../../kit/ScrollRegion';
import { useCopy } from '../../kit/useCopy';
import { useWords } from '../../services';
import { Code } from '../Code';
import { type BinaryContent, fileLook } from '../fileLooks';
import { Notebook } from '../Notebook';
import styles from './ExportDialog.module.css';

interface FileViewProps {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** It is one of several, and may need them. */
  readonly several: boolean;
}

const wordOf = {
  picture: 'picture',
  arrays: 'arrays',
  weights: 'weightsFile',
  model: 'model',
  values: 'values',
} as const satisfies Record<BinaryContent, keyof typeof exportWords.en>;

/** One file of an export as a person reads it; what is no text, or too long, is described. */
export function FileView({ path, content, several }: FileViewProps) {
  const words = useWords(exportWords);
  const region = useRef<HTMLElement>(null);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const copy = useCopy({ copied: words.fileCopied(name), notCopied: words.notCopied });
  const size = bytesText(sizeOf(content));
  const look = fileLook(path, content);
  const save = () => download(name, new Blob([typeof content === 'string' ? content : new Uint8Array(content)]));
  return (
    <div className={styles.file}>
      <div className={styles.fileHead}>
        <h3>{path}</h3>
        {typeof content === 'string' && (
          <Button small icon="copy" onClick={() => void copy(content)}>
            {words.copyFile}
          </Button>
        )}
        {several && (
          <Button small icon="download" title={words.saveFileAbout(name)} onClick={save}>
            {words.saveFile}
          </Button>
        )}
      </div>
      <ScrollRegion key={path} region={region} className={styles.text} label={path} reachable>
        {look.kind === 'text' && <Code text={content as string} colours={look.colours} />}
        {look.kind === 'notebook' && <Notebook text={content as string} level={4} />}
        {look.kind === 'long' && <p className={styles.described}>{words.long(size)}</p>}
        {look.kind === 'binary' && <p className={styles.described}>{words.binary(words[wordOf[look.holds]], size)}</p>}
      </ScrollRegion>
    </div>
  );
}
