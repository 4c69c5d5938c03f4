import '@radix-ui/themes/styles.css';
import { Table, TextField, Theme } from '@radix-ui/themes';
import type { GuildhallEvent, Member } from 'guildhall/contract';
import { Profiler, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { startMeter } from './meter.js';

/** What one would write first: every member a row, found by a filter, changed by an event. */
function Members() {
  const [members, setMembers] = useState<Member[]>([]);
  const [search, setSearch] = useState('');
  useEffect(() => {
    void fetch('/api/workspaces/big/members')
      .then((response) => response.json())
      .then(({ items }: { items: Member[] }) => setMembers(items));
    const events = new EventSource('/api/events');
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as GuildhallEvent;
      if (event.topic !== 'members' || event.type !== 'updated') return;
      setMembers((before) => before.map((member) => (member.id === event.member.id ? event.member : member)));
    };
    return () => events.close();
  }, []);
  const wanted = search.toLowerCase();
  const found = members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  return (
    <>
      <TextField.Root
        type="search"
        aria-label="Search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Table.Root>
        <Table.Header>
          <Table.Row>
            {['Name', 'Email', 'Role', 'Joined'].map((head) => (
              <Table.ColumnHeaderCell key={head}>{head}</Table.ColumnHeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {found.map((member) => (
            <Table.Row key={member.id}>
              <Table.RowHeaderCell>
                <img src={member.imageUrl ?? 'data:,'} alt="" width={24} />
                <b>{member.name}</b>
              </Table.RowHeaderCell>
              <Table.Cell>{member.email}</Table.Cell>
              <Table.Cell>{member.role}</Table.Cell>
              <Table.Cell>{new Date(member.joinedAt).toLocaleDateString()}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Root>
    </>
  );
}

const root = createRoot(document.getElementById('root') ?? document.body);
const meter = startMeter('tbody tr');
root.render(
  <Profiler id="page" onRender={(_id, _phase, actual) => void (meter.work += actual)}>
    <Theme>
      <Members />
    </Theme>
  </Profiler>,
);
