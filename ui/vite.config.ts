import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The page is served from inside the program, on WebKitGTK, WKWebView and WebView2.
  base: './',
  build: {
    target: ['es2022', 'safari16', 'chrome110'],
    // The whole page is read from the program's own memory: one large file costs no network.
    chunkSizeWarningLimit: 4096,
  },
  server: { port: 5173, strictPort: true, host: '127.0.0.1' },
  clearScreen: false,
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
