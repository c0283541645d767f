import { StrictMode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { type Services, ServicesContext } from '../services';
import { App } from './App';
import { PageTrouble } from './PageTrouble';

/** The page with all that it works with; what went wrong in it is said in its place. */
export const Page = ({ services }: { readonly services: Services }) => (
  <StrictMode>
    <ServicesContext value={services}>
      <ErrorBoundary fallback={<PageTrouble />}>
        <App />
      </ErrorBoundary>
    </ServicesContext>
  </StrictMode>
);
