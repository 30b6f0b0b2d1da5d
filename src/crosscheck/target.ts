import { UserError } from '../asl/user-error.js'

/** The engine that a run is held against. */
export type CrosscheckTarget =
  | { readonly kind: 'sfn-local' }
  | {
      readonly kind: 'endpoint'
      readonly url: string
      /** Of AWS, which only there wants real credentials. */
      readonly region: string | undefined
    }

/** Reads `--against`. UserError for what names no engine; `aws` has to be named by its URL. */
export function readTarget(text: string | undefined): CrosscheckTarget {
  const hint = 'name sfn-local, or an endpoint such as http://localhost:8083'
  if (text === undefined) throw new UserError('usage', `--against is missing: ${hint}`)
  if (text === 'sfn-local') return { kind: 'sfn-local' }
  if (text === 'aws') {
    throw new UserError('unsupported', '--against aws is no target of this version: name the endpoint by its URL')
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UserError('usage', `--against ${text} is no URL: ${hint}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError('usage', '--against takes no user and password: credentials come from the environment')
  }
  return { kind: 'endpoint', url: url.href.replace(/\/$/, ''), region: awsRegion(url.hostname) }
}

/** The region of an endpoint of AWS; undefined for any other host. */
function awsRegion(host: string): string | undefined {
  if (!/\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.test(host)) return undefined
  return /(?:^|\.)(?:states(?:-fips)?)\.([a-z0-9-]+)\./.exec(host)?.[1] ?? 'us-east-1'
}
