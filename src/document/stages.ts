import type { Document } from './document';
import { blockOfNodes, blocksAround } from './items';
import { architectureIn } from './library';
import { type Library, buildTemplate } from './template';

/** A part of a trunk that is frozen or trained as one. */
export interface Stage {
  /** Name of the block. */
  readonly name: string;
  /** Its first layer. */
  readonly from: string;
}

/** The outermost blocks among these layers, in their order, or inside `around`. */
export function stagesIn(document: Document, layers: readonly string[], around?: string): readonly Stage[] {
  const blockOf = blockOfNodes(document);
  const stages = new Map<string, Stage>();
  for (const from of layers) {
    const path = blocksAround(document, blockOf.get(from)).toReversed();
    const name = path[around === undefined ? 0 : path.indexOf(around) + 1];
    if (name !== undefined && !stages.has(name)) stages.set(name, { name, from });
  }
  return [...stages.values()];
}

/** The stages of the architecture that a backbone's parameters ask for, without its top. */
export function stagesOf(library: Library, architecture: unknown): readonly Stage[] {
  const template = architectureIn(library, architecture);
  if (!template) return [];
  const document = buildTemplate(template, { includeTop: false });
  return stagesIn(document, Object.keys(document.nodes));
}
