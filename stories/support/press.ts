import { userEvent, within } from 'storybook/test';

interface Target {
  role: string;
  name: string | RegExp;
}

/** A story's play that presses one thing after the other, each as soon as it is there. */
export const press =
  (...targets: readonly Target[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const { role, name } of targets) {
      await userEvent.click(await within(canvasElement).findByRole(role, { name }));
    }
  };
