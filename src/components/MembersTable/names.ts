import type { Member } from '../../contract/index.js';

/** A member who is called something: by their name, by their address, or by words where both were deleted. */
export function named(member: Member, someoneWhoLeft: string): Member {
  return member.name === '' ? { ...member, name: member.email || someoneWhoLeft } : member;
}

/** What people are called in sentences: the first of their names, or the address where they have none. */
export function shortName(name: string): string {
  return name.includes('@') ? name : (name.split(/\s+/)[0] ?? name);
}
