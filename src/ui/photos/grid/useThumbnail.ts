import { useEffect, useState } from 'react';
import { useServices } from '../../services';

/** Address of a photo's thumbnail while it is shown; null until it is read. */
export function useThumbnail(hash: string): string | null {
  const { photos } = useServices();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void photos.thumbnail(hash).then((file) => {
      if (gone || file === null) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photos, hash]);
  return address;
}
