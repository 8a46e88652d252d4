import type Database from 'libsql'

/** Statements of a database, each of which is prepared when it is first run. */
export interface PreparedStatements {
  readonly one: (sql: string, ...values: unknown[]) => unknown
  readonly all: (sql: string, ...values: unknown[]) => unknown[]
  readonly run: (sql: string, ...values: unknown[]) => void
}

/** They are kept, so texts must come from a bounded list: never one with a filter in it. */
export function preparedStatements(database: Database.Database): PreparedStatements {
  const statements = new Map<string, Database.Statement>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    one: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    run: (sql, ...values) => {
      prepared(sql).run(...values)
    },
  }
}
