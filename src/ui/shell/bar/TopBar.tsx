import { useStore } from 'zustand';
import { shellWords } from '../../../i18n/shell';
import { useEditor, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { MainMenu } from '../menus/MainMenu';
import { ThemeMenu } from '../menus/ThemeMenu';
import { SheetButton } from './SheetButton';
import { TitleField } from './TitleField';
import styles from './TopBar.module.css';
import { TrainButtons } from './TrainButtons';
import { Icon } from '../../kit/Icon';
import { modifier } from '../../kit/keyParts';
import { touchOnly } from '../../touchOnly';

/** Title, undo, language, theme, and the way into everything bigger. */
export function TopBar() {
  const { editor, session, preferences } = useServices();
  const words = useWords(shellWords);
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const language = useStore(preferences, (state) => state.language);
  const panel = useStore(session.store, (state) => state.panel);
  const locks = useStore(session.store, (state) => state.locks);
  const other = language === 'en' ? 'ko' : 'en';
  return (
    <header className={styles.bar}>
      <h1 className={styles.heading}>DeepBrick</h1>
      <MainMenu />
      <TitleField />
      <div className={styles.group}>
        <Button tone="quiet" icon="undo" aria-label={words.undo} disabled={!canUndo} onClick={() => editor.undo()} />
        <Button tone="quiet" icon="redo" aria-label={words.redo} disabled={!canRedo} onClick={() => editor.redo()} />
      </div>
      <span className={styles.space} />
      <Button tone="quiet" aria-label={words.commands} onClick={() => session.open('commands')} className={styles.keys}>
        {touchOnly() ? <Icon name="search" /> : modifier === 'Meta' ? '⌘K' : 'Ctrl K'}
      </Button>
      <Button
        tone="quiet"
        lang={other}
        aria-label={other === 'ko' ? '한국어' : 'English'}
        onClick={() => preferences.setState({ language: other })}
      >
        {other === 'ko' ? '한국어' : 'English'}
      </Button>
      <ThemeMenu />
      <span className={styles.divider} />
      <div className={styles.actions}>
        {!locks.includes('model') && <SheetButton sheet="palette" />}
        <SheetButton sheet="inspector" />
        {!locks.includes('templates') && <Button onClick={() => session.open('gallery')}>{words.templates}</Button>}
        {!locks.includes('model') && (
          <Button onClick={() => session.open('swapHead')} className={styles.roomy}>
            {words.swapHead}
          </Button>
        )}
        {!locks.includes('code') && (
          <Button aria-pressed={panel === 'code'} onClick={() => session.toggle('code')} className={styles.toggle}>
            {words.code}
          </Button>
        )}
        <Button
          aria-pressed={panel === 'prediction'}
          onClick={() => session.toggle('prediction')}
          className={styles.toggle}
        >
          {words.predict}
        </Button>
        <TrainButtons />
      </div>
    </header>
  );
}
