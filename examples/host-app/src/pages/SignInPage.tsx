import { Avatar, Button, Callout, Card, Checkbox, Heading, Text, TextField } from '@radix-ui/themes';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { peopleQuery } from '../api.js';
import { Brand } from '../shell/Brand.js';
import { initialsOf } from '../shell/initialsOf.js';
import { useTitle } from '../shell/useTitle.js';
import { useSignIn } from '../useSession.js';
import type { SignInInput } from '../useSession.js';

interface SignInPageProps {
  /** Told once it is done. @default nothing more is to be done */
  onSignedIn?: (() => void) | undefined;
}

/** Signs in as anybody: yours would ask for a password, or for whatever you trust. */
export function SignInPage({ onSignedIn }: SignInPageProps) {
  useTitle('Sign in');
  const people = useQuery(peopleQuery);
  const signIn = useSignIn();
  const error = signIn.error ?? people.error;
  const enter = (input: SignInInput) => signIn.mutate(input, { onSuccess: () => onSignedIn?.() });
  return (
    <div className="page-plain">
      <Brand />
      <main className="sign-in">
        <Heading as="h1" size="6" weight="medium">
          Sign in to Parley
        </Heading>
        <Text as="p" color="gray" size="2">
          This is an example: choose who to be. Open a second window in private mode to be two people at once.
        </Text>
        {error ? (
          <Callout.Root color="red" role="alert" mt="4">
            <Callout.Text>{error.message}</Callout.Text>
          </Callout.Root>
        ) : null}
        <ul className="people" aria-label="People of the example">
          {people.data?.map((person) => (
            <li key={person.id}>
              <button type="button" className="person" onClick={() => enter({ personId: person.id })}>
                <Avatar size="2" radius="full" fallback={initialsOf(person.name)} aria-hidden />
                <span className="person-words">
                  <span className="person-name">{person.name}</span>
                  <span className="person-title">{person.title}</span>
                </span>
                <ChevronRight size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <AnotherAddress onSubmit={enter} isBusy={signIn.isPending} />
      </main>
    </div>
  );
}

interface AnotherAddressProps {
  onSubmit(input: { name: string; email: string; emailVerified: boolean }): void;
  isBusy: boolean;
}

/** A new account, for the address of an invitation that was just sent. */
function AnotherAddress({ onSubmit, isBusy }: AnotherAddressProps) {
  const id = useId();
  const [isVerified, setVerified] = useState(true);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onSubmit({ name: String(data.get('name')), email: String(data.get('email')), emailVerified: isVerified });
  };
  return (
    <Card size="3" asChild>
      <form onSubmit={submit} aria-labelledby={`${id}-title`} className="another">
        <Heading as="h2" size="3" weight="medium" id={`${id}-title`}>
          Use another address
        </Heading>
        <div className="another-fields">
          <div className="field">
            <Text as="label" size="2" weight="medium" htmlFor={`${id}-name`}>
              Name
            </Text>
            <TextField.Root id={`${id}-name`} name="name" required maxLength={80} autoComplete="name" />
          </div>
          <div className="field">
            <Text as="label" size="2" weight="medium" htmlFor={`${id}-email`}>
              Email
            </Text>
            <TextField.Root id={`${id}-email`} name="email" type="email" required autoComplete="email" />
          </div>
        </div>
        <Text as="label" size="2" className="check">
          <Checkbox checked={isVerified} onCheckedChange={(checked) => setVerified(checked === true)} />
          The address is confirmed
        </Text>
        <Button type="submit" loading={isBusy}>
          Sign in
        </Button>
      </form>
    </Card>
  );
}
