import '@radix-ui/themes/styles.css';
import 'guildhall/styles.css';
import { Theme } from '@radix-ui/themes';
import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <Theme>{children}</Theme>
      </body>
    </html>
  );
}
