import type { Person } from '../api.js';
import { Brand } from '../shell/Brand.js';

export function InvitationPage({ person }: { person: Person | null }) {
  return (
    <div className="page-plain">
      <Brand />
      <main className="invitation">{person?.name}</main>
    </div>
  );
}
