import { commandTexts } from '../../../i18n/commands';
import { commandWords } from '../../../i18n/commandGroups';
import { useLanguage, useServices, useWords } from '../../services';
import { Keys } from '../../kit/Keys';
import { groups } from './groups';
import { Modal } from '../../kit/Modal';
import styles from './ShortcutsSheet.module.css';

/** Every command that has a key, by group. */
export default function ShortcutsSheet() {
  const { commands } = useServices();
  const words = useWords(commandWords);
  const language = useLanguage();
  return (
    <Modal title={words.shortcuts} about={words.shortcutsAbout} size="wide" read>
      <div className={styles.columns}>
        {groups.map((group) => {
          const members = commands.filter((command) => command.group === group && command.keys.length > 0);
          if (members.length === 0) return null;
          return (
            <section key={group} className={styles.group}>
              <h3>{words[group]}</h3>
              <dl>
                {members.map((command) => (
                  <div key={command.id}>
                    <dt>{commandTexts[command.id][language]}</dt>
                    <dd>
                      {command.keys.map((shortcut, index) => (
                        <span key={shortcut}>
                          {index > 0 && <i>{words.or}</i>}
                          <Keys shortcut={shortcut} asked />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
