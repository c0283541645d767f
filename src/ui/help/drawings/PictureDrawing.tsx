import { useId } from 'react';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';
import { type PictureView, pictureSize } from '../scenes/pictures';

const scale = 1.9;
const height = pictureSize * scale;

/** A house, a tree and the sun: unlike its mirror image, so that every change is seen. */
function House() {
  return (
    <>
      <rect width={pictureSize} height={pictureSize} fill="#a9d3ee" />
      <rect y={28} width={pictureSize} height={12} fill="#7fb069" />
      <circle cx={32} cy={8} r={4.5} fill="#f6c945" />
      <path d="M8 18h14v14H8z" fill="#e9dcc4" />
      <path d="M5 18 15 9l10 9z" fill="#b4482f" />
      <path d="M13 25h4v7h-4z" fill="#6b4f3a" />
      <path d="M31 32v-6h2v6z" fill="#6b4f3a" />
      <circle cx={32} cy={23} r={5} fill="#3f7d4a" />
    </>
  );
}

/** A picture before, and what the layer may make of it. */
export function PictureDrawing({ scene, category }: DrawingProps<'picture'>) {
  const words = useWords(helpWords);
  const clip = useId();
  const { views } = scene;
  const several = views.length > 1 ? words.picture : words.pictureOne;
  const caption = views.every(isFlip) ? words.pictureFlip : several;
  const shown = (view: PictureView, index: number) => {
    const x = 112 + index * 78;
    const y = (height - view.height * scale * 0.92) / 2;
    return (
      <g key={x} transform={`translate(${x} ${y}) scale(${scale * 0.92})`}>
        <clipPath id={`${clip} ${index}`.replaceAll(' ', '-')}>
          <rect width={view.width} height={view.height} />
        </clipPath>
        <rect width={view.width} height={view.height} className={styles.faint} />
        <g clipPath={`url(#${`${clip} ${index}`.replaceAll(' ', '-')})`}>
          <g transform={view.transform} style={view.filter === undefined ? undefined : { filter: view.filter }}>
            <House />
          </g>
        </g>
      </g>
    );
  };
  return (
    <Figure category={category} height={height} caption={caption}>
      <g transform={`translate(0 ${(height - pictureSize * scale * 0.92) / 2}) scale(${scale * 0.92})`}>
        <House />
      </g>
      <Arrow from={[80, height / 2]} to={[104, height / 2]} />
      {views.map(shown)}
    </Figure>
  );
}

const isFlip = ({ transform = '' }: PictureView) => /scale\((-1 1|1 -1)\)/.test(transform);
