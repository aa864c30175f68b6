/**
 * How PostgreSQL's values look in the program, for the `types` option of the driver. int8 and numeric are numbers (ids and
 * counts stay far below 2^53), a date is a `Day` string, an instant is epoch milliseconds.
 * JSON is sent as is when it is a string (Kysely's habit of JSON.stringify), else it is turned into JSON.
 */
export const postgresTypes = {
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
  date: {
    to: 1184,
    from: [1114, 1184],
    serialize: (at: number | string | Date) => new Date(at).toISOString(),
    parse: (text: string) => Date.parse(text),
  },
  json: {
    to: 114,
    from: [114, 3802],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
};
