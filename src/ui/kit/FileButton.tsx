import { type ComponentProps, useRef } from 'react';
import { Button } from './Button';

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** Name of the field behind the button. */
  readonly label: string;
  /** As of `<input accept>`; a folder has none. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Chooses a folder with all that is in it. */
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that lets somebody choose files of this computer; the same file can be chosen again. */
export function FileButton({ label, accept, multiple = false, folder = false, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React's types do not know it.
          if (element !== null) element.webkitdirectory = folder;
        }}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          // Copied: emptying the input empties its list.
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
