export const fuses: Readonly<Record<string, boolean>>
export function readFuses(executable: string): Promise<Readonly<Record<string, boolean>>>
