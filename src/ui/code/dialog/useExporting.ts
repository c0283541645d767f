import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExporting } from '../../../editor/run/exporting/exporting';
import { exporters } from '../../../exporters';
import { type ExportChoices, everything } from '../../../exporters/exportChoices';
import type { Exporter } from '../../../exporters/exporter';
import { useLanguage, useServices } from '../../services';
import { pageSources } from '../pageSources';

/**
 * The export of the model on the canvas, as it was when the dialog opened or `anew` was called; what is being done ends with
 * the dialog.
 */
export function useExporting() {
  const services = useServices();
  const language = useLanguage();
  const made = (exporter: Exporter, choices: ExportChoices) =>
    createExporting(exporter, choices, { ...services, sources: pageSources });
  const [exporting, setExporting] = useState(() => {
    const { exportTo } = services.session.store.getState();
    const first = exporters.find(({ id }) => id === exportTo) ?? exporters[0]!;
    return made(first, everything(language));
  });
  const anew = () => {
    const { exporter, choices } = exporting.store.getState();
    setExporting(made(exporter, choices));
  };
  useEffect(() => {
    void exporting.choose({});
    return () => exporting.cancel();
  }, [exporting]);
  return { exporting, state: useStore(exporting.store), anew };
}
