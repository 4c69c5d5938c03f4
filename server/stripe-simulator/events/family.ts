import type { Kernel, Family } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, list, listOf, range, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';

/** `*` in a type stands for the rest, as `invoice.*`. */
const isOfType = (type: string, wanted: string) =>
  wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;

/** `/v1/events`: what happened, newest first. */
export function eventsFamily({ store }: Kernel): Family {
  const listParams = listOf({
    type: text().optional(),
    types: list(text()).optional(),
    created: range().optional(),
  });
  return {
    routes: [
      route({
        method: 'GET',
        path: '/v1/events',
        params: listParams,
        handle: ({ params }) => {
          const wanted = params.types ?? (params.type === undefined ? null : [params.type]);
          const found = store.events
            .newest()
            .filter(({ created }) => inRange(created, params.created))
            .filter(({ type }) => !wanted || wanted.some((each) => isOfType(type, each)));
          return page(found, params, '/v1/events');
        },
      }),
      route({
        method: 'GET',
        path: '/v1/events/:id',
        params: shape({}),
        handle: ({ path }) => store.events.find(path['id'] ?? ''),
      }),
    ],
  };
}
