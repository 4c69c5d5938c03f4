/** One measured figure beside what it may be. */
export interface Row {
  what: string;
  /** In `unit`. */
  measured: number;
  /** In `unit`: where it is to come. The benchmark fails above it, unless it is a time: those differ with the machine. */
  budget: number;
  /** In `unit`: what it has come down to. Tests fail above it, so that it never goes up; lower it with what you save. */
  ceiling?: number;
  unit: 'kB' | 'ms' | 'MB' | 'nodes' | 'statements';
  /** The figure, in `unit`, of the best peer, or of the plain counterpart that was measured in the same run; and its name. */
  peer?: { name: string; value: number };
}

/** A benchmark: measures, and says the figures. */
export type Bench = () => Promise<Row[]>;

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 1 });

/** Whether a figure fails the run. */
export const isFailure = ({ measured, budget, unit }: Row): boolean => unit !== 'ms' && measured > budget;

/** The figures as a table: what, measured, budget, share of the budget, and of the peer's. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, budget, unit, peer }) => [
    what,
    `${number(measured)} ${unit}`,
    `${number(budget)} ${unit}`,
    `${Math.round((measured / budget) * 100)} %`,
    peer ? `${number(measured / peer.value)}× ${peer.name}, ${number(peer.value)} ${unit}` : '',
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
