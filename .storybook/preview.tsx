import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import './preview.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { MINIMAL_VIEWPORTS } from 'storybook/viewport';
import { locales } from '../src/locales/index.js';
import { DocsPage } from '../stories/docs/DocsPage.js';
import { VIEWERS } from '../stories/support/toolbar.js';
import { loadCatalogue, PSEUDO } from './catalogue.js';
import { AXE_OPTIONS, findOverhanging, lookAgain } from './lookAgain.js';
import { expectNothingAmissElsewhere, listenToConsole } from './secondLook.js';
import { StoryFrame } from './StoryFrame.js';

// Milliseconds: a machine that does much beside this takes longer than one second to open a menu.
configure({ asyncUtilTimeout: 10_000 });

// For `npm run audit`, which looks at the built stories from outside.
Object.assign(window, { findOverhanging, lookAgain });

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: {
    scheme: 'light',
    accent: 'violet',
    radius: 'medium',
    direction: 'auto',
    locale: 'en',
    density: 'comfortable',
    viewer: 'owner',
  },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: { icon: 'contrast', title: 'Scheme', items: ['light', 'dark'], dynamicTitle: true },
    },
    accent: {
      description: 'The accent colour of the host',
      toolbar: {
        icon: 'paintbrush',
        title: 'Accent',
        items: ['violet', 'indigo', 'blue', 'teal', 'grass', 'orange', 'crimson', 'gray'],
        dynamicTitle: true,
      },
    },
    radius: {
      description: 'How round the host is',
      toolbar: {
        icon: 'component',
        title: 'Radius',
        items: ['none', 'small', 'medium', 'large', 'full'],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Reading direction',
      toolbar: {
        icon: 'transfer',
        title: 'Direction',
        items: [
          { value: 'auto', title: 'As the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language, and how numbers and dates are written',
      toolbar: {
        icon: 'globe',
        title: 'Language',
        items: [
          ...locales.map(({ code, name }) => ({ value: code, title: name })),
          { value: PSEUDO, title: 'Pseudo: what is not translated, and longer' },
        ],
        dynamicTitle: true,
      },
    },
    density: {
      description: 'How close things stand in the host',
      toolbar: { icon: 'listunordered', title: 'Density', items: ['comfortable', 'compact'], dynamicTitle: true },
    },
    viewer: {
      description: 'Who looks at it',
      toolbar: { icon: 'user', title: 'Viewer', items: Object.keys(VIEWERS), dynamicTitle: true },
    },
  },
  parameters: {
    // The frame gives the room, so that the theme's own background reaches the edges.
    layout: 'fullscreen',
    viewport: {
      // The size that tests look at first.
      defaultViewport: 'desk',
      options: { ...MINIMAL_VIEWPORTS, desk: { name: 'Desk', styles: { width: '1280px', height: '800px' } } },
    },
    docs: { page: DocsPage },
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: { test: 'error', options: AXE_OPTIONS },
    options: { storySort: { order: ['Introduction', 'Components', 'Views', '*'] } },
  },
  loaders: [async ({ globals }) => ({ catalogue: await loadCatalogue(globals.locale) })],
  decorators: [
    (Story, { globals, loaded, parameters, viewMode }) => (
      <StoryFrame
        globals={globals}
        messages={loaded.catalogue ?? {}}
        isPadded={parameters.frame !== 'edge'}
        isDocs={viewMode === 'docs'}
      >
        <Story />
      </StoryFrame>
    ),
  ],
  beforeEach: listenToConsole,
  afterEach: expectNothingAmissElsewhere,
};

export default preview;
