import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Address, BillingDetails, TaxId } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { Button, classNames, onDemand, useAnnouncer } from '../../ui/index.js';
import { Section } from '../parts/Section.js';
import { Status } from '../parts/Status.js';
import type { StatusProps } from '../parts/Status.js';
import { billingDetailsMessages } from './BillingDetails.messages.js';
import { countryName } from './countries.js';
import { taxLabel } from './taxTypes.js';
import type { DetailsWords, SaveDetails } from './types.js';

const EditDetailsDialog = onDemand(() => import('./EditDetailsDialog.js').then((module) => module.EditDetailsDialog));

/** What the details take beside their data. */
export interface BillingDetailsLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof billingDetailsMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface BillingDetailsViewProps extends BillingDetailsLookProps {
  details: BillingDetails;
  workspaceName: string;
  /** Absent where the adapter cannot change them. */
  onSave: SaveDetails | undefined;
}

/** An address in one line, in the order of most of the world: the reader's eye needs no more than that here. */
function oneLine({ line1, line2, postalCode, city, state, country }: Address, locale: string): string {
  const place = [postalCode, city].filter((text) => text !== '').join(' ');
  const parts = [line1, line2, place, state, countryName(country, locale)];
  return parts.filter((text) => text !== '').join(', ');
}

const TONES: Readonly<Record<TaxId['verification'], StatusProps['tone']>> = {
  verified: 'success',
  unverified: 'warning',
  pending: 'neutral',
  unavailable: 'neutral',
};

function TaxIdValue({ taxId, t }: { taxId: TaxId; t: DetailsWords['t'] }) {
  const { value, verification } = taxId;
  return (
    <>
      <bdi>{value}</bdi>
      {verification === 'unavailable' ? null : <Status tone={TONES[verification]}>{t(verification)}</Status>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gh-details-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ details, workspaceName, words }: Omit<BillingDetailsViewProps, 'onSave'> & { words: DetailsWords }) {
  const { t, locale } = words;
  const { name, email, address, taxIds } = details;
  return (
    <dl className="gh-details">
      <Fact name={t('company')}>{name ?? t('companyUnset', { workspace: workspaceName })}</Fact>
      <Fact name={t('email')}>{email ?? t('emailUnset')}</Fact>
      <Fact name={t('address')}>{address === null ? t('addressUnset') : oneLine(address, locale)}</Fact>
      {taxIds.length === 0 ? <Fact name={t('taxIdAny')}>{t('taxIdUnset')}</Fact> : null}
      {taxIds.map((taxId) => (
        <Fact key={`${taxId.type} ${taxId.value}`} name={t('taxId', { label: taxLabel(taxId.type) })}>
          <TaxIdValue taxId={taxId} t={t} />
        </Fact>
      ))}
    </dl>
  );
}

/**
 * What invoices say about who pays, from props alone. Words and language come from the provider.
 *
 * @example <BillingDetailsView details={billing.details} workspaceName="Northwind" onSave={save} />
 */
export function BillingDetailsView(props: BillingDetailsViewProps) {
  const { details, workspaceName, onSave } = props;
  const t = useMessages(billingDetailsMessages, props.messages);
  const explain = useExplainBilling();
  const { direction, locale } = useGuildhall();
  const { announce, region } = useAnnouncer();
  const [isEditing, setEditing] = useState(false);
  const words: DetailsWords = { t, explain, locale };
  return (
    <div className={classNames('gh-root', props.className)} style={props.style} dir={direction} lang={locale}>
      <Section
        heading={t('heading')}
        description={t('description')}
        actions={
          onSave ? (
            <Button aria-label={t('editLabel')} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          ) : null
        }
      >
        <Facts details={details} workspaceName={workspaceName} words={words} />
        {region}
      </Section>
      {isEditing && onSave ? (
        <EditDetailsDialog
          details={details}
          workspaceName={workspaceName}
          words={words}
          onSave={onSave}
          onSaved={() => announce(t('saved'))}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  );
}
