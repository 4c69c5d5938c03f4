import sharp from 'sharp';
import { GuildhallError } from 'guildhall/contract';

/** The side of a workspace's picture in pixels: twice what the largest place shows. */
const IMAGE_SIDE = 256;
/** What every picture is kept as. */
export const IMAGE_TYPE = 'image/webp';

/** A file of a few bytes can claim a picture of any size; what has more pixels than this is not unpacked. */
const MAX_PIXELS = 25_000_000;

/** How the kinds of file begin that are let near a decoder. SVG and the like are not even looked at. */
const SIGNATURES: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

/**
 * Makes a square picture of whatever was uploaded: turned as the camera was held, cropped in the middle, encoded
 * anew, so that nothing of the file but its pixels remains.
 *
 * @throws GuildhallError `validation` of `image.data`, where it is not the picture that `contentType` says, or has too many pixels
 */
export async function encodeSquare(contentType: string, data: Uint8Array): Promise<Uint8Array> {
  const bytes = Buffer.from(data);
  if (SIGNATURES[contentType]?.(bytes) !== true) throw refusal(`is not of the type ${contentType}`);
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize(IMAGE_SIDE, IMAGE_SIDE, { fit: 'cover' })
      .webp({ quality: 82 })
      .toBuffer();
  } catch (cause) {
    const isLarge = cause instanceof Error && cause.message.includes('pixel limit');
    throw refusal(isLarge ? `has more than ${MAX_PIXELS / 1e6} million pixels` : 'is damaged', cause);
  }
}

function refusal(message: string, cause?: unknown): GuildhallError {
  const fields = [{ path: 'image.data', message }];
  return new GuildhallError('validation', { message: `image.data: ${message}`, details: { fields }, cause });
}
