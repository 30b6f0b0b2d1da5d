import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The package's own names resolve to the sources, so that tests and machines/ read like a user's code.
  resolve: {
    alias: [
      { find: /^aslx$/, replacement: new URL('./src/index.ts', import.meta.url).pathname },
      { find: /^aslx\/(.*)$/, replacement: new URL('./src/$1.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', 'machines/**/*.test.ts'],
    // On a busy machine a test may take many times as long: none fails for that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Reading the sources anew for each of the hundreds of files takes longer than most of their tests. A test that changes
    // the process (its folder, its environment) puts it back.
    isolate: false,
  },
})
