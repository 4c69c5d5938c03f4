import { useContext } from 'react';
import type { LinkOverrideProps } from '../provider/components.js';
import { GuildhallContext } from '../provider/context.js';

/** A scheme that no router has: mail, telephones, data. */
const ELSEWHERE = /^(?!https?:)[a-z][a-z\d+.-]*:/i;

/**
 * A link: the host's own where one was given and it leads through the host's app, else an `<a>`. A new tab, a download or
 * another scheme than http leads out of it.
 *
 * @example <Link className="gh-item-title" href={href}>{title}</Link>
 */
export function Link({ children, ...props }: LinkOverrideProps) {
  const Own = useContext(GuildhallContext)?.components.Link;
  const isOut = props.target !== undefined || props.download !== undefined || ELSEWHERE.test(props.href);
  return Own === undefined || isOut ? <a {...props}>{children}</a> : <Own {...props}>{children}</Own>;
}
