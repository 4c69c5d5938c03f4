import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import './preview.css';
import type { Preview } from '@storybook/react-vite';
import { expectNoViolationsInOtherScheme } from './otherScheme.js';
import { StoryFrame } from './StoryFrame.js';

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: {
    scheme: 'light',
    accent: 'violet',
    radius: 'medium',
    direction: 'auto',
    locale: 'en',
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
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية' },
        ],
        dynamicTitle: true,
      },
    },
    viewer: {
      description: 'Who looks at it',
      toolbar: { icon: 'user', title: 'Viewer', items: ['owner', 'admin', 'member'], dynamicTitle: true },
    },
  },
  parameters: {
    // The frame gives the room, so that the theme's own background reaches the edges.
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: {
      test: 'error',
      // target-size is part of WCAG 2.2 AA, and axe leaves it out unless asked; region is what the addon leaves out.
      options: { rules: { 'target-size': { enabled: true }, region: { enabled: true } } },
    },
    options: { storySort: { order: ['Introduction', 'Components', 'Views', '*'] } },
  },
  decorators: [
    (Story, { globals, parameters, viewMode }) => (
      <StoryFrame globals={globals} isPadded={parameters.frame !== 'edge'} isDocs={viewMode === 'docs'}>
        <Story />
      </StoryFrame>
    ),
  ],
  afterEach: expectNoViolationsInOtherScheme,
};

export default preview;
