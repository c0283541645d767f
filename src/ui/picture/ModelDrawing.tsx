import { type Ref, memo } from 'react';
import { shapeText } from '../../brick/shape';
import { BrickShape } from '../brick/BrickArt';
import { countText } from '../brick/faceText';
import { fitText } from '../brick/fitText';
import type { Foot } from '../brick/feet';
import styles from './ModelDrawing.module.css';
import type { ModelPicture } from './modelPicture';

interface ModelDrawingProps {
  readonly picture: ModelPicture;
  /** Accessible name. */
  readonly title: string;
  /** With the shapes on the wires and at the feet of the towers. */
  readonly shapes?: boolean;
  readonly ref: Ref<SVGSVGElement>;
}

/** The whole canvas as one SVG: frames, wires, bricks and the labels at their feet. */
export const ModelDrawing = memo(function ModelDrawing({ picture, title, shapes = true, ref }: ModelDrawingProps) {
  const { x, y, width, height, hulls, wires, bricks, feet } = picture;
  const named = { role: 'img', 'aria-label': title } as const;
  return (
    <svg ref={ref} {...named} className={styles.drawing} viewBox={`${x} ${y} ${width} ${height}`}>
      {hulls.map((hull) => (
        <g key={`${hull.part} ${hull.block}`} data-color={hull.color} transform={`translate(${hull.x} ${hull.y})`}>
          <rect className={styles.hull} width={hull.width} height={hull.height} rx={14} />
          <text className={styles.block} x={14} y={21}>
            {fitText(hull.block, 13.5, hull.width - 28)}
          </text>
        </g>
      ))}
      {wires.map(({ id, path, arrow }) => (
        <g key={id}>
          <path className={styles.wire} d={path} />
          <path className={styles.head} d={arrow} />
        </g>
      ))}
      {bricks.map((brick) => (
        <g key={brick.id} transform={`translate(${brick.x} ${brick.y})`}>
          <BrickShape {...brick.look} />
        </g>
      ))}
      {feet.map(({ id, x: left, y: ground, foot }) => (
        <g key={id} data-color={foot.color} transform={`translate(${left} ${ground + 6})`}>
          <FootText foot={foot} shapes={shapes} />
        </g>
      ))}
      {wires.map(
        ({ id, middle, chip }) =>
          shapes &&
          chip && (
            <g key={id} transform={`translate(${middle.x} ${middle.y})`}>
              <rect className={styles.chip} x={-chip.width / 2} y={-9} width={chip.width} height={18} rx={9} />
              <text className={styles.chipText} y={4}>
                {chip.text}
              </text>
            </g>
          ),
      )}
    </svg>
  );
});

function FootText({ foot, shapes }: { readonly foot: Foot; readonly shapes: boolean }) {
  const facts = [
    ...(shapes && foot.shape ? [`→ ${shapeText(foot.shape)}`] : []),
    ...(foot.parameters > 0 && !foot.folded ? [countText(foot.parameters)] : []),
  ];
  const first = foot.block === null ? 11 : 29;
  return (
    <>
      {foot.block !== null && (
        <text className={styles.block} y={14}>
          {fitText(foot.block, 13, 164)}
        </text>
      )}
      {facts.map((fact, index) => (
        <text key={fact} className={fact.startsWith('→') ? styles.shape : styles.count} y={first + 15 * index}>
          {fact}
        </text>
      ))}
    </>
  );
}
