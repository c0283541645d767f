import { type ComponentType, type LazyExoticComponent, type ReactNode, Suspense, createElement, lazy } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { fetched } from './part/fetchedPart';
import { PartTrouble } from './part/PartTrouble';

/** Fetches a component; the same function always, made outside of components. `ahead` fetches what it will want itself. */
export type LoadPart<P extends object = object> = () => Promise<{
  readonly default: ComponentType<P>;
  readonly ahead?: () => Promise<unknown>;
}>;

/** By what fetches them; one that did not come is made anew when it is wanted again. */
const parts = new WeakMap<object, unknown>();

function partOf<P extends object>(load: LoadPart<P>): LazyExoticComponent<ComponentType<P>> {
  const before = parts.get(load) as LazyExoticComponent<ComponentType<P>> | undefined;
  const part = before ?? lazy(() => fetched(load));
  parts.set(load, part);
  return part;
}

const Fetched = <P extends object>({ load, props }: { readonly load: LoadPart<P>; readonly props: P }) =>
  createElement(partOf(load), props);

interface PartProps<P extends object> {
  readonly load: LoadPart<P>;
  readonly props: P;
  readonly waiting?: ReactNode;
  /** Puts away what is said where the part did not come; then it is said above the page. */
  readonly onClose?: () => void;
}

/** A part of the page that is fetched when it is first wanted. Where it does not come it says so, and tries again. */
export function Part<P extends object>({ load, props, waiting, onClose }: PartProps<P>) {
  return (
    <ErrorBoundary onError={() => parts.delete(load)} fallback={<PartTrouble {...(onClose && { onClose })} />}>
      <Suspense fallback={waiting}>
        <Fetched load={load} props={props} />
      </Suspense>
    </ErrorBoundary>
  );
}
