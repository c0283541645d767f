import { longestName } from '../../../document/longestName';
import { focusCanvas } from '../../kit/focus/focusCanvas';
import { inOneLine } from '../../../i18n/inView';
import { shellWords } from '../../../i18n/shell';
import { useEditor, useServices, useWords } from '../../services';
import styles from './TopBar.module.css';

/** The project's title, edited in place; one undo step per visit. */
export function TitleField() {
  const { editor } = useServices();
  const words = useWords(shellWords);
  const title = inOneLine(useEditor((state) => state.document.title));
  return (
    <span className={styles.title} data-text={title === '' ? words.untitled : title}>
      <input
        aria-label={words.projectTitle}
        placeholder={words.untitled}
        value={title}
        size={1}
        maxLength={longestName}
        spellCheck={false}
        onChange={({ target }) =>
          editor.edit(
            (document) =>
              inOneLine(document.title) === target.value ? document : { ...document, title: target.value },
            'title',
          )
        }
        onBlur={() => editor.seal()}
        onKeyDown={({ key, nativeEvent }) => {
          if ((key === 'Enter' || key === 'Escape') && !nativeEvent.isComposing) focusCanvas();
        }}
      />
    </span>
  );
}
