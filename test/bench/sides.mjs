/** The built package, as `import 'aslx'` gives it. */
export const ASLX_URL = new URL('../../dist/index.js', import.meta.url).href

export function loadAslx() {
  return import(ASLX_URL)
}

/** What reads templates and other files: the same that `loadMachine` of the package uses. */
export function loadTemplates() {
  return import(new URL('../../build/iac/load-machine-source.js', import.meta.url).href)
}

/** The command line, without a process. */
export function loadProgram() {
  return import(new URL('../../build/cli/main.js', import.meta.url).href)
}

/** What makes the scenarios of `aslx explore`. */
export function loadExploration() {
  return import(new URL('../../build/explore/exploration/explore-scenarios.js', import.meta.url).href)
}

/** What reads and runs suites, as `aslx test` does. */
export async function loadSuites() {
  const reading = await import(new URL('../../build/harness/scenarios/suite/read-suite.js', import.meta.url).href)
  const running = await import(new URL('../../build/verify/expectations/try-suites.js', import.meta.url).href)
  return { ...reading, ...running }
}

export function peerUrl() {
  return process.env['ASLX_BENCH_PEER'] ?? ''
}

export function loadPeer() {
  return import(peerUrl())
}

/** The peer's machine; the definitions of the bench are known to be good, so only the check cases let it validate. */
export async function peerMachine(definition) {
  const { StateMachine } = await loadPeer()
  return new StateMachine(definition, { validationOptions: { noValidate: true } })
}
