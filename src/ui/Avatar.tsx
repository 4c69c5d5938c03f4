import { forwardRef, useContext, useState } from 'react';
import type { HTMLAttributes } from 'react';
import { GuildhallContext } from '../provider/context.js';
import { classNames } from './classNames.js';
import { initialsOf, tintOf } from './initials.js';

export interface AvatarProps extends HTMLAttributes<HTMLSpanElement> {
  /** Whose initials stand where there is no picture. */
  name: string;
  /** What the tint follows, so that somebody keeps theirs when they are renamed. */
  id: string;
  /** @default null */
  imageUrl?: string | null | undefined;
  /** Pixels. @default 32 */
  size?: number | undefined;
  /** People are round, workspaces square. @default 'person' */
  kind?: 'person' | 'workspace' | undefined;
}

/**
 * A picture, or initials on a soft tint, or what the host has instead. It says nothing to assistive technology: the name stands beside it.
 *
 * @example <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} />
 */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { name, id, imageUrl = null, size, kind = 'person', className, style, ...rest },
  ref,
) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const Own = useContext(GuildhallContext)?.components.Avatar;
  const hasPicture = imageUrl !== null && imageUrl !== brokenUrl;
  return (
    <span
      aria-hidden="true"
      {...rest}
      ref={ref}
      className={classNames('gh-avatar', className)}
      data-kind={kind}
      data-custom={Own && ''}
      data-tint={hasPicture || Own ? undefined : tintOf(id)}
      style={size === undefined ? style : { ...style, ['--gh-avatar' as string]: `${size}px` }}
    >
      {Own ? (
        <Own id={id} name={name} imageUrl={imageUrl} kind={kind} />
      ) : hasPicture ? (
        <img src={imageUrl} alt="" loading="lazy" decoding="async" onError={() => setBrokenUrl(imageUrl)} />
      ) : (
        initialsOf(name, kind === 'workspace' ? 1 : 2)
      )}
    </span>
  );
});
