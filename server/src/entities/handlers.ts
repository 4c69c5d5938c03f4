import { GuildhallError } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { notFound, signedIn } from '../context.js';
import type { Context } from '../context.js';
import type { Operations } from '../operations.js';
import { readWorkspace } from '../workspaces/view.js';

type EntityOperation = Extract<OperationName, `entities.${string}`>;

function unknownKind(kind: string): GuildhallError<'validation'> {
  const message = `is no kind of entity here: ${kind}`;
  return new GuildhallError('validation', {
    message: `kind ${message}`,
    details: { fields: [{ path: 'kind', message }] },
  });
}

/** Every operation on what workspaces hold. */
export function entityHandlers(context: Context): Pick<Operations, EntityOperation> {
  const read = (workspaceId: string, userId: string) => readWorkspace(context, context.database, workspaceId, userId);
  return {
    'entities.list': async (actor, { workspaceId, kind }) => {
      await read(workspaceId, signedIn(actor).userId);
      throw unknownKind(kind);
    },
    'entities.counts': async (actor, { workspaceId }) => {
      const { seq } = await read(workspaceId, signedIn(actor).userId);
      return { counts: [], seq };
    },
    'entities.get': async () => {
      throw notFound('entity');
    },
    'entities.setSharing': async (actor, { workspaceId, kind }) => {
      await read(workspaceId, signedIn(actor).userId);
      throw unknownKind(kind);
    },
  };
}
