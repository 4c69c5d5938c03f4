import { MAX_IMAGE_BYTES } from '../../contract/index.js';
import type { InputOf } from '../../contract/index.js';

/** A picture as the adapters take it. */
export type PreparedImage = InputOf<'workspaces.setImage'>['image'];

/** Pixels on a side at most: the largest that any screen shows, twice over. */
const MAX_SIDE = 512;

/** Megabytes that a file may have before it is read at all, so that no tab runs out of memory. */
export const MAX_FILE_MB = 25;

/** Why a file cannot become a picture; named after the words for it. */
export type ImageProblem = 'unreadable' | 'tooLarge';

/** How it may be encoded, the best first. Safari answers PNG where it is asked for WebP, which is not taken. */
const ENCODINGS = [
  ['image/webp', 0.9],
  ['image/png', undefined],
  ['image/jpeg', 0.85],
  ['image/jpeg', 0.6],
] as const;

/** The middle of the picture, as a square of at most {@link MAX_SIDE}. */
function cropToSquare(bitmap: ImageBitmap): HTMLCanvasElement {
  const square = Math.min(bitmap.width, bitmap.height);
  const side = Math.min(MAX_SIDE, square);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  context.imageSmoothingQuality = 'high';
  const left = (bitmap.width - square) / 2;
  const top = (bitmap.height - square) / 2;
  context.drawImage(bitmap, left, top, square, square, 0, 0, side, side);
  return canvas;
}

/** JPEG has no transparency: what shows through would be black. */
function putOnWhite(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
}

const encode = (canvas: HTMLCanvasElement, type: string, quality: number | undefined) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));

async function toBase64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture could not be read back.')));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

/**
 * Makes a picture that fits the contract from a file: upright, square, at most 512 pixels and 512 kB.
 * Answers the problem where it cannot.
 */
export async function prepareImage(file: Blob): Promise<PreparedImage | ImageProblem> {
  if (file.size > MAX_FILE_MB * 1024 * 1024) return 'tooLarge';
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const canvas = cropToSquare(bitmap);
    bitmap.close();
    for (const [contentType, quality] of ENCODINGS) {
      if (contentType === 'image/jpeg') putOnWhite(canvas);
      const blob = await encode(canvas, contentType, quality);
      if (blob?.type === contentType && blob.size <= MAX_IMAGE_BYTES)
        return { contentType, data: await toBase64(blob) };
    }
    return 'tooLarge';
  } catch {
    // What browsers say of a file that is no picture differs, and says nothing to people.
    return 'unreadable';
  }
}
