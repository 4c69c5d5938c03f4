import { Callout } from '@radix-ui/themes';

/** Says what went wrong on a page, if anything did. */
export function PageAlert({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <Callout.Root color="red" role="alert" size="1" className="page-alert">
      <Callout.Text>{error.message}</Callout.Text>
    </Callout.Root>
  );
}
