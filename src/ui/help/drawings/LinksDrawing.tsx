import { helpWords } from '../../../i18n/help';
import { useLanguage, useWords } from '../../services';
import { countText } from '../../../i18n/numbers';
import { Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const height = 118;
const most = 6;
const places = (count: number) => {
  const drawn = Math.min(count, most);
  return Array.from({ length: drawn }, (_, index) => height / 2 + (index - (drawn - 1) / 2) * 18);
};

/** Every input neuron is connected with every output neuron; long vectors are cut short. */
export function LinksDrawing({ scene, category }: DrawingProps<'links'>) {
  const words = useWords(helpWords);
  const language = useLanguage();
  const { inputs, outputs } = scene;
  const [left, right] = [places(inputs), places(outputs)];
  const [from, to] = [80, 180];
  const caption = words.links(countText(inputs, language), countText(outputs, language));
  return (
    <Figure category={category} height={height} caption={caption}>
      <path
        className={styles.thin}
        d={left.flatMap((y) => right.map((end) => `M${from} ${y}L${to} ${end}`)).join('')}
      />
      <path
        className={styles.strong}
        strokeOpacity={0.8}
        d={left.map((y) => `M${from} ${y}L${to} ${right[0]!}`).join('')}
      />
      {left.map((y) => (
        <circle key={y} className={styles.cell} cx={from} cy={y} r={6} />
      ))}
      {right.map((y, index) => (
        <circle key={y} className={index === 0 ? styles.frame : styles.cell} cx={to} cy={y} r={6} />
      ))}
      <text className={`${styles.word} ${styles.end}`} x={from - 14} y={height / 2 + 4}>
        {inputs > most ? `⋮ ${countText(inputs, language)}` : inputs}
      </text>
      <text className={styles.word} x={to + 14} y={height / 2 + 4}>
        {outputs > most ? `⋮ ${countText(outputs, language)}` : outputs}
      </text>
    </Figure>
  );
}
