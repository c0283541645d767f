import { useState } from 'react';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { Button } from '../kit/Button';
import { DropZone } from '../kit/DropZone';
import { FileButton } from '../kit/FileButton';
import { useWords } from '../services';
import styles from './TableDialog.module.css';

/** Where a table comes from: pasted as text, dropped, or chosen. */
export function TablePaste({ onFile }: { readonly onFile: (file: File) => void }) {
  const words = useWords(tableDialogWords);
  const [text, setText] = useState('');
  const take = ([file]: readonly File[]) => file && onFile(file);
  return (
    <DropZone bare className={styles.paste} onFiles={take}>
      <p className={styles.hint}>{words.pasteAbout}</p>
      <textarea aria-label={words.pasted} value={text} onChange={({ target }) => setText(target.value)} />
      <div className={styles.foot}>
        <FileButton label={words.choose} onFiles={take}>
          {words.choose}
        </FileButton>
        <Button
          tone="primary"
          disabled={text.trim() === ''}
          onClick={() => onFile(new File([text], 'pasted.csv', { type: 'text/csv' }))}
        >
          {words.read}
        </Button>
      </div>
    </DropZone>
  );
}
