import { useEffect, useState } from 'react';

/** True once something has lasted for so many milliseconds: what is over at once shows no progress. */
export function useLasting(lasts: boolean, milliseconds = 300): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!lasts) return undefined;
    const timer = setTimeout(() => setLong(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [lasts, milliseconds]);
  return long;
}
