import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { UseFormRegister } from 'react-hook-form';
import { isEmailAddress, isGuildhallError } from '../../contract/index.js';
import type { BillingDetails } from '../../contract/index.js';
import { Button, Notice, TextField } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { CountryField } from './CountryField.js';
import { draftOf, updateOf } from './draft.js';
import type { DetailsDraft } from './draft.js';
import { taxLabel, taxTypeOf } from './taxTypes.js';
import type { DetailsWords, SaveDetails } from './types.js';

export interface EditDetailsDialogProps {
  details: BillingDetails;
  workspaceName: string;
  words: DetailsWords;
  onSave: SaveDetails;
  onSaved: () => void;
  onClose: () => void;
}

interface FieldsProps {
  words: DetailsWords;
  register: UseFormRegister<DetailsDraft>;
}

function AddressFields({ words: { t, locale }, register }: FieldsProps) {
  return (
    <>
      <CountryField label={t('country')} emptyLabel={t('noCountry')} locale={locale} {...register('country')} />
      <TextField label={t('line1')} autoComplete="address-line1" {...register('line1')} />
      <TextField label={t('line2')} autoComplete="address-line2" {...register('line2')} />
      <div className="gh-details-pair">
        <TextField label={t('postalCode')} autoComplete="postal-code" {...register('postalCode')} />
        <TextField label={t('city')} autoComplete="address-level2" {...register('city')} />
      </div>
      <TextField label={t('state')} autoComplete="address-level1" {...register('state')} />
    </>
  );
}

/** The form's tax id is checked by Stripe, which says so as a conflict: it belongs to its field. */
const isTaxProblem = (error: unknown) =>
  isGuildhallError(error, 'conflict') && error.details?.reason === 'tax_id_invalid';

function useDetailsForm({ details, words, onSave, onSaved, onClose }: EditDetailsDialogProps) {
  const { t, explain } = words;
  const { register, handleSubmit, control, setError, formState } = useForm<DetailsDraft>({
    defaultValues: draftOf(details),
  });
  const [failure, setFailure] = useState<string | null>(null);
  const country = useWatch({ control, name: 'country' });
  const tax = taxTypeOf(country);
  const save = handleSubmit(async (draft) => {
    setFailure(null);
    try {
      await onSave(updateOf(draft, details));
      onSaved();
      onClose();
    } catch (error) {
      if (isTaxProblem(error) && tax) {
        const message = t('taxWrong', { label: tax.label, example: tax.example });
        setError('taxId', { message }, { shouldFocus: true });
      } else setFailure(t('saveFailed', { reason: explain(error) }));
    }
  });
  return { register, save, errors: formState.errors, isPending: formState.isSubmitting, tax, failure };
}

/** What invoices say, as a form. What was typed stays if saving fails. Loaded on demand. */
export function EditDetailsDialog(props: EditDetailsDialogProps) {
  const { words, workspaceName, details, onClose } = props;
  const { t } = words;
  const { register, save, errors, isPending, tax, failure } = useDetailsForm(props);
  const [known] = details.taxIds;
  const label = tax?.label ?? (known && taxLabel(known.type));
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      closeLabel={t('close')}
      width={520}
      onClose={() => {
        if (!isPending) onClose();
      }}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="gh-details-form">
        <TextField
          label={t('company')}
          placeholder={workspaceName}
          autoComplete="organization"
          {...register('name', { maxLength: 200 })}
        />
        <TextField
          label={t('email')}
          hint={t('emailHint')}
          problem={errors.email ? t('emailWrong') : null}
          inputMode="email"
          autoComplete="email"
          {...register('email', { validate: (typed) => typed.trim() === '' || isEmailAddress(typed.trim()) })}
        />
        <AddressFields words={words} register={register} />
        <TextField
          label={label === undefined ? t('taxIdAny') : t('taxId', { label })}
          hint={tax ? t('taxHint', { example: tax.example }) : known ? null : t('taxNeedsCountry')}
          problem={errors.taxId?.message}
          readOnly={tax === undefined && known === undefined}
          spellCheck={false}
          autoComplete="off"
          {...register('taxId', { maxLength: 50 })}
        />
        {failure === null ? null : <Notice tone="error">{failure}</Notice>}
      </div>
    </Dialog>
  );
}
