import { useServices } from '../services';

/** Puts a text on the clipboard and says whether it is there; true when it is. */
export function useCopy({ copied, notCopied }: { readonly copied: string; readonly notCopied: string }) {
  const { session } = useServices();
  return async (text: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text);
      session.notify({ tone: 'success', text: copied });
      return true;
    } catch {
      // Not allowed, or no clipboard at all: only pages from localhost or https have one.
      session.notify({ tone: 'warning', text: notCopied });
      return false;
    }
  };
}
