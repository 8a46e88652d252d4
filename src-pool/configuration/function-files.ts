import { z } from 'zod/mini'

const withFunctions = z.looseObject({ functions: z.record(z.string(), z.unknown()) })
const inFile = z.strictObject({ file: z.string() })

/**
 * The text of a configuration with the JavaScript of each `{ "file": … }` under `functions` in its
 * place. A text that is no configuration comes back as it is, to be refused where it is read.
 * @param read reads a file that the configuration names
 */
export async function withFunctionFiles(
  text: string,
  read: (path: string) => Promise<string>,
): Promise<string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text
  }
  const { data } = withFunctions.safeParse(value)
  if (!data) return text
  const functions = Object.entries(data.functions).map(async ([target, source]) => {
    const named = inFile.safeParse(source)
    return [target, named.success ? await read(named.data.file) : source] as const
  })
  return JSON.stringify({ ...data, functions: Object.fromEntries(await Promise.all(functions)) })
}
