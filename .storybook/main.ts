import type { StorybookConfig } from '@storybook/react-vite';
import { mergeAlias } from 'vite';
import { SOURCES } from '../test/support/sources.js';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // react-docgen-typescript needs a compiler API that TypeScript 7 does not have.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => ({
    ...vite,
    // Stories read as a host would write them, from the sources.
    resolve: { ...vite.resolve, alias: mergeAlias(vite.resolve?.alias ?? [], SOURCES) ?? [] },
    // Storybook's own chunks are large by nature; this warning is about pages for visitors.
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
};

export default config;
