import { act, render, screen } from '@testing-library/react';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import type { ComponentType } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { GuildhallProvider } from '../provider/GuildhallProvider.js';
import { onDemand } from './onDemand.js';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

/** A component whose loading the test ends. */
function held() {
  let arrive = () => {};
  const load = vi.fn<() => Promise<ComponentType<{ name: string }>>>(
    () => new Promise((resolve) => (arrive = () => resolve(Greeting))),
  );
  return { load, Later: onDemand(load, <p>On its way</p>), arrive: () => act(async () => arrive()) };
}

describe('a component that is loaded on demand', () => {
  it('is loaded once it is shown, with something in its place until then', async () => {
    const { load, Later, arrive } = held();
    expect(load).not.toHaveBeenCalled();
    const { rerender } = render(<Later name="Ada" />);
    expect(screen.getByText('On its way')).toBeInTheDocument();
    await arrive();
    expect(screen.getByText('Hello Ada')).toBeInTheDocument();
    rerender(<Later name="Ben" />);
    expect(screen.getByText('Hello Ben')).toBeInTheDocument();
    expect(load).toHaveBeenCalledOnce();
  });

  it('is there at once where it was loaded before', async () => {
    const { load, Later, arrive } = held();
    Later.preload();
    await arrive();
    render(<Later name="Ada" />);
    expect(screen.getByText('Hello Ada')).toBeInTheDocument();
    expect(load).toHaveBeenCalledOnce();
  });

  it('that cannot be loaded is reported, leaves the rest standing, and is tried again when it is shown again', async () => {
    const failure = new Error('no such chunk');
    const load = vi.fn<() => Promise<ComponentType<{ name: string }>>>();
    load.mockRejectedValueOnce(failure).mockResolvedValueOnce(Greeting);
    const Later = onDemand(load);
    const onError = vi.fn<(error: unknown) => void>();
    const adapter = createMemoryAdapter();
    const page = (isShown: boolean) => (
      <GuildhallProvider adapter={adapter} onError={onError}>
        <p>The rest</p>
        {isShown ? <Later name="Ada" /> : null}
      </GuildhallProvider>
    );
    const { rerender } = render(page(true));
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(failure));
    expect(screen.getByText('The rest')).toBeInTheDocument();
    rerender(page(false));
    rerender(page(true));
    expect(await screen.findByText('Hello Ada')).toBeInTheDocument();
  });
});
