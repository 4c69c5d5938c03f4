// Dialogs are not among these: they are imported where a screen loads them on demand.

export * from './Avatar.js';
export * from './Button.js';
export * from './classNames.js';
export * from './CopyButton.js';
export * from './copyText.js';
export * from './Freshness.js';
export * from './IconButton.js';
export * from './initials.js';
export * from './LiveRegion.js';
export * from './MenuButton.js';
export * from './MenuTrigger.js';
export * from './menuEntry.js';
export * from './Notice.js';
export * from './onDemand.js';
export * from './RetryNotice.js';
export * from './RowMessage.js';
export * from './Rows.js';
export * from './SearchField.js';
export * from './SelectField.js';
export * from './SkeletonRows.js';
export * from './TextField.js';
export * from './useChanged.js';
export * from './useDelayed.js';
export * from './useInView.js';
export * from './usePortal.js';
export * from './VisuallyHidden.js';
