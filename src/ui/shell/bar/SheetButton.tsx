import { useStore } from 'zustand';
import { shellWords } from '../../../i18n/shell';
import { Button } from '../../kit/Button';
import { useServices, useWords } from '../../services';
import styles from './TopBar.module.css';

/** On a narrow screen: brings palette or inspector up as a sheet, and puts it away. */
export function SheetButton({ sheet }: { readonly sheet: 'palette' | 'inspector' }) {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const field = sheet === 'palette' ? 'paletteOpen' : 'inspectorOpen';
  const open = useStore(preferences, (state) => state[field]);
  return (
    <Button
      aria-expanded={open}
      className={`${styles.toggle} ${styles.sheet}`}
      onClick={() => preferences.setState({ [field]: !open })}
    >
      {sheet === 'palette' ? words.bricks : words.settings}
    </Button>
  );
}
