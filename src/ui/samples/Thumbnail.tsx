import { useEffect, useRef } from 'react';

/** A picture file, seen small beside its name. */
export function Thumbnail({ file, className }: { readonly file: File; readonly className: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img ref={image} className={className} alt="" decoding="async" />;
}
