import { MessageSquare } from 'lucide-react';

/** The product's name, on screens that have no sidebar. */
export function Brand() {
  return (
    <header className="brand">
      <MessageSquare size={20} aria-hidden />
      Parley
    </header>
  );
}
