import type { OperationName, OutputOf, ParsedInputOf } from 'guildhall/contract';

/** Who asks, as the host's sign-in knows them. */
export interface Identity {
  userId: string;
  email: string;
  /** Only a verified address can accept invitations. */
  emailVerified: boolean;
  /** @default the address */
  name?: string | null | undefined;
  imageUrl?: string | null | undefined;
  /** BCP 47; the language of mails that this person causes. @default 'en' */
  locale?: string | undefined;
}

/** What the router hands to every operation. Inputs are parsed; `actor` is null only where access is `public`. */
export type OperationHandler<N extends OperationName> = (
  actor: Identity | null,
  input: ParsedInputOf<N>,
) => Promise<OutputOf<N>>;

/** One handler for each row of the routes table: what the services provide, and the router serves. */
export type Operations = { [N in OperationName]: OperationHandler<N> };
