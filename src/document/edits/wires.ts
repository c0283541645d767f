import { closesCircle } from '../circle';
import type { Document, Edge, Edit } from '../document';
import { type Places, exitOf, itemsOf } from '../items';
import type { Library } from '../template';
import { type NewBrick, addBrick, nameFor } from './bricks';
import { bricksAmong, changeNode, grounded, sameEdge, settled } from './change';
import { detached } from './detach';

/** First port of a brick that takes many inputs to which nothing is wired. */
export function freePort(document: Document, name: string): number {
  const taken = new Set(document.edges.filter(({ to }) => to === name).map(({ port }) => port));
  let port = 0;
  while (taken.has(port)) port++;
  return port;
}

/**
 * Wires a brick's output to an input. A single input is replaced; a merge gets its next free port unless one is named.
 * Wires that could never be (a circle, onto itself, into an input brick, the same one twice) change nothing.
 */
export function connect(library: Library, from: string, to: string, places: Places, port?: number): Edit {
  return (document) => {
    if (!Object.hasOwn(document.nodes, from) || !Object.hasOwn(document.nodes, to)) return document;
    const inputs = library.bricks[document.nodes[to]!.type]?.inputs ?? 1;
    if (inputs === 0 || from === to || closesCircle(document, from, to)) return document;
    const into = inputs === 1 ? 0 : (port ?? freePort(document, to));
    if (into > 1000) return document;
    const edge = { from, to, port: into };
    if (document.edges.some((old) => sameEdge(old, edge))) return document;
    const others = document.edges.filter((old) => old.to !== to || (inputs === 'many' && old.port !== into));
    const wired = { ...document, edges: [...others, edge] };
    if (into !== 0 || document.nodes[to]!.stacked !== true) return settled(document, wired, places);
    // A brick that stood on its old source stays where it is instead of jumping onto the new one.
    const id = itemsOf(document).itemOf.get(to)!;
    const place = places.items.get(id);
    const loose = changeNode(wired, to, (node) => grounded(node, place ? [place.x, place.y] : node.at));
    return settled(document, loose, places);
  };
}

/** Takes a wire away; a brick that stood on its source stays where it was drawn. */
export function disconnect(edge: Edge, places: Places): Edit {
  return (document) => {
    const edges = document.edges.filter((old) => !sameEdge(old, edge));
    return edges.length === document.edges.length ? document : settled(document, { ...document, edges }, places);
  };
}

/** Sets a new brick into a wire. Where its two ends stand on each other, it goes in between; else it stands at `at`. */
export function insertOnWire(library: Library, edge: Edge, brick: Omit<NewBrick, 'on'>): Edit {
  return (document) => {
    const kind = Object.hasOwn(library.bricks, brick.type) ? library.bricks[brick.type]! : undefined;
    if (!kind || kind.inputs === 0 || !document.edges.some((old) => sameEdge(old, edge))) return document;
    const name = brick.name ?? nameFor(document, library, brick);
    const items = itemsOf(document);
    const touching = [...items.below.values()].some((under) => sameEdge(under.edge, edge));
    if (touching) return addBrick(library, { ...brick, name, on: items.itemOf.get(edge.from)! })(document);
    const added = addBrick(library, { ...brick, name })(document);
    return added === document ? document : intoWire(added, name, name, edge);
  };
}

/** Moves items that are already there into a wire; the gap they leave closes. They keep the place `at`. */
export function moveOntoWire(
  names: readonly string[],
  edge: Edge,
  at: readonly [number, number],
  places: Places,
): Edit {
  return (document) => {
    const inside = bricksAmong(document, names);
    if (inside.size === 0 || inside.has(edge.from) || inside.has(edge.to)) return document;
    const free = detached(document, inside, places);
    if (!free.edges.some((old) => sameEdge(old, edge))) return document;
    const items = itemsOf(free);
    const shown = [...new Set([...inside].map((name) => items.itemOf.get(name)!))];
    const bottom = items.base.get(shown[0]!)!;
    const top = exitOf(free, items, shown.at(-1)!);
    const grounding = changeNode(free, bottom, (node) => grounded(node, at));
    return settled(document, intoWire(grounding, bottom, top, edge), places);
  };
}

function intoWire(document: Document, bottom: string, top: string, edge: Edge): Document {
  const edges = document.edges.map((old) => (sameEdge(old, edge) ? { ...old, from: top } : old));
  return { ...document, edges: [...edges, { from: edge.from, to: bottom, port: 0 }] };
}
