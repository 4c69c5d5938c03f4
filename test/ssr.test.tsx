import { execFileSync } from 'node:child_process';
import { act } from '@testing-library/react';
import * as guildhall from 'guildhall';
import { hydrateRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { PAGES, pageOf } from './ssr/pages.js';
import type { Rendered } from './ssr/render.js';

// In a process of its own: React allows one renderer, and a server has no window.
const said = execFileSync(process.execPath, ['--import', 'tsx', 'test/ssr/render.tsx'], { encoding: 'utf8' });
const { hasWindow, rendered } = JSON.parse(said) as { hasWindow: boolean; rendered: Record<string, Rendered> };

describe('on a server', () => {
  it('there is no window', () => {
    expect(hasWindow).toBe(false);
  });

  it('every component of the package is tried', () => {
    const isComponent = ([name, value]: [string, unknown]) => /^[A-Z][a-z]/.test(name) && typeof value === 'function';
    const exported = Object.entries(guildhall).filter(isComponent);
    const containers = exported.map(([name]) => name).filter((name) => !/View$|^GuildhallProvider$/.test(name));
    expect(PAGES).toEqual(containers.toSorted());
  });

  it.each(PAGES)('%s renders', (name) => {
    expect(rendered[name]?.complaints).toEqual([]);
    expect(rendered[name]?.html).toContain('radix-themes');
  });
});

describe('in the browser', () => {
  it.each(PAGES)('%s takes over what the server sent, and nothing complains', async (name) => {
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = rendered[name]?.html ?? '';
    const recovered: unknown[] = [];
    const onRecoverableError = (error: unknown) => void recovered.push(error);
    const root = await act(async () => hydrateRoot(container, pageOf(name), { onRecoverableError }));
    await act(async () => root.unmount());
    container.remove();
    expect(recovered).toEqual([]);
  });
});
