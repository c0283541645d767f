/**
 * All changes of a document that the page begins with; new heads and fine-tuning come with their dialogs. Each is pure:
 * `(…what) => (document) => document`, the same object when nothing changes.
 */
export * from './edits/blocks';
export {
  type NameTrouble,
  type NewBrick,
  addBrick,
  nameFor,
  nameTrouble,
  remove,
  rename,
  setBypassed,
  setParam,
  setTrainable,
  trainableState,
} from './edits/bricks';
export { freshName } from './edits/change';
export { type Pasting, copy, duplicate, paste } from './edits/clipboard';
export { architectureOf, foldBackbone } from './edits/fold';
export * from './edits/project';
export { trunkLayers, trunkOf } from './edits/trunk';
export { startFromFile, withoutStart } from './edits/start';
export { startFrom, trunkStart, wholeStart } from './edits/trunkStart';
export { move, moveTo, pullOut, snapOnto, snapUnder, split } from './edits/towers';
export { type PlannedBackbone, unfoldBackbone } from './edits/unfold';
export { connect, disconnect, freePort, insertOnWire, moveOntoWire } from './edits/wires';
export { type ConnectFix, type ConnectTrouble, type WireTroubles, canConnect, connectWith } from './edits/canConnect';
