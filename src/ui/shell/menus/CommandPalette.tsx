import { Command as List } from 'cmdk';
import { commandTexts } from '../../../i18n/commands';
import { commandWords } from '../../../i18n/commandGroups';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './CommandPalette.module.css';
import { Keys } from '../../kit/Keys';
import { groups } from './groups';

/** `Ctrl+K`: every command by name, in either language. */
export default function CommandPalette() {
  const { commands, session } = useServices();
  const words = useWords(commandWords);
  const language = useLanguage();
  return (
    <List.Dialog
      open
      onOpenChange={(open) => !open && session.open(null)}
      label={words.palette}
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.content ?? ''}
      loop
    >
      <List.Input className={styles.input} placeholder={words.search} />
      <List.List className={styles.list} label={words.palette}>
        <List.Empty className={styles.empty}>{words.nothing}</List.Empty>
        {groups.map((group) => (
          <List.Group key={group} heading={words[group]} className={styles.group}>
            {commands
              .filter((command) => command.group === group && !command.keyOnly && command.id !== 'commands')
              .map((command) => (
                <List.Item
                  key={command.id}
                  value={`${commandTexts[command.id][language]} ${command.id}`}
                  keywords={Object.values(commandTexts[command.id])}
                  disabled={!command.enabled()}
                  className={styles.item}
                  onSelect={() => {
                    session.open(null);
                    command.run();
                  }}
                >
                  {commandTexts[command.id][language]}
                  {command.keys[0] !== undefined && <Keys shortcut={command.keys[0]} />}
                </List.Item>
              ))}
          </List.Group>
        ))}
      </List.List>
    </List.Dialog>
  );
}
