import {
  activityEntry,
  address,
  bill,
  billing,
  billingDetails,
  billLine,
  catalogue,
  id,
  invitation,
  invitationOutcome,
  invitationPreview,
  invoice,
  member,
  money,
  pastDue,
  payment,
  paymentMethod,
  period,
  person,
  plan,
  preview,
  receivedInvitation,
  removalOutcome,
  role,
  scheduledChange,
  taxId,
  viewer,
  workspace,
} from 'guildhall/contract';
import * as z from 'zod/mini';

/** A JSON Schema of draft 2020-12, or a part of the document. */
export type Json = Record<string, unknown>;

/** What answers are made of, so that the document says each of it once. */
const NAMED = {
  ActivityEntry: activityEntry,
  Address: address,
  Bill: bill,
  Billing: billing,
  BillingDetails: billingDetails,
  BillingPreview: preview,
  BillLine: billLine,
  Catalogue: catalogue,
  Id: id,
  Invitation: invitation,
  InvitationOutcome: invitationOutcome,
  InvitationPreview: invitationPreview,
  Invoice: invoice,
  Member: member,
  Money: money,
  PastDue: pastDue,
  Payment: payment,
  PaymentMethod: paymentMethod,
  Period: period,
  Person: person,
  Plan: plan,
  ReceivedInvitation: receivedInvitation,
  RemovalOutcome: removalOutcome,
  Role: role,
  ScheduledChange: scheduledChange,
  TaxId: taxId,
  Viewer: viewer,
  Workspace: workspace,
} satisfies Record<string, z.ZodMiniType>;

const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(NAMED)) names.add(schema, { id: name });

/** The same with every `$ref` pointing to where OpenAPI keeps its schemas. */
function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) =>
    key === '$ref' ? [key, String(inner).replace('#/$defs/', '#/components/schemas/')] : [key, relocated(inner)],
  );
  return Object.fromEntries(entries) as Json;
}

/** What a schema answers, by reference where it has a name, and the named schemas that it needs. */
export function describeOutput(schema: z.ZodMiniType): { schema: Json; definitions: Record<string, Json> } {
  const options = { io: 'output', target: 'draft-2020-12', metadata: names } as const;
  const { $schema: _draft, $defs = {}, ...own } = relocated(z.toJSONSchema(schema, options)) as Json;
  return { schema: own, definitions: $defs as Record<string, Json> };
}
