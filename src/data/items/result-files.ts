import type { Json, JsonObject } from '../../asl/json.js'
import { type ChildResult, type WriterConfig, transformedResults } from './map-results.js'

/** All that a ResultWriter writes about one Map Run. */
export interface MapResults {
  readonly mapRunArn: string
  readonly bucket: string
  /** `<prefix>/<id of the Map Run>`: what all keys begin with. */
  readonly folder: string
  readonly config: WriterConfig
  /** In the order of their indexes; made when somebody reads them. */
  readonly children: () => readonly ChildResult[]
}

/** Results of one file; the next ones are in another. Chosen: AWS begins another file at 5 GB, which no test has in memory. */
const MAX_FILE_CHARACTERS = 64 * 1024 * 1024

const KINDS = ['FAILED', 'PENDING', 'SUCCEEDED'] as const

/** Key of the manifest: what the Map hands on in place of its results (recorded). */
export function manifestKey(folder: string): string {
  return `${folder}/manifest.json`
}

/** What the keys of one Map Run's results begin with (recorded). */
export function resultFolder(prefix: string, runId: string): string {
  return `${prefix === '' ? '' : `${prefix}/`}${runId}`
}

/**
 * The objects that a ResultWriter writes, by key: `manifest.json`, and `SUCCEEDED_0.json`, `FAILED_0.json`,
 * `PENDING_0.json` where there are such children (`.jsonl` with OutputType JSONL, an assumption).
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function resultFiles({
  mapRunArn,
  bucket,
  folder,
  config,
  children,
}: MapResults): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  const listed: Record<string, readonly JsonObject[]> = {}
  const all = children()
  for (const kind of KINDS) {
    const texts = fileTexts(
      transformedResults(
        all.filter((child) => kindOf(child) === kind),
        config.transformation,
      ),
      config,
    )
    listed[kind] = texts.map((text, n) => {
      const Key = `${folder}/${kind}_${n}.${config.outputType.toLowerCase()}`
      files[Key] = text
      return { Key, Size: Buffer.byteLength(text) }
    })
  }
  files[manifestKey(folder)] = JSON.stringify({ DestinationBucket: bucket, MapRunArn: mapRunArn, ResultFiles: listed })
  return files
}

function kindOf({ status }: ChildResult): (typeof KINDS)[number] {
  return status === 'SUCCEEDED' || status === 'PENDING' ? status : 'FAILED'
}

function fileTexts(results: readonly Json[], { outputType }: WriterConfig): readonly string[] {
  const texts: string[] = []
  let lines: string[] = []
  let characters = 0
  const close = (): void => {
    if (lines.length === 0) return
    texts.push(outputType === 'JSONL' ? `${lines.join('\n')}\n` : `[${lines.join(',')}]`)
    lines = []
    characters = 0
  }
  for (const result of results) {
    const line = JSON.stringify(result)
    if (characters + line.length > MAX_FILE_CHARACTERS) close()
    lines.push(line)
    characters += line.length + 1
  }
  close()
  return texts
}
