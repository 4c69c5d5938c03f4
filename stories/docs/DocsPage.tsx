import { lazy, Suspense } from 'react';

const ComponentPage = lazy(() => import('./ComponentPage.js').then((file) => ({ default: file.ComponentPage })));

/** The page of each file of stories; loaded where pages are read, and not where stories run as tests. */
export function DocsPage() {
  return (
    <Suspense fallback={null}>
      <ComponentPage />
    </Suspense>
  );
}
