import { GuildhallError } from '../../contract/index.js';
import type { OperationName } from '../../contract/index.js';
import { notFound } from './session.js';
import type { Handler } from './session.js';

type EntityOperation = Extract<OperationName, `entities.${string}`>;

/** The error of a kind that the host has not registered. */
function unknownKind(kind: string): GuildhallError<'validation'> {
  const message = `is no kind of entity here: ${kind}`;
  return new GuildhallError('validation', {
    message: `kind ${message}`,
    details: { fields: [{ path: 'kind', message }] },
  });
}

/** Every operation on what workspaces hold. */
export const entityHandlers: { readonly [N in EntityOperation]: Handler<N> } = {
  'entities.list': (session, { workspaceId, kind }) => {
    session.enter('entities.list', workspaceId);
    throw unknownKind(kind);
  },
  'entities.counts': (session, { workspaceId }) => {
    const { workspace } = session.enter('entities.counts', workspaceId);
    return { counts: [], seq: workspace.seq };
  },
  'entities.get': () => {
    throw notFound('entity');
  },
  'entities.setSharing': (session, { workspaceId, kind }) => {
    session.enter('entities.setSharing', workspaceId);
    throw unknownKind(kind);
  },
};
