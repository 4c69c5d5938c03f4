import { Router } from 'express';
import { statement } from '../../server/src/index.js';
import type { Database } from '../../server/src/index.js';

const LIST = statement<Record<string, unknown>>(
  'bench_plain',
  `select m.id, m.user_id as "userId", u.name, u.email, u.image_url as "imageUrl", m.role,
          m.billing_contact as "billingContact", m.joined_at as "joinedAt"
     from bench_sessions s
     join guildhall.members v on v.workspace_id = $2 and v.user_id = s.user_id
     join guildhall.members m on m.workspace_id = v.workspace_id
     join guildhall.users u on u.id = m.user_id
    where s.token = $1 order by m.joined_at, m.id limit 50`,
);

/** What one would write by hand for the same: one query by session, and a stream that only stays open. */
export function plainRouter(database: Database): Router {
  const router = Router();
  router.get('/workspaces/:workspaceId/members', async (request, response) => {
    const rows = await database.query(LIST, [request.get('authorization'), request.params.workspaceId]);
    response.json({ items: rows });
  });
  router.get('/events', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('event: ready\ndata: {}\n\n');
  });
  return router;
}
