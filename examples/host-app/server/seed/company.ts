/** One seeded workspace. Who joined when is told in order. */
export interface SeedWorkspace {
  id: string;
  name: string;
  createdAt: string;
  members: readonly (readonly [userId: string, role: 'owner' | 'admin' | 'member', joinedOn: string])[];
  billingContacts?: readonly string[];
  invitations?: readonly SeedInvitation[];
}

/** An invitation that waits. Days count from the first start; it lives for seven. */
export interface SeedInvitation {
  email: string;
  role: 'admin' | 'member';
  invitedBy: string;
  sentDaysAgo: number;
}

export const WORKSPACES: SeedWorkspace[] = [
  {
    id: 'northwind-studio',
    name: 'Northwind Studio',
    createdAt: '2024-02-03T09:12:00.000Z',
    members: [
      ['amara', 'owner', '2024-02-03T09:12:00.000Z'],
      ['jonas', 'admin', '2024-02-03T10:40:00.000Z'],
      ['priya', 'admin', '2024-03-18T08:05:00.000Z'],
      ['tomas', 'member', '2024-04-02T13:22:00.000Z'],
      ['meiling', 'member', '2024-06-11T07:48:00.000Z'],
      ['oluwaseun.adeyemi-bartholomew', 'member', '2024-09-23T11:31:00.000Z'],
      ['sofia', 'member', '2024-11-04T09:00:00.000Z'],
      ['daniel', 'member', '2025-01-06T08:30:00.000Z'],
      ['hanako', 'member', '2025-02-17T23:15:00.000Z'],
      ['zoe', 'member', '2025-05-12T09:45:00.000Z'],
      ['youssef', 'member', '2025-06-30T06:20:00.000Z'],
      ['lukasz', 'member', '2025-09-01T07:55:00.000Z'],
      ['anais', 'member', '2025-10-20T12:10:00.000Z'],
      ['minhanh', 'member', '2026-01-12T02:30:00.000Z'],
    ],
    billingContacts: ['jonas'],
    invitations: [
      { email: 'yuki.tan@northwind.example', role: 'member', invitedBy: 'jonas', sentDaysAgo: 1.9 },
      { email: 'bruno@keller-type.example', role: 'member', invitedBy: 'amara', sentDaysAgo: 5.8 },
      { email: 'sasha.ivanova@mail.example', role: 'member', invitedBy: 'priya', sentDaysAgo: 9 },
    ],
  },
  {
    id: 'field-notes-co-op',
    name: 'Field Notes Co-op',
    createdAt: '2025-03-03T15:00:00.000Z',
    members: [
      ['daniel', 'owner', '2025-03-03T15:00:00.000Z'],
      ['amara', 'member', '2025-03-04T08:10:00.000Z'],
      ['anais', 'admin', '2025-11-18T10:00:00.000Z'],
    ],
  },
  {
    id: 'atlas-research-lab',
    name: 'Atlas Research Lab',
    createdAt: '2025-08-19T06:30:00.000Z',
    members: [
      ['meiling', 'owner', '2025-08-19T06:30:00.000Z'],
      ['amara', 'admin', '2025-08-20T09:30:00.000Z'],
      ['oluwaseun.adeyemi-bartholomew', 'member', '2025-08-21T12:00:00.000Z'],
      ['youssef', 'member', '2025-09-15T07:00:00.000Z'],
    ],
  },
  {
    id: 'harbour-pine',
    name: 'Harbour & Pine',
    createdAt: '2026-02-09T10:00:00.000Z',
    members: [
      ['lena', 'owner', '2026-02-09T10:00:00.000Z'],
      ['sofia', 'member', '2026-02-10T14:25:00.000Z'],
    ],
    invitations: [{ email: 'amara@northwind.example', role: 'member', invitedBy: 'lena', sentDaysAgo: 3.9 }],
  },
];
