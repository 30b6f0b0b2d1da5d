import { readPackageData } from '../asl/package-file.js'

/** The file's text after its first line, and where in it each service's line lies. */
interface ModelFile {
  readonly lines: string
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>
}

let loaded: ModelFile | undefined

/** The line of a service in `data/service-models.jsonl`; undefined if it has none. Nothing is read before the first question. */
export function modelLine(service: string): string | undefined {
  loaded ??= readModelFile()
  const place = loaded.places.get(service)
  return place && loaded.lines.slice(...place)
}

/** Every service that has a model, in the order of the alphabet. */
export function modelledServices(): readonly string[] {
  loaded ??= readModelFile()
  return [...loaded.places.keys()]
}

function readModelFile(): ModelFile {
  const text = readPackageData('service-models.jsonl', 'latin1')
  const end = text.indexOf('\n')
  const { services } = JSON.parse(text.slice(0, end)) as { services: Record<string, readonly [number, number]> }
  return { lines: text.slice(end + 1), places: new Map(Object.entries(services)) }
}
