import { shellWords } from '../../../i18n/shell';
import { useWords } from '../../services';
import { Icon } from '../../kit/Icon';
import { Logo } from '../bar/Logo';
import { OnDemandMenu } from '../../kit/OnDemandMenu';
import styles from '../bar/TopBar.module.css';

const list = () => import('./MainMenuList');

/** The logo opens the menu of every command. */
export function MainMenu() {
  const words = useWords(shellWords);
  const trigger = (
    <button type="button" className={styles.brand} aria-label={`DeepBrick: ${words.menu}`}>
      <Logo />
      <span className={styles.name}>DeepBrick</span>
      <Icon name="down" size={12} />
    </button>
  );
  return <OnDemandMenu trigger={trigger} menu={list} />;
}
