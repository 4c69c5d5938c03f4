import type { Request } from 'express';
import type { Identity } from './operations.js';

/**
 * Believes whatever the header `x-guildhall-user` says: an address, whose local part becomes the name. For
 * development alone.
 */
export function developmentSignIn(request: Request): Identity | null {
  const email = request.get('x-guildhall-user')?.trim().toLowerCase();
  if (!email?.includes('@')) return null;
  return { userId: email, email, emailVerified: true, name: email.slice(0, email.lastIndexOf('@')) };
}
