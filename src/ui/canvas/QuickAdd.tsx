import { Suspense, lazy } from 'react';
import { useCanvas } from './canvasStore';

const QuickAddList = lazy(() => import('./QuickAddList'));

/** The list of bricks at the pointer; its code comes when it is first asked for. */
export function QuickAdd({ focusItem }: { readonly focusItem: (id: string) => void }) {
  const request = useCanvas((state) => state.quickAdd);
  if (request === null) return null;
  return (
    <Suspense>
      <QuickAddList key={`${request.at.x} ${request.at.y}`} request={request} focusItem={focusItem} />
    </Suspense>
  );
}
