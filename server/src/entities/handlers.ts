import type { OperationName } from 'guildhall/contract';
import type { Context } from '../context.js';
import type { Operations } from '../operations.js';
import { countEntities } from './counts.js';
import { getEntity } from './get.js';
import { listEntities } from './list.js';
import { setSharing } from './sharing.js';

type EntityOperation = Extract<OperationName, `entities.${string}`>;

/** Every operation on what workspaces hold. */
export function entityHandlers(context: Context): Pick<Operations, EntityOperation> {
  return {
    'entities.list': listEntities(context),
    'entities.counts': countEntities(context),
    'entities.get': getEntity(context),
    'entities.setSharing': setSharing(context),
  };
}
