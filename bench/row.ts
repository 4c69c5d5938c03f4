/** One measured figure beside what it may be. */
export interface Row {
  what: string;
  /** In `unit`. */
  measured: number;
  /** In `unit`: where it is to come. The benchmark fails above it. */
  budget: number;
  /** In `unit`: what it has come down to. Tests fail above it, so that it never goes up; lower it with what you save. */
  ceiling?: number;
  unit: 'kB' | 'ms' | 'MB' | 'nodes';
  /** The best peer's figure, in `unit`, and its name. */
  peer?: { name: string; value: number };
}

/** A benchmark: measures, and says the figures. */
export type Bench = () => Promise<Row[]>;

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });

/** The figures as a table: what, measured, budget, share of the budget, times better than the peer. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, budget, unit, peer }) => [
    what,
    `${number(measured)} ${unit}`,
    `${number(budget)} ${unit}`,
    `${Math.round((measured / budget) * 100)} %`,
    peer ? `${number(peer.value / measured)}× less than ${peer.name}` : '',
    measured <= budget ? '' : 'over budget',
  ]);
  const table = [['', 'measured', 'budget', 'used', 'peer', ''], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
