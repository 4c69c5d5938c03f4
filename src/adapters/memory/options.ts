import type { OperationName, Supports } from '../../contract/index.js';

/** How a memory backend behaves, beside the world that it holds. */
export interface MemoryBackendOptions {
  /** Milliseconds until an answer, the same for all or by operation. @default 0 */
  latency?: number | ((operation: OperationName) => number) | undefined;
  /** The time, in milliseconds since 1970. @default the world's `now`, which stands still but for `advance` */
  now?: (() => number) | undefined;
  /** Where invitation links lead; the token is put behind it as `#token=…`. @default 'https://guildhall.example/invitation' */
  invitationUrl?: string | undefined;
  /** Operations that this backend lacks, to see the interface without them. @default [] */
  omit?: readonly (OperationName | 'subscribe')[] | undefined;
  /** What it supports, to see the interface with less. @default everything */
  supports?: Partial<Supports> | undefined;
}
