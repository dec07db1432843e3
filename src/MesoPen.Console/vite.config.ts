import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The host that `npm run dev` talks to.
const host = process.env.MESOPEN_URL ?? 'http://127.0.0.1:5480';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // Everything is a file of its own: the Content-Security-Policy allows neither inline script nor data: script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/live', '/stop', '/health'].map((path) => [path, { target: host, ws: path === '/live' }]),
    ),
  },
  test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
