// Made from the routes table by `npm run generate`: change the contract, not this file.
import { array, nullable, number, object, page, row, string } from '../checks.js';
import { entity, entityCount } from './shapes.js';

export { read } from '../checks.js';

export const rows = {
  'entities.list': row('GET', '/workspaces/:workspaceId/entities', page(entity)),
  'entities.counts': row(
    'GET',
    '/workspaces/:workspaceId/entities/counts',
    object({ counts: array(entityCount), seq: number }),
  ),
  'entities.get': row('GET', '/entities/:kind/:entityId', object({ entity, workspaceId: nullable(string) })),
  'entities.setSharing': row('PATCH', '/workspaces/:workspaceId/entities/:kind/:entityId', entity),
};
