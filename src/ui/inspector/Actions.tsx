import type { CommandId } from '../../editor/commands/commandId';
import { commandTexts } from '../../i18n/commands';
import { useEditor, useLanguage, useServices } from '../services';
import { Button } from '../kit/Button';
import styles from './Inspector.module.css';

/** Buttons for some of the commands, by id; those that do not apply now are left out. */
export function Actions({ ids }: { readonly ids: readonly CommandId[] }) {
  const { commands } = useServices();
  const language = useLanguage();
  // Which commands apply follows from document and selection.
  useEditor((state) => state.document);
  useEditor((state) => state.selection);
  const usable = ids.flatMap((id) => commands.find((command) => command.id === id && command.enabled()) ?? []);
  if (usable.length === 0) return null;
  return (
    <div className={styles.actions}>
      {usable.map((command) => (
        <Button key={command.id} small onClick={() => command.run()}>
          {commandTexts[command.id][language]}
        </Button>
      ))}
    </div>
  );
}
