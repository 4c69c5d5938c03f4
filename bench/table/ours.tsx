import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import { Theme } from '@radix-ui/themes';
import { GuildhallProvider, MembersTable } from 'guildhall';
import { createHttpAdapter } from 'guildhall/adapters/http';
import { Profiler } from 'react';
import { createRoot } from 'react-dom/client';
import { startMeter } from './meter.js';

const features = { invitations: false, billing: false, activity: false };
const adapter = createHttpAdapter({ baseUrl: '/api', features });
const root = createRoot(document.getElementById('root') ?? document.body);
const meter = startMeter('.gh-row[data-key]');
root.render(
  <Profiler id="page" onRender={(_id, _phase, actual) => void (meter.work += actual)}>
    <Theme>
      <GuildhallProvider adapter={adapter} workspaceId="big">
        <MembersTable />
      </GuildhallProvider>
    </Theme>
  </Profiler>,
);
