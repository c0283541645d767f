import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExporting } from '../../../editor/run/exporting/exporting';
import { exporters } from '../../../exporters';
import { everything } from '../../../exporters/exportChoices';
import { useLanguage, useServices } from '../../services';
import { pageSources } from '../pageSources';

/** The export of the model on the canvas, as it was when the dialog opened; what is being done ends with the dialog. */
export function useExporting() {
  const services = useServices();
  const language = useLanguage();
  const [exporting] = useState(() => {
    const { exportTo } = services.session.store.getState();
    const first = exporters.find(({ id }) => id === exportTo) ?? exporters[0]!;
    return createExporting(first, everything(language), { ...services, sources: pageSources });
  });
  useEffect(() => {
    void exporting.choose({});
    return () => exporting.cancel();
  }, [exporting]);
  return { exporting, state: useStore(exporting.store) };
}
