/** Waits until what has been opened has arrived, so that axe sees it as people do. */
export async function arrived(): Promise<void> {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}
