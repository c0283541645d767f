import { DropdownMenu } from 'radix-ui';
import { useStore } from 'zustand';
import type { Theme } from '../../editor/preferences';
import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import styles from './Menu.module.css';

const icons: Readonly<Record<Theme, IconName>> = { light: 'sun', dark: 'moon', system: 'system' };

export function ThemeMenu() {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const theme = useStore(preferences, (state) => state.theme);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet" icon={icons[theme]} aria-label={`${words.theme}: ${words[theme]}`} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.content} align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => preferences.setState({ theme: value as Theme })}
          >
            {(['light', 'dark', 'system'] as const).map((each) => (
              <DropdownMenu.RadioItem key={each} value={each} className={styles.item}>
                <Icon name={icons[each]} />
                {words[each]}
                <span className={styles.end}>{each === theme && <Icon name="check" />}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
