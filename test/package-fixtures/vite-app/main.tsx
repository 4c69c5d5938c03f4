import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import { Theme } from '@radix-ui/themes';
import { GuildhallProvider, MembersTable } from 'guildhall';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import { ROLES } from 'guildhall/contract';
import { createRoot } from 'react-dom/client';

const adapter = createMemoryAdapter();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
const { items } = await adapter.workspaces.list({});

createRoot(root).render(
  <Theme>
    <h1>{ROLES.join(', ')}</h1>
    <GuildhallProvider adapter={adapter} workspaceId={items[0]?.id}>
      <MembersTable />
    </GuildhallProvider>
  </Theme>,
);
