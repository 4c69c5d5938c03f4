import './reset.css';
import '@fontsource-variable/inter/index.css';
import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import './parley.css';
import { Theme } from '@radix-ui/themes';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { useAppearance } from './remembered.js';

const queryClient = new QueryClient();

function Root() {
  const [appearance] = useAppearance();
  return (
    <Theme accentColor="violet" grayColor="slate" radius="medium" panelBackground="solid" appearance={appearance}>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </Theme>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
