import { DropdownMenu } from 'radix-ui';
import type { Command, CommandGroup } from '../../../editor/commands/command';
import { commandTexts } from '../../../i18n/commands';
import { commandWords } from '../../../i18n/commandGroups';
import { useLanguage, useServices, useWords } from '../../services';
import { Keys } from '../../kit/Keys';
import styles from '../../kit/Menu.module.css';
import { Icon } from '../../kit/Icon';
import type { MenuListProps } from '../../kit/OnDemandMenu';
import { touchOnly } from '../../touchOnly';
import { groups } from './groups';
import { landmark } from './landmark';

/** The menu of every command, by group. */
export default function MainMenuList({ trigger }: MenuListProps) {
  const { commands } = useServices();
  const offered = commands.filter(({ id, keyOnly }) => !keyOnly && !(id === 'shortcuts' && touchOnly()));
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content className={styles.content} align="start" sideOffset={6}>
          {groups.map((group) => (
            <Group key={group} group={group} commands={offered.filter((command) => command.group === group)} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Group({ group, commands }: { readonly group: CommandGroup; readonly commands: readonly Command[] }) {
  const words = useWords(commandWords);
  const language = useLanguage();
  if (commands.length === 0) return null;
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles.item}>
        {words[group]}
        <span className={styles.end}>
          <Icon name="right" size={14} />
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.SubContent className={styles.content} sideOffset={4} alignOffset={-6}>
          {commands.map((command) => (
            <DropdownMenu.Item
              key={command.id}
              className={styles.item}
              disabled={!command.enabled()}
              onSelect={() => command.run()}
            >
              {commandTexts[command.id][language]}
              <span className={styles.end}>{command.keys[0] !== undefined && <Keys shortcut={command.keys[0]} />}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
