/** The built package, as `import 'aslx'` gives it. */
export const ASLX_URL = new URL('../../dist/index.js', import.meta.url).href

export function loadAslx() {
  return import(ASLX_URL)
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
