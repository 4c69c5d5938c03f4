import { ROLES } from 'guildhall/contract';
import { Members } from './Members';

/** A server component: it reads the contract, and renders what is the client's. */
export default function Page() {
  return (
    <main>
      <h1>{ROLES.join(', ')}</h1>
      <Members />
    </main>
  );
}
