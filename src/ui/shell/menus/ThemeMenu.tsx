import { useStore } from 'zustand';
import { shellWords } from '../../../i18n/shell';
import { useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { OnDemandMenu } from '../../kit/OnDemandMenu';
import { themeIcons } from './themeIcons';

const list = () => import('./ThemeMenuList');

/** Light, dark, or like the system. */
export function ThemeMenu() {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const theme = useStore(preferences, (state) => state.theme);
  const trigger = <Button tone="quiet" icon={themeIcons[theme]} aria-label={`${words.theme}: ${words[theme]}`} />;
  return <OnDemandMenu trigger={trigger} menu={list} />;
}
