import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { useStore } from 'zustand';
import { provideCanvasActions } from '../../editor/commands/canvasActions';
import { stepTarget } from '../../editor/commands/keyboardConnect';
import { bounds } from '../../layout/bounds';
import { canvasWords } from '../../i18n/canvas';
import { connectFixText } from '../../i18n/troubles/connectFixText';
import { afterPaint } from '../kit/part/firstPaint';
import { isNarrow } from '../narrow';
import { useLanguage, useServices, useWords } from '../services';
import { badges } from './badges/badgeParts';
import { close, fittingIn, readable } from './fitting';
import { type ScreenPoint, useCanvas, useCanvasStore } from './canvasStore';
import type { Verdict } from './wires/verdicts';
import { motion, useItemFocus } from './moving/useItemFocus';
import { itemAt } from './wires/useLinking';
import type { Direction } from './moving/walk';
import { walkingOrder } from './moving/walkingOrder';

interface Linker {
  readonly begin: (from: string) => ReadonlyMap<string, Verdict>;
  readonly make: (from: string, to: string, verdict: Verdict) => boolean;
}

/** The first arrow key comes later than the canvas. */
const loadStep = () => import('./moving/step');

/** What commands can ask of the canvas, and making wires by keyboard. */
export function useCanvasActions({ begin, make }: Linker) {
  const { editor, library, runner, session } = useServices();
  const words = useWords(canvasWords);
  const language = useLanguage();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const pointer = useRef<ScreenPoint | null>(null);
  const frame = useCanvas((state) => state.frame);
  const connectingFrom = useStore(session.store, (state) => state.connectingFrom);

  const { focusItem, centre } = useItemFocus();

  const reveal = useCallback(
    (id: string, still = false) => {
      const item = editor.store.getState().towers.items.get(id);
      const frame = store.getState().frame?.getBoundingClientRect();
      if (item && frame) {
        const { x, y } = flow.flowToScreenPosition({ x: item.x + item.width / 2, y: item.y - item.height / 2 });
        const inside = x > frame.left + 60 && x < frame.right - 60 && y > frame.top + 50 && y < frame.bottom - 50;
        if (!inside && isNarrow() && readable(bounds(editor.store.getState().towers), frame)) void flow.fitView(close);
        else if (!inside) centre(id);
      }
      if (!still) focusItem(id);
    },
    [centre, editor, flow, focusItem, store],
  );

  /** Targets that take the wire come first, then those that take it with a fix. */
  const targets = useCallback((): readonly string[] => {
    const { linking } = store.getState();
    if (!linking) return [];
    const order = walkingOrder(editor.store.getState().towers, editor.store.getState().plan);
    const start = order.indexOf(linking.from);
    const onwards = [...order.slice(start + 1), ...order.slice(0, start)];
    const verdict = (id: string) => linking.verdicts.get(id);
    const fixable = (id: string) => verdict(id)?.ok === false && (verdict(id) as { fix?: unknown }).fix !== undefined;
    return [...onwards.filter((id) => verdict(id)?.ok), ...onwards.filter(fixable)];
  }, [editor, store]);

  const choose = useCallback(
    (id: string | null, all: readonly string[]) => {
      const { linking } = store.getState();
      if (!linking || id === null) return '';
      const verdict = linking.verdicts.get(id);
      const fix = verdict && !verdict.ok && verdict.fix ? `, ${connectFixText(verdict.fix, library, language)}` : '';
      const said = words.candidate(id, all.indexOf(id) + 1, all.length) + fix;
      store.setState({ linking: { ...linking, over: id } });
      return said;
    },
    [language, library, store, words],
  );

  useEffect(() => {
    if (connectingFrom === null) {
      if (store.getState().linking?.pointer !== null) return;
      store.setState({ linking: null });
      session.say(words.cancelled);
      return;
    }
    begin(connectingFrom);
    const all = targets();
    if (all.length === 0) {
      session.say(words.noCandidate(connectingFrom));
      session.connectFrom(null);
    } else {
      session.say(`${words.connecting(connectingFrom)} ${choose(all[0]!, all)}`);
    }
  }, [begin, choose, connectingFrom, session, store, targets, words]);

  /** Brings the whole model into view. */
  const whole = useCallback(() => {
    const { frame } = store.getState();
    return fittingIn(frame, flow.getNodesBounds(flow.getNodes()), badges(runner.store.getState()));
  }, [flow, runner, store]);

  /** Where a list about an item stands; null where there is none such. */
  const beside = useCallback(
    (id: string) => {
      const item = editor.store.getState().towers.items.get(id);
      return item ? flow.flowToScreenPosition({ x: item.x + item.width + 24, y: item.y - item.height }) : null;
    },
    [editor, flow],
  );

  const actions = useMemo(
    () => ({
      focus() {
        const { frame, quickAdd } = store.getState();
        // Whoever asked for the list of bricks meanwhile types into it.
        if (quickAdd === null) frame?.focus({ preventScroll: true });
      },
      fit: () => void flow.fitView({ ...whole(), duration: motion() }),
      zoomIn: () => void flow.zoomIn({ duration: motion() }),
      zoomOut: () => void flow.zoomOut({ duration: motion() }),
      reveal,
      inView: (ids: readonly string[]) => {
        const frame = store.getState().frame?.getBoundingClientRect();
        if (!frame) return [];
        const from = flow.screenToFlowPosition({ x: frame.left, y: frame.top });
        const to = flow.screenToFlowPosition({ x: frame.right, y: frame.bottom });
        const { items } = editor.store.getState().towers;
        return ids.filter((id) => {
          const { x, y, width, height } = items.get(id) ?? { x: Infinity, y: 0, width: 0, height: 0 };
          return x < to.x && x + width > from.x && y - height < to.y && y > from.y;
        });
      },
      exchange: (item: string) =>
        store.setState({ quickAdd: { at: beside(item) ?? { x: 200, y: 200 }, from: null, on: item, instead: true } }),
      quickAdd: () => {
        const selected = editor.store.getState().selection.items.at(-1) ?? null;
        const frame = store.getState().frame?.getBoundingClientRect();
        const middle = frame && { x: frame.left + frame.width / 2 - 140, y: frame.top + frame.height / 3 };
        const at = (selected === null ? null : beside(selected)) ?? pointer.current ?? middle ?? { x: 200, y: 200 };
        const on = selected ?? (pointer.current ? itemAt(pointer.current) : null);
        store.setState({ quickAdd: { at, from: null, on } });
      },
      walk: async (direction: Direction) => {
        const { step } = await loadStep();
        const { towers, plan, selection } = editor.store.getState();
        const from = store.getState().focused ?? selection.items.at(-1) ?? '';
        const next = step(towers, walkingOrder(towers, plan), from, direction, language);
        if ('said' in next) return session.say(next.said);
        editor.select([next.to]);
        return reveal(next.to);
      },
      stepTarget: (by: 1 | -1) => {
        const all = targets();
        session.say(choose(stepTarget(all, store.getState().linking?.over ?? null, by), all));
      },
      confirmTarget: () => {
        const { linking } = store.getState();
        const verdict = linking?.over == null ? undefined : linking.verdicts.get(linking.over);
        if (!linking || linking.over === null || !verdict) return;
        const made = make(linking.from, linking.over, verdict);
        store.setState({ linking: null });
        if (!made) session.say(words.cancelled);
        session.connectFrom(null);
        focusItem(linking.over);
      },
    }),
    [beside, choose, editor, flow, focusItem, language, make, reveal, session, store, targets, whole, words],
  );
  useLayoutEffect(() => provideCanvasActions(actions), [actions]);
  useEffect(() => void afterPaint(loadStep), []);

  useEffect(
    () =>
      editor.store.subscribe(({ history, document }, before) => {
        const opened = history.past.length === 0 && history.future.length === 0 && document !== before.document;
        // Another project: React Flow knows its nodes after the next paint.
        if (opened) requestAnimationFrame(() => requestAnimationFrame(() => void flow.fitView(whole())));
      }),
    [editor, flow, whole],
  );

  useEffect(() => {
    const element = frame;
    const follow = ({ clientX, clientY }: PointerEvent) => (pointer.current = { x: clientX, y: clientY });
    const leave = () => (pointer.current = null);
    element?.addEventListener('pointermove', follow);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointermove', follow);
      element?.removeEventListener('pointerleave', leave);
    };
  }, [frame]);

  return { actions, focusItem };
}
