/** What an SDK prints where the service sends no message (reported for Batch). */
export const NO_MESSAGE = 'null'

interface OptimizedCause {
  readonly message: string
  /** As SDK v1 spells it, e.g. `AWSLambda`. */
  readonly service: string
  readonly status: number
  readonly code: string
}

/** The cause of a service's error through a Lambda ARN or an optimized integration: the text of AWS SDK for Java v1. */
export function optimizedCause({ message, service, status, code }: OptimizedCause): string {
  return `${message} (Service: ${service}; Status Code: ${status}; Error Code: ${code}; Request ID: {request_id}; Proxy: null)`
}

interface SdkCause {
  readonly message: string
  /** As SDK v2 spells it, e.g. `S3`. */
  readonly service: string
  /** HTTP status, or a placeholder for it. */
  readonly status: number | string
}

/** The cause of a service's error through `aws-sdk:`: the text of AWS SDK for Java v2. See `sdkAttempts` for its end. */
export function sdkCause({ message, service, status }: SdkCause): string {
  return `${message} (Service: ${service}, Status Code: ${status}, Request ID: {request_id}){sdk_attempts}`
}

/** S3 answers with two ids of its own form. */
export function s3Cause(message: string, status: number): string {
  return `${message} (Service: S3, Status Code: ${status}, Request ID: {s3_request_id}, Extended Request ID: {extended_request_id})`
}
