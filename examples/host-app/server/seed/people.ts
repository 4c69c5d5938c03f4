import type { Person } from '../sessions.js';

const person = (id: string, name: string, title: string, email = `${id}@northwind.example`): Person => ({
  id,
  name,
  email,
  emailVerified: true,
  title,
});

/** Northwind Studio, in the order in which they joined. Addresses end in `.example`: no mail can ever reach anybody. */
export const NORTHWIND: Person[] = [
  person('amara', 'Amara Okafor', 'Founder, Northwind Studio'),
  person('jonas', 'Jonas Lindqvist', 'Operations and accounts'),
  person('priya', 'Priya Raghunathan', 'Creative director'),
  person('tomas', 'Tomás Herrera', 'Copywriter'),
  person('meiling', 'Mei-Ling Chen', 'Research lead'),
  person('oluwaseun.adeyemi-bartholomew', 'Oluwaseun Adeyemi-Bartholomew', 'Senior brand strategist'),
  person('sofia', 'Sofia Rossi', 'Account manager'),
  person('daniel', 'Daniel Weiß', 'Type designer'),
  person('hanako', '山田 花子', 'Illustrator'),
  person('zoe', 'Zoë Ångström', 'Motion designer'),
  person('youssef', 'يوسف الحداد', 'Arabic copywriter'),
  person('lukasz', 'Łukasz Wójcik', 'Front-end developer'),
  person('anais', 'Anaïs Lefèvre', 'Producer'),
  person('minhanh', 'Nguyễn Minh Anh', 'Intern'),
];

/** People outside of it. Yuki's invitation waits; Bruno has not confirmed his address yet. */
export const OTHERS: Person[] = [
  person('lena', 'Lena Fischer', 'Owner of Harbour & Pine', 'lena@harbour-pine.example'),
  person('yuki', 'Yuki Tan', 'Invited to Northwind Studio', 'yuki.tan@northwind.example'),
  {
    ...person('bruno', 'Bruno Keller', 'Invited, address not confirmed', 'bruno@keller-type.example'),
    emailVerified: false,
  },
];
