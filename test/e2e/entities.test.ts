import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useParley } from './support/session.js';
import type { Somebody } from './support/people.js';
import { freshWorkspace } from './support/workspaces.js';

const TOMAS = { person: 'tomas', email: 'tomas@northwind.example' } as const;

/** The link of something in somebody's sidebar. */
const inSidebar = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name, exact: true });

/** Begins a chat as people do, and answers with its address. */
async function beginChat({ page }: Somebody, workspaceId: string, text: string): Promise<string> {
  await page.goto(`/w/${workspaceId}`);
  await page.getByRole('textbox', { name: 'Message Parley' }).fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: text, level: 1 }).waitFor();
  return new URL(page.url()).pathname;
}

describe('What a workspace holds', () => {
  const session = useParley();

  it('is on everybody’s screen as it is made, renamed, said, and deleted', async () => {
    const amara = await session.enter('amara');
    const tomas = await session.enter('tomas');
    const workspace = await freshWorkspace(amara, 'Shared desk', [
      { person: tomas, email: TOMAS.email, role: 'member' },
    ]);
    await tomas.page.goto(`/w/${workspace.id}`);
    await tomas.page.getByRole('link', { name: 'New chat' }).waitFor();

    await beginChat(amara, workspace.id, 'Names for the boat');
    await inSidebar(tomas.page, 'Names for the boat').click();
    await tomas.page.getByText('Amara Okafor writes in this chat. Everyone in the workspace can read it.').waitFor();

    await amara.page.getByRole('textbox', { name: 'Write a reply' }).fill('Something with wind in it.');
    await amara.page.keyboard.press('Enter');
    await tomas.page.getByText('Something with wind in it.').waitFor();

    await amara.page.getByRole('button', { name: 'Rename', exact: true }).click();
    await amara.page.getByRole('textbox', { name: 'Name' }).fill('A name for the boat');
    await amara.page.keyboard.press('Enter');
    await inSidebar(tomas.page, 'A name for the boat').waitFor();
    await tomas.page.getByRole('heading', { name: 'A name for the boat', level: 1 }).waitFor();

    await amara.page.getByRole('button', { name: 'Delete chat' }).click();
    await amara.page.getByRole('alertdialog').getByRole('button', { name: 'Delete chat' }).click();
    await tomas.page.getByText('There is nothing here, or it is not open to you.').waitFor();
    await expect.poll(() => inSidebar(tomas.page, 'A name for the boat').count()).toBe(0);
    // The browser complains of what is gone: it was there.
    tomas.complaints.splice(0);
  });

  it('goes from one workspace to another: gone from the one screen, there on the other, with what was said', async () => {
    const amara = await session.enter('amara');
    const tomas = await session.enter('tomas');
    const hanako = await session.enter('hanako');
    const old = await freshWorkspace(amara, 'Old desk', [{ person: tomas, email: TOMAS.email, role: 'member' }]);
    const next = await freshWorkspace(amara, 'New desk', [
      { person: hanako, email: 'hanako@northwind.example', role: 'member' },
    ]);
    const path = await beginChat(amara, old.id, 'Paint for the door');
    await tomas.page.goto(path);
    await tomas.page.getByRole('heading', { name: 'Paint for the door', level: 1 }).waitFor();
    await hanako.page.goto(`/w/${next.id}`);
    await hanako.page.getByRole('link', { name: 'New chat' }).waitFor();

    await amara.page.getByRole('button', { name: 'Move to another workspace' }).click();
    await amara.page.getByRole('radio', { name: 'New desk' }).click();
    await amara.page.getByRole('button', { name: 'Move chat' }).click();
    await amara.page.waitForURL(`**/w/${next.id}/chats/*`);
    await inSidebar(amara.page, 'Paint for the door').waitFor();
    await inSidebar(hanako.page, 'Paint for the door').click();
    await hanako.page.getByRole('main').getByText('Paint for the door').nth(1).waitFor();
    await hanako.page.getByText('Amara Okafor writes in this chat. Everyone in the workspace can read it.').waitFor();
    await tomas.page.getByText('There is nothing here, or it is not open to you.').waitFor();
    await expect.poll(() => inSidebar(tomas.page, 'Paint for the door').count()).toBe(0);
    // The browser complains of what is gone: it was there.
    tomas.complaints.splice(0);
  });

  it.each([
    { what: 'deletes', open: 'Delete chat', act: 'Delete chat', asks: /\/chats\/[^/]+$/, method: 'DELETE' },
    { what: 'moves', open: 'Move to another workspace', act: 'Move chat', asks: /\/move$/, method: 'POST' },
  ])('is not asked for again by whoever $what it, however late the answer', async ({ open, act, asks, method }) => {
    const amara = await session.enter('amara');
    const workspace = await freshWorkspace(amara, `Slow desk, ${method}`);
    await beginChat(amara, workspace.id, 'Soon gone');
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await amara.page.route(asks, async (route) => {
      if (route.request().method() !== method) return route.fallback();
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });

    await amara.page.getByRole('button', { name: open }).click();
    if (method === 'POST') await amara.page.getByRole('radio', { name: 'Atlas Research Lab' }).click();
    await amara.page.getByRole('button', { name: act, exact: true }).click();
    await expect.poll(() => amara.page.locator('.side-items').getByText('Soon gone').count()).toBe(0);
    answer();
    await amara.page.waitForURL((url) => !url.pathname.startsWith(`/w/${workspace.id}/chats`));
    expect(amara.complaints).toEqual([]);
  });

  it('goes nowhere by the hand of a colleague, and not where its maker is nobody', async () => {
    const amara = await session.enter('amara');
    const tomas = await session.enter('tomas');
    const own = await freshWorkspace(tomas, 'A place of Tomas');
    const move = `/workspaces/northwind-studio/chats/autumn-campaign/move`;
    await expect(tomas.ask(move, 'POST', { workspaceId: own.id })).rejects.toThrow('403');
    await expect(amara.ask(move, 'POST', { workspaceId: own.id })).rejects.toThrow('404');
    await expect(amara.ask('/workspaces/northwind-studio/chats/autumn-campaign')).resolves.toBeTruthy();
  });

  it('is found by what was said in it, whoever said it, and by nobody outside', async () => {
    const tomas = await session.enter('tomas');
    await tomas.page.goto('/w/northwind-studio/search');
    await tomas.page.getByRole('searchbox', { name: 'Search chats' }).fill('lighthouse');
    const found = tomas.page.getByRole('main').getByRole('link', { name: /^Motion brief for the harbour film/ });
    await found.click();
    await tomas.page.getByRole('heading', { name: 'Motion brief for the harbour film', level: 1 }).waitFor();
    const lena = await session.enter('lena');
    expect(await lena.ask('/workspaces/northwind-studio/search?q=lighthouse')).toEqual([]);
    await expect(lena.ask('/workspaces/northwind-studio/chats/motion-brief')).rejects.toThrow('404');
    await expect(lena.ask('/workspaces/harbour-pine/chats/motion-brief')).rejects.toThrow('404');
  });

  it('is open to anyone with the link once its maker says so, and not before', async () => {
    const amara = await session.enter('amara');
    const nobody = await session.enter(null);
    const workspace = await freshWorkspace(amara, 'Front window');
    const path = await beginChat(amara, workspace.id, 'Opening hours');
    const shared = `/shared/chats/${path.split('/').at(-1)}`;
    await nobody.page.goto(shared);
    await nobody.page.getByText('There is nothing here, or it is not open to you.').waitFor();
    nobody.complaints.splice(0);

    await amara.page.getByRole('button', { name: 'Only this workspace' }).click();
    await amara.page.getByRole('switch', { name: 'Anyone with the link can read it' }).click();
    await amara.page.getByRole('button', { name: 'Copy link' }).waitFor();
    await amara.page.getByRole('button', { name: 'Anyone with the link' }).waitFor({ state: 'attached' });
    await nobody.page.reload();
    await nobody.page.getByRole('heading', { name: 'Opening hours', level: 1 }).waitFor();
    expect(await nobody.page.getByText('Amara').count(), 'strangers learn no names').toBe(0);
  });

  it('is listed in the settings, by kind, and opens in the app', async () => {
    const jonas = await session.enter('jonas');
    await jonas.page.goto('/w/northwind-studio/settings/items');
    await jonas.page.getByRole('tab', { name: /^Files/ }).click();
    await jonas.page.getByRole('link', { name: 'voice-guide.md' }).last().click();
    await jonas.page.waitForURL('**/w/northwind-studio/files/voice-guide');
    await jonas.page.getByText('Warm, exact, never shouting.').waitFor();
  });
});

describe('The tabs of one person', () => {
  const session = useParley();

  it('share one connection, whatever workspaces they look at, and hear on when the one that held it is closed', async () => {
    const amara = await session.enter('amara');
    const asked = new Set<Request>();
    amara.context.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/guildhall/events') asked.add(request);
    });
    amara.context.on('requestfinished', (request) => asked.delete(request));
    amara.context.on('requestfailed', (request) => asked.delete(request));
    // What a closed tab had asked for ends without a word.
    const connections = () => [...asked].filter((request) => !request.frame().page().isClosed()).length;

    const visit = async (workspaceId: string) => {
      const page = await amara.context.newPage();
      await page.goto(`/w/${workspaceId}`);
      await page.getByRole('link', { name: 'New chat' }).waitFor();
      return page;
    };
    const first = await visit('northwind-studio');
    const second = await visit('field-notes-co-op');
    const third = await visit('atlas-research-lab');
    const [tomas, daniel, meiling] = await Promise.all(['tomas', 'daniel', 'meiling'].map((id) => session.enter(id)));
    const make = (who: Somebody | undefined, workspaceId: string, name: string) =>
      who?.ask(`/workspaces/${workspaceId}/chats`, 'POST', { name, assistantId: null });

    await make(tomas, 'northwind-studio', 'In the first');
    await make(daniel, 'field-notes-co-op', 'In the second');
    await make(meiling, 'atlas-research-lab', 'In the third');
    await inSidebar(first, 'In the first').waitFor();
    await inSidebar(second, 'In the second').waitFor();
    await inSidebar(third, 'In the third').waitFor();
    await expect.poll(connections).toBe(1);

    await first.close();
    await make(daniel, 'field-notes-co-op', 'Later, in the second');
    await make(meiling, 'atlas-research-lab', 'Later, in the third');
    await inSidebar(second, 'Later, in the second').waitFor();
    await inSidebar(third, 'Later, in the third').waitFor();
    await expect.poll(connections).toBe(1);
  });
});
