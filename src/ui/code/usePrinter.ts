import { useEffect, useState } from 'react';
import { useErrorBoundary } from 'react-error-boundary';
import { exporters } from '../../exporters';
import type { ExportedModel, Exporter } from '../../exporters/exporter';
import { fetched } from '../kit/part/fetchedPart';

type Print = (model: ExportedModel) => string;

/** What writes the model for a target; null until it has come. Where it does not come the panel says so. */
export function usePrinter(exporter: Exporter): Print | null {
  const { showBoundary } = useErrorBoundary();
  const [loaded, setLoaded] = useState<{ readonly of: Exporter; readonly print: Print } | null>(null);
  useEffect(() => {
    let wanted = true;
    void fetched(exporter.printer).then(
      (print) => wanted && setLoaded({ of: exporter, print }),
      (error: unknown) => wanted && showBoundary(error),
    );
    return () => {
      wanted = false;
    };
  }, [exporter, showBoundary]);
  return loaded?.of === exporter ? loaded.print : null;
}

/** Fetches what writes the model for any target, so that it is there without the server, too. */
export const fetchPrinters = () => Promise.all(exporters.map(({ printer }) => printer()));
