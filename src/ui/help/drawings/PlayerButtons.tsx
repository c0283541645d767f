import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Button } from '../../kit/Button';
import styles from '../Help.module.css';
import type { Player } from './usePlayer';

/** Back, play or pause, forward. */
export function PlayerButtons({ player }: { readonly player: Player }) {
  const words = useWords(helpWords);
  return (
    <div className={styles.player}>
      <Button tone="quiet" small icon="left" aria-label={words.previous} onClick={player.previous} />
      <Button
        tone="quiet"
        small
        icon={player.playing ? 'pause' : 'play'}
        aria-label={player.playing ? words.pause : words.play}
        onClick={player.toggle}
      />
      <Button tone="quiet" small icon="right" aria-label={words.next} onClick={player.next} />
    </div>
  );
}
