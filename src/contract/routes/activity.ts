import * as z from 'zod/mini';
import { activityEntry } from '../activity.js';
import { id } from '../entities.js';
import { pageInput, pageOf } from '../pagination.js';
import { route } from './route.js';

export const activityRoutes = {
  'activity.list': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/activity',
    access: 'activity:read',
    summary: 'What happened in a workspace, newest first.',
    input: z.strictObject({ workspaceId: id, ...pageInput }),
    output: pageOf(activityEntry),
  }),
};
