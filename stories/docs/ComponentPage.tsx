import {
  Heading,
  Markdown,
  Primary,
  Source,
  Controls,
  Stories,
  Subtitle,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';
import type { Message } from '../../src/i18n/index.js';
import type { ComponentGuide } from './guide.js';
import { guides } from './guides.js';
import { sentencesOf, slotsOf } from './sources.js';

/** Two columns, the first of which is written as code. */
type Row = readonly [name: string, what: ReactNode];

function Facts({ head, rows }: { head: readonly [string, string]; rows: readonly Row[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, what]) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const explained = (words: Readonly<Record<string, string>>): Row[] =>
  Object.entries(words).map(([name, what]) => [name, <Markdown key={name}>{what}</Markdown>]);

const spoken = (message: Message): string =>
  typeof message === 'string'
    ? message
    : Object.entries(message)
        .map(([category, form]) => `${category}: ${form}`)
        .join(' · ');

const Codes = ({ names }: { names: readonly string[] }) =>
  names.map((name) => (
    <span key={name}>
      <code>{name}</code>{' '}
    </span>
  ));

function Slots({ name }: { name: string }) {
  const { classes, states } = slotsOf(name);
  if (classes.length === 0) return null;
  return (
    <>
      <Heading>Slots</Heading>
      <p>
        <Codes names={classes} />
      </p>
      {states.length === 0 ? null : (
        <p>
          States: <Codes names={states} />
        </p>
      )}
    </>
  );
}

function Messages({ names }: { names: readonly string[] }) {
  const rows = names.flatMap(sentencesOf).map(({ key, message }) => [key, spoken(message)] as const);
  return rows.length === 0 ? null : (
    <>
      <Heading>Messages</Heading>
      <Facts head={['Key', 'English']} rows={rows} />
    </>
  );
}

function Guide({ name, guide }: { name: string; guide: ComponentGuide }) {
  const keyboard = explained(guide.keyboard);
  return (
    <>
      <Heading>Anatomy</Heading>
      <Facts head={['Class', 'What it is']} rows={explained(guide.anatomy)} />
      <Slots name={name} />
      {keyboard.length === 0 ? null : (
        <>
          <Heading>Keyboard</Heading>
          <Facts head={['Key', 'What it does']} rows={keyboard} />
        </>
      )}
      <Messages names={[name, ...(guide.parts ?? [])]} />
    </>
  );
}

/** What the component's own comment says, and its example as code. */
function About({ comment }: { comment: string }) {
  const [about = '', example] = comment.split('@example');
  return (
    <>
      <Markdown>{about}</Markdown>
      {example === undefined ? null : <Source code={example.trim()} language="tsx" />}
    </>
  );
}

/**
 * The page of whatever a file of stories is about. Of a component it says when to use it, its anatomy, its slots, its
 * keyboard and its messages: from its sources, and from `guides` where those say nothing.
 */
export function ComponentPage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  const comment: string = preparedMeta.parameters.docs?.extractComponentDescription?.(preparedMeta.component) ?? '';
  const name = preparedMeta.title.split('/').at(-1) ?? '';
  const guide = guides[name];
  return (
    <>
      <Title />
      <Subtitle />
      <About comment={comment} />
      {guide === undefined ? null : <Markdown>{guide.when}</Markdown>}
      <Primary />
      <Controls />
      {guide === undefined ? null : <Guide name={name} guide={guide} />}
      <Stories includePrimary={false} />
    </>
  );
}
