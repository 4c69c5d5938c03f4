/** Whether the machine's shortcuts are with ⌘. */
export const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
