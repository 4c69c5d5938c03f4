import { Theme } from '@radix-ui/themes';
import { useEffect, useRef, useState } from 'react';
import tokens from '../../src/styles/parts/tokens.css?raw';

const NAMES = [...new Set(tokens.match(/--gh-[\w-]+(?=:)/g))];
const SIZES = ['1', '2', '3', '4', '5', '6'].map((step) => `--font-size-${step}`);
const STEPS = [2, 4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64];

/** What each variable comes to where it is used, as the browser has it. */
function useValues(names: readonly string[]) {
  const place = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (place.current === null) return;
    const computed = getComputedStyle(place.current);
    setValues(Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name).trim()])));
  }, [names]);
  return { place, values };
}

function Swatch({ name }: { name: string }) {
  const style = {
    inlineSize: 48,
    blockSize: 20,
    background: `var(${name})`,
    boxShadow: 'inset 0 0 0 1px var(--gray-a5)',
  };
  return <span style={{ display: 'block', ...style }} />;
}

const isSize = (value: string) => /(?:px|rem|em)\b|^0$/.test(value);

/** Guildhall's variables with what they come to here, and what they look like. */
export function LiveTokens({ density }: { density: 'comfortable' | 'compact' }) {
  const { place, values } = useValues(NAMES);
  return (
    <Theme accentColor="violet" grayColor="slate" panelBackground="solid" style={{ minHeight: 0 }}>
      <div data-density={density}>
        <div ref={place} className="radix-themes" data-is-root-theme="false" style={{ minHeight: 0 }}>
          <table>
            <thead>
              <tr>
                <th scope="col">Variable</th>
                <th scope="col">Value</th>
                <th scope="col">Looks</th>
              </tr>
            </thead>
            <tbody>
              {NAMES.map((name) => (
                <tr key={name}>
                  <td>
                    <code>{name}</code>
                  </td>
                  <td>{values[name]}</td>
                  <td>{isSize(values[name] ?? '0') ? null : <Swatch name={name} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Theme>
  );
}

/** The sizes of words, each in itself. */
export function LiveType() {
  const { place, values } = useValues(SIZES);
  return (
    <Theme style={{ minHeight: 0 }}>
      <div ref={place}>
        {SIZES.map((name) => (
          <p key={name} style={{ margin: '0 0 8px', fontSize: `var(${name})`, lineHeight: 1.4 }}>
            Northwind Studio, <span style={{ fontWeight: 500 }}>14 members</span>{' '}
            <code style={{ fontSize: 12 }}>
              {name} {values[name]}
            </code>
          </p>
        ))}
      </div>
    </Theme>
  );
}

/** The steps of space, each as wide as it is. */
export function LiveSpace() {
  return (
    <Theme style={{ minHeight: 0 }}>
      {STEPS.map((step) => (
        <div key={step} style={{ display: 'flex', gap: 12, alignItems: 'center', marginBlockEnd: 4 }}>
          <code style={{ inlineSize: 32, textAlign: 'end' }}>{step}</code>
          <span style={{ inlineSize: step, blockSize: 12, background: 'var(--accent-9)' }} />
        </div>
      ))}
    </Theme>
  );
}
