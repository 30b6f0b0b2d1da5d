import { amount, count, duration, optionList, positive, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, type Values } from './model-options.js'

const BACKGROUND = {
  /** The prefix without the bucket, with `*` for anything: `2030-01-01`. */
  prefix: needed(textOption),
  /** Default 0. */
  readsPerSecond: defaulted(amount, 0),
  /** Default 0. */
  writesPerSecond: defaulted(amount, 0),
  /** Since the start; default 0. */
  fromMs: defaulted(duration, 0),
  /** Since the start; default: no end. */
  toMs: optional(duration),
}

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html. How S3 finds its prefixes and when it
 * splits them AWS does not document: depth and time are an assumption, and so is who is refused when all cannot be served.
 */
export const S3_PREFIX = {
  /** Default: every call to S3. Functions that read or write S3 themselves are named: `[svc:s3, fn:AnalysePage]`. */
  on: defaulted(selectors, ['svc:s3']),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Default 5,500 (documented, "at least"). */
  readsPerSecond: defaulted(positive, 5500),
  /** Default 3,500 (documented, "at least"). */
  writesPerSecond: defaulted(positive, 3500),
  /** Parts of the key, between slashes, that make a prefix of their own; default 1 (assumption). */
  prefixDepth: defaulted(count, 1),
  /** JSON Pointer to the object's key in the state's input, for functions; default: the `Key` that is sent, or no key at all. */
  keyAt: optional(textOption),
  /** The bucket that functions use; default: none, so that they share no prefix with calls that name one. */
  bucket: optional(textOption),
  /** Requests to S3 that one call of a function makes; default 1 of each kind. */
  readsPerCall: defaulted(amount, 1),
  writesPerCall: defaulted(amount, 1),
  /** Other load on these prefixes, such as a query over a whole day; default none. */
  background: defaulted(optionList('background', BACKGROUND), []),
  /** A prefix that is overloaded for so long is split in two; default 30 minutes (assumption, from what AWS support tells). */
  splitAfterMs: defaulted(duration, 1_800_000),
}

/** What may be said of S3's prefixes. */
export type S3PrefixOptions = OptionsOf<typeof S3_PREFIX>
export type S3PrefixValues = Values<typeof S3_PREFIX>
