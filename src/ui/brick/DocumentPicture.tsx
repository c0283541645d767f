import { useMemo } from 'react';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import type { Library } from '../../document/template';
import { depth, studHeight } from '../../layout/geometry';
import { lanesOf, wireEnd, wireStart } from '../../layout/lanes';
import { towersOf } from '../../layout/towers';
import { wireRoute } from '../../layout/wireRoute';
import { BrickShape } from './BrickArt';
import styles from './DocumentPicture.module.css';
import { itemView } from './itemView';
import { viewContext } from './viewContext';

interface DocumentPictureProps {
  readonly document: Document;
  readonly library: Library;
  /** Accessible name; without it the picture is decoration. */
  readonly title?: string;
  /** With the names on the bricks; without them only shapes and colours, for small pictures. */
  readonly names?: boolean;
}

/** A whole document as it stands on the canvas, as one still picture that fits the box it is in. */
export function DocumentPicture({ document, library, title, names = false }: DocumentPictureProps) {
  const { items, wires, box } = useMemo(() => picture(document, library, names), [document, library, names]);
  const named =
    title === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': title } as const);
  return (
    <svg {...named} className={styles.picture} viewBox={box} preserveAspectRatio="xMidYMid meet">
      {wires.map(({ id, path }) => (
        <path key={id} className={styles.wire} d={path} />
      ))}
      {items.map(({ id, x, y, look }) => (
        <g key={id} transform={`translate(${x} ${y})`}>
          <BrickShape {...look} />
        </g>
      ))}
    </svg>
  );
}

function picture(document: Document, library: Library, names: boolean) {
  const plan = compile(document, library);
  const towers = towersOf(document, library);
  const context = viewContext(document, plan, library);
  const sorted = [...towers.items.values()].toSorted((a, b) => a.level - b.level);
  const items = sorted.map((item) => {
    const { name, ...look } = itemView(item, context).look;
    return { id: item.id, x: item.x, y: item.y, look: names && name !== undefined ? { ...look, name } : look };
  });
  const lanes = lanesOf(towers);
  const wires = towers.wires.map((wire) => ({
    id: wire.id,
    path: wireRoute(
      wireStart(towers.items.get(wire.from)!),
      wireEnd(towers.items.get(wire.to)!),
      lanes.get(wire.id) ?? null,
    ).path,
  }));
  if (sorted.length === 0) return { items, wires: [], box: '0 0 100 60' };
  const pad = 30;
  const left = Math.min(...sorted.map(({ x }) => x)) - pad;
  const right = Math.max(...sorted.map(({ x, width }) => x + width + depth.x)) + pad;
  const top = Math.min(...sorted.map(({ y, height }) => y - height - depth.y - studHeight)) - pad;
  const bottom = Math.max(...sorted.map(({ y }) => y)) + pad;
  return { items, wires, box: `${left} ${top} ${right - left} ${bottom - top}` };
}
