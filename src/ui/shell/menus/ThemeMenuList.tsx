import { DropdownMenu } from 'radix-ui';
import { useStore } from 'zustand';
import type { Theme } from '../../../editor/preferences';
import { shellWords } from '../../../i18n/shell';
import { useServices, useWords } from '../../services';
import { Icon } from '../../kit/Icon';
import styles from '../../kit/Menu.module.css';
import type { MenuListProps } from '../../kit/OnDemandMenu';
import { landmark } from './landmark';
import { themeIcons } from './themeIcons';

/** The three themes, the present one marked. */
export default function ThemeMenuList({ trigger }: MenuListProps) {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const theme = useStore(preferences, (state) => state.theme);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content className={styles.content} align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => preferences.setState({ theme: value as Theme })}
          >
            {(['light', 'dark', 'system'] as const).map((each) => (
              <DropdownMenu.RadioItem key={each} value={each} className={styles.item}>
                <Icon name={themeIcons[each]} />
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
