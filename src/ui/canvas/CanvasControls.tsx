import { memo } from 'react';
import { MiniMap, Panel } from 'reactflow';
import { useStore } from 'zustand';
import { canvasWords } from '../../i18n/canvas';
import { useServices, useWords } from '../services';
import styles from './CanvasControls.module.css';
import type { CanvasNode } from './flowNodes';

const mapSize = { width: 156, height: 100 };

interface CanvasControlsProps {
  readonly actions: { readonly fit: () => void; readonly zoomIn: () => void; readonly zoomOut: () => void };
}

/** Zoom, fit and the minimap in the lower right corner. */
export const CanvasControls = memo(function CanvasControls({ actions }: CanvasControlsProps) {
  const { preferences } = useServices();
  const words = useWords(canvasWords);
  const minimap = useStore(preferences, (state) => state.minimap);
  return (
    <>
      {minimap && (
        <MiniMap
          className={styles.map ?? ''}
          style={mapSize}
          nodeColor={colorOf}
          nodeStrokeColor={edgeOf}
          nodeStrokeWidth={6}
          nodeBorderRadius={3}
          ariaLabel={words.minimap}
          pannable
          zoomable
        />
      )}
      <Panel position="bottom-left" className={styles.bar ?? ''}>
        <Control name={words.zoomIn} path="M12 5v14M5 12h14" onClick={actions.zoomIn} />
        <Control name={words.zoomOut} path="M5 12h14" onClick={actions.zoomOut} />
        <Control name={words.fit} path="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" onClick={actions.fit} />
        <Control
          name={minimap ? words.hideMinimap : words.showMinimap}
          path="M4 5h16v14H4zM13 13h5v4h-5z"
          onClick={() => preferences.setState({ minimap: !minimap })}
        />
      </Panel>
    </>
  );
});

interface ControlProps {
  readonly name: string;
  readonly path: string;
  readonly onClick: () => void;
}

function Control({ name, path, onClick }: ControlProps) {
  return (
    <button type="button" className={styles.control} aria-label={name} title={name} onClick={onClick}>
      <svg width={16} height={16} viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

function colorOf(node: CanvasNode): string {
  if (node.type !== 'brick') return 'transparent';
  const { category, frozen, state } = node.data.view.look;
  if (state === 'broken') return 'var(--error)';
  return `color-mix(in oklab, var(--brick-${category}) ${frozen ? 52 : 100}%, var(--brick-ice))`;
}

function edgeOf(node: CanvasNode): string {
  if (node.type === 'hull') return 'var(--line)';
  if (node.type !== 'brick') return 'transparent';
  return node.selected ? 'var(--accent)' : 'transparent';
}
