import { apiOf } from './operations.js'
import type { Resource } from '../asl/resource.js'

/** Services whose causes are recorded without the count, in the years before 2025-11. */
const RECORDED_WITHOUT: ReadonlySet<string> = new Set(['dynamodb', 's3', 'secretsmanager'])

/**
 * What AWS SDK for Java v2 adds to a cause: how often it tried. It stands in the recording of 2025-11 (Step Functions) and in a
 * report of 2026 (Bedrock); that services which neither shows have it too is an assumption, and what is recorded without stays so.
 */
export function sdkAttempts(resource: Resource): string {
  const service = apiOf(resource)?.service
  return service === undefined || RECORDED_WITHOUT.has(service) ? '' : ' (SDK Attempt Count: 1)'
}
