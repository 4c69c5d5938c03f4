import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { english } from './support/english.js';
import { findUntranslated, namesIn } from './support/findUntranslated.js';
import { pseudo } from './support/pseudo.js';

describe('the pseudo-locale', () => {
  it('has no plain letter but in its placeholders, and is longer', () => {
    const said = JSON.stringify(Object.values(pseudo).flatMap((messages) => Object.values(messages)));
    const plain = JSON.stringify(Object.values(english).flatMap((messages) => Object.values(messages)));
    expect(said.replace(/\{\w+\}|"(?:one|other)":/g, '')).not.toMatch(/[a-z]/i);
    expect(said.length / plain.length).toBeGreaterThan(1.35);
    expect(pseudo.errors).toMatchObject({ limit_exceeded: expect.stringMatching(/^⟦.*\{used\}.*\{max\}.*⟧$/) });
  });

  it('shows what comes from no catalogue, seen or read out, and leaves names and initials aside', () => {
    const { container } = render(
      <main aria-label="Settings">
        <h1>⟦Ṁééɱƀééřš⟧</h1>
        <p>⟦Ĥééļļóó⟧ Ana Ruiz</p>
        <p>
          AR{' '}
          <button type="button" title="Close">
            ×
          </button>{' '}
          Ana is here
        </p>
      </main>,
    );
    const data = namesIn({ members: [{ id: 'ana', role: 'owner', name: 'Ana Ruiz' }] });
    expect(findUntranslated(container, data)).toEqual(['Settings', 'Ana is here', 'Close']);
  });
});
