import 'guildhall/styles/base.css';
import 'guildhall/styles/members.css';
import { GuildhallProvider, MembersTable } from 'guildhall';
import { createHttpAdapter } from 'guildhall/adapters/http';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root') ?? document.body).render(
  <GuildhallProvider adapter={createHttpAdapter({ baseUrl: '/api' })} workspaceId="big">
    <MembersTable />
  </GuildhallProvider>,
);
