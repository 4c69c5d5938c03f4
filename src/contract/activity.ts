import * as z from 'zod/mini';
import { id, person, role, timestamp } from './entities.js';
import { entityKind, sharing } from './shared.js';

const entry = <A extends string, S extends z.core.$ZodLooseShape>(action: A, shape: S) =>
  z.object({
    id,
    at: timestamp,
    /** Null where it was the system, or where the person is not known any more. */
    actor: z.nullable(person),
    action: z.literal(action),
    ...shape,
  });

/** One thing that happened in a workspace. Each action tells what its sentence needs. */
export const activityEntry = z.discriminatedUnion('action', [
  entry('workspace.created', { name: z.string() }),
  entry('workspace.renamed', { from: z.string(), to: z.string() }),
  entry('workspace.image_changed', {}),
  entry('workspace.transferred', { to: person }),
  entry('member.joined', { invitedBy: z.nullable(person), role }),
  entry('member.left', {}),
  entry('member.removed', { member: person }),
  entry('member.role_changed', { member: person, from: role, to: role }),
  entry('member.billing_contact_changed', { member: person, billingContact: z.boolean() }),
  entry('invitation.sent', { email: z.string(), role }),
  entry('invitation.resent', { email: z.string() }),
  entry('invitation.role_changed', { email: z.string(), from: role, to: role }),
  entry('invitation.revoked', { email: z.string() }),
  entry('invitation.declined', { email: z.string() }),
  /** Plans by name; null is no plan. No price: an admin who is no billing contact reads this too. */
  entry('billing.plan_changed', { from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  entry('billing.seats_changed', { from: z.number(), to: z.number() }),
  entry('billing.plan_cancelled', { plan: z.string(), endsAt: timestamp }),
  entry('billing.plan_resumed', { plan: z.string() }),
  /** `title` as it was then. */
  entry('entity.sharing_changed', { kind: entityKind, entityId: id, title: z.string(), sharing }),
]);
/** One thing that happened in a workspace. */
export type ActivityEntry = z.infer<typeof activityEntry>;
/** The name of one kind of {@link ActivityEntry}. */
export type ActivityAction = ActivityEntry['action'];
