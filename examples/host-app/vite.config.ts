import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    // `guildhall` is linked from this repository, which has copies of its own: one of each must serve both.
    dedupe: ['react', 'react-dom', '@radix-ui/themes', '@tanstack/react-query'],
  },
  build: { target: 'es2022', sourcemap: true },
});
