import { Graph, layout } from '@dagrejs/dagre';
import { brickWidth, depth, footHeight, studHeight } from './geometry';
import type { Column, Link, Placing, Point } from './rows';

/** Places single bricks as the usual graph, downwards or to the right (dagre), the first at the origin. */
function flowOf(columns: readonly Column[], links: readonly Link[], how: 'down' | 'right'): Map<string, Point> {
  const graph = new Graph();
  graph.setGraph({ rankdir: how === 'down' ? 'TB' : 'LR', nodesep: 36, ranksep: how === 'down' ? 40 : 64 });
  graph.setDefaultEdgeLabel(() => ({}));
  const over = depth.y + studHeight;
  for (const { id, height } of columns) {
    graph.setNode(id, { width: brickWidth + depth.x, height: height + over + footHeight });
  }
  for (const { from, to } of links) graph.setEdge(from, to);
  layout(graph);
  const places = new Map<string, Point>();
  for (const { id, height } of columns) {
    const { x, y } = graph.node(id) as { x: number; y: number };
    const top = y - (height + over + footHeight) / 2;
    places.set(id, [Math.round(x - (brickWidth + depth.x) / 2), Math.round(top + over + height)]);
  }
  return places;
}

/** The usual graph, downwards or to the right. */
export const flows: Readonly<Record<'down' | 'right', Placing>> = {
  down: (columns, links) => flowOf(columns, links, 'down'),
  right: (columns, links) => flowOf(columns, links, 'right'),
};
